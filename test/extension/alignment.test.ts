import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ReviewPanel } from '../../src/extension/alignment/reviewPanel.ts';
import type { AlignmentReview } from '../../src/server/protocol.ts';
import {
  activatedPilcrow,
  fileOf,
  itWithPages,
  nextEvent,
  remove,
  show,
  textIn,
  until,
  write,
} from './support.ts';

/** The parts of a panel that the tests use. The class in the extension's bundle is not the one imported here. */
type Panel = Pick<ReviewPanel, 'last' | 'confirm' | 'undo' | 'onDidDraw'>;

const front = (key: string, more: string): string => `---\nid: ${key}\ntitle: ${key}\n${more}\n---\n\n`;
const english = ['In 1871 Anselm Vogt lit 3 lamps.', 'He waited in the dark.', 'Nobody came.'];
const french = ['En 1871 Anselm Vogt alluma 3 lampes.', 'Il attendit dans le noir.', 'Personne ne vint.'];

describe('texts side by side', () => {
  const file = 'alignments/lamps.lampes.json';
  const written = {
    'sources/lamps.md': `${front('lamps', 'language: en')}${english.join('\n\n')}\n`,
    'sources/lampes.md': `${front('lampes', 'language: fr\ntranslation-of: lamps')}${french.join('\n\n')}\n`,
  };
  const pair = { base: 'lamps', text: 'lampes' };
  let panel: Panel;

  before(async () => {
    const { server } = await activatedPilcrow();
    for (const [path, text] of Object.entries(written)) await write(fileOf(path), text);
    // The server tells of other changes, too.
    for (;;) {
      const changed = nextEvent(server.onDidChange);
      const pairs = await server.request('pilcrow/textPairs', {});
      if (pairs.some(({ text }) => text.key === pair.text)) return;
      await changed;
    }
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    for (const path of Object.keys(written)) await remove(fileOf(path));
    await remove(fileOf('alignments'));
  });

  const reviewed = (wanted: (review: AlignmentReview) => boolean): Promise<AlignmentReview> =>
    until(
      () => (panel.last && wanted(panel.last) ? panel.last : undefined),
      panel.onDidDraw as vscode.Event<never>,
    );
  const states = ({ groups }: AlignmentReview): string[] =>
    groups.map(({ base, text, state }) => `${base.join('+')}–${text.join('+')} ${state}`);

  itWithPages('are aligned by a command, which writes what is known and opens it', async () => {
    panel = await vscode.commands.executeCommand<Panel>('pilcrow.alignTranslation', pair);
    const review = await reviewed(() => true);
    assert.deepEqual(review.groups.flatMap(({ base }) => base).sort(), [1, 2, 3]);
    assert.match(await textIn(fileOf(file)), /"base": "lamps"/);
    assert.equal(vscode.window.tabGroups.activeTabGroup.activeTab?.label, 'Alignment: lampes');
    assert.equal(await vscode.commands.executeCommand('pilcrow.reviewAlignment', pair), panel);
  });

  itWithPages('take what a person confirms, one after the other, and give it back', async () => {
    const settings = vscode.workspace.getConfiguration('pilcrow');
    await settings.update('author', 'Anna', vscode.ConfigurationTarget.Global);
    // Without waiting: the second rests on the first.
    void panel.confirm([{ base: [1], text: [1] }]);
    void panel.confirm([{ base: [2], text: [2] }]);
    await panel.confirm([
      { base: [3], text: [] },
      { base: [], text: [3] },
    ]);
    const all = ['1–1 confirmed', '2–2 confirmed', '–3 confirmed', '3– confirmed'];
    await reviewed((review) => states(review).join() === all.join());
    await panel.undo();
    const review = await reviewed((now) => states(now).join() !== all.join());
    assert.deepEqual(states(review).slice(0, 2), all.slice(0, 2));
    assert.match(await textIn(fileOf(file)), /"confirmed","by":"Anna"/);
    await settings.update('author', undefined, vscode.ConfigurationTarget.Global);
  });

  itWithPages('stand beside each other, where the cursor of one leads the other', async () => {
    const editor = await show('sources/lamps.md');
    editor.selection = new vscode.Selection(8, 2, 8, 2);
    const uris = await vscode.commands.executeCommand<string[]>('pilcrow.openSideBySide');
    assert.deepEqual(
      uris,
      ['sources/lamps.md', 'sources/lampes.md'].map((path) => fileOf(path).toString()),
    );
    const shown = vscode.window.visibleTextEditors.map(({ document }) => document.uri.toString());
    assert.ok(uris.every((uri) => shown.includes(uri)));
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uris[0]);
  });
});
