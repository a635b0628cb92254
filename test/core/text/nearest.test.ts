import assert from 'node:assert/strict';
import { nearest, NameIndex } from '../../../src/core/text/nearest.ts';

describe('names nearest to one written', () => {
  const keys = Array.from({ length: 100_000 }, (_, index) => `author${String(index * 7919)}work`);

  it('are the same where they are looked for among few, once or often', () => {
    const few = keys.slice(0, 2000);
    const index = new NameIndex(few);
    for (const written of ['author7919wok', 'Author79190', 'xuthor7919work', '', 'author'])
      assert.deepEqual(index.nearest(written), nearest(written, few));
  });

  it('are found among very many without comparing all', () => {
    const index = new NameIndex(keys);
    assert.deepEqual(index.nearest('author791900wrk', 1), ['author791900work']);
    assert.deepEqual(index.nearest('xuthor791900work', 1), ['author791900work']);
    const { user } = process.cpuUsage();
    for (let i = 0; i < 300; i++) index.nearest(`author${String(i * 104729)}wrk`);
    const took = (process.cpuUsage().user - user) / 1000;
    // Compared with all they take two seconds.
    assert.ok(took < 900, `${String(took)} ms`);
  });
});
