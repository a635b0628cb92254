import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { inRoot } from '../../scripts/support/paths.ts';
import { decoded } from '../fuzz/failures.ts';
import { fuzzTasks } from '../fuzz/tasks.ts';

/** Each file is what the fuzzer once made as small as it goes. */
describe('what the fuzzer has found', () => {
  const folder = inRoot('test', 'fuzz', 'failures');
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json')))
    it(`is mended: ${name}`, async () => {
      const { task, input } = decoded(readFileSync(`${folder}/${name}`, 'utf8'));
      const asked = fuzzTasks.find((each) => each.name === task);
      assert.ok(asked, task);
      await asked.run(input);
    });
});
