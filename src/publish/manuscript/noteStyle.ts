import type { Footnote, ManuscriptBlock, ManuscriptInline } from './manuscriptTypes.ts';

/** What stands at the place of a citation with a style of notes. */
export interface NotedCitation {
  /** What stays in the sentence: an author, or nothing. */
  readonly inText: readonly ManuscriptInline[];
  /** Whether it becomes a footnote. One that stands in a footnote stays. */
  readonly isNote: boolean;
}

/** The blocks and footnotes of a paper whose citations have become footnotes. */
export interface NotedPaper {
  readonly blocks: readonly ManuscriptBlock[];
  readonly footnotes: readonly Footnote[];
  /** The footnote of each citation; undefined for one in the text. */
  readonly footnoteOf: readonly (number | undefined)[];
}

/**
 * Moves citations of the text into footnotes, and numbers all footnotes again in the order of their marks.
 * @param citations in document order
 */
export function citationsAsFootnotes(
  { blocks, footnotes }: Pick<NotedPaper, 'blocks' | 'footnotes'>,
  citations: readonly NotedCitation[],
): NotedPaper {
  const all: Footnote[] = [];
  const moved = new Set<number>();
  const footnoteOf: (number | undefined)[] = citations.map(() => undefined);
  const mark = (footnote: Footnote | undefined): ManuscriptInline => {
    all.push(footnote ?? { children: [] });
    return { kind: 'footnote', footnote: all.length - 1 };
  };
  const inFootnote =
    (index: number) =>
    (inline: ManuscriptInline): readonly ManuscriptInline[] => {
      if (inline.kind === 'cite') footnoteOf[inline.citation] = index;
      return [inline];
    };
  const replace = (inline: ManuscriptInline): readonly ManuscriptInline[] => {
    if (inline.kind === 'footnote') {
      const index = all.length;
      const own = footnotes[inline.footnote];
      own?.children.forEach((block) => mapBlock(block, inFootnote(index)));
      return [mark(own)];
    }
    if (inline.kind !== 'cite') return [inline];
    const noted = citations[inline.citation];
    if (noted?.isNote !== true) return [inline];
    footnoteOf[inline.citation] = all.length;
    moved.add(all.length);
    return [...noted.inText, mark({ children: [{ kind: 'paragraph', children: [inline] }] })];
  };
  const marked = blocks.map((block) => mapBlock(block, replace));
  const set = marked.map((block) => mapRuns(block, (inlines) => afterPunctuation(inlines, moved)));
  return { blocks: set, footnotes: all, footnoteOf };
}

/** Returns a block with each inline replaced, in document order; containers are entered before they are. */
function mapBlock(
  block: ManuscriptBlock,
  replace: (inline: ManuscriptInline) => readonly ManuscriptInline[],
): ManuscriptBlock {
  return mapRuns(block, (inlines) => inlines.flatMap((inline) => replaceWithin(inline, replace)));
}

function replaceWithin(
  inline: ManuscriptInline,
  replace: (inline: ManuscriptInline) => readonly ManuscriptInline[],
): readonly ManuscriptInline[] {
  if (!('children' in inline)) return replace(inline);
  return [{ ...inline, children: inline.children.flatMap((child) => replaceWithin(child, replace)) }];
}

type Runs = readonly ManuscriptInline[];

/** Returns a block with each of its stretches of inlines changed, in document order. */
export function mapRuns(block: ManuscriptBlock, change: (inlines: Runs) => Runs): ManuscriptBlock {
  const inside = (blocks: readonly ManuscriptBlock[]): readonly ManuscriptBlock[] =>
    blocks.map((each) => mapRuns(each, change));
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, children: change(block.children) };
    case 'quote':
    case 'div':
      return { ...block, children: inside(block.children) };
    case 'list':
      return { ...block, items: block.items.map((item) => ({ ...item, children: inside(item.children) })) };
    case 'definitions':
      return {
        ...block,
        entries: block.entries.map(({ term, definitions }) => ({
          term: change(term),
          definitions: definitions.map(inside),
        })),
      };
    case 'verse':
      return { ...block, lines: block.lines.map(change) };
    case 'figure':
      return { ...block, caption: change(block.caption) };
    case 'table':
      return {
        ...block,
        caption: change(block.caption),
        head: block.head.map((row) => row.map(inside)),
        rows: block.rows.map((row) => row.map(inside)),
      };
    default:
      return block;
  }
}

/**
 * Sets the mark of a note that was a citation after the punctuation that follows it, and without the space before it, as Pandoc does
 * (Text.Pandoc.Citeproc, `mvPunct`): “a lamp [@a].” becomes “a lamp.¹”.
 */
function afterPunctuation(inlines: Runs, moved: ReadonlySet<number>): Runs {
  const out: ManuscriptInline[] = [];
  for (let at = 0; at < inlines.length; at++) {
    const inline = inlines[at];
    if (!inline) continue;
    const inner =
      'children' in inline ? { ...inline, children: afterPunctuation(inline.children, moved) } : inline;
    const before = out.at(-1);
    const isMoved = inner.kind === 'footnote' && moved.has(inner.footnote);
    if (!isMoved || before?.kind !== 'text' || !/\s$/u.test(before.text)) {
      out.push(inner);
      continue;
    }
    const words = before.text.trimEnd();
    const next = inlines[at + 1];
    const mark = next?.kind === 'text' ? (/^\p{P}+/u.exec(next.text)?.[0] ?? '') : '';
    const added = /[.,;:!?]["”’»]?$/u.test(words) ? '' : mark;
    out[out.length - 1] = { ...before, text: words + added };
    out.push(inner);
    if (next?.kind === 'text' && mark !== '') {
      at++;
      if (next.text.length > mark.length) out.push({ ...next, text: next.text.slice(mark.length) });
    }
  }
  return out;
}
