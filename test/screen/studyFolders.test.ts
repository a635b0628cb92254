import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { quietWindow } from './pictures.ts';
import { useEditor } from './support.ts';

const files = {
  'sunday/sources/tale.md': '---\nid: tale\ntitle: A Tale\n---\n\nOne.\n',
  'sunday/papers/a.analysis.md': 'See [@tale, ¶ 1].\n',
  'tuesday/sources/tale.md': '---\nid: tale\ntitle: Another Tale\n---\n\nOne.\n',
  'tuesday/papers/a.analysis.md': 'See [@tale, ¶ 1].\n',
  'tuesday/templates/minutes.md': 'See [@{{key}}, ¶ 1].\n',
};
const folder = await mkdtemp(join(tmpdir(), 'pc-several-'));

describe('a window with two study folders', () => {
  before(async () => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  });
  const editor = useEditor({ folder, ...quietWindow });
  after(() => rm(folder, { recursive: true }));

  it('asks which one a new paper is for, and its views name that one from then on', async () => {
    const sideBar = await editor().openContainer('Pilcrow');
    await editor().treeRow('A Tale').waitFor();
    await editor().runCommand('Pilcrow: New Paper');
    await editor().pickRow('tuesday').click();
    await editor().page.locator('.quick-input-title', { hasText: 'New Paper in tuesday (1/2)' }).waitFor();
    await editor().pickRow('minutes').click();
    await editor().answer('Our minutes');
    await editor().treeRow('Another Tale').waitFor();
    for (const title of ['Sources', 'Paper']) {
      const header = editor().page.locator('.pane-header', { hasText: title });
      await sideBar.locator('.pane', { has: header }).locator('.message', { hasText: 'tuesday' }).waitFor();
    }
    await editor().screenshot('two-study-folders');
  });
});
