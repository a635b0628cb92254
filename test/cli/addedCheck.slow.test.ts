import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from '../../scripts/support/paths.ts';
import type * as Pools from '../../src/cli/checking/pool.ts';
import type { GivenFile } from '../../src/cli/checking/results.ts';
import type { BatchWorker } from '../../src/cli/checking/worker.ts';
import type * as Program from '../../src/cli/program.ts';
import type * as Workspace from '../../src/workspace/studyFolder.ts';
import { builtCopy, loadBuilt } from '../support/builtCopy.ts';
import { Desk, type RunOptions } from '../support/commandLine.ts';
import { fixtureRoot, fixtureUri, parseFixture } from '../support/fixture.ts';

/** A study folder in which Pilcrow's own checks find nothing. */
const study = `=== sources/tale.md
---
id: tale
title: A Tale
---

A lamp stood in the window.

=== papers/a.analysis.md
Plain words, and nothing else.

=== papers/b.analysis.md
A paper that cites [@tale, ¶ 1].
`;

const check = `import { messageOf } from '../messages.ts';
import { defineCheck } from './defineCheck.ts';

/** Papers that cite nothing. */
export const citelessPapers = defineCheck({
  ids: ['paper/citeless'],
  looksAt: 'citations',
  check: ({ citations }, _study, { role }) => {
    if (role !== 'paper' || citations.length > 0) return [];
    const edits = [{ range: { start: 0, end: 0 }, newText: '[@tale, ¶ 1] ' }];
    const fixes = [{ title: messageOf('checks.citeTale'), edits, safe: true }];
    return [{ check: 'paper/citeless', range: { start: 0, end: 5 }, message: messageOf('checks.citesNothing'), fixes }];
  },
});
`;

const entry = `  'paper/citeless': { level: 'warning', summary: '', explanation: '', wrong: '', right: '' },
`;

const messages = `  'checks.citesNothing': 'It cites nothing.',
  'checks.citeTale': 'Cite the tale',
`;

type Loaded = Pick<typeof Program, 'run'> &
  Pick<typeof Workspace, 'StudyFolder'> &
  Pick<typeof Pools, 'Pool'> & {
    /** The path of the program of a thread. */
    readonly worker: string;
  };

/** A copy of the source to which a check is added as CONTRIBUTING.md says: a line in the catalogue, a file, its messages, a line in the list. */
class Copy {
  private constructor(readonly root: string) {}

  static async make(): Promise<Copy> {
    await mkdir(inRoot('out'), { recursive: true });
    const copy = new Copy(await mkdtemp(inRoot('out', 'added-check-')));
    for (const path of ['src', 'package.json'])
      await cp(inRoot(path), join(copy.root, path), { recursive: true });
    await copy.change('catalogue/checkCatalogue.ts', 'export const catalogue = {\n', entry);
    await writeFile(copy.path('check/citeless.ts'), check);
    await copy.change('messages/english/checkMessages.ts', 'export const checks = {\n', messages);
    await copy.change('check/checkList.ts', 'const allChecks = [\n', '  citelessPapers,\n');
    const neighbour = "import { orphanedNotes, unreadableNotes } from './noteChecks.ts';\n";
    await copy.change('check/checkList.ts', neighbour, "import { citelessPapers } from './citeless.ts';\n");
    return copy;
  }

  async load(): Promise<Loaded> {
    const files = ['cli/program', 'cli/checking/pool', 'workspace/studyFolder', 'cli/checking/worker'];
    const [program = '', pool = '', folder = '', worker = ''] = await builtCopy(this.root, files);
    const modules = [program, pool, folder].map((path) => loadBuilt<Partial<Loaded>>(path));
    return Object.assign({ worker }, ...(await Promise.all(modules))) as Loaded;
  }

  remove(): Promise<void> {
    return rm(this.root, { recursive: true });
  }

  private path(file: string): string {
    return join(this.root, 'src/core', file);
  }

  /** Puts a line after another. */
  private async change(file: string, line: string, added: string): Promise<void> {
    const text = await readFile(this.path(file), 'utf8');
    assert.ok(text.includes(line), `${file} has the line “${line}”`);
    await writeFile(
      this.path(file),
      text.replace(line, () => line + added),
    );
  }
}

interface Row {
  readonly file: string;
  readonly check: string;
}

const described = ({ file, check }: Row): string => `${file} ${check}`;

function inEditor({ StudyFolder }: Loaded): string[] {
  const folder = new StudyFolder(fixtureRoot, []);
  for (const { path, text } of parseFixture(study).files) folder.openDocument(fixtureUri(path), path, text);
  return folder.uris.flatMap((uri) =>
    folder.findingsOf(uri).map(({ check }) => described({ file: uri.slice(fixtureRoot.length + 1), check })),
  );
}

/** `pilcrow check` with more arguments. */
async function onCommandLine(
  { run }: Loaded,
  desk: Desk,
  args: readonly string[],
  options?: RunOptions,
): Promise<string[]> {
  const { out, err } = await desk.run(['check', '--format=json', ...args], { ...options, program: run });
  assert.equal(err.replace(/^Fixed .*\n/, ''), '');
  return (JSON.parse(out) as Row[]).map(described);
}

/** `--watch`, until it has checked once. */
function watching(loaded: Loaded, desk: Desk): Promise<string[]> {
  const controller = new AbortController();
  return onCommandLine(loaded, desk, ['--watch'], {
    signal: controller.signal,
    onOutput: () => controller.abort(),
  });
}

/** By a thread alone, while this one is idle. */
async function onThread({ Pool, worker }: Loaded, desk: Desk): Promise<string[]> {
  const paths = ['papers/a.analysis.md', 'papers/b.analysis.md'];
  const tasks = paths.map((path) => ({ path, full: join(desk.root, path), size: 100_000 }));
  const source: GivenFile = {
    path: 'sources/tale.md',
    role: 'source',
    content: { text: await desk.read('sources/tale.md') },
  };
  const context = { packageRoot: undefined, files: [source], heads: [], paths };
  const idle = { workOff: () => undefined, do: () => assert.fail() } as unknown as BatchWorker;
  const pool = new Pool({ most: 2, worthwhile: 1, program: worker });
  const { done } = await pool.check(tasks, context, () => Promise.resolve(idle));
  return done.flatMap(({ path, result }) => result.rows.map(({ check }) => described({ file: path, check })));
}

describe('a check that is added', function () {
  this.timeout(60_000);

  it('is obeyed by every door, and what they cache', async () => {
    const copy = await Copy.make();
    const desk = await Desk.with(study);
    try {
      const loaded = await copy.load();
      const cache = { folder: join(copy.root, 'cache'), code: () => 'the same' };
      const expected = ['papers/a.analysis.md paper/citeless'];
      assert.deepEqual(inEditor(loaded), expected, 'the editor');
      assert.deepEqual(await onCommandLine(loaded, desk, []), expected, 'check');
      assert.deepEqual(await onCommandLine(loaded, desk, [], { cache }), expected, 'check that is cached');
      assert.deepEqual(await onCommandLine(loaded, desk, [], { cache }), expected, 'check from the cache');
      assert.deepEqual(await onThread(loaded, desk), expected, 'a thread of a check');
      assert.deepEqual(await watching(loaded, desk), expected, 'check --watch');
      assert.deepEqual(await onCommandLine(loaded, desk, ['--fix']), [], 'check --fix');
      assert.equal(await desk.read('papers/a.analysis.md'), '[@tale, ¶ 1] Plain words, and nothing else.\n');
    } finally {
      await desk.remove();
      await copy.remove();
    }
  });
});
