import type { BibliographyFile } from '../bibliography/bibliography.ts';
import type { Work } from '../bibliography/work.ts';
import type { Glossary } from '../glossary/glossary.ts';
import type { GlossaryFile } from '../glossary/entries.ts';
import type { TermMatcher } from '../glossary/matcher.ts';
import type { Citation } from '../markdown/citation.ts';
import type { MarkdownDocument } from '../markdown/document.ts';
import type { Suppression } from '../markdown/suppressions.ts';
import type { Recognition } from '../source/recognise.ts';
import type { SourceStructure, SourceText } from '../source/source.ts';
import type { Edition } from '../source/edition.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import type { Range } from '../text/range.ts';
import type { Configuration, ConfigurationProblem } from './configuration.ts';
import type { Role } from './roles.ts';

/** A file of a study folder. Text has no byte order mark. */
export interface StudyFile {
  readonly uri: string;
  /** Relative to the study folder, with `/`. */
  readonly path: string;
  readonly role: Role;
  /** The text, or why it could not be had, as a sentence in the person's words. */
  readonly content: { readonly text: string } | { readonly problem: string };
}

interface Analysed {
  readonly file: StudyFile;
  readonly text: string;
  readonly lines: LineIndex;
}

/** A paper as read by itself. */
export interface Paper extends Analysed {
  readonly role: 'paper';
  readonly document: MarkdownDocument;
  readonly citations: readonly Citation[];
  readonly suppressions: readonly Suppression[];
  readonly works: readonly Work[];
}

/** A source file as read by itself. */
export interface SourceFile extends Analysed {
  readonly role: 'source';
  readonly document: MarkdownDocument;
  /** `id` of the front matter; the file's name without ending where it gives none. */
  readonly key: string;
  readonly keyRange: Range | undefined;
  readonly source: SourceText;
  readonly suppressions: readonly Suppression[];
}

export interface GlossaryDocument extends Analysed {
  readonly role: 'glossary';
  readonly document: MarkdownDocument;
  readonly glossary: GlossaryFile;
  readonly citations: readonly Citation[];
  readonly suppressions: readonly Suppression[];
}

/** A file whose citations are resolved and checked. */
export type CitingFile = Paper | GlossaryDocument;

export interface BibliographyDocument extends Analysed {
  readonly role: 'bibliography';
  readonly bibliography: BibliographyFile;
}

export interface EditionFile extends Analysed {
  readonly role: 'edition';
  readonly edition: Edition | undefined;
  readonly problem: string | undefined;
}

export interface ConfigurationFile extends Analysed {
  readonly role: 'configuration';
  readonly configuration: Configuration;
  readonly problems: readonly ConfigurationProblem[];
}

export interface NotesFile extends Analysed {
  readonly role: 'notes';
}

/** A file that could not be read. */
export interface UnreadableFile {
  readonly role: 'unreadable';
  readonly file: StudyFile;
  readonly problem: string;
}

/** What one file says by itself, before the files are put together. */
export type Analysis =
  | Paper
  | SourceFile
  | GlossaryDocument
  | BibliographyDocument
  | EditionFile
  | ConfigurationFile
  | NotesFile
  | UnreadableFile;

/** A text that can be cited by passage: a source file, or an edition without its text. */
export interface Source extends SourceStructure {
  readonly key: string;
  readonly title: string;
  /** As a label: “Freire”, “Marx and Engels”; empty where none is given. */
  readonly author: string;
  readonly year: string;
  /** CSL variables. */
  readonly csl: Readonly<Record<string, unknown>>;
  readonly file: SourceFile | undefined;
  /** The edition that the text was recognised as, or that stands in for the text. */
  readonly edition: Edition | undefined;
  readonly recognition: Recognition | undefined;
  readonly abstract: string | undefined;
}

/** A bibliography entry with the file it stands in. */
export interface PlacedWork {
  readonly work: Work;
  readonly analysis: BibliographyDocument | Paper;
}

/** Everything that is known of a study folder at one moment. Immutable. */
export interface Study {
  readonly configuration: Configuration;
  /** Every file, in order of path. */
  readonly files: readonly Analysis[];
  readonly byUri: ReadonlyMap<string, Analysis>;
  readonly papers: readonly Paper[];
  /** By key; of files with the same key the first counts. */
  readonly sources: ReadonlyMap<string, Source>;
  /** Works cited without their text, by key. */
  readonly works: ReadonlyMap<string, readonly PlacedWork[]>;
  readonly glossary: Glossary;
  readonly matcher: TermMatcher;
}
