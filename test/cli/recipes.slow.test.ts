import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from '../../scripts/support/paths.ts';
import type * as Program from '../../src/cli/program.ts';
import type * as Workspace from '../../src/workspace/studyFolder.ts';
import type * as Completion from '../../src/core/present/completion.ts';
import { builtCopy, loadBuilt } from '../support/builtCopy.ts';
import { useDesks, type Desk } from '../support/commandLine.ts';
import { followRecipe } from '../support/recipes.ts';

const words = 'the keeper of the tower lit nine lamps before the ships came in at night';

const tale = `=== sources/tale.md
---
id: tale
title: A Tale
author: Nobody
---

A lamp stood in the window.

So ${words}, and slept.
`;

interface FindingRow {
  readonly check: string;
  readonly fixes: readonly { readonly edits: readonly { readonly newText: string }[] }[];
}

describe('the recipes of CONTRIBUTING.md', function () {
  this.timeout(120_000);
  const deskWith = useDesks();
  let copy = '';
  let built: readonly string[] = [];
  let run: typeof Program.run;

  const findings = async (desk: Desk, packageRoot = copy): Promise<readonly FindingRow[]> => {
    const { out, err } = await desk.run(['check', '--format=json'], { program: run, packageRoot });
    assert.equal(err, '');
    return JSON.parse(out) as FindingRow[];
  };

  before(async () => {
    await mkdir(inRoot('out'), { recursive: true });
    copy = await mkdtemp(inRoot('out', 'recipes-'));
    for (const path of ['src', 'package.json']) await cp(inRoot(path), join(copy, path), { recursive: true });
    for (const heading of ['A new check', 'A format to import', 'A format to export', 'A language'])
      await followRecipe(heading, copy);
    built = await builtCopy(copy, ['cli/program', 'workspace/studyFolder', 'core/present/completion']);
    ({ run } = await loadBuilt<typeof Program>(built[0] ?? ''));
  });

  after(() => rm(copy, { recursive: true }));

  it('make a check', async () => {
    const desk = await deskWith('=== papers/a.analysis.md\n---\ntitle: ""\n---\n\nWords.\n');
    assert.deepEqual(
      (await findings(desk)).map(({ check }) => check),
      ['paper/empty-title'],
    );
  });

  it('make a format to import', async () => {
    const desk = await deskWith(tale);
    await desk.write('lamps.plus', 'A lamp stood in the window.\n\n+ The keeper\n\nNobody had lit it.\n');
    const { code, err } = await desk.run(['import', 'lamps.plus', '--key', 'lamps'], { program: run });
    assert.equal(code, 0, err);
    assert.match(
      await desk.read('sources/lamps.md'),
      /\nA lamp stood in the window\.\n\n## The keeper\n\nNobody had lit it\.\n$/,
    );
    const { out } = await desk.run(['import', '--help'], { program: run });
    assert.match(out, /What can be imported: .*\.plus\b/);
  });

  it('make a format to export', async () => {
    const desk = await deskWith(tale);
    const csv = 'id,source,kind,author,text\nn1,tale,,Anna,Who lit it?\n';
    await desk.run(['notes', 'import', '-', '--format', 'csv'], { program: run, input: csv });
    const { out, err } = await desk.run(['notes', 'export', '--format', 'lines'], { program: run });
    assert.match(out, /^[^\n]*Anna[^\n]*: Who lit it\?\n$/, err);
    const refused = await desk.run(['notes', 'import', '-', '--format', 'lines'], { program: run });
    assert.equal(refused.code, 2, 'it has no reader');
  });

  it('make a language', async () => {
    const text = `---\nlang: pl\n---\n\nHe says that ${words}, and sleeps. [z\n`;
    const desk = await deskWith(`${tale}\n=== papers/a.analysis.md\n${text}`);
    const [unmarked] = await findings(desk);
    assert.equal(unmarked?.check, 'quotation/unmarked');
    assert.deepEqual(
      unmarked.fixes[0]?.edits.map(({ newText }) => newText),
      ['„', '” [@tale, ¶ 2]'],
    );
    const { StudyFolder } = await loadBuilt<typeof Workspace>(built[1] ?? '');
    const { completionAt } = await loadBuilt<typeof Completion>(built[2] ?? '');
    const folder = new StudyFolder('file:///study', []);
    folder.openDocument('file:///study/a.analysis.md', 'a.analysis.md', text);
    const paper = folder.study.papers[0];
    assert.ok(paper);
    const offered = completionAt(paper, text.length - 1, folder.study)?.items.map(({ label }) => label);
    assert.deepEqual(offered, ['zob. @', 'zob. też @']);
  });

  it('make a language understood', async () => {
    const paper = `---\nlang: lt\n---\n\n## Klausimai\n\n1. Kas uždegė lempas [@tale, ¶ 2]?\n`;
    const desk = await deskWith(`${tale}\n=== papers/a.analysis.md\n${paper}`);
    const { out } = await desk.run(['guide'], { program: run });
    assert.match(out, /Kas uždegė lempas/);
  });

  it('make a built-in text', async () => {
    const reader = await deskWith(tale);
    const args = ['edition', 'freeze', 'tale', '--shingles'];
    assert.equal((await reader.run(args, { program: run })).code, 0);
    const product = await deskWith();
    await cp(join(reader.root, 'editions'), join(product.root, 'editions'), { recursive: true });
    const paper = `=== papers/a.analysis.md\n“A lamp stood in the door” [@tale, ¶ 1], and [@tale, ¶ 3].\n`;
    assert.deepEqual(
      (await findings(await deskWith(paper), product.root)).map(({ check }) => check),
      ['quotation/altered', 'citation/no-such-paragraph'],
    );
  });
});
