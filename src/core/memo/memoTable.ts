import { detach, sameItems } from '../text.ts';
import { askedOnce, type MemoName } from './names.ts';

/** How often a memoised function was asked for a value, and how often it had to work for it. */
export interface MemoCounts {
  asked: number;
  worked: number;
}

/** All state of the core beside what is kept with its owners. */
export const memoState = {
  /** Whether nothing is kept. */
  isPlain: false,
  /** Whether it is written down what a query asked of its model. */
  isTracing: true,
  /** Since the program began. */
  countsByName: new Map<MemoName, MemoCounts>(),
};

/**
 * Turns off all that is kept: results are the same and take longer. The doors do so where the environment says
 * `PILCROW_PLAIN=1`, before they read anything.
 */
export function setPlain(plain: boolean): void {
  memoState.isPlain = plain;
}

/**
 * Runs work whose models nobody will change and that asks once for what is in `askedOnce`, which is not kept: what it keeps of a
 * query holds for the very same model alone, and nothing is written down of what was asked. The one took 8 %
 * of a check of 1,000 papers, the other 9.
 */
export function withoutTraces<T>(work: () => T): T {
  const before = memoState.isTracing;
  memoState.isTracing = false;
  try {
    return work();
  } finally {
    memoState.isTracing = before;
  }
}

/** The counts of a name since the program began. */
export function countsFor(name: MemoName): MemoCounts {
  const counts = memoState.countsByName.get(name) ?? { asked: 0, worked: 0 };
  memoState.countsByName.set(name, counts);
  return counts;
}

/**
 * Work that can be interrupted: whoever runs it may let others have their turn wherever it yields, go on later, or give it
 * up. What it is made from never changes, so that it comes to the same whenever it goes on.
 */
export type Task<T> = Generator<undefined, T, undefined>;

/** Runs a task without an interruption. */
export function runToEnd<T>(task: Task<T>): T {
  for (;;) {
    const step = task.next();
    if (step.done) return step.value;
  }
}

/**
 * A function that keeps what it made of an object with that object, and works again only where the other arguments are not the
 * same objects as the last time.
 * @param work must look at nothing but its arguments, and these must never change
 */
export function memo<Owner extends object, Others extends readonly unknown[], T>(
  name: MemoName,
  work: (owner: Owner, ...others: Others) => T,
): (owner: Owner, ...others: Others) => T {
  const table = memoTable<Owner, T>(name);
  const isAskedOnce = askedOnce.has(name);
  return (owner, ...others) => {
    if (isAskedOnce && !memoState.isTracing) return work(owner, ...others);
    const kept = table.find(owner, others);
    return kept ? kept.value : table.keep(owner, others, work(owner, ...others));
  };
}

/** What was asked of a model and what it answered, in threes: a question, the key where one was asked for, the answer. */
type Dependencies = readonly unknown[];

interface Kept<T> {
  readonly value: T;
  /** What it rests on beside its owner. */
  readonly others: readonly unknown[];
  /** What it rests on in a model. */
  readonly asked: Dependencies;
}

/** Of most values, so that tens of thousands of them need no list each. */
const none: readonly unknown[] = [];

/** Constructs nothing but what it is given, so that a class made from it adds its field to an object that is there already. */
const SameObject = function (object: object): object {
  return object;
} as unknown as new (object: object) => object;

/**
 * One value for each object, kept on the object in a private field: it goes when its object goes, and copies, comparisons and
 * messages to other threads do not have it. A `WeakMap` would say the same, but V8’s collector of young objects takes every
 * value of a `WeakMap` for alive; where values lead back to their keys, all that was ever known of a paper that has been let
 * go of would live until the next full collection.
 */
function memoTable<Owner extends object, T>(name: MemoName) {
  const counts = countsFor(name);
  return class KeptOn extends SameObject {
    #kept: Kept<T>;

    constructor(owner: Owner, kept: Kept<T>) {
      super(owner);
      this.#kept = kept;
    }

    /** What is kept, where it rests on the same objects and the model, if it has to do with one, answers as it did. */
    static find(owner: Owner, others: readonly unknown[], model?: object): Kept<T> | undefined {
      counts.asked++;
      const kept = !memoState.isPlain && #kept in owner ? owner.#kept : undefined;
      const tracker = model && trackerOf(model);
      if (kept && sameItems(kept.others, others) && holds(kept.asked, tracker?.whole ?? model)) {
        tracker?.addAll(kept.asked);
        return kept;
      }
      counts.worked++;
      return undefined;
    }

    /** @param notes have what was asked of a model for the value */
    static keep(owner: Owner, others: readonly unknown[], value: T, notes?: Notes): T {
      const asked = notes?.end() ?? none;
      const kept = { value, others: others.length === 0 ? none : others, asked };
      if (memoState.isPlain) return value;
      if (#kept in owner) owner.#kept = kept;
      else new this(owner, kept);
      return value;
    }
  };
}

/** A part of a model that is asked for one key at a time: a map, or a set. */
interface Lookup {
  get?(key: string): unknown;
  has(key: string): boolean;
}

/** A part of a model by its name, or something that is worked out from the whole of it. */
type Question = string | symbol | ((model: object) => unknown);

/**
 * Tracked queries of an immutable model of which there is another after every change, with the same objects in it where
 * nothing changed. What a query asked of the model is written down with the answers, and its value holds for every model that
 * gives the same answers (“verifying traces” in Mokhov, Mitchell and Peyton Jones, “Build systems à la carte”, 2018).
 */
export class Queries<Model extends object> {
  /** @param lookups the parts that are asked for one key at a time; the others are answers as a whole */
  constructor(private readonly lookups: readonly (keyof Model & string)[]) {}

  /**
   * A function that keeps its value with `owner` until the model answers one of its questions with another object, or one of
   * the other arguments is another object.
   * @param work must look at nothing but its arguments, and hold on to nothing of the model
   */
  query<Owner extends object, Others extends readonly unknown[], T>(
    name: MemoName,
    work: (owner: Owner, model: Model, ...others: Others) => T,
  ): (owner: Owner, model: Model, ...others: Others) => T {
    const table = memoTable<Owner, T>(name);
    const isAskedOnce = askedOnce.has(name);
    return (owner, model, ...others) => {
      if (isAskedOnce && !memoState.isTracing) return work(owner, model, ...others);
      const kept = table.find(owner, others, model);
      if (kept) return kept.value;
      const notes = notesOn(model, this.lookups);
      return table.keep(owner, others, work(owner, notes.model, ...others), notes);
    };
  }

  /** As `query`, of work that can be interrupted. */
  taskQuery<Owner extends object, Others extends readonly unknown[], T>(
    name: MemoName,
    work: (owner: Owner, model: Model, ...others: Others) => Task<T>,
  ): (owner: Owner, model: Model, ...others: Others) => Task<T> {
    const table = memoTable<Owner, T>(name);
    const { lookups } = this;
    const isAskedOnce = askedOnce.has(name);
    return function* (owner, model, ...others) {
      if (isAskedOnce && !memoState.isTracing) return yield* work(owner, model, ...others);
      const kept = table.find(owner, others, model);
      if (kept) return kept.value;
      const notes = notesOn(model, lookups);
      return table.keep(owner, others, yield* work(owner, notes.model, ...others), notes);
    };
  }

  /**
   * Asks a question whose answer is the same object, or text, as long as it says the same: whatever the question looks at, a
   * query rests on nothing but the answer.
   */
  ask<T>(model: Model, question: (model: Model) => T): T {
    const tracker = trackerOf(model);
    if (!tracker) return question(model);
    return tracker.note(question as Question, undefined, question(tracker.whole)) as T;
  }
}

/** Whether a model answers as another did. */
function holds(asked: Dependencies, model: object | undefined): boolean {
  for (let at = 0; model && at < asked.length; at += 3) {
    const answer = answerOf(model, asked[at] as Question, asked[at + 1] as string | undefined);
    if (answer !== asked[at + 2]) return false;
  }
  return true;
}

function answerOf(model: object, question: Question, key: string | undefined): unknown {
  if (typeof question === 'function') return question(model);
  const part: unknown = Reflect.get(model, question);
  if (key === undefined) return part;
  const lookup = part as Lookup;
  return lookup.get ? lookup.get(key) : lookup.has(key) || undefined;
}

/** The name under which what stands in for a model has its tracker. */
const trackerName = Symbol('tracker');

function trackerOf<Model extends object>(model: Model): Tracker<Model> | undefined {
  return (model as { readonly [trackerName]?: Tracker<Model> })[trackerName];
}

/** What a query works with, and what it rests on at the end. */
interface Notes<Model extends object = object> {
  readonly model: Model;
  readonly end: () => Dependencies;
}

function notesOn<Model extends object>(model: Model, lookups: readonly (string | symbol)[]): Notes<Model> {
  return memoState.isTracing || trackerOf(model)
    ? new Tracker(model, lookups)
    : { model, end: () => whole(model) };
}

const itself: Question = (model) => model;
/** What a query rests on that may have asked for anything: one list for each model, as tens of thousands of queries ask the same. */
const whole = memo('all of a model', (model: object): Dependencies => [itself, undefined, model]);

/** Writes down what is asked of a model. */
class Tracker<Model extends object> implements Notes<Model> {
  /** Stands in for the model. */
  readonly model: Model;
  readonly whole: Model;
  /** That of the query which asks this one. */
  readonly outer: Tracker<Model> | undefined;
  private readonly asked: unknown[] = [];
  private readonly known = new Map<unknown, Set<string | undefined>>();

  constructor(model: Model, lookups: readonly (string | symbol)[]) {
    this.outer = trackerOf(model);
    this.whole = this.outer?.whole ?? model;
    this.model = new Proxy(this.whole, {
      get: (whole, part): unknown => {
        if (part === trackerName) return this;
        return lookups.includes(part)
          ? this.lookup(part)
          : this.note(part, undefined, Reflect.get(whole, part));
      },
    });
  }

  /** A copy has no room to grow. */
  end(): Dependencies {
    const asked = this.asked.slice();
    this.outer?.addAll(asked);
    return asked;
  }

  note(question: Question, key: string | undefined, answer: unknown): unknown {
    const keys = this.known.get(question) ?? new Set();
    if (keys.has(key)) return answer;
    this.known.set(question, keys.add(key));
    this.asked.push(question, key === undefined ? undefined : detach(key), answer);
    return answer;
  }

  addAll(asked: Dependencies): void {
    for (let at = 0; at < asked.length; at += 3)
      this.note(asked[at] as Question, asked[at + 1] as string | undefined, asked[at + 2]);
  }

  /** Stands in for a part that is asked for keys; whoever looks at all of it asks for all of it. */
  private lookup(name: string | symbol): Lookup {
    const part = Reflect.get(this.whole, name) as Lookup;
    const get = (key: string): unknown => this.note(name, key, answerOf(this.whole, name, key));
    return new Proxy(part, {
      get: (_, member): unknown => {
        if (member === 'get') return get;
        if (member === 'has') return (key: string) => get(key) !== undefined;
        this.note(name, undefined, part);
        const value: unknown = Reflect.get(part, member, part);
        return typeof value === 'function' ? value.bind(part) : value;
      },
    });
  }
}
