import { readBibliography } from '../bibliography/bibliography.ts';
import { worksOfFrontMatter } from '../bibliography/frontMatterWorks.ts';
import { readGlossary } from '../glossary/entries.ts';
import { readCitations } from '../markdown/citations.ts';
import { parseMarkdown } from '../markdown/document.ts';
import { readSuppressions } from '../markdown/suppressions.ts';
import { readEdition } from '../source/edition.ts';
import { readSource } from '../source/source.ts';
import { LineIndex } from '../text/lineIndex.ts';
import { readConfiguration } from './configuration.ts';
import type { Analysis, EditionFile, GlossaryDocument, Paper, SourceFile, StudyFile } from './study.ts';

interface Base {
  readonly file: StudyFile;
  readonly text: string;
  readonly lines: LineIndex;
}

/** Reads one file by itself. Never throws; depends on nothing but the file, so that it can be kept until the file changes. */
export function analyse(file: StudyFile): Analysis {
  if ('problem' in file.content) return { role: 'unreadable', file, problem: file.content.problem };
  const text = readable(file.content.text);
  const base: Base = { file, text, lines: new LineIndex(text) };
  switch (file.role) {
    case 'paper':
      return analysePaper(base);
    case 'source':
      return analyseSource(base);
    case 'glossary':
      return analyseGlossary(base);
    case 'bibliography':
      return { ...base, role: 'bibliography', bibliography: readBibliography(file.path, text) };
    case 'edition':
      return analyseEdition(base);
    case 'configuration':
      return { ...base, role: 'configuration', ...readConfiguration(text) };
    case 'notes':
      return { ...base, role: 'notes' };
  }
}

/**
 * A text of the same length without what parsers change by themselves: they count without a second byte order mark, for
 * which an invisible word joiner stands here, and put a replacement character for NUL.
 */
function readable(text: string): string {
  return text.replace(/^\uFEFF/, '\u2060').replaceAll('\u0000', '\uFFFD');
}

function analysePaper(base: Base): Paper {
  const document = parseMarkdown(base.text);
  return {
    ...base,
    role: 'paper',
    document,
    citations: readCitations(document),
    suppressions: readSuppressions(document.tree),
    works: worksOfFrontMatter(document).works,
  };
}

function analyseSource(base: Base): SourceFile {
  const document = parseMarkdown(base.text);
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
    suppressions: readSuppressions(document.tree),
  };
}

function nameWithoutEnding(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}

function analyseGlossary(base: Base): GlossaryDocument {
  const document = parseMarkdown(base.text);
  return {
    ...base,
    role: 'glossary',
    document,
    glossary: readGlossary(document),
    citations: readCitations(document),
    suppressions: readSuppressions(document.tree),
  };
}

function analyseEdition(base: Base): EditionFile {
  const reading = readEdition(base.text);
  return 'edition' in reading
    ? { ...base, role: 'edition', edition: reading.edition, problem: undefined }
    : { ...base, role: 'edition', edition: undefined, problem: reading.problem };
}
