import type { LocatorLabel } from '../../src/core/locators.ts';
import type { CitationToFormat, GroupToFormat, StyledRun } from '../../src/core/styles.ts';
import type { StyledPaper } from './styledPapers.ts';

/** What is printed, each run between the marks of its looks. */
export interface PrintedPaper {
  readonly groups: readonly string[];
  /** In the order of the list, after their ids. Pandoc prints an empty one for works that a style leaves out. */
  readonly entries: readonly string[];
}

interface Node {
  readonly t: string;
  readonly c?: unknown;
}

const locatorTerms: Readonly<Record<string, Readonly<Partial<Record<LocatorLabel, string>>>>> = {
  en: {
    page: 'p.',
    paragraph: '¶',
    section: '§',
    note: 'n.',
    chapter: 'chap.',
    volume: 'vol.',
    figure: 'fig.',
    verse: 'v.',
    line: 'line',
    part: 'pt.',
    book: 'bk.',
    column: 'col.',
  },
  fr: {
    page: 'p.',
    paragraph: '§',
    section: 'sect.',
    note: 'n.',
    chapter: 'chap.',
    volume: 'vol.',
    figure: 'fig.',
    verse: 'verset',
    line: 'ligne',
    part: 'part.',
    book: 'livre',
    column: 'col.',
  },
};

type Convert = (
  options: Readonly<Record<string, unknown>>,
  input: string,
  files: Readonly<Record<string, Blob>>,
) => Promise<{ readonly stdout: string; readonly stderr: string }>;

/** Runs Pandoc's citeproc on papers. */
export class StyledOracle {
  private constructor(private readonly convert: Convert) {}

  static async start(): Promise<StyledOracle> {
    return new StyledOracle((await import('pandoc-wasm')).convert);
  }

  async print(paper: StyledPaper, style: string, language: string): Promise<PrintedPaper> {
    const document = documentOf(paper, language);
    const files = { 'works.json': new Blob([JSON.stringify(paper.works)]), 'style.csl': new Blob([style]) };
    const options = {
      from: 'json',
      to: 'json',
      citeproc: true,
      csl: 'style.csl',
      bibliography: ['works.json'],
    };
    const { stdout, stderr } = await this.convert(options, JSON.stringify(document), files);
    if (stdout === '') throw new Error(stderr);
    return readPrinted(JSON.parse(stdout) as { blocks: Node[] });
  }
}

function documentOf({ groups }: StyledPaper, language: string): unknown {
  const terms = locatorTerms[language]!;
  let text = 0;
  let last = 0;
  const blocks = groups.map((group) => {
    const { footnote } = group;
    if (footnote) last = footnote;
    else text++;
    const cite = citeNode(group, text + last, terms);
    if (!footnote) return para([cite]);
    const inside = group.beginsFootnote ? [cite] : [str('Here'), space, cite];
    const ended = group.endsFootnote ? inside : [...inside, space, str('and')];
    return para([str('x'), { t: 'Note', c: [para(ended)] }]);
  });
  const meta = { lang: { t: 'MetaString', c: language } };
  return { 'pandoc-api-version': [1, 23, 1], meta, blocks };
}

const space: Node = { t: 'Space' };

function str(text: string): Node {
  return { t: 'Str', c: text };
}

function para(inlines: readonly Node[]): Node {
  return { t: 'Para', c: inlines };
}

function citeNode(
  { citations }: GroupToFormat,
  note: number,
  terms: Readonly<Partial<Record<LocatorLabel, string>>>,
): Node {
  const items = citations.map((citation) => ({
    citationId: citation.id,
    citationPrefix: inlines(citation.prefix ?? []),
    citationSuffix: [...locatorInlines(citation.locator, terms), ...inlines(citation.suffix ?? [])],
    citationMode: { t: modes[citation.mode ?? 'normal'] },
    citationNoteNum: note,
    citationHash: 0,
  }));
  return { t: 'Cite', c: [items, [str('?')]] };
}

const modes = { normal: 'NormalCitation', suppressAuthor: 'SuppressAuthor', inText: 'AuthorInText' };

function locatorInlines(
  locator: CitationToFormat['locator'],
  terms: Readonly<Partial<Record<LocatorLabel, string>>>,
): readonly Node[] {
  if (!locator) return [];
  return inlines([{ text: `, ${terms[locator.label] ?? '?'} ${locator.value}` }]);
}

function inlines(runs: readonly StyledRun[]): readonly Node[] {
  return runs.flatMap(({ text, italic }): readonly Node[] => {
    const words = text
      .split(/( )/)
      .flatMap((word): Node[] => (word === '' ? [] : [word === ' ' ? space : str(word)]));
    return italic ? [{ t: 'Emph', c: words }] : words;
  });
}

function readPrinted({ blocks }: { blocks: readonly Node[] }): PrintedPaper {
  const groups = blocks.flatMap((block) => (block.t === 'Para' ? [printedGroup(block.c as Node[])] : []));
  const list = blocks.find((block) => block.t === 'Div')?.c as [unknown, Node[]] | undefined;
  const entries = list?.[1].flatMap((entry) => {
    const [[id], content] = entry.c as [[string], Node[]];
    const printed = printedRuns(runsOf(content.flatMap((part) => part.c as Node[])));
    return printed === '' ? [] : [`${id.replace(/^ref-/, '')}: ${printed}`];
  });
  return { groups, entries: entries ?? [] };
}

function printedGroup(content: readonly Node[]): string {
  const cite = findCite(content);
  const runs = runsOf(cite);
  const note = cite.find((node) => node.t === 'Note');
  return printedGroupOf(runs, note && runsOf((note.c as Node[]).flatMap((block) => block.c as Node[])));
}

/** A group as it is compared: what stands in the text, and its footnote. */
export function printedGroupOf(runs: readonly StyledRun[], note: readonly StyledRun[] | undefined): string {
  return printedRuns(runs) + (note ? `[^${printedRuns(note)}]` : '');
}

function findCite(nodes: readonly Node[]): readonly Node[] {
  for (const node of nodes) {
    if (node.t === 'Cite') return (node.c as [unknown, Node[]])[1];
    if (node.t === 'Note') return findCite((node.c as Node[]).flatMap((block) => block.c as Node[]));
  }
  throw new Error('no citation');
}

type Looks = Omit<StyledRun, 'text'>;

function runsOf(nodes: readonly Node[], looks: Looks = {}): StyledRun[] {
  return nodes.flatMap((node): StyledRun[] => {
    const inner = (more: Looks): StyledRun[] => runsOf(node.c as Node[], { ...looks, ...more });
    switch (node.t) {
      case 'Str':
        return [{ ...looks, text: node.c as string }];
      case 'Space':
      case 'SoftBreak':
      case 'LineBreak':
        return [{ ...looks, text: ' ' }];
      case 'Emph':
        return inner({ italic: looks.italic !== true });
      case 'Strong':
        return inner({ bold: true });
      case 'SmallCaps':
        return inner({ smallCaps: true });
      case 'Underline':
        return inner({ underline: true });
      case 'Superscript':
        return inner({ vertical: 'superscript' });
      case 'Subscript':
        return inner({ vertical: 'subscript' });
      case 'Note':
        return [];
      case 'Span':
        return runsOf((node.c as [unknown, Node[]])[1], looks);
      case 'Link': {
        const [, content, [address]] = node.c as [unknown, Node[], [string]];
        return runsOf(content, { ...looks, link: address });
      }
      default:
        throw new Error(node.t);
    }
  });
}

/** Writes runs with marks for their looks, those of the same looks together. */
export function printedRuns(runs: readonly StyledRun[]): string {
  let printed = '';
  let open: Looks = {};
  for (const run of [...runs, { text: '' }]) {
    const same = key(run) === key(open);
    if (!same) printed += closing(open) + opening(run);
    printed += run.text;
    open = run;
  }
  return printed;
}

function key({ italic, bold, smallCaps, underline, vertical, link }: Looks): string {
  return JSON.stringify([
    italic ?? false,
    bold ?? false,
    smallCaps ?? false,
    underline ?? false,
    vertical ?? '',
    link ?? '',
  ]);
}

function tags({ italic, bold, smallCaps, underline, vertical }: Looks): readonly string[] {
  return [
    ...(italic ? ['i'] : []),
    ...(bold ? ['b'] : []),
    ...(smallCaps ? ['sc'] : []),
    ...(underline ? ['u'] : []),
    ...(vertical ? [vertical.slice(0, 3)] : []),
  ];
}

function opening(looks: Looks): string {
  return (
    (looks.link === undefined ? '' : `<a ${looks.link}>`) +
    tags(looks)
      .map((tag) => `<${tag}>`)
      .join('')
  );
}

function closing(looks: Looks): string {
  return `${tags(looks)
    .map((tag) => `</${tag}>`)
    .reverse()
    .join('')}${looks.link === undefined ? '' : '</a>'}`;
}
