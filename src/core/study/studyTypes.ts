import type { BibliographyFile, Work } from '../bibliography.ts';
import type { Glossary, GlossaryFile, TermMatcher } from '../glossary.ts';
import type { Citation } from '../citations.ts';
import type { MarkdownDocument } from '../blocks.ts';
import type { AlignmentReading } from '../alignment.ts';
import type { NotesReading } from '../notes.ts';
import type { Edition, Recognition, SourceStructure, SourceText } from '../source.ts';
import type { LineIndex, Position, Range } from '../text.ts';
import type { Configuration } from './configuration.ts';
import type { ConfigurationProblem } from './configurationProblem.ts';
import type { FolderNames } from './folderNames.ts';
import type { NamedBibliography } from './namedBibliographies.ts';
import type { Role } from './roles.ts';
import type { Message } from '../messages.ts';

/** A file of a study folder. Its text has no byte order mark. */
export interface StudyFile {
  readonly uri: string;
  /** Relative to the study folder, with `/`. */
  readonly path: string;
  readonly role: Role;
  /**
   * A paper that the settings leave out, and that somebody has open or asks about. What it cites and uses counts for no other
   * file, so that a folder has the same findings whatever is open.
   */
  readonly isLeftOut?: boolean;
  /** The text, or why it could not be read. */
  readonly content: { readonly text: string } | { readonly problem: Message };
}

/** A side of a conflict. */
export interface ConflictSide {
  /** The name that git writes after the mark: a branch, a commit or a file; empty where there is none. */
  readonly name: string;
  /** The line of the mark, without its end. */
  readonly mark: Range;
  /** The lines of this side, with their ends. */
  readonly lines: Range;
}

/** A stretch that git could not merge, from `<<<<<<<` to `>>>>>>>`. Offsets are into the text. */
export interface Conflict {
  /** From the first mark to the last, both included, without the final line end. */
  readonly range: Range;
  readonly ours: ConflictSide;
  readonly theirs: ConflictSide;
  /** The lines of all marks in order, without their line ends; includes `|||||||`, the mark of the common ancestor. */
  readonly marks: readonly Range[];
}

interface Analysed {
  readonly file: StudyFile;
  /** Text of the same length as the file. In Markdown, conflict marks are replaced with spaces. */
  readonly text: string;
  /** The stretches that git could not merge. */
  readonly conflicts: readonly Conflict[];
  readonly lines: LineIndex;
}

/** A paper, read by itself. There may be thousands, so data that can be computed from the text again may be dropped. */
export interface Paper extends Analysed {
  readonly role: 'paper';
  /** Read again from the text if it was dropped; so are citations. */
  readonly document: MarkdownDocument;
  readonly citations: readonly Citation[];
  /** The number of citations. */
  readonly citationCount: number;
  /** The keys that it cites, without repeats. */
  readonly citedKeys: readonly string[];
  readonly works: readonly Work[];
  /** The title in its front matter. */
  readonly title: string | undefined;
  /** The bibliographies named in its front matter. */
  readonly bibliographies: readonly NamedBibliography[];
}

/** A source file, read by itself. */
export interface SourceFile extends Analysed {
  readonly role: 'source';
  readonly document: MarkdownDocument;
  /** `id` of the front matter; otherwise the name of the file without extension. */
  readonly key: string;
  readonly keyRange: Range | undefined;
  readonly source: SourceText;
}

/** A glossary file, read by itself. */
export interface GlossaryDocument extends Analysed {
  readonly role: 'glossary';
  readonly document: MarkdownDocument;
  readonly glossary: GlossaryFile;
  readonly citations: readonly Citation[];
}

/** A file whose citations are resolved and checked. */
export type CitingFile = Paper | GlossaryDocument;

/** A bibliography file, read by itself. */
export interface BibliographyDocument extends Analysed {
  readonly role: 'bibliography';
  readonly bibliography: BibliographyFile;
}

/** An edition file, read by itself. `problem` says why it could not be read. */
export interface EditionFile extends Analysed {
  readonly role: 'edition';
  readonly edition: Edition | undefined;
  readonly problem: Message | undefined;
}

/** The file `pilcrow.json`, read by itself. */
export interface ConfigurationFile extends Analysed {
  readonly role: 'configuration';
  readonly configuration: Configuration;
  readonly problems: readonly ConfigurationProblem[];
}

/** A file of readers' notes, read by itself. */
export interface NotesFile extends Analysed, NotesReading {
  readonly role: 'notes';
}

/** A file that says which paragraphs of two texts correspond, read by itself. */
export interface AlignmentFile extends Analysed, AlignmentReading {
  readonly role: 'alignment';
}

/** A file that could not be read. */
export interface UnreadableFile {
  readonly role: 'unreadable';
  readonly file: StudyFile;
  readonly problem: Message;
}

/** The data of one file, before the files are combined. */
export type Analysis =
  | Paper
  | SourceFile
  | GlossaryDocument
  | BibliographyDocument
  | EditionFile
  | ConfigurationFile
  | NotesFile
  | AlignmentFile
  | UnreadableFile;

/** A text that can be cited by passage: a source file, or an edition without its text. */
export interface Source extends SourceStructure {
  readonly key: string;
  readonly title: string;
  /** As a label: “Freire”, “Marx and Engels”; empty where there is none. */
  readonly author: string;
  readonly year: string;
  /** CSL variables. */
  readonly csl: Readonly<Record<string, unknown>>;
  readonly file: SourceFile | undefined;
  /** The edition that the text was recognised as, or that replaces a missing text. */
  readonly edition: Edition | undefined;
  readonly recognition: Recognition | undefined;
  readonly abstract: string | undefined;
}

/** A work, and the file that lists it. */
export interface CitedWork {
  readonly work: Work;
  readonly analysis: { readonly file: Pick<StudyFile, 'uri' | 'path'> };
}

/** A work, and the analysis of the file that lists it. */
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
 * The data that the findings of a paper depend on besides the paper itself. It has no text of other papers, because the
 * command line checks one paper after another and holds only one in memory.
 */
export interface StudyContext {
  readonly configuration: Configuration;
  /** Files of readers' notes, in order of path. */
  readonly notes: readonly NotesFile[];
  /** Files that say which paragraphs of two texts correspond, in order of path. */
  readonly alignments: readonly AlignmentFile[];
  /** By key; of files with the same key the first counts. */
  readonly sources: ReadonlyMap<string, Source>;
  /** Source files by the key they claim, in order of path. */
  readonly sourceFiles: ReadonlyMap<string, readonly SourceFile[]>;
  /** The study folder's own editions, then the built-in ones. */
  readonly editions: readonly Edition[];
  /** Works cited without their text, by key. */
  readonly works: ReadonlyMap<string, readonly CitedWork[]>;
  /** The keys that can be cited: those of sources, then those of works. */
  readonly keys: readonly string[];
  /** All terms, also those of texts with which the study folder has nothing to do. */
  readonly allTerms: Terms;
}

/** The terms of glossaries, and what finds them in a text. */
export interface Terms {
  readonly glossary: Glossary;
  readonly matcher: TermMatcher;
}

/**
 * The state of a study folder at one moment. Immutable. Unchanged parts are the same objects as before, so results computed
 * from them can be cached (`recorded`).
 */
export interface Study extends StudyContext {
  /** The terms of the texts with which the study folder has to do. */
  readonly terms: Terms;
  readonly works: ReadonlyMap<string, readonly PlacedWork[]>;
  /** Every file, in order of path. */
  readonly files: readonly Analysis[];
  /** The files of the study folder, and the built-in ones. */
  readonly byUri: FilesByUri;
  /** The paths of all files. */
  readonly paths: { has(path: string): boolean };
  readonly papers: readonly Paper[];
  /** The study folder's own glossaries, in order of path. */
  readonly glossaries: readonly GlossaryDocument[];
  /** Everything in the study folder, of use or not; undefined where it was not listed. */
  readonly names?: FolderNames | undefined;
  /** Papers that others link to, by path; undefined where all papers are among the files with their whole text. */
  readonly linkedPapers?: ReadonlyMap<string, Analysis> | undefined;
  /** The keys that papers cite, with `*` for “everything”. */
  readonly citedKeys: ReadonlySet<string>;
  /** Keys of the terms used by papers that are not among the files, because they were read and dropped. */
  readonly usedElsewhere?: ReadonlySet<string> | undefined;
  /** What such papers cite by numbers that are others now. */
  readonly movesElsewhere?: readonly NumberMove[] | undefined;
}

/** Passages in a row, by their numbers. */
export interface PassageSpan {
  readonly first: number;
  readonly last: number;
}

/** A part of the locator of a citation that names a passage, section or note which was named otherwise in earlier versions of Pilcrow. */
export interface NumberMove {
  /** The key of the source. */
  readonly key: string;
  readonly uri: string;
  readonly path: string;
  /** The part, `12-14`. Offsets are into the file. */
  readonly range: Range;
  readonly at: { readonly start: Position; readonly end: Position };
  /** What people call the place, `¶ 5`, and what they call it now; undefined where it is none. */
  readonly names: { readonly before: string; readonly now: string | undefined };
  /** The passages that the part as it is written leads to now. */
  readonly before: PassageSpan | undefined;
  /** The numbers that the passages have now to which it led; undefined where these stand in no passage. */
  readonly now: PassageSpan | undefined;
  /** The part with the names of today; undefined where it cannot be written. */
  readonly newText: string | undefined;
  /** Whether a quotation shows that the citation follows today's numbers or those before; undefined where none does. */
  readonly evidence: 'now' | 'before' | undefined;
}
