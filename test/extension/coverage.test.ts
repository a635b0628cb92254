import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CoveragePanel } from '../../src/extension/coverage/panel.ts';
import type { Pilcrow } from '../../src/extension/feature.ts';
import type { CoverageReply } from '../../src/server/protocol.ts';
import {
  activatedPilcrow,
  checksIn,
  fileOf,
  isThere,
  itWithPages,
  remove,
  revert,
  show,
  until,
  textIn,
} from './support.ts';

/** The parts of a panel that the tests use. The class in the extension's bundle is not the one imported here. */
type Panel = Pick<CoveragePanel, 'last' | 'shown' | 'onDidDraw'>;

describe('coverage in the editor', () => {
  let pilcrow: Pilcrow;

  before(async () => {
    pilcrow = await activatedPilcrow();
    await checksIn(fileOf('papers/exercise.analysis.md'), (checks) => checks.length > 0);
  });
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  const shown = (panel: Panel, wanted: (reply: CoverageReply) => boolean): Promise<CoverageReply> =>
    until(
      () => (panel.last && wanted(panel.last) ? panel.last : undefined),
      panel.onDidDraw as vscode.Event<never>,
    );

  itWithPages(
    'opens for a file, a row of the Sources view, or what is worked on, one panel for each source',
    async () => {
      const source = fileOf('sources/reading-together.md');
      const panel = await vscode.commands.executeCommand<Panel>('pilcrow.showCoverage', source);
      const reply = await shown(panel, () => true);
      assert.equal(reply.key, 'reading');
      assert.equal(vscode.window.tabGroups.activeTabGroup.activeTab?.label, 'Coverage: Reading Together');
      const again = await vscode.commands.executeCommand<Panel>('pilcrow.showCoverage', source);
      assert.equal(again, panel);
      const { nodes } = await pilcrow.models.sources.loaded();
      const row = nodes.find(({ id }) => id === 'source:masswork');
      const essay = await vscode.commands.executeCommand<Panel>('pilcrow.showCoverage', row);
      assert.notEqual(essay, panel);
      assert.equal((await shown(essay, () => true)).key, 'masswork');
    },
  );

  itWithPages('follows what is typed', async () => {
    const paper = await show('papers/first-reading.analysis.md');
    const panel = await vscode.commands.executeCommand<Panel>(
      'pilcrow.showCoverage',
      fileOf('sources/reading-together.md'),
    );
    const before = await shown(panel, () => true);
    const cites = (reply: CoverageReply): boolean => reply.figures.some(({ cell }) => cell === 0);
    assert.ok(!cites(before));
    const edit = new vscode.WorkspaceEdit();
    const end = paper.document.lineAt(paper.document.lineCount - 1).range.end;
    edit.insert(paper.document.uri, end, '\n\nIt begins well [@reading, ¶ 1].\n');
    await vscode.workspace.applyEdit(edit);
    const after = await shown(panel, cites);
    // The text has not changed, and is not sent again.
    assert.equal(after.outline, null);
    await revert(paper.document);
  });

  it('makes a discussion guide that has no problems', async () => {
    await show('papers/questions.analysis.md');
    await vscode.commands.executeCommand('pilcrow.makeGuide');
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document?.isUntitled);
    assert.equal(document.languageId, 'analysis');
    assert.match(
      document.getText(),
      /^14 open questions from 2 papers, 1 of them asked in notes, in the order of the text\.$/m,
    );
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    // The server has read it; what it found wrong would be there as well.
    assert.ok(symbols.length > 0);
    assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('saves guides among the papers without a question, and none over another', async () => {
    await show('papers/questions.analysis.md');
    const make = async (): Promise<vscode.TextDocument> => {
      const uri = await vscode.commands.executeCommand<vscode.Uri>('pilcrow.makeGuide');
      return vscode.workspace.openTextDocument(uri);
    };
    const guides: vscode.Uri[] = [];
    const nameIn = ({ path }: vscode.Uri): string => /\/papers\/([^/]+)\.analysis\.md$/.exec(path)?.[1] ?? '';
    try {
      const first = await make();
      const second = await make();
      for (const guide of [first, second]) {
        const file = fileOf(`papers/${nameIn(guide.uri)}.analysis.md`);
        guides.push(file);
        assert.ok(!(await isThere(file)));
        assert.ok(await guide.save());
        assert.match(await textIn(file), /^---\ntitle: Discussion guide\n/);
      }
      const third = await make();
      const day = /^discussion-guide-\d{4}-\d\d-\d\d$/;
      const names = [...guides, third.uri].map(nameIn);
      assert.match(names[0] ?? '', day);
      assert.deepEqual(names.slice(1), [`${names[0] ?? ''}-2`, `${names[0] ?? ''}-3`]);
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      for (const guide of guides) await remove(guide);
    }
  });
});
