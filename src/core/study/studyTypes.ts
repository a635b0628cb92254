import type { BibliographyFile, Work } from '../bibliography.ts';
import type { Glossary, GlossaryFile, TermMatcher } from '../glossary.ts';
import type { Citation } from '../citations.ts';
import type { MarkdownDocument, Suppression } from '../blocks.ts';
import type { NotesReading } from '../notes.ts';
import type { Edition, Recognition, SourceStructure, SourceText } from '../source.ts';
import type { Conflict, LineIndex, Range } from '../text.ts';
import type { Configuration, ConfigurationProblem } from './configuration.ts';
import type { FolderNames } from './folderNames.ts';
import type { NamedBibliography } from './namedBibliographies.ts';
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
  /** As long as the text of the file; in Markdown blank lines stand in place of the marks of conflicts. */
  readonly text: string;
  /** What git could not merge. */
  readonly conflicts: readonly Conflict[];
  readonly lines: LineIndex;
}

/** A paper as read by itself. There may be thousands, so that what its text can say again need not be kept. */
export interface Paper extends Analysed {
  readonly role: 'paper';
  /** Read again from the text where it has been let go of, as are citations and suppressions. */
  readonly document: MarkdownDocument;
  readonly citations: readonly Citation[];
  readonly suppressions: readonly Suppression[];
  /** How many citations there are. */
  readonly citationCount: number;
  /** The keys that it cites, each once. */
  readonly citedKeys: readonly string[];
  readonly works: readonly Work[];
  /** The title that its front matter gives. */
  readonly title: string | undefined;
  /** The bibliographies that its front matter names. */
  readonly bibliographies: readonly NamedBibliography[];
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

export interface NotesFile extends Analysed, NotesReading {
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

/** A work with the place of the file that lists it. */
export interface CitedWork {
  readonly work: Work;
  readonly analysis: { readonly file: Pick<StudyFile, 'uri' | 'path'> };
}

/** A work with the file that lists it. */
export interface PlacedWork extends CitedWork {
  readonly analysis: BibliographyDocument | Paper;
}

/** Files by their URI. */
export interface FilesByUri {
  get(uri: string): Analysis | undefined;
  has(uri: string): boolean;
  values(): Iterable<Analysis>;
}

/**
 * What the findings of a paper rest on beside the paper itself. The text of other papers is no part of it: the command line
 * checks one paper after another, and holds no other meanwhile.
 */
export interface StudyContext {
  readonly configuration: Configuration;
  /** Files of readers' notes, in order of path. */
  readonly notes: readonly NotesFile[];
  /** By key; of files with the same key the first counts. */
  readonly sources: ReadonlyMap<string, Source>;
  /** Source files by the key they claim, in order of path. */
  readonly sourceFiles: ReadonlyMap<string, readonly SourceFile[]>;
  /** The study folder's own, then those that ship with Pilcrow. */
  readonly editions: readonly Edition[];
  /** Works cited without their text, by key. */
  readonly works: ReadonlyMap<string, readonly CitedWork[]>;
  /** What can be cited: the keys of sources, then of works. */
  readonly keys: readonly string[];
  readonly glossary: Glossary;
  readonly matcher: TermMatcher;
}

/**
 * Everything that is known of a study folder at one moment. Immutable. What did not change from one moment to the next
 * is the same object, so that what was made from it can be kept (`recorded`).
 */
export interface Study extends StudyContext {
  readonly works: ReadonlyMap<string, readonly PlacedWork[]>;
  /** Every file, in order of path. */
  readonly files: readonly Analysis[];
  /** The files, and those that ship with Pilcrow. */
  readonly byUri: FilesByUri;
  /** Of every file. */
  readonly paths: { has(path: string): boolean };
  readonly papers: readonly Paper[];
  /** All that is in the study folder, of use or not; undefined where nobody has looked. */
  readonly names?: FolderNames | undefined;
  /** Papers that others link to, by path, where not all papers are among the files with their whole text. */
  readonly linkedPapers?: ReadonlyMap<string, Analysis> | undefined;
  /** The keys that papers cite, `*` for “everything” among them. */
  readonly citedKeys: ReadonlySet<string>;
  /** Keys of the terms that papers use which are not among the files: those that were read and let go of. */
  readonly usedElsewhere?: ReadonlySet<string> | undefined;
}
