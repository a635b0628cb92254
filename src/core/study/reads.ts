import { detached } from '../text.ts';
import type { Steps } from './steps.ts';
import type { Study } from './studyTypes.ts';

/** A part of a study that is read as a whole. */
type Part = keyof Study;
/** A part that is read by key. */
type Keyed = 'sources' | 'works' | 'sourceFiles' | 'paths';
/** A function of a whole study. Its result stays the same object while it has the same content. */
type Question = (study: Study) => unknown;

/**
 * The reads of a study, with their results. A value computed only from these results is valid for every study that gives
 * the same ones: “verifying traces”, as in Mokhov, Mitchell and Peyton Jones, “Build systems à la carte” (2018). They are
 * stored in one flat list, because there are many.
 */
class Reads {
  /** @param list triples: a part or a question; the key, if there is one; the result */
  constructor(readonly list: readonly unknown[]) {}

  holdsFor(study: Study): boolean {
    for (let i = 0; i < this.list.length; i += 3) {
      const answer = answerOf(study, this.list[i] as Part | Question, this.list[i + 1] as string | undefined);
      if (answer !== this.list[i + 2]) return false;
    }
    return true;
  }
}

function answerOf(study: Study, of: Part | Question, key: string | undefined): unknown {
  if (typeof of === 'function') return of(study);
  if (key === undefined) return study[of];
  return of === 'paths' ? study.paths.has(key) : study[of as Exclude<Keyed, 'paths'>].get(key);
}

/** A value with its dependencies. */
export interface Recorded<T> {
  readonly value: T;
  readonly reads: Reads;
}

/**
 * Computes a value from a study and records what it read. `make` may depend only on the study it is given and on constants,
 * and must not keep that study in memory.
 */
function recorded<T>(study: Study, make: (study: Study) => T): Recorded<T> {
  const recorder = new Recorder(study instanceof Recorder ? study.study : study);
  const value = make(recorder);
  const result = { value, reads: recorder.reads };
  if (study instanceof Recorder) study.take(result.reads);
  return result;
}

/** Returns the cached value if the study still gives the same results; computes it again otherwise. */
export function keep<T>(kept: Recorded<T> | undefined, study: Study, make: (study: Study) => T): Recorded<T> {
  if (!kept?.reads.holdsFor(study instanceof Recorder ? study.study : study)) return recorded(study, make);
  if (study instanceof Recorder) study.take(kept.reads);
  return kept;
}

/** Like `keep`, in steps. */
export function* keepInSteps<T>(
  kept: Recorded<T> | undefined,
  study: Study,
  make: (study: Study) => Steps<T>,
): Steps<Recorded<T>> {
  const whole = study instanceof Recorder ? study.study : study;
  let result = kept;
  if (!result?.reads.holdsFor(whole)) {
    const recorder = new Recorder(whole);
    const value = yield* make(recorder);
    result = { value, reads: recorder.reads };
  }
  if (study instanceof Recorder) study.take(result.reads);
  return result;
}

/**
 * Reads the result of a question as a single dependency. A value that depends on it stays valid while the result is the
 * same object, whatever the question itself read.
 */
export function ask<T>(study: Study, question: (study: Study) => T): T {
  return study instanceof Recorder ? study.ask(question) : question(study);
}

/** Shared records by result and question, since most checks of thousands of papers read nothing, or a single thing. */
const single = new WeakMap<object, Map<unknown, Reads>>();
const nothingRead = new Reads([]);

/** A study that records what is read. */
class Recorder implements Study {
  private readonly list: unknown[] = [];
  private readonly known = new Map<unknown, Set<unknown>>();
  readonly sources: Study['sources'];
  readonly sourceFiles: Study['sourceFiles'];
  readonly works: Study['works'];
  readonly paths: Study['paths'];

  constructor(readonly study: Study) {
    this.sources = new RecordedMap(this, 'sources', study.sources);
    this.sourceFiles = new RecordedMap(this, 'sourceFiles', study.sourceFiles);
    this.works = new RecordedMap(this, 'works', study.works);
    this.paths = { has: (path) => this.note('paths', path, study.paths.has(path)) };
  }

  note<T>(of: Part | Question, key: string | undefined, answer: T): T {
    const keys = this.known.get(of) ?? new Set();
    if (!keys.has(key)) {
      this.known.set(of, keys.add(key));
      this.list.push(of, key === undefined ? undefined : detached(key), answer);
    }
    return answer;
  }

  /** The reads so far. */
  get reads(): Reads {
    const [of, key, answer] = this.list;
    if (this.list.length === 0) return nothingRead;
    if (this.list.length > 3 || key !== undefined || typeof answer !== 'object' || answer === null)
      return new Reads(this.list.slice());
    const those = single.get(answer) ?? new Map<unknown, Reads>();
    single.set(answer, those);
    const reads = those.get(of) ?? new Reads(this.list.slice());
    those.set(of, reads);
    return reads;
  }

  take({ list }: Reads): void {
    for (let i = 0; i < list.length; i += 3)
      this.note(list[i] as Part | Question, list[i + 1] as string | undefined, list[i + 2]);
  }

  ask<T>(question: (study: Study) => T): T {
    return this.note(question, undefined, question(this.study));
  }

  get configuration() {
    return this.note('configuration', undefined, this.study.configuration);
  }
  get files() {
    return this.note('files', undefined, this.study.files);
  }
  get byUri() {
    return this.note('byUri', undefined, this.study.byUri);
  }
  get papers() {
    return this.note('papers', undefined, this.study.papers);
  }
  get names() {
    return this.note('names', undefined, this.study.names);
  }
  get linkedPapers() {
    return this.note('linkedPapers', undefined, this.study.linkedPapers);
  }
  get notes() {
    return this.note('notes', undefined, this.study.notes);
  }
  get editions() {
    return this.note('editions', undefined, this.study.editions);
  }
  get keys() {
    return this.note('keys', undefined, this.study.keys);
  }
  get citedKeys() {
    return this.note('citedKeys', undefined, this.study.citedKeys);
  }
  get glossary() {
    return this.note('glossary', undefined, this.study.glossary);
  }
  get usedElsewhere() {
    return this.note('usedElsewhere', undefined, this.study.usedElsewhere);
  }
  get matcher() {
    return this.note('matcher', undefined, this.study.matcher);
  }
}

/** A map that records the keys it is asked for. Iterating over it counts as reading all of it. */
class RecordedMap<V> implements ReadonlyMap<string, V> {
  constructor(
    private readonly recorder: Recorder,
    private readonly part: Exclude<Keyed, 'paths'>,
    private readonly map: ReadonlyMap<string, V>,
  ) {}

  private get all(): ReadonlyMap<string, V> {
    return this.recorder.note(this.part, undefined, this.map);
  }

  get(key: string): V | undefined {
    return this.recorder.note(this.part, key, this.map.get(key));
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  get size(): number {
    return this.all.size;
  }

  forEach(callback: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    this.all.forEach(callback);
  }

  entries() {
    return this.all.entries();
  }

  keys() {
    return this.all.keys();
  }

  values() {
    return this.all.values();
  }

  [Symbol.iterator]() {
    return this.all[Symbol.iterator]();
  }
}
