/** What goes over the wire about notes of readers; part of the protocol (src/server/protocol.ts). */
import type { Location, Position, Range } from 'vscode-languageserver';
import type { Annotation, NoteKind, ReplacedNote } from '../core/notes.ts';
import type { PlaceFields } from '../core/present/listings.ts';
import type { ClearPlaceRow } from '../core/present/notes.ts';
import type { NewFile } from '../core/present/papers.ts';
import type { ImportPlan, NoteState } from '../core/resolve.ts';

/** What a note is: question, remark … as `noteKinds` of `pilcrow.json` has them. */
export type WireNoteKind = Omit<NoteKind, 'motivation'>;

/** A note or an answer. */
export interface WireNote extends Pick<
  Annotation,
  'id' | 'author' | 'created' | 'modified' | 'text' | 'tags'
> {
  /**
   * The text for showing: citations lead to their passages and say on hover what stands there, terms say what they mean; no
   * HTML, no pictures, no links but to the web and into the study folder.
   */
  readonly shown: string;
  /** Id of the note of which this is another version, kept because two people had changed it at once. */
  readonly versionOf?: string;
}

/** A note with its answers. */
export interface WireNoteThread {
  readonly note: WireNote;
  /** In the order in which they were made. */
  readonly answers: readonly WireNote[];
  readonly kind: WireNoteKind;
  readonly state: NoteState;
  readonly resolved: boolean;
  /** The noted words where they stand; those of a note on the whole source are its beginning. Undefined unless anchored. */
  readonly place?: Location;
  /** The words as the note remembers them, on one line; empty for a whole source. */
  readonly words: string;
  /** Key of the source. */
  readonly source: string;
  /** Whether it is a note on another text, at the passages that correspond: to be read, not to be changed. Its ids are no ids of notes. */
  readonly isElsewhere?: true;
  /** `Question · ¶ 12`, for the head of the thread. */
  readonly label: string;
  /** Pandoc citation of the passage, `[@masswork, ¶ 12]`; empty where the note has no place. */
  readonly citation: string;
}

/** The notes that stand in a source file, as far as they are wanted whole, and where all of them are. */
export interface DocumentNotes {
  /** Nearest first, and then in the order of the text. */
  readonly threads: readonly WireNoteThread[];
  /** How many stand in the file. */
  readonly count: number;
  readonly marks: readonly NoteMarks[];
}

/** Where notes that look alike stand, without those that are resolved or on the whole source. */
export interface NoteMarks extends Pick<WireNoteKind, 'symbol' | 'color'> {
  /** Start line, start character, end line and end character of each, one after the other. */
  readonly places: readonly number[];
}

/** What can be done to notes. Nothing is decided by who asks: whoever can write the file can change the note. */
export type NoteAction =
  /** `range` of a source file that the note is on; an empty one stands for its whole paragraph, `null` for the whole source. */
  | {
      readonly do: 'add';
      readonly uri: string;
      readonly range: Range | null;
      readonly author: string;
      /** Id of a kind. */
      readonly kind: string;
      readonly text: string;
      readonly tags: readonly string[];
    }
  | { readonly do: 'answer'; readonly id: string; readonly author: string; readonly text: string }
  /**
   * What is left out stays. `seen` is `modified` as the person saw it: where the note has been changed since, both versions
   * are kept.
   */
  | {
      readonly do: 'edit';
      readonly id: string;
      readonly seen: string;
      readonly text?: string;
      readonly tags?: readonly string[];
      readonly kind?: string;
    }
  /** Answers to the note stay, with nothing above them, unless `answers` says that they go too. */
  | { readonly do: 'delete'; readonly id: string; readonly answers?: boolean }
  | { readonly do: 'resolve' | 'reopen'; readonly id: string }
  /** Puts a note that has lost its place, or any other, on other words of its source. */
  | { readonly do: 'place'; readonly id: string; readonly uri: string; readonly range: Range };

/** What became of an action. */
export type NoteReply =
  /** The note that was made or changed, and the file that it stands in. */
  | { readonly id: string; readonly file: string; readonly keptBoth?: true }
  /** Why nothing was done, in the person's words. */
  | { readonly problem: string };

export interface NoteCandidate {
  readonly place: Location;
  /** `¶ 12` */
  readonly label: string;
  /** The words there, on one line. */
  readonly words: string;
}

/** A note without a place, and the one that is clearly the first choice for it. */
export type ClearPlaceOfNote = Omit<ClearPlaceRow, keyof PlaceFields>;

/** Notes that were changed at once: what their files had before, and why some could not be. */
export interface PlacedNotes {
  readonly replaced: readonly ReplacedNote[];
  readonly problem?: string;
}

/** A file with notes of another program, and what a person decides. */
export interface NoteImportParams {
  /** Of the study folder. */
  readonly uri: string;
  readonly fileName: string;
  readonly base64: string;
  /** Key of the source of notes on works that the study folder does not have. */
  readonly source?: string;
  /** Whether notes that only their authors could read come in, too. */
  readonly takesPrivate?: boolean;
  /** Counts alone: nothing is written. */
  readonly isTrial?: boolean;
}

/** What an import does, in numbers of notes, and what could not be read or written; or why the file cannot be read at all. */
export type NoteImportReply =
  | (Omit<ImportPlan, 'steps'> & {
      /** Entries that have no words and say nothing. */
      readonly left: number;
      readonly problems: readonly string[];
    })
  | { readonly problem: string };

/** The requests about notes of readers. */
export interface NoteMethods {
  /** Takes in the notes of a file. Those that are here already stay as they are. */
  readonly 'pilcrow/importNotes': { params: NoteImportParams; result: NoteImportReply };
  /** The notes without a place for which one place is clearly the first choice. */
  readonly 'pilcrow/clearPlaces': { params: { uri?: string }; result: readonly ClearPlaceOfNote[] };
  /** Puts notes on those places and writes their files. */
  readonly 'pilcrow/placeNotes': { params: { uri?: string; ids: readonly string[] }; result: PlacedNotes };
  /** Puts notes back as their files had them; those that have been changed since stay. */
  readonly 'pilcrow/restoreNotes': {
    params: { uri?: string; notes: readonly ReplacedNote[] };
    result: PlacedNotes;
  };
  /**
   * The notes on a source file that stand in it. Of more than `most` those that are nearest to `near`, what is in sight, or to
   * the beginning; and those with the ids in `also`.
   */
  readonly 'pilcrow/documentNotes': {
    params: { uri: string; near?: readonly Range[]; most?: number; also?: readonly string[] };
    result: DocumentNotes;
  };
  /** The note at a place of a source, of several the one on the fewest words; null where there is none. */
  readonly 'pilcrow/noteAt': {
    params: { uri: string; position: Position };
    result: { id: string } | null;
  };
  /** What to say of a row of the Notes view when the pointer rests on it, as Markdown; null where the note is gone. */
  readonly 'pilcrow/noteTooltip': { params: { uri?: string; id: string }; result: string | null };
  /** Where notes can be made in a file: the text of a source as a whole; empty for files that are none. */
  readonly 'pilcrow/notePlaces': { params: { uri: string }; result: readonly Range[] };
  /** One note with its answers, by its id or that of an answer; null where it is gone. */
  readonly 'pilcrow/note': { params: { uri?: string; id: string }; result: WireNoteThread | null };
  /** The kinds of notes of a study folder, in the order in which they are offered. */
  readonly 'pilcrow/noteKinds': { params: { uri?: string }; result: readonly WireNoteKind[] };
  /** The tags that notes have, the most used first. */
  readonly 'pilcrow/noteTags': { params: { uri?: string }; result: readonly string[] };
  /** The name that git knows the person by; empty where it knows none. */
  readonly 'pilcrow/noteAuthor': { params: { uri?: string }; result: { name: string } };
  /** Does something to notes and writes the file, whole and at once; what others wrote meanwhile stays. */
  readonly 'pilcrow/changeNote': { params: { uri?: string; action: NoteAction }; result: NoteReply };
  /** Where a note that has lost its place may belong, best first. */
  readonly 'pilcrow/noteCandidates': {
    params: { uri?: string; id: string };
    result: readonly NoteCandidate[];
  };
  /** A new paper from notes in the order of the text, their passages quoted and cited; from all open ones where none is named. */
  readonly 'pilcrow/paperFromNotes': {
    params: { uri?: string; ids?: readonly string[]; title: string; author?: string; date: string };
    result: NewFile;
  };
}
