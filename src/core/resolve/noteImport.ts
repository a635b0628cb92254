import type { Source, SourceFile, Study } from '../study.ts';
import {
  describeAnew,
  type ExchangedNote,
  insertNotes,
  type JsonObject,
  keyOfIri,
  notesFile,
  readNotes,
  type Selectors,
  sourceIri,
  toAnnotation,
} from '../notes.ts';
import { fileFor, pageIriOfPath, type NoteStep } from './noteChange.ts';
import { anchorTextIn, notesIndex, sourceAt } from './notesIndex.ts';
import { messageOf } from '../messages.ts';
import { appendTo, foldedCase } from '../text.ts';

/** What a person decides about an import. */
export interface NoteImportOptions {
  /** Key of the source for notes whose address or title the study folder does not know. */
  readonly source?: string | undefined;
  /** Whether notes that only their authors could read come in, too. */
  readonly takesPrivate?: boolean;
}

/** The effects of an import. Counts are of notes. */
export interface ImportPlan {
  readonly steps: readonly NoteStep[];
  readonly added: number;
  /** Notes whose ids are already in the study folder. They stay unchanged. */
  readonly known: number;
  /** Left out: notes marked for their authors only, and notes on other books. */
  readonly privateNotes: number;
  readonly ofOtherSources: number;
  /** The titles of these books, or their addresses where there is no title, in the order of their notes. */
  readonly otherWorks: readonly string[];
  /** Of those added: notes on words whose place is not certain. */
  readonly unplaced: number;
}

/**
 * Returns the files into which imported notes go: those for their authors on their sources. Existing notes are not changed.
 * The places of notes from other programs are described as those of notes made here.
 */
export function planNoteImport(
  notes: readonly ExchangedNote[],
  study: Study,
  { source, takesPrivate = false }: NoteImportOptions = {},
): ImportPlan {
  const { byId, threadOf } = notesIndex(study);
  const incoming = new Map(notes.map((note) => [note.id, note]));
  const unknown = [...incoming.values()].filter(({ id }) => !byId.has(id));
  const shared = unknown.filter(({ isPrivate }) => takesPrivate || !isPrivate);
  const threads = new ImportedThreads(incoming, new Set(byId.keys()));
  const files = new ImportedFiles(study);
  const counts = { added: 0, ofOtherSources: 0, unplaced: 0 };
  const otherWorks = new Set<string>();
  const describing = new ImportedPlaces(study);
  const works = new NotedWorks(notes, describing, study.sources.get(source ?? ''));
  for (const note of shared) {
    const head = threads.headOf(note);
    const key = threadOf.get(head.answers ?? '')?.sourceName ?? describing.keyOf(head) ?? source;
    const placed = describing.describe(threads.withAnswered(note), study.sources.get(key ?? ''));
    const isNowhere = head.answers === undefined && (head.source === '' || isOfOthers(head));
    if (key === undefined ? isNowhere : works.isElsewhere(head, placed, key)) {
      counts.ofOtherSources++;
      otherWorks.add(head.foreign?.title || head.source);
      continue;
    }
    const name = key ?? head.source;
    files.add(
      name,
      note.author,
      toAnnotation(placed.note, study.configuration.noteKinds, iriFor(name, study)),
    );
    counts.added++;
    if (!placed.isCertain) counts.unplaced++;
  }
  const steps = [...files.items].map(([path, items]): NoteStep => ({
    path,
    change: (text) => insertItems(text, path, items),
  }));
  const known = incoming.size - unknown.length;
  otherWorks.delete('');
  const privateNotes = unknown.length - shared.length;
  return { steps, ...counts, known, privateNotes, otherWorks: [...otherWorks] };
}

interface DescribedNote {
  readonly note: ExchangedNote;
  /** Whether the place is certain, or the note has none: answers, and notes on the whole source. */
  readonly isCertain: boolean;
}

/** Where imported notes belong. Tables of thousands of rows name few sources and often the same words: each is sought once. */
class ImportedPlaces {
  private readonly keys = new Map<string, string | undefined>();
  private readonly described = new Map<Source, Map<string, Selectors | undefined>>();

  constructor(private readonly study: Study) {}

  /** Returns the key of the source that a note names by its key or address, else by the title of the page. */
  keyOf({ source, foreign }: ExchangedNote): string | undefined {
    return this.keyOfName(source) ?? this.keyOfName(foreign?.title ?? '');
  }

  /** As `sourceKeyFor`. */
  private keyOfName(name: string): string | undefined {
    if (!this.keys.has(name)) this.keys.set(name, sourceKeyFor(name, this.study));
    return this.keys.get(name);
  }

  /** Describes the place of a note from another program in its source, if its words are found there for certain. */
  describe(note: ExchangedNote, source: Source | undefined): DescribedNote {
    if (note.answers !== undefined || !isOfOthers(note) || !source?.file) return { note, isCertain: true };
    if (!note.quote) return { note, isCertain: note.others === undefined };
    const selectors = this.selectorsOf(note.quote, source, source.file);
    return selectors
      ? { note: { ...note, ...selectors }, isCertain: true }
      : { note: { ...note, position: undefined }, isCertain: false };
  }

  private selectorsOf(
    quote: NonNullable<Selectors['quote']>,
    source: Source,
    file: SourceFile,
  ): Selectors | undefined {
    const known = this.described.get(source) ?? new Map<string, Selectors | undefined>();
    this.described.set(source, known);
    const words = JSON.stringify(quote);
    if (!known.has(words)) known.set(words, describeAnew({ quote, position: undefined }, anchorTextIn(file)));
    return known.get(words);
  }
}

function isOfOthers({ foreign }: ExchangedNote): boolean {
  return foreign !== undefined && foreign.isOurs !== true;
}

/** The books and pages that imported notes are on, by the titles or addresses that other programs give them. */
class NotedWorks {
  private readonly hasSeveral: boolean;
  /** Those of which a note quotes words of the source that a person named. */
  private readonly quoted: ReadonlySet<string>;

  constructor(
    notes: readonly ExchangedNote[],
    private readonly places: ImportedPlaces,
    source: Source | undefined,
  ) {
    const heads = notes.filter((note) => note.answers === undefined && isOfOthers(note));
    this.hasSeveral = new Set(heads.map((note) => note.source)).size > 1;
    const quoting = this.hasSeveral && source ? heads.filter(({ quote }) => quote) : [];
    const found = quoting.filter((note) => places.describe(note, source).isCertain);
    this.quoted = new Set(found.map((note) => note.source));
  }

  /**
   * Whether a note only comes in because a person named a source, and is on another of several works: the source does not have
   * its words or, of a note on no words, those of any other note on that work.
   */
  isElsewhere(head: ExchangedNote, placed: DescribedNote, key: string): boolean {
    if (!this.hasSeveral || !isOfOthers(head) || this.places.keyOf(head) === key) return false;
    return head.quote ? !placed.isCertain : !this.quoted.has(head.source);
  }
}

/** How many units of notes go into a file before it is asked again whether it is full. */
const unitsAtOnce = 1_000_000;

/** The files that imported notes go into. */
class ImportedFiles {
  /** By path. */
  readonly items = new Map<string, JsonObject[]>();
  /** How long they are in each file, in UTF-16 units, by path. */
  private readonly units = new Map<string, number>();
  /** By source and author, until so many units have gone there. */
  private readonly paths = new Map<string, string>();

  constructor(private readonly study: Study) {}

  add(source: string, author: string, item: JsonObject): void {
    const about = `${source}\n${author}`;
    const path = this.paths.get(about) ?? fileFor(source, author, this.study, this.units);
    appendTo(this.items, path, item);
    const before = this.units.get(path) ?? 0;
    const now = before + JSON.stringify(item).length;
    this.units.set(path, now);
    const isSame = Math.floor(now / unitsAtOnce) === Math.floor(before / unitsAtOnce);
    if (isSame) this.paths.set(about, path);
    else this.paths.delete(about);
  }
}

/** The threads of imported notes, as far as they are part of the import. */
class ImportedThreads {
  constructor(
    private readonly incoming: ReadonlyMap<string, ExchangedNote>,
    private readonly present: ReadonlySet<string>,
  ) {}

  /** Returns the first note of a thread. */
  headOf(note: ExchangedNote): ExchangedNote {
    const seen = new Set<ExchangedNote>();
    let at = note;
    for (let next = this.above(at); next && !seen.has(next); next = this.above(at)) {
      seen.add(next);
      at = next;
    }
    return this.withAnswered(at);
  }

  private above(note: ExchangedNote): ExchangedNote | undefined {
    return this.incoming.get(this.withAnswered(note).answers ?? '');
  }

  /** Of an answer to a note that is gone, makes one to the nearest note above that is there. */
  withAnswered(note: ExchangedNote): ExchangedNote {
    const isThere = (id: string): boolean => this.incoming.has(id) || this.present.has(id);
    if (note.answers === undefined || isThere(note.answers)) return note;
    const answers = note.ancestors?.findLast(isThere);
    return answers === undefined ? note : { ...note, answers };
  }
}

/** Returns the key of the source with a key, address or title; undefined where the study folder has none. */
export function sourceKeyFor(name: string, study: Study): string | undefined {
  if (name === '') return undefined;
  if (study.sources.has(name)) return name;
  return sourceAt(name, study)?.key ?? sourceWithTitle(name, study)?.key ?? keyOfIri(name);
}

/** Reading devices put the author behind a title, and file names write other signs for those that they cannot have. */
function sourceWithTitle(name: string, study: Study): Source | undefined {
  const wanted = new Set([name, name.replace(/\s*\([^()]*\)\s*$/, '')].map(comparableTitle));
  wanted.delete('');
  return [...study.sources.values()].find(({ title }) => wanted.has(comparableTitle(title)));
}

function comparableTitle(title: string): string {
  return (foldedCase(title).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

/** Returns the IRI of a source in notes; for one that the study folder does not know, the address that the note came with. */
function iriFor(name: string, study: Study): string {
  return !study.sources.has(name) && /^[a-z][a-z0-9+.-]*:/i.test(name) ? name : sourceIri(name);
}

function insertItems(
  text: string,
  path: string,
  items: readonly JsonObject[],
): ReturnType<NoteStep['change']> {
  const base = text.trim() === '' ? notesFile(pageIriOfPath(path), []) : text;
  const reading = readNotes(base);
  return reading.writable
    ? { text: insertNotes(base, reading, items) }
    : { problem: messageOf('notes.fileNotWritable', { file: path }) };
}
