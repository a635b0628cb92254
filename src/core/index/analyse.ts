import { readBibliography } from '../bibliography/bibliography.ts';
import { worksOfFrontMatter } from '../bibliography/frontMatterWorks.ts';
import { readGlossary } from '../glossary/entries.ts';
import { readCitations } from '../markdown/citations.ts';
import { parseMarkdown, reparseMarkdown, type MarkdownDocument } from '../markdown/document.ts';
import { readSuppressions } from '../markdown/suppressions.ts';
import { readNotes } from '../notes/read.ts';
import { readEdition } from '../source/edition.ts';
import { readSource } from '../source/source.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { readConfiguration } from './configuration.ts';
import { namedBibliographies } from './namedBibliographies.ts';
import type { Shelf } from './shelf.ts';
import type { Analysis, EditionFile, GlossaryDocument, Paper, SourceFile, StudyFile } from './study.ts';

interface Base {
  readonly file: StudyFile;
  readonly text: string;
  readonly lines: LineIndex;
}

/**
 * Reads one file by itself. Never throws; depends on nothing but the file, so that it can be kept until the file changes.
 * @param previous the same file before an edit: what the edit did not touch is not read again
 * @param shelf where the document of a paper is kept; without one the paper holds on to it
 */
export function analyse(file: StudyFile, previous?: Analysis, shelf?: Shelf): Analysis {
  if ('problem' in file.content) return { role: 'unreadable', file, problem: file.content.problem };
  if (file.role === 'paper') {
    const before = previous?.role === 'paper' ? previous.document : undefined;
    return new ReadPaper(file, readable(file.content.text), before, shelf);
  }
  const text = readable(file.content.text);
  const base: Base = { file, text, lines: new LineIndex(text) };
  switch (file.role) {
    case 'source':
      return analyseSource(base, documentOf(previous));
    case 'glossary':
      return analyseGlossary(base, documentOf(previous));
    case 'bibliography':
      return { ...base, role: 'bibliography', bibliography: readBibliography(file.path, text) };
    case 'edition':
      return analyseEdition(base);
    case 'configuration':
      return { ...base, role: 'configuration', ...readConfiguration(text) };
    case 'notes':
      return { ...base, role: 'notes', ...readNotes(text) };
  }
}

/** The document of a file that holds on to it. */
function documentOf(previous: Analysis | undefined): MarkdownDocument | undefined {
  return previous?.role === 'source' || previous?.role === 'glossary' ? previous.document : undefined;
}

function parse(text: string, previous: MarkdownDocument | undefined): MarkdownDocument {
  return previous ? reparseMarkdown(previous, text) : parseMarkdown(text);
}

/**
 * A text of the same length without what parsers change by themselves: they count without a second byte order mark, for
 * which an invisible word joiner stands here, and put a replacement character for NUL.
 */
function readable(text: string): string {
  return text.replace(/^\uFEFF/, '\u2060').replaceAll('\u0000', '\uFFFD');
}

/** A paper whose document is read again from its text where it was taken from the shelf. */
class ReadPaper implements Paper {
  readonly role = 'paper';
  readonly citations: Paper['citations'];
  readonly suppressions: Paper['suppressions'];
  readonly works: Paper['works'];
  readonly title: unknown;
  readonly bibliographies: Paper['bibliographies'];
  private keptDocument: MarkdownDocument | undefined;
  private keptLines: LineIndex | undefined;

  constructor(
    readonly file: StudyFile,
    readonly text: string,
    previous: MarkdownDocument | undefined,
    private readonly shelf: Shelf | undefined,
  ) {
    const document = parse(text, previous);
    this.keptDocument = document;
    shelf?.put(this);
    this.citations = readCitations(document);
    this.suppressions = readSuppressions(document);
    this.works = worksOfFrontMatter(document).works;
    this.title = document.frontMatter.data['title'];
    this.bibliographies = namedBibliographies(file.path, document.frontMatter);
  }

  get document(): MarkdownDocument {
    if (this.keptDocument) return this.keptDocument;
    const document = parseMarkdown(this.text);
    this.keptDocument = document;
    this.shelf?.put(this);
    return document;
  }

  get lines(): LineIndex {
    return (this.keptLines ??= new LineIndex(this.text));
  }

  /** Lets go of what the text can say again. */
  forget(): void {
    this.keptDocument = undefined;
    this.keptLines = undefined;
  }
}

function analyseSource(base: Base, previous: MarkdownDocument | undefined): SourceFile {
  const document = parse(base.text, previous);
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
    suppressions: readSuppressions(document),
  };
}

function nameWithoutEnding(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}

function analyseGlossary(base: Base, previous: MarkdownDocument | undefined): GlossaryDocument {
  const document = parse(base.text, previous);
  return {
    ...base,
    role: 'glossary',
    document,
    glossary: readGlossary(document),
    citations: readCitations(document),
    suppressions: readSuppressions(document),
  };
}

function analyseEdition(base: Base): EditionFile {
  const reading = readEdition(base.text);
  return 'edition' in reading
    ? { ...base, role: 'edition', edition: reading.edition, problem: undefined }
    : { ...base, role: 'edition', edition: undefined, problem: reading.problem };
}
