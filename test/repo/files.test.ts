import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { notices, noticesFile } from '../../scripts/notices.ts';
import { inRoot } from '../../scripts/support/paths.ts';

describe('the repository', () => {
  it('has no source file of 300 lines or more', () => {
    const files = globSync(['{src,test,scripts}/**/*.{ts,mts,mjs,cjs,js}', '!test/data/**'], {
      cwd: inRoot(),
    });
    const long = files.filter((file) => lineCount(file) >= 300);
    assert.deepEqual(long, []);
  });

  it('names every package in its bundles in THIRD-PARTY-NOTICES.md', async function () {
    this.timeout(120_000);
    const written = readFileSync(noticesFile, 'utf8');
    assert.ok(written === (await notices()), 'run npm run notices and commit what it writes');
  });
});

function lineCount(file: string): number {
  return readFileSync(inRoot(file), 'utf8').split('\n').length - 1;
}
