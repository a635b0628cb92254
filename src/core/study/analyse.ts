import { readBibliography, worksOfFrontMatter } from '../bibliography.ts';
import { readGlossary } from '../glossary.ts';
import { readChunkCitations, readCitations } from '../citations.ts';
import { memoState } from '../memo.ts';
import { type MarkdownDocument, parseMarkdown, reparseMarkdown } from '../blocks.ts';
import { readAlignment } from '../alignment.ts';
import { readNotes } from '../notes.ts';
import { readEdition, readSource } from '../source.ts';
import { afterLineEnd, blankRanges, detach, LineIndex, type Range } from '../text.ts';
import { readConfiguration } from './configuration.ts';
import { namedBibliographies } from './namedBibliographies.ts';
import type {
  Analysis,
  Conflict,
  ConflictSide,
  EditionFile,
  GlossaryDocument,
  Paper,
  SourceFile,
  StudyFile,
} from './studyTypes.ts';

interface Base {
  readonly file: StudyFile;
  readonly text: string;
  readonly conflicts: readonly Conflict[];
  readonly lines: LineIndex;
}

/**
 * Reads one file by itself. Never throws. The result depends on nothing but the file, so it can be cached until the file
 * changes.
 * @param previous the same file before an edit: parts that the edit did not touch are not read again
 * @param cache holds the documents of papers; without one, the paper itself holds its document
 */
export function analyse(file: StudyFile, previous?: Analysis, cache?: DocumentCache): Analysis {
  if ('problem' in file.content) return { role: 'unreadable', file, problem: file.content.problem };
  if (file.role === 'paper')
    return new ReadPaper(file, file.content, previous?.role === 'paper' ? previous : undefined, cache);
  const isMarkdown = file.role === 'source' || file.role === 'glossary';
  const { text, conflicts } = parseable(file.content.text, isMarkdown);
  const base: Base = { file, text, conflicts, lines: new LineIndex(text) };
  switch (file.role) {
    case 'source':
      return analyseSource(base, heldDocument(previous));
    case 'glossary':
      return new ReadGlossary(base, heldDocument(previous));
    case 'bibliography':
      return { ...base, role: 'bibliography', bibliography: readBibliography(file.path, text) };
    case 'edition':
      return analyseEdition(base);
    case 'configuration':
      return { ...base, role: 'configuration', ...readConfiguration(text) };
    case 'notes':
      return { ...base, role: 'notes', ...readNotes(text) };
    case 'alignment':
      return { ...base, role: 'alignment', ...readAlignment(text) };
  }
}

/** Returns the document of a file that always holds one. */
function heldDocument(previous: Analysis | undefined): MarkdownDocument | undefined {
  return previous?.role === 'source' || previous?.role === 'glossary' ? previous.document : undefined;
}

/** What parsers are given of a file. */
interface Parseable {
  readonly text: string;
  readonly conflicts: readonly Conflict[];
}

/**
 * Returns a text of the same length for the parsers. They would change offsets at a second byte order mark, so it becomes
 * an invisible word joiner. They replace NUL, so it becomes a replacement character. Conflict marks of Markdown would be read as
 * headings and quotations, so they become blank.
 */
export function parseable(written: string, isMarkdown: boolean): Parseable {
  const mayConflict = written.includes('<<<<<<<') && written.includes('>>>>>>>');
  const conflicts = mayConflict ? readConflicts(written, isMarkdown) : noConflicts;
  const text =
    isMarkdown && conflicts.length > 0
      ? blankRanges(
          written,
          conflicts.flatMap(({ marks }) => marks),
        )
      : written;
  return { text: text.replace(/^\uFEFF/, '\u2060').replaceAll('\u0000', '\uFFFD'), conflicts };
}

const noConflicts: readonly Conflict[] = [];

/** A large object that can be computed again. */
interface Held {
  forget(): void;
}

/** Keeps the most recent few of many large objects, and drops the rest. */
export class DocumentCache {
  private readonly held = new Set<Held>();

  /** @param room the number of objects to keep; none where nothing is kept */
  constructor(private readonly room: number) {}

  put(item: Held): void {
    this.held.add(item);
    if (this.held.size <= (memoState.isPlain ? 0 : this.room)) return;
    for (const oldest of this.held) {
      this.held.delete(oldest);
      oldest.forget();
      return;
    }
  }
}

/** Data of a paper that can be computed from the file's content again. */
interface KeptContent {
  readonly text: string;
  document?: MarkdownDocument;
  citations?: Paper['citations'];
  lines?: LineIndex;
}

/** What the front matter of a paper says to other files. */
type PaperHead = Pick<Paper, 'works' | 'title' | 'bibliographies'>;

function headOf(path: string, document: MarkdownDocument): PaperHead {
  const { title } = document.frontMatter.data;
  return {
    works: worksOfFrontMatter(document).works,
    title: typeof title === 'string' ? detach(title) : undefined,
    bibliographies: namedBibliographies(path, document.frontMatter),
  };
}

/** A paper whose document is read again from its text if the cache has dropped it. */
class ReadPaper implements Paper {
  readonly role = 'paper';
  readonly citationCount: number;
  readonly citedKeys: Paper['citedKeys'];
  readonly works: Paper['works'];
  readonly title: string | undefined;
  readonly bibliographies: Paper['bibliographies'];
  readonly conflicts: Paper['conflicts'];
  private kept: KeptContent | undefined;

  constructor(
    readonly file: StudyFile,
    private readonly content: { readonly text: string },
    previous: Paper | undefined,
    private readonly cache: DocumentCache | undefined,
  ) {
    const before = previous?.document;
    const { text, conflicts } = parseable(content.text, true);
    this.conflicts = conflicts;
    const document = reparseMarkdown(before, text);
    this.kept = { text, document };
    cache?.put(this);
    const keys = readChunkCitations(document).flatMap(
      (chunk) => chunk?.citations.map(({ key }) => key) ?? [],
    );
    this.citationCount = keys.length;
    this.citedKeys = [...new Set(keys)].map(detach);
    const isSameHead = document.frontMatter === before?.frontMatter && file.path === previous?.file.path;
    ({
      works: this.works,
      title: this.title,
      bibliographies: this.bibliographies,
    } = previous && isSameHead ? previous : headOf(file.path, document));
  }

  private get all(): KeptContent {
    if (this.kept) return this.kept;
    const kept: KeptContent = { text: parseable(this.content.text, true).text };
    this.kept = kept;
    this.cache?.put(this);
    return kept;
  }

  get text(): string {
    return this.all.text;
  }

  get document(): MarkdownDocument {
    const { all } = this;
    return (all.document ??= parseMarkdown(all.text));
  }

  get citations(): Paper['citations'] {
    const { all, document } = this;
    return (all.citations ??= readCitations(document));
  }

  get lines(): LineIndex {
    const { all } = this;
    return (all.lines ??= new LineIndex(all.text));
  }

  /** Drops the data that can be computed again. */
  forget(): void {
    this.kept = undefined;
  }
}

function analyseSource(base: Base, previous: MarkdownDocument | undefined): SourceFile {
  const document = reparseMarkdown(previous, base.text);
  const source = readSource(document);
  const id = source.frontMatter.data['id'];
  const known = typeof id === 'string' || typeof id === 'number' ? String(id).trim() : '';
  return {
    ...base,
    role: 'source',
    document,
    key: known || nameWithoutEnding(base.file.path),
    keyRange: source.frontMatter.rangeOf('id'),
    source,
  };
}

function nameWithoutEnding(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}

/** A glossary that is read on first use, because built-in glossaries are often not needed. */
class ReadGlossary implements GlossaryDocument {
  readonly role = 'glossary';
  readonly file: StudyFile;
  readonly text: string;
  readonly lines: LineIndex;
  readonly conflicts: GlossaryDocument['conflicts'];
  private parsed: MarkdownDocument | undefined;
  private read: GlossaryDocument['glossary'] | undefined;
  private cited: GlossaryDocument['citations'] | undefined;

  constructor(
    base: Base,
    private previous: MarkdownDocument | undefined,
  ) {
    this.file = base.file;
    this.text = base.text;
    this.lines = base.lines;
    this.conflicts = base.conflicts;
  }

  get document(): MarkdownDocument {
    this.parsed ??= reparseMarkdown(this.previous, this.text);
    this.previous = undefined;
    return this.parsed;
  }

  get glossary(): GlossaryDocument['glossary'] {
    return (this.read ??= readGlossary(this.document));
  }

  get citations(): GlossaryDocument['citations'] {
    return (this.cited ??= readCitations(this.document));
  }
}

function analyseEdition(base: Base): EditionFile {
  const reading = readEdition(base.text);
  return 'edition' in reading
    ? { ...base, role: 'edition', edition: reading.edition, problem: undefined }
    : { ...base, role: 'edition', edition: undefined, problem: reading.problem };
}

const sideMark = /(?<=^|[\r\n])(<{7}|\|{7}|={7}|>{7})(?:[ \t]([^\r\n]*))?(?=[\r\n]|$)/g;

/**
 * Returns the conflicts in a text, in order. Only a complete sequence of marks at line starts counts; a single mark is
 * text.
 * @param isMarkdown whether fenced code is skipped, because a conflict in it is an example
 */
function readConflicts(text: string, isMarkdown: boolean): readonly Conflict[] {
  const conflicts: Conflict[] = [];
  let open: RegExpExecArray[] = [];
  for (const found of text.matchAll(sideMark)) {
    const sign = found[1]?.charAt(0) ?? '';
    if (sign === '<') open = [found];
    else if (follows(sign, open.at(-1)?.[1]?.charAt(0))) open.push(found);
    if (sign !== '>' || open.length < 3 || open.at(-1) !== found) continue;
    conflicts.push(conflictFromMarks(open, text));
    open = [];
  }
  if (!isMarkdown || conflicts.length === 0) return conflicts;
  const fenced = fencedCode(text);
  return conflicts.filter(
    ({ range }) => !fenced.some(({ start, end }) => start < range.start && range.end < end),
  );
}

/**
 * Whether a mark may come after the mark before it. The text between `|||||||` and `=======` may hold a conflict of its
 * own.
 */
function follows(sign: string, before: string | undefined): boolean {
  if (sign === '|') return before === '<';
  if (sign === '=') return before === '<' || before === '|';
  return before === '=';
}

function conflictFromMarks(marks: readonly RegExpExecArray[], text: string): Conflict {
  const ranges = marks.map(({ index, 0: { length } }) => ({ start: index, end: index + length }));
  const between = (from: number): Range => {
    const end = ranges[from + 1]?.start ?? text.length;
    return { start: Math.min(afterLineEnd(text, ranges[from]?.end ?? 0), end), end };
  };
  const last = ranges.length - 1;
  const side = (at: number, lines: number): ConflictSide => ({
    name: (marks[at]?.[2] ?? '').trim(),
    mark: ranges[at] ?? { start: 0, end: 0 },
    lines: between(lines),
  });
  return {
    range: { start: ranges[0]?.start ?? 0, end: ranges[last]?.end ?? 0 },
    ours: side(0, 0),
    theirs: side(last, last - 1),
    marks: ranges,
  };
}

const codeFence = /(?<=^|[\r\n]) {0,3}(`{3,}(?=[^`\r\n]*(?:[\r\n]|$))|~{3,})([^\r\n]*)/g;

/** Returns the ranges of closed fenced code, indented by at most three spaces. */
function fencedCode(text: string): Range[] {
  const ranges: Range[] = [];
  let open: { readonly sign: string; readonly start: number } | undefined;
  for (const { index, 0: line, 1: sign = '', 2: rest = '' } of text.matchAll(codeFence)) {
    if (!open) open = { sign, start: index };
    else if (sign.startsWith(open.sign) && rest.trim() === '') {
      ranges.push({ start: open.start, end: index + line.length });
      open = undefined;
    }
  }
  return ranges;
}
