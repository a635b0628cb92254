import assert from 'node:assert/strict';
import { driftOf, generated } from '../../scripts/generate.ts';

describe('what is generated', () => {
  for (const { folder, files } of generated)
    it(`is up to date in ${folder}/`, () => {
      assert.deepEqual(driftOf(folder, files()), [], 'run npm run generate and commit what it writes');
    });
});
