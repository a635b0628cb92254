import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A citation from Pandoc's JSON, with its inlines as plain text. */
export interface OracleCitation {
  readonly key: string;
  readonly mode: string;
  readonly prefix: string;
  readonly suffix: string;
}

interface Node {
  t?: string;
  c?: unknown;
}

/** The formats between which a text is converted, and the text of a CSL style where citations are to be printed. */
interface Conversion {
  readonly from?: string;
  readonly to: 'json' | 'plain' | 'csljson' | 'markdown';
  readonly style?: string;
  /** Options by their long names, as `wrap`. */
  readonly options?: Readonly<Record<string, string | number | boolean>>;
}

/** A version of Pandoc. */
export interface Pandoc {
  readonly version: string;
  /** Throws where Pandoc refuses the text. */
  readonly convert: (text: string, conversion: Conversion) => Promise<string>;
}

/**
 * Returns the Pandoc that Pilcrow follows. One instance serves all documents: it takes two seconds to start and 40 ms for a
 * document.
 */
export async function newestPandoc(): Promise<Pandoc> {
  // Imported here, so that tests which ask no Pandoc do not wait for it.
  const { convert, query } = await import('pandoc-wasm');
  return {
    version: query({ query: 'version' }),
    convert: async (text, { from = 'markdown', to, style, options }) => {
      const citing = style === undefined ? {} : { citeproc: true, csl: 'style.csl' };
      const files = style === undefined ? {} : { 'style.csl': new Blob([style]) };
      const { stdout, stderr } = await convert(
        { from, to, wrap: 'none', ...citing, ...options },
        text,
        files,
      );
      if (stdout === '' && stderr !== '') throw new Error(stderr);
      return stdout;
    },
  };
}

/** The Pandoc of this machine, which is an older one. Undefined where there is none. */
export function installedPandoc(): Pandoc | undefined {
  const run = spawnSync('pandoc', ['--version'], { encoding: 'utf8' });
  const version = run.status === 0 ? /^pandoc\S*\s+(\S+)/.exec(run.stdout)?.[1] : undefined;
  return version === undefined ? undefined : { version, convert: convertWithInstalled };
}

async function convertWithInstalled(
  text: string,
  { from = 'markdown', to, style, options = {} }: Conversion,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pilcrow-'));
  try {
    const file = join(folder, 'style.csl');
    if (style !== undefined) await writeFile(file, style);
    const citing = style === undefined ? [] : ['--citeproc', `--csl=${file}`];
    const all: Record<string, string | number | boolean> = { wrap: 'none', ...options };
    const others = Object.entries(all).map(([name, value]) =>
      value === true ? `--${name}` : `--${name}=${String(value)}`,
    );
    return execFileSync('pandoc', ['-f', from, '-t', to, ...others, ...citing], {
      input: text,
      encoding: 'utf8',
      maxBuffer: 1 << 30,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

const unit = 'pilcrowunit';

/** Joins documents, so that Pandoc reads them in one run. Each is under a heading that `unitOf` knows. */
export function joinedDocuments(documents: readonly string[]): string {
  return documents.map((text, index) => `# ${unit}${index}\n\n${text}\n\n`).join('');
}

/** Returns the number of the document that a heading of `joinedDocuments` begins; undefined for other headings. */
export function unitOf(heading: string): number | undefined {
  const number = new RegExp(`^${unit}([0-9]+)$`).exec(heading)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** The citations of each document. Pandoc reads all documents in one run. */
export async function pandocCitations(
  pandoc: Pandoc,
  documents: readonly string[],
): Promise<OracleCitation[][]> {
  const json = JSON.parse(await pandoc.convert(joinedDocuments(documents), { to: 'json' })) as {
    blocks: unknown;
  };
  const found: OracleCitation[][] = documents.map(() => []);
  let current = 0;
  walk(json.blocks, {
    heading: (text) => {
      current = unitOf(text) ?? current;
    },
    citation: (citation) => found[current]?.push(citation),
  });
  return found;
}

interface Visitor {
  heading(text: string): void;
  citation(citation: OracleCitation): void;
}

function walk(value: unknown, visitor: Visitor, isInLink = false): void {
  if (Array.isArray(value)) {
    for (const child of value) walk(child, visitor, isInLink);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const node = value as Node;
  switch (node.t) {
    case 'Header':
      visitor.heading(stringify((node.c as unknown[])[2]));
      break;
    case 'Cite':
      return walkCite(node.c as [Record<string, unknown>[], unknown], visitor, isInLink);
    case 'Figure':
      // Its caption is the text of its image.
      return walk((node.c as unknown[])[1], visitor, isInLink);
    case 'Link':
      return walk((node.c as unknown[])[1], visitor, true);
    case 'Image':
    case 'Note':
      return walk(Object.values(node), visitor);
    case undefined:
    default:
  }
  for (const child of Object.values(node)) walk(child, visitor, isInLink);
}

/** A deliberate difference: a bare key in the text of a link is no citation (docs/pandoc-differences.md). */
function walkCite(
  [citations, printed]: [Record<string, unknown>[], unknown],
  visitor: Visitor,
  isInLink: boolean,
): void {
  const isBare = !stringify(printed).endsWith(']');
  for (const citation of citations) walkCitation(citation, visitor, isInLink, isInLink && isBare);
}

function walkCitation(
  citation: Record<string, unknown>,
  visitor: Visitor,
  isInLink: boolean,
  isSkipped: boolean,
): void {
  walk(citation['citationPrefix'], visitor, isInLink);
  const mode = (citation['citationMode'] as Node).t ?? '';
  if (!isSkipped)
    visitor.citation({
      key: citation['citationId'] as string,
      mode: mode === 'NormalCitation' ? 'normal' : mode.charAt(0).toLowerCase() + mode.slice(1),
      prefix: stringify(citation['citationPrefix']),
      suffix: stringify(citation['citationSuffix']),
    });
  walk(citation['citationSuffix'], visitor, isInLink);
}

/** The plain text of Pandoc's inlines, as its own `stringify` returns it. No-break spaces become ordinary ones. */
export function stringify(value: unknown): string {
  if (Array.isArray(value)) return value.map(stringify).join('');
  const node = value as Node;
  switch (node.t) {
    case 'Str':
      return (node.c as string).replace(/\u00a0/g, ' ');
    case 'Space':
    case 'SoftBreak':
    case 'LineBreak':
      return ' ';
    case 'Code':
    case 'Math':
      return (node.c as [unknown, string])[1].replace(/\u00a0/g, ' ');
    case 'Quoted': {
      const [kind, content] = node.c as [Node, unknown];
      return kind.t === 'SingleQuote' ? `‘${stringify(content)}’` : `“${stringify(content)}”`;
    }
    case 'Emph':
    case 'Underline':
    case 'Strong':
    case 'Strikeout':
    case 'Superscript':
    case 'Subscript':
    case 'SmallCaps':
      return stringify(node.c);
    case 'Cite':
    case 'Link':
    case 'Image':
    case 'Span':
      return stringify((node.c as unknown[])[1]);
    default:
      return '';
  }
}
