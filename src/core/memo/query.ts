import { detach } from '../text.ts';
import { countsFor, KeptWith } from './memoTable.ts';
import type { MemoName } from './names.ts';
import type { Task } from './task.ts';

/** A part of a model that is asked for one key at a time: a map, or a set. */
interface Lookup {
  get?(key: string): unknown;
  has(key: string): boolean;
}

/** A part of a model by its name, or something that is worked out from the whole of it. */
type Question<Model> = keyof Model | ((model: Model) => unknown);

/** What was asked of a model and what it answered, in threes: a question, the key where one was asked for, the answer. */
type Dependencies = readonly unknown[];

/**
 * Tracked queries of an immutable model of which there is another after every change, with the same objects in it where
 * nothing changed. What a query asked of the model is written down with the answers, and its value holds for every model that
 * gives the same answers (“verifying traces” in Mokhov, Mitchell and Peyton Jones, “Build systems à la carte”, 2018).
 */
export class Queries<Model extends object> {
  /** @param lookups the parts that are asked for one key at a time; the others are answers as a whole */
  constructor(private readonly lookups: readonly (keyof Model)[]) {}

  /**
   * A function that keeps its value with `owner` until the model answers one of its questions with another object, or one of
   * the other arguments is another object.
   * @param work must look at nothing but its arguments, and hold on to nothing of the model
   */
  query<Owner extends object, Others extends readonly unknown[], T>(
    name: MemoName,
    work: (owner: Owner, model: Model, ...others: Others) => T,
  ): (owner: Owner, model: Model, ...others: Others) => T {
    const kept = new KeptAnswers<Owner, Model, T>(name, this.lookups);
    return (owner, model, ...others) => {
      const known = kept.find(owner, model, others);
      if (known) return known.value;
      const tracker = kept.begin(model);
      return kept.keep(owner, tracker, work(owner, tracker.model, ...others), others);
    };
  }

  /** As `query`, of work that can be interrupted. */
  taskQuery<Owner extends object, Others extends readonly unknown[], T>(
    name: MemoName,
    work: (owner: Owner, model: Model, ...others: Others) => Task<T>,
  ): (owner: Owner, model: Model, ...others: Others) => Task<T> {
    const kept = new KeptAnswers<Owner, Model, T>(name, this.lookups);
    return function* (owner, model, ...others) {
      const known = kept.find(owner, model, others);
      if (known) return known.value;
      const tracker = kept.begin(model);
      return kept.keep(owner, tracker, yield* work(owner, tracker.model, ...others), others);
    };
  }

  /**
   * Asks a question whose answer is the same object, or text, as long as it says the same: whatever the question looks at, a
   * query rests on nothing but the answer.
   */
  ask<T>(model: Model, question: (model: Model) => T): T {
    const tracker = trackerOf(model);
    return tracker ? (tracker.note(question, undefined, question(tracker.whole)) as T) : question(model);
  }
}

/** A value with what it rests on in the model. */
interface Answered<T> {
  readonly value: T;
  readonly asked: Dependencies;
}

class KeptAnswers<Owner extends object, Model extends object, T> {
  private readonly kept = new KeptWith<Owner, Answered<T>>();
  private readonly counts;

  constructor(
    name: MemoName,
    private readonly lookups: readonly (keyof Model)[],
  ) {
    this.counts = countsFor(name);
  }

  find(owner: Owner, model: Model, others: readonly unknown[]): Answered<T> | undefined {
    this.counts.asked++;
    const outer = trackerOf(model);
    const known = this.kept.get(owner, others)?.value;
    if (!known || !holds(known.asked, outer?.whole ?? model)) return undefined;
    outer?.addAll(known.asked);
    return known;
  }

  begin(model: Model): Tracker<Model> {
    this.counts.worked++;
    const outer = trackerOf(model);
    return new Tracker(outer?.whole ?? model, this.lookups, outer);
  }

  keep(owner: Owner, tracker: Tracker<Model>, value: T, others: readonly unknown[]): T {
    const { asked } = tracker;
    this.kept.set(owner, { value, asked }, others);
    tracker.outer?.addAll(asked);
    return value;
  }
}

/** Whether a model answers as another did. */
function holds(asked: Dependencies, model: object): boolean {
  for (let at = 0; at < asked.length; at += 3) {
    const answer = answerOf(model, asked[at] as Question<object>, asked[at + 1] as string | undefined);
    if (answer !== asked[at + 2]) return false;
  }
  return true;
}

function answerOf<Model>(model: Model, question: Question<Model>, key: string | undefined): unknown {
  if (typeof question === 'function') return question(model);
  const part = model[question];
  return key === undefined ? part : valueIn(part as Lookup, key);
}

function valueIn(part: Lookup, key: string): unknown {
  return part.get ? part.get(key) : part.has(key) || undefined;
}

/** The name under which what stands in for a model has its tracker. */
const trackerName = Symbol('tracker');

function trackerOf<Model extends object>(model: Model): Tracker<Model> | undefined {
  return (model as { readonly [trackerName]?: Tracker<Model> })[trackerName];
}

/** Writes down what is asked of a model. */
class Tracker<Model extends object> {
  /** Stands in for the model. */
  readonly model: Model;
  private readonly list: unknown[] = [];
  private readonly known = new Map<unknown, Set<string | undefined>>();

  constructor(
    readonly whole: Model,
    lookups: readonly (keyof Model)[],
    /** That of the query which asks this one. */
    readonly outer: Tracker<Model> | undefined,
  ) {
    this.model = new Proxy(whole, {
      get: (_, name): unknown => {
        if (name === trackerName) return this;
        const part = name as keyof Model;
        return lookups.includes(part) ? this.lookup(part) : this.note(part, undefined, whole[part]);
      },
    });
  }

  get asked(): Dependencies {
    // A copy has no room to grow.
    return this.list.slice();
  }

  note(question: Question<Model>, key: string | undefined, answer: unknown): unknown {
    const keys = this.known.get(question) ?? new Set();
    if (keys.has(key)) return answer;
    this.known.set(question, keys.add(key));
    this.list.push(question, key === undefined ? undefined : detach(key), answer);
    return answer;
  }

  addAll(asked: Dependencies): void {
    for (let at = 0; at < asked.length; at += 3)
      this.note(asked[at] as Question<Model>, asked[at + 1] as string | undefined, asked[at + 2]);
  }

  /** Stands in for a part that is asked for keys; whoever looks at all of it asks for all of it. */
  private lookup(name: keyof Model): Lookup {
    const part = this.whole[name] as Lookup;
    const get = (key: string): unknown => this.note(name, key, valueIn(part, key));
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
