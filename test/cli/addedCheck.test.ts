import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../../scripts/support/paths.ts';
import type * as Run from '../../src/cli/checking/run.ts';
import type { CacheOptions, Io } from '../../src/cli/io.ts';
import type * as Workspace from '../../src/workspace/studyFolder.ts';
import { Desk } from '../support/commandLine.ts';
import { fixtureRoot, fixtureUri, parseFixture } from '../support/fixture.ts';

/** A study folder in which Pilcrow's own checks find nothing. */
const study = `=== sources/tale.md
---
id: tale
title: A Tale
---

A lamp stood in the window.

=== papers/a.analysis.md
---
title: One
---

Plain words, and nothing else.

=== papers/b.analysis.md
A paper that cites [@tale, ¶ 1].
`;

const check = `import { defineCheck } from './check.ts';

export const citelessPapers = defineCheck({
  ids: ['paper/made-up'],
  looksAt: 'citations',
  check: ({ citations }, _, { role }) =>
    role === 'paper' && citations.length === 0
      ? [{ check: 'paper/made-up', range: { start: 0, end: 3 }, message: 'A paper that cites nothing.' }]
      : [],
});
`;

const entry = `  'paper/made-up': { level: 'warning', summary: '', explanation: '', wrong: '', right: '' },
`;

type Sources = Pick<typeof Run, 'checkStudy'> & Pick<typeof Workspace, 'StudyFolder'>;

/** A copy of the source to which a check is added as CONTRIBUTING.md says: a file, a line in the list, a line in the catalogue. */
class Copy {
  private constructor(readonly root: string) {}

  static async make(): Promise<Copy> {
    await mkdir(inRoot('out'), { recursive: true });
    const copy = new Copy(await mkdtemp(inRoot('out', 'added-check-')));
    await cp(inRoot('src'), join(copy.root, 'src'), { recursive: true });
    await cp(inRoot('package.json'), join(copy.root, 'package.json'));
    await writeFile(copy.path('core/check/madeUp.ts'), check);
    await copy.change('core/catalogue/catalogue.ts', 'export const catalogue = {\n', (line) => line + entry);
    await copy.change('core/check/checks.ts', 'const checks = [\n', (line) => `${line}  citelessPapers,\n`);
    const neighbour = "import { orphanedNotes, unreadableNotes } from './notes.ts';\n";
    await copy.change('core/check/checks.ts', neighbour, (line) => {
      return `${line}import { citelessPapers } from './madeUp.ts';\n`;
    });
    return copy;
  }

  async load(): Promise<Sources> {
    const files = ['cli/checking/run.ts', 'workspace/studyFolder.ts'];
    const modules = files.map((file) => import(pathToFileURL(this.path(file)).href) as Promise<Sources>);
    return Object.assign({}, ...(await Promise.all(modules))) as Sources;
  }

  remove(): Promise<void> {
    return rm(this.root, { recursive: true });
  }

  private path(file: string): string {
    return join(this.root, 'src', file);
  }

  private async change(file: string, line: string, to: (line: string) => string): Promise<void> {
    const text = await readFile(this.path(file), 'utf8');
    assert.ok(text.includes(line), `${file} has the line “${line}”`);
    await writeFile(this.path(file), text.replace(line, to));
  }
}

/** Check and place of each finding. */
function inEditor({ StudyFolder }: Sources): string[] {
  const folder = new StudyFolder(fixtureRoot, []);
  for (const { path, text } of parseFixture(study).files) folder.openDocument(fixtureUri(path), path, text);
  return folder.uris.flatMap((uri) =>
    folder.findingsOf(uri).map((each) => `${uri.slice(fixtureRoot.length + 1)} ${each.check}`),
  );
}

async function onCommandLine({ checkStudy }: Sources, root: string, cache?: CacheOptions): Promise<string[]> {
  const stderr = { write: (text: string) => assert.fail(text), isTerminal: false };
  const io = { stderr, packageRoot: undefined, threads: { most: 1, worthwhile: 1 }, cwd: root };
  const { rows } = await checkStudy({ root, folders: [root], files: [] }, cache, io as unknown as Io);
  return [...rows].flatMap(([path, each]) => each.map((row) => `${path} ${row.check}`));
}

describe('a check that is added', function () {
  this.timeout(60_000);

  it('is obeyed by every door, and what they cache', async () => {
    const copy = await Copy.make();
    const desk = await Desk.with(study);
    try {
      const sources = await copy.load();
      const cache = { folder: join(copy.root, 'cache'), code: () => 'the same' };
      const expected = ['papers/a.analysis.md paper/made-up'];
      assert.deepEqual(inEditor(sources), expected);
      assert.deepEqual(await onCommandLine(sources, desk.root), expected);
      assert.deepEqual(await onCommandLine(sources, desk.root, cache), expected);
      assert.deepEqual(await onCommandLine(sources, desk.root, cache), expected);
    } finally {
      await desk.remove();
      await copy.remove();
    }
  });
});
