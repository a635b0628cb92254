import { parseMarkdown } from '../../src/core/blocks.ts';
import { readSource } from '../../src/core/source.ts';
import { joinedDocuments, type Pandoc, stringify, unitOf } from './oracle.ts';

/** A block that gets a number, `kind: words`. Of the words only letters and digits count: how marks are written is another test’s. */
export type NumberedWords = string;

interface Node {
  readonly t: string;
  readonly c?: unknown;
}

/** The blocks of each document that get a number, from Pandoc’s own tree. Pandoc reads all documents in one run. */
export async function pandocNumbered(
  pandoc: Pandoc,
  documents: readonly string[],
): Promise<NumberedWords[][]> {
  const json = await pandoc.convert(joinedDocuments(documents), { to: 'json' });
  const { blocks } = JSON.parse(json) as { blocks: Node[] };
  const found: NumberedWords[][] = documents.map(() => []);
  let current = 0;
  for (const block of withoutDivs(blocks)) {
    const heading = block.t === 'Header' ? stringify((block.c as unknown[])[2]) : '';
    current = unitOf(heading) ?? current;
    const numbered = numberedOf(block);
    if (numbered !== undefined) found[current]?.push(numbered);
  }
  return found;
}

/** What Pilcrow numbers in a source. */
export function pilcrowNumbered(text: string): NumberedWords[] {
  return readSource(parseMarkdown(text)).passages.flatMap(
    ({ kind, words }) => numbered(kind, words?.plain.text ?? '') ?? [],
  );
}

/** A div counts as what it holds. */
function withoutDivs(blocks: readonly Node[]): Node[] {
  return blocks.flatMap((block) =>
    block.t === 'Div' ? withoutDivs((block.c as [unknown, Node[]])[1]) : [block],
  );
}

const kinds: Readonly<Record<string, string>> = {
  Para: 'paragraph',
  Plain: 'paragraph',
  Figure: 'paragraph',
  BlockQuote: 'blockquote',
  BulletList: 'list',
  OrderedList: 'list',
  DefinitionList: 'list',
  Table: 'table',
  CodeBlock: 'code',
  LineBlock: 'verse',
};

function numberedOf(block: Node): NumberedWords | undefined {
  const kind = kinds[block.t];
  if (kind === undefined) return undefined;
  const words = wordsIn(block.t === 'Figure' ? (block.c as unknown[])[1] : block);
  return numbered(kind, words);
}

/** Returns undefined for what shows no words and cannot be quoted: an image without a caption, a comment, an anchor. */
function numbered(kind: string, words: string): NumberedWords | undefined {
  const tokens = words.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (kind === 'paragraph' && tokens.length === 0) return undefined;
  // The caption of a table may stand before or after it.
  return `${kind}: ${kind === 'paragraph' ? tokens.join('') : tokens.sort().join(' ')}`;
}

function isInline(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 't' in value;
}

/** Whatever a part of Pandoc’s tree shows as words: no notes, no raw text, of images nothing. */
function wordsIn(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsIn).join(value.every(isInline) ? '' : ' ');
  if (typeof value !== 'object' || value === null) return '';
  const { t, c } = value as Node;
  switch (t) {
    case 'Str':
      return c as string;
    case 'Space':
    case 'SoftBreak':
    case 'LineBreak':
      return ' ';
    case 'Code':
    case 'Math':
    case 'CodeBlock':
      return `${(c as [unknown, string])[1]} `;
    case 'Note':
    case 'Image':
    case 'RawInline':
    case 'RawBlock':
      return '';
    case 'Span':
    case 'Link':
    case 'Cite':
    case 'Quoted':
      return wordsIn((c as unknown[])[1]);
    case 'Div':
      return wordsIn((c as unknown[])[1]);
    case 'Header':
      return `${wordsIn((c as unknown[])[2])} `;
    case 'OrderedList':
      return wordsIn((c as unknown[])[1]);
    case 'Para':
    case 'Plain':
    case 'LineBlock':
      return `${wordsIn(c)} `;
    case 'Table':
      return wordsIn((c as unknown[]).slice(1));
    default:
      return wordsIn(c ?? Object.values(value));
  }
}
