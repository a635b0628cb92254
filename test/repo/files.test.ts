import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { bom } from '../../scripts/sbom.ts';
import { notices, noticesFile } from '../../scripts/notices.ts';
import { inRoot, root } from '../../scripts/support/paths.ts';

describe('the repository', () => {
  it('has no source file of 400 lines or more but languages, each of which is one', () => {
    const files = globSync(
      ['{src,test,scripts}/**/*.{ts,mts,mjs,cjs,js}', '!test/data/**', '!src/core/spoken/**'],
      {
        cwd: inRoot(),
      },
    );
    const long = files.filter((file) => lineCount(file) >= 400);
    assert.deepEqual(long, []);
  });

  it('has its properties in files that say so, which the quick loop leaves out', () => {
    const files = globSync('test/**/*.test.ts', { cwd: root });
    const drawing = files.filter((file) => /\bfc\.assert\(/.test(read(file)));
    assert.ok(drawing.length > 20);
    assert.deepEqual(
      drawing.filter((file) => !/\.(?:property|slow)\.test\.ts$/.test(file)),
      [],
    );
  });

  it('sends nobody to a registry for Pilcrow, where whoever takes its name would be run', () => {
    const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0');
    const files = tracked.filter((file) => /\.(?:md|json|ts|mts|mjs|js|ya?ml|svg)$/.test(file));
    const fromRegistry = /\b(?:npx|bunx|npm exec|npm x|pnpm dlx|yarn dlx)\s+(?:-\S+\s+)*["'`]?pilcrow\b/;
    const wrong = files.filter((file) => existsSync(inRoot(file)) && fromRegistry.test(read(file)));
    assert.deepEqual(wrong, []);
  });

  it('names every package in its bundles in THIRD-PARTY-NOTICES.md', async function () {
    this.timeout(120_000);
    const written = readFileSync(noticesFile, 'utf8');
    assert.ok(written === (await notices()), 'run npm run notices and commit what it writes');
  });

  it('names each of them in the bill of materials, with its licence and the hash that npm checks', async function () {
    this.timeout(120_000);
    const { components } = await bom();
    const noticed = [...read('THIRD-PARTY-NOTICES.md').matchAll(/^## (\S+) (\d\S*) \(.*\)$/gm)];
    const libraries = components.filter(({ type }) => type === 'library');
    assert.ok(noticed.length > 50);
    assert.deepEqual(
      libraries.map(({ purl }) => purl),
      noticed.map(([, name = '', version = '']) => `pkg:npm/${name.replace('@', '%40')}@${version}`),
    );
    for (const { name, licenses, hashes } of libraries) {
      assert.equal(licenses.length, 1, name);
      assert.match(hashes?.[0]?.content ?? '', /^[0-9a-f]{128}$/, name);
    }
  });
});

function read(file: string): string {
  return readFileSync(inRoot(file), 'utf8');
}

function lineCount(file: string): number {
  return read(file).split('\n').length - 1;
}
