import { copyFile, mkdir } from 'node:fs/promises';
import { inRoot } from '../../scripts/support/paths.ts';
import type { Editor } from './editor.ts';

const inReadme = [
  'hover-light',
  'hover-dark',
  'sidebar-light',
  'sidebar-dark',
  'term-dark',
  'terms-light',
  'terms-dark',
  'problems-dark',
  'preview-light',
  'notes-light',
  'notes-dark',
  'coverage-essay-dark',
];

/**
 * Takes a picture into test-results/. With PILCROW_PICTURES set, pictures of the README also go to
 * media/screenshots/. Without it a test run changes no file of the repository.
 */
export async function picture(editor: Editor, name: string): Promise<string> {
  await editor.page.locator('.monaco-progress-container.active').first().waitFor({ state: 'hidden' });
  const path = await editor.screenshot(name);
  if (process.env['PILCROW_PICTURES'] && inReadme.includes(name)) {
    const folder = inRoot('media', 'screenshots');
    await mkdir(folder, { recursive: true });
    await copyFile(path, `${folder}/${name}.png`);
  }
  return path;
}

/** Options for a window that shows only what a picture is about. */
export const quietWindow = {
  viewport: { width: 1200, height: 860 },
  settings: {
    // The sample has notes, whose panel would cover half of the window.
    'comments.openView': 'never',
    'editor.minimap.enabled': false,
    'editor.fontSize': 14,
    'editor.lineNumbers': 'off',
    'editor.folding': false,
    'workbench.layoutControl.enabled': false,
    'window.commandCenter': false,
    'window.title': 'Pilcrow',
  },
} as const;
