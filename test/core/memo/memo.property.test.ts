import assert from 'node:assert/strict';
import fc from 'fast-check';
import { memo, Queries, runToEnd, type Task, withoutTraces } from '../../../src/core/memo/memoTable.ts';
import { keeping, memoOfTests as name, type Thing } from '../../support/keeping.ts';

describe('a memoised function', () => {
  for (const keeps of [true, false])
    describe(keeps ? 'that keeps' : 'under the switch', () => {
      keeping(keeps);

      it('gives what the plain one gives, whatever is asked in whatever order', () => {
        const owners: readonly Thing[] = [{ size: 1 }, { size: 1 }, { size: 2 }];
        const others: readonly (Thing | undefined)[] = [{ size: 5 }, { size: 5 }, { size: 7 }, undefined];
        const plain = (owner: Thing, ...more: readonly (Thing | undefined)[]): object | undefined =>
          owner.size === 2 ? undefined : { owner, more };
        const call = fc.tuple(
          fc.constantFrom(...owners),
          fc.array(fc.constantFrom(...others), { maxLength: 2 }),
        );
        fc.assert(
          fc.property(fc.array(call), (calls) => {
            const kept = memo(name, plain);
            for (const [owner, more] of calls) {
              const [made, expected] = [kept(owner, ...more), plain(owner, ...more)];
              assert.deepEqual(made, expected);
              if (made && 'more' in made)
                assert.ok(
                  (made.more as Thing[]).every((each, at) => each === more[at]),
                  'of the same objects',
                );
            }
          }),
        );
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

  it('gives what the plain one gives, whatever changes', () => {
    const object = fc.constantFrom(a, b, title);
    const models = fc.record({
      title: object,
      works: fc.dictionary(fc.constantFrom('a', 'b'), object).map((each) => new Map(Object.entries(each))),
      paths: fc.uniqueArray(fc.constantFrom('p', 'q')).map((each) => new Set(each)),
    });
    const plain = (_: object, { title: named, works, paths }: Model): unknown =>
      named === title ? works.get('a') : paths.has('p') ? [...works.values()] : works.has('b');
    fc.assert(
      fc.property(fc.array(fc.tuple(models, fc.boolean())), (list) => {
        const [sync, task] = [
          queries.query(name, plain),
          queries.taskQuery(name, function* (owner: object, each): Task<unknown> {
            yield;
            return plain(owner, each);
          }),
        ];
        const owner = {};
        for (const [each, traces] of list) {
          const ask = traces ? (work: () => void): void => work() : withoutTraces;
          ask(() => {
            assert.deepEqual(sync(owner, each), plain(owner, each));
            assert.deepEqual(runToEnd(task(owner, each)), plain(owner, each));
          });
        }
      }),
    );
  });
});
