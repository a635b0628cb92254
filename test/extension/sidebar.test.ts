import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { termRowQuestions } from '../../src/extension/features/sidebarFeature.ts';
import type { Pilcrow } from '../../src/extension/feature.ts';
import { paperOrderIn } from '../../src/extension/workspaceChoice.ts';
import type { ViewModel } from '../../src/extension/viewModel.ts';
import { allRows, ViewTree } from '../../src/extension/viewTree.ts';
import { withoutLinks } from '../../src/extension/withoutLinks.ts';
import type { View, ViewNode } from '../../src/server/protocol.ts';
import { activatedPilcrow, checksIn, fileOf, show, until } from './support.ts';

describe('the sidebar', () => {
  let pilcrow: Pilcrow;

  before(async () => {
    pilcrow = await activatedPilcrow();
    await checksIn(fileOf('papers/exercise.analysis.md'), (checks) => checks.length > 0);
  });

  const filled = (model: ViewModel, wanted: (view: View) => boolean): Promise<View> => {
    const seen = until(
      () => (wanted(model.view) ? model.view : undefined),
      model.onDidChange as vscode.Event<never>,
    );
    void model.refresh();
    return seen;
  };

  it('lists sources down to their paragraphs, each ready to be cited', async () => {
    const { nodes } = await filled(pilcrow.models.sources, (view) => view.nodes.length >= 2);
    const reading = nodes.find(({ label }) => label === 'Reading Together');
    assert.equal(reading?.kind, 'source');
    assert.equal(nodes.find(({ label }) => label.startsWith('Mass Work'))?.kind, 'editionOnly');
    const passages = [...allRows([reading])].filter(({ kind }) => kind === 'passage');
    assert.equal(passages.length, 21);
    assert.equal(passages[11]?.citation, '[@reading, ¶ 12]');
  });

  it('follows the paper that is worked on', async () => {
    await show('papers/exercise.analysis.md');
    const { badge, nodes } = await filled(pilcrow.models.paper, (view) => view.badge > 0);
    assert.equal(badge, [...allRows(nodes)].filter(({ problem }) => problem).length);
    await show('papers/first-reading.analysis.md');
    await filled(pilcrow.models.paper, (view) => view.badge === 0 && view.nodes.length > 10);
    await show('sources/reading-together.md');
    assert.equal(pilcrow.papers.current?.toString(), fileOf('papers/first-reading.analysis.md').toString());
  });

  it('groups a paper by what it cites where asked to, and remembers it', async () => {
    const { models, paperOrder, context } = pilcrow;
    await show('papers/first-reading.analysis.md');
    const { nodes } = await filled(models.paper, (view) => view.badge === 0 && view.nodes.length > 10);
    const grouped = filled(models.paper, (view) => view.nodes[0]?.kind === 'group');
    await vscode.commands.executeCommand('pilcrow.groupBySource');
    const groups = (await grouped).nodes;
    assert.deepEqual(
      groups.map(({ label }) => label.split(' ', 2).join(' ')),
      ['Reading Together', 'Mass Work'],
    );
    const rows = groups.flatMap(({ children }) => children ?? []);
    assert.deepEqual(new Set(rows.map(({ id }) => id)), new Set(nodes.map(({ id }) => id)));
    assert.equal(paperOrderIn(context.workspaceState).current, 'source');
    const listed = filled(models.paper, (view) => view.nodes[0]?.kind !== 'group');
    await vscode.commands.executeCommand('pilcrow.showInReadingOrder');
    assert.deepEqual((await listed).nodes, nodes);
    assert.equal(paperOrder.current, 'reading');
  });

  it('lists terms with their uses', async () => {
    const { nodes } = await filled(pilcrow.models.terms, (view) => view.nodes.length > 0);
    const term = nodes.find(({ label }) => /^fair restatement$/i.test(label));
    assert.ok(term);
    const tree = new ViewTree(pilcrow.models.terms, termRowQuestions(pilcrow));
    assert.equal(tree.getTreeItem(term).collapsibleState, vscode.TreeItemCollapsibleState.Collapsed);
    const uses = await tree.getChildren(term);
    assert.ok(uses.length > 1 && uses.every(({ kind }) => kind === 'use'));
    for (const use of uses) assert.equal(tree.getParent(use), term);
    const item = await tree.resolveTreeItem(tree.getTreeItem(term), term);
    assert.match((item.tooltip as vscode.MarkdownString).value, /\| Uses \|/);
  });

  for (const name of ['sources', 'paper', 'terms'] as const) {
    it(`gives every row of ${name} an id of its own and something to read aloud`, async () => {
      const { nodes } = await filled(pilcrow.models[name], (view) => view.nodes.length > 0);
      const rows = [...allRows(nodes)];
      assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length);
      assert.ok(rows.every(({ accessibleLabel }) => accessibleLabel.trim()));
    });
  }

  it('has its rows at once while newer ones are awaited', async () => {
    const { models } = pilcrow;
    const { nodes } = await models.sources.loaded();
    const awaited = models.sources.refresh();
    let hasCome = false;
    void awaited.then(() => (hasCome = true));
    const tree = new ViewTree(models.sources);
    assert.deepEqual(
      (await tree.getChildren()).map(({ id }) => id),
      nodes.map(({ id }) => id),
    );
    assert.ok(!hasCome);
    await awaited;
  });

  it('shows only the problems of a paper where asked to', async () => {
    await show('papers/exercise.analysis.md');
    await filled(pilcrow.models.paper, (view) => view.badge > 0);
    const tree = new ViewTree(pilcrow.models.paper);
    const all = await tree.getChildren();
    tree.showProblemsOnly(true);
    const problems = await tree.getChildren();
    assert.ok(problems.length < all.length);
    assert.ok(problems.every(({ problem }) => problem));
  });
});

describe('a row of the sidebar', () => {
  const row: ViewNode = {
    id: 'passage:a:1',
    label: '¶ 1',
    description: 'First words',
    accessibleLabel: 'Paragraph 1, First words',
    tooltip: '[click](command:workbench.action.quit) <b>me</b>',
    kind: 'passage',
    icon: 'circle-outline',
    citation: '[@a, ¶ 1]',
  };

  it('is read aloud, can be cited, and runs nothing', async () => {
    const { models } = await activatedPilcrow();
    const tree = new ViewTree(models.sources);
    const item = await tree.resolveTreeItem(tree.getTreeItem(row), row);
    assert.equal(item.accessibilityInformation?.label, row.accessibleLabel);
    assert.match(item.contextValue ?? '', /\bcitable\b/);
    const tooltip = item.tooltip as vscode.MarkdownString;
    assert.ok(!tooltip.isTrusted && !tooltip.supportHtml);
  });

  it('shows a heading that looks like a picture as it is written', async () => {
    const { models } = await activatedPilcrow();
    const { tooltip: _, ...bare } = { ...row, label: '![p](https://x.invalid/p.png)' };
    const tree = new ViewTree(models.sources);
    const item = await tree.resolveTreeItem(tree.getTreeItem(bare), bare);
    assert.equal(item.tooltip, bare.label);
  });

  it('has notifications without links', () => {
    assert.equal(withoutLinks('[run](command:evil)'), '[run] (command:evil)');
  });

  it('knows the row it stands under', async () => {
    const { models } = await activatedPilcrow();
    const tree = new ViewTree(models.sources);
    const parent: ViewNode = { ...row, id: 'source:a', kind: 'source', children: [row] };
    tree.roots({ nodes: [parent], badge: 0 });
    assert.equal(tree.getParent(row)?.id, 'source:a');
    assert.equal(tree.getParent(parent), undefined);
  });
});
