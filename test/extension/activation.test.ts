import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activateExtension } from './support.ts';

describe('the extension', () => {
  it('activates', async () => {
    const extension = await activateExtension();
    assert.ok(extension.isActive);
  });

  it('knows the language of papers', async () => {
    assert.ok((await vscode.languages.getLanguages()).includes('analysis'));
  });
});
