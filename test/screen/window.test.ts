import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { useEditor } from './support.ts';

describe('the window', () => {
  // A window that is asked for nothing is light.
  const editor = useEditor({ theme: 'dark' });

  it('opens a file of the study folder, wears the theme that was asked for, and is pictured', async () => {
    await editor().openFile('sources/reading-together.md');
    await editor().statusBarItem('Markdown').waitFor();
    assert.equal(await editor().theme(), 'dark');
    assert.ok((await stat(await editor().screenshot('window-dark'))).size > 10_000);
  });
});
