import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { listFiles, PackageManager } from '@vscode/vsce';
import { globSync } from 'tinyglobby';
import { inRoot, root } from '../../scripts/support/paths.ts';

describe('the package', function () {
  this.timeout(20_000);

  it('holds the scripts and styles of every page that the extension shows', async () => {
    const packaged = await listFiles({ cwd: root, packageManager: PackageManager.None });
    const pages = globSync('src/extension/**/*.ts', { cwd: root, absolute: true })
      .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/'media', '([\w-]+)'/g)])
      .map(([, folder = '']) => folder);
    assert.ok(pages.includes('alignment'), pages.join());
    for (const folder of new Set(pages)) {
      const files = globSync('*', { cwd: inRoot('media', folder) });
      const missing = files.filter((name) => !packaged.includes(`media/${folder}/${name}`));
      assert.deepEqual(missing, [], folder);
    }
  });
});
