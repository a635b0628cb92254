import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { activateExtension, checksIn, fileOf } from './support.ts';

const samples = join(process.env['PILCROW_REPOSITORY'] ?? '', '..', 'shared', 'inout', 'samples');

/**
 * The text of the sample’s source, as programs write it, under titles that none of the study folder’s sources has: one that
 * replaces a source would be in the other tests’ way.
 */
const files = [
  ...['word.docx', 'lo.docx', 'lo.odt', 'writer.fodt', 'pages.epub'],
  ...['chromium.pdf', 'lo-tagged.pdf'],
];

function wordsOf(markdown: string): string {
  return markdown
    .replace(/^---\n.*?\n---\n/s, '')
    .replace(/<!--.*?-->|[*_\\>]/gs, '')
    .replace(/\s+/g, ' ');
}

const writtenSources: vscode.Uri[] = [];

describe('a document of another program', () => {
  before(async function () {
    if (!existsSync(samples)) {
      console.log('      skipped: the files are not here (../shared/inout/samples)');
      this.skip();
    }
    await activateExtension();
    await checksIn(fileOf('papers/exercise.analysis.md'), (checks) => checks.length > 0);
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const made of writtenSources.splice(0)) {
      await vscode.workspace.fs.delete(made);
      const key = made.path.slice(made.path.lastIndexOf('/') + 1).replace(/\.md$/, '');
      await rm(fileOf(`editions/${key}`).fsPath, { recursive: true, force: true });
    }
  });

  for (const name of files)
    it(`gives the source that its web page gives: ${name}`, async () => {
      const made = await vscode.commands.executeCommand<vscode.Uri | undefined>('pilcrow.importSource', {
        uri: vscode.Uri.file(join(samples, name)),
        decisions: 'accept',
      });
      assert.ok(made);
      writtenSources.push(made);
      const words = wordsOf(await readFile(made.fsPath, 'utf8'));
      const { blocks } = JSON.parse(await readFile(join(samples, 'expect.json'), 'utf8')) as {
        blocks: readonly { readonly text: string }[];
      };
      const missed = blocks.filter(({ text }) => !words.includes(text.slice(2, 60).replace(/\s+/g, ' ')));
      assert.deepEqual(missed, []);
    });
});
