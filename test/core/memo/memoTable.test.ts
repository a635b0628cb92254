import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import {
  countsFor,
  memo,
  memoState,
  Queries,
  runToEnd,
  type Task,
  withoutTraces,
} from '../../../src/core/memo/memoTable.ts';
import { askedOnce, memoNames } from '../../../src/core/memo/names.ts';
import { analyse, buildStudy, readConfiguration, RoleFinder } from '../../../src/core/study.ts';
import { findingsOf } from '../../../src/core/check.ts';
import { groupOfYears, makeCorpus } from '../../bench/support/corpus.ts';
import { inRoot } from '../../../scripts/support/paths.ts';
import { keeping, memoOfTests as name, type Thing } from '../../support/keeping.ts';

function worked(work: () => void): number {
  const before = countsFor(name).worked;
  work();
  return countsFor(name).worked - before;
}

describe('a memoised function', () => {
  describe('keeps', () => {
    keeping(true);

    it('one value for each owner, the same object', () => {
      const kept = memo(name, ({ size }: Thing) => [size]);
      const [one, other] = [{ size: 1 }, { size: 1 }];
      assert.equal(
        worked(() => assert.equal(kept(one), kept(one))),
        1,
      );
      assert.notEqual(kept(one), kept(other));
    });

    it('that nothing came of it', () => {
      const kept = memo(name, (_: Thing) => undefined);
      const one = { size: 1 };
      assert.equal(
        worked(() => [kept(one), kept(one)]),
        1,
      );
    });

    it('the value of the last other arguments, compared by what they are and not by what they say', () => {
      const kept = memo(name, (owner: Thing, other: Thing) => [owner, other]);
      const [owner, a, b] = [{ size: 0 }, { size: 1 }, { size: 1 }];
      assert.equal(
        worked(() => [kept(owner, a), kept(owner, a)]),
        1,
      );
      assert.equal(kept(owner, b)[1], b);
      assert.equal(
        worked(() => kept(owner, a)),
        1,
      );
    });

    it('nothing of a function that failed', () => {
      let fails = true;
      const kept = memo(name, ({ size }: Thing) => {
        if (fails) throw new RangeError('not yet');
        return size;
      });
      const one = { size: 3 };
      assert.throws(() => kept(one), RangeError);
      fails = false;
      assert.equal(kept(one), 3);
    });

    it('out of sight of whoever copies, compares or lists the owner, frozen ones too', () => {
      const kept = memo(name, ({ size }: Thing) => [size]);
      const one = Object.freeze({ size: 1 });
      assert.equal(kept(one), kept(one));
      assert.deepEqual(Reflect.ownKeys(one), ['size']);
      assert.notEqual(kept({ ...one }), kept(one));
      assert.deepEqual(structuredClone(one), one);
    });

    it('functions apart that have the same owner', () => {
      const [size, twice] = [
        memo(name, ({ size }: Thing) => size),
        memo(name, ({ size }: Thing) => 2 * size),
      ];
      const one = { size: 4 };
      assert.deepEqual([size(one), twice(one), size(one), twice(one)], [4, 8, 4, 8]);
    });
  });
});

interface Model {
  readonly title: object;
  readonly works: ReadonlyMap<string, object>;
  readonly paths: { has(path: string): boolean };
}

const queries = new Queries<Model>(['works', 'paths']);

describe('a tracked query', () => {
  keeping(true);
  const [title, a, b] = [{}, {}, {}];
  const model: Model = { title, works: new Map([['a', a]]), paths: new Set(['p']) };

  function askedOnce(work: (model: Model) => unknown, then: Model): boolean {
    const query = queries.query(name, (_: object, tracked) => work(tracked));
    const owner = {};
    const times = worked(() => [query(owner, model), query(owner, model), query(owner, then)]);
    assert.equal(query(owner, then), work(then));
    return times === 1;
  }

  it('works again exactly where an answer is another object', () => {
    const changes: readonly [change: Partial<Model>, alters: readonly string[]][] = [
      [{ title: {} }, ['title']],
      [{ works: new Map([['a', a]]) }, ['all works', 'number of works']],
      [{ works: new Map([['a', b]]) }, ['work a', 'all works', 'number of works']],
      [{ works: new Map() }, ['work a', 'has a', 'all works', 'number of works']],
      [
        {
          works: new Map([
            ['a', a],
            ['b', b],
          ]),
        },
        ['work b', 'all works', 'number of works'],
      ],
      [{ paths: new Set(['p', 'q']) }, ['path q']],
      [{ paths: new Set(['q']) }, ['path p', 'path q']],
    ];
    const questions: Readonly<Record<string, (model: Model) => unknown>> = {
      title: (each) => each.title,
      'work a': (each) => each.works.get('a'),
      'work b': (each) => each.works.get('b'),
      'has a': (each) => each.works.has('a'),
      'all works': (each) => [...each.works.keys()].length,
      'number of works': (each) => each.works.size,
      'path p': (each) => each.paths.has('p'),
      'path q': (each) => each.paths.has('q'),
      nothing: () => 1,
    };
    for (const [change, alters] of changes)
      for (const [question, work] of Object.entries(questions))
        assert.equal(
          askedOnce(work, { ...model, ...change }),
          // Whether there is a work is known by the work.
          !alters.includes(question) && !(question === 'has a' && alters.includes('work a')),
          `${question} where another is ${Object.keys(change).join()}`,
        );
  });

  it('rests on what a query within it rests on, made just now or before', () => {
    const inner = queries.query(name, (_: object, each: Model) => [each.works.get('a')]);
    const outer = queries.query(name, (owner: Thing, each: Model) => [owner.size, inner(shared, each)]);
    const shared = {};
    const then = { ...model, works: new Map([['a', b]]) };
    for (const size of [1, 2]) {
      const owner = { size };
      assert.equal(outer(owner, model), outer(owner, { ...model, title: {} }));
      assert.deepEqual(outer(owner, then), [size, [b]]);
    }
  });

  it('rests on the answer of a question, not on what the question looked at', () => {
    const query = queries.query(name, (_: object, each: Model) => [
      queries.ask(each, (whole) => [...whole.works.values()].includes(a)),
    ]);
    const owner = {};
    const first = query(owner, model);
    assert.equal(query(owner, { ...model, works: new Map([['b', a]]) }), first);
    assert.deepEqual(query(owner, { ...model, works: new Map() }), [false]);
  });

  it('without traces holds for the very same model alone, and for one that is traced afterwards', () => {
    const query = queries.query(name, (_: object, each: Model) => each.title);
    const owner = {};
    const times = worked(() => withoutTraces(() => [query(owner, model), query(owner, model)]));
    assert.equal(times, 1);
    const traced = worked(() => [query(owner, model), query(owner, { ...model })]);
    assert.equal(traced, 1);
    assert.equal(memoState.isTracing, true);
  });

  it('that is given up half-way keeps nothing', () => {
    const query = queries.taskQuery(name, function* (_: object, each: Model): Task<object> {
      yield;
      return each.title;
    });
    const owner = {};
    query(owner, model).next();
    assert.equal(
      worked(() => runToEnd(query(owner, model))),
      1,
    );
  });
});

describe('the switch', () => {
  keeping(false);

  it('makes every call work', () => {
    const kept = memo(name, ({ size }: Thing) => [size]);
    const query = queries.query(name, (_: object, { title }: Model) => title);
    const one = { size: 1 };
    const model: Model = { title: {}, works: new Map(), paths: new Set() };
    assert.equal(
      worked(() => [kept(one), kept(one), query(one, model), query(one, model)]),
      4,
    );
    assert.notEqual(kept(one), kept(one));
  });
});

describe('the names of what is kept', () => {
  it('are each used once', () => {
    const used = globSync('src/**/*.ts', { cwd: inRoot() })
      .filter((file) => file !== 'src/core/memo/names.ts')
      .flatMap((file) => [
        ...readFileSync(inRoot(file), 'utf8').matchAll(
          /\b(?:memo|query|taskQuery)(?:<[^()]*>)?\(\s*'([^']+)'/g,
        ),
      ])
      .map((found) => found[1] ?? '');
    assert.deepEqual(used.sort(), [...memoNames].sort());
  });
});

describe('what a paper that is read once asks for once', () => {
  keeping(true);

  it('is asked for once in a check of made papers, and not kept there', () => {
    const roles = new RoleFinder(readConfiguration('{}').configuration);
    const files = [...makeCorpus({ ...groupOfYears, papers: 20 })].flatMap(([path, text]) => {
      const role = roles.roleOf(path);
      return role ? [analyse({ uri: `file:///${path}`, path, role, content: { text } })] : [];
    });
    const study = buildStudy(files);
    const before = new Map(memoNames.map((each) => [each, { ...countsFor(each) }]));
    for (const paper of study.papers) findingsOf(paper, study);
    const asked = (each: (typeof memoNames)[number]): number =>
      countsFor(each).asked - (before.get(each)?.asked ?? 0);
    const again = [...askedOnce].filter(
      (each) => countsFor(each).worked - (before.get(each)?.worked ?? 0) < asked(each),
    );
    assert.deepEqual(again, []);
    assert.ok(asked('quotation outline of a chunk') > 500);
  });
});
