/**
 * The tests that run in the web extension host, on a study folder that only an extension's file system has. What is expected is
 * what the command line finds in the same folder.
 */
import * as vscode from 'vscode';
import type { Pilcrow } from '../../src/extension/feature.ts';
import { runHostTests } from './hostTests.ts';
import type { Fault } from './memoryFiles.ts';

/** Findings by the path of their file: check and message, sorted. */
export type Expected = Readonly<Record<string, readonly string[]>>;

interface Given {
  readonly expected: Expected;
  /** Files of other programs, in Base64, by name. */
  readonly samples: Readonly<Record<string, string>>;
}

type Test = readonly [title: string, run: (pilcrow: Pilcrow, given: Given) => Promise<void>];

const root = vscode.Uri.from({ scheme: 'pilcrow-test', path: '/study' });
const fileOf = (path: string): vscode.Uri => vscode.Uri.joinPath(root, path);

function same(found: unknown, wanted: unknown): void {
  const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (one !== other) throw new Error(`${one}\nis not\n${other}`);
}

function holds(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(what);
}

const textOf = async (path: string): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(fileOf(path)));

/** Does something while the file system has faults. */
async function withFaults<T>(faults: readonly Fault[], act: () => Promise<T>): Promise<T> {
  await vscode.commands.executeCommand('pilcrowTest.faults', faults);
  try {
    return await act();
  } finally {
    await vscode.commands.executeCommand('pilcrowTest.faults', []);
  }
}

/** Findings as they are now, in the same form as what is expected. */
function findings(): Expected {
  const all = vscode.languages.getDiagnostics().flatMap(([uri, found]) => {
    const own = found.filter(({ source }) => source === 'pilcrow');
    const lines = own.map(
      ({ code, message }) => `${String(typeof code === 'object' ? code.value : code)} ${message}`,
    );
    return own.length > 0 ? [[uri.path.replace('/study/', ''), lines.sort()] as const] : [];
  });
  return Object.fromEntries(all.sort(([one], [other]) => (one < other ? -1 : 1)));
}

async function until(isSo: () => boolean): Promise<void> {
  if (isSo()) return;
  await new Promise<void>((resolve) => {
    const listening = vscode.languages.onDidChangeDiagnostics(() => {
      if (!isSo()) return;
      listening.dispose();
      resolve();
    });
  });
}

const note = {
  do: 'add',
  range: null,
  author: 'Wren',
  kind: 'question',
  text: 'Who says so?',
  tags: [],
} as const;
const notesOfWren = 'notes/reading.wren.jsonld';

const tests: readonly Test[] = [
  [
    'finds in a virtual workspace what the command line finds on a disk',
    async (_pilcrow, { expected }) => {
      await until(() => JSON.stringify(findings()) === JSON.stringify(expected));
      same(findings(), expected);
    },
  ],
  [
    'has a page of a check for a finding, which is there',
    async () => {
      const [, [found] = []] = vscode.languages.getDiagnostics().find(([, all]) => all.length > 0) ?? [];
      const target = typeof found?.code === 'object' ? found.code.target : undefined;
      const [page] = JSON.parse(target?.query ?? '[]') as string[];
      const text = await vscode.workspace.fs.readFile(vscode.Uri.parse(page ?? '', true));
      holds(text.length > 100, 'the page has a text');
    },
  ],
  [
    'exports a web page and a Word file, and says why there is no PDF',
    async () => {
      const paper = fileOf('papers/first-reading.analysis.md');
      const target = (ending: string): vscode.Uri => fileOf(`out/paper.${ending}`);
      for (const format of ['html', 'docx', 'pdf'])
        await vscode.commands.executeCommand('pilcrow.exportPaper', {
          paper,
          format,
          target: target(format),
        });
      holds((await textOf('out/paper.html')).includes('<a href="#reading-p4">'), 'the page cites');
      holds((await textOf('out/paper.docx')).startsWith('PK'), 'the Word file is one');
    },
  ],
  [
    'imports what other programs wrote',
    async ({ server }, { samples }) => {
      for (const [fileName, base64] of Object.entries(samples)) {
        const reply = await server.request('pilcrow/import', { folder: root.toString(), fileName, base64 });
        holds(
          'text' in reply && reply.text.length > 2000,
          `${fileName}: ${JSON.stringify(reply).slice(0, 300)}`,
        );
      }
    },
  ],
  [
    'writes a note, and nothing of it where the file system fails half-way',
    async ({ server }) => {
      const uri = fileOf('sources/reading-together.md').toString();
      const add = async (): Promise<object> =>
        server.request('pilcrow/changeNote', { uri, action: { ...note, uri } });
      const first = await add();
      holds('id' in first, JSON.stringify(first));
      const before = await textOf(notesOfWren);
      const reply = await withFaults([{ on: 'write', path: '.jsonld', written: 40, times: 2 }], add);
      holds('id' in reply || 'problem' in reply, JSON.stringify(reply));
      const after = await textOf(notesOfWren);
      holds('id' in reply ? after.includes(String(reply.id)) : after === before, after);
      const failing = await withFaults([{ on: 'write', path: '.jsonld', written: 40 }], add);
      holds(
        'problem' in failing && String(failing.problem).includes('cannot be written'),
        JSON.stringify(failing),
      );
      const copy = 'notes/.pilcrow-before-reading.wren.jsonld.tmp';
      same(await textOf(copy), after);
      await vscode.workspace.fs.writeFile(
        fileOf(notesOfWren),
        await vscode.workspace.fs.readFile(fileOf(copy)),
      );
      await vscode.workspace.fs.delete(fileOf(copy));
    },
  ],
  [
    'takes over what changes under it, and loses no note that somebody else writes',
    async ({ server }) => {
      const paper = fileOf('papers/new.analysis.md');
      const text = '---\ntitle: New\n---\n\nNobody [@nobody] said so.\n';
      await vscode.workspace.fs.writeFile(paper, new TextEncoder().encode(text));
      await until(() => 'papers/new.analysis.md' in findings());
      await vscode.workspace.fs.delete(paper);
      await until(() => !('papers/new.analysis.md' in findings()));
      const uri = fileOf('sources/reading-together.md').toString();
      const add = (words: string): Promise<object> =>
        server.request('pilcrow/changeNote', { uri, action: { ...note, text: words, uri } });
      await withFaults([{ on: 'write', path: '.jsonld', delay: 300 }], () =>
        Promise.all([add('The one.'), add('The other.')]),
      );
      const notes = await textOf(notesOfWren);
      holds(notes.includes('The one.') && notes.includes('The other.'), notes);
    },
  ],
  [
    'writes a file whole where nothing can be renamed',
    async () => {
      const paper = fileOf('papers/first-reading.analysis.md');
      const target = fileOf('out/renamed.md');
      await withFaults([{ on: 'rename', path: '.tmp' }], () =>
        Promise.resolve(
          vscode.commands.executeCommand('pilcrow.exportPaper', { paper, format: 'md', target }),
        ),
      );
      holds((await textOf('out/renamed.md')).startsWith('---\ntitle: '), 'the paper is written');
      same(
        (await vscode.workspace.fs.readDirectory(fileOf('out'))).filter(([name]) => name.endsWith('.tmp')),
        [],
      );
    },
  ],
  [
    'says of a file that it cannot be read, and takes it over when it can',
    async () => {
      const uri = fileOf('sources/reading-together.md');
      const again = async (): Promise<void> => {
        const bytes = await vscode.workspace.fs.readFile(fileOf('glossary.md'));
        await vscode.workspace.fs.writeFile(fileOf('glossary.md'), bytes);
      };
      const whole = await vscode.workspace.fs.readFile(uri);
      const before = findings();
      await withFaults([{ on: 'read', path: 'reading-together.md', code: 'NoPermissions' }], async () => {
        await vscode.workspace.fs.writeFile(uri, whole);
        await until(() => (findings()['sources/reading-together.md'] ?? []).join().includes('no permission'));
      });
      await vscode.workspace.fs.writeFile(uri, whole);
      await again();
      await until(() => JSON.stringify(findings()) === JSON.stringify(before));
    },
  ],
];

/** How long a test may take, in milliseconds. */
const maxTestMs = 60_000;

function inTime(work: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('took too long')), maxTestMs);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

export async function run(): Promise<void> {
  const start = performance.now();
  const extension = vscode.extensions.all.find(({ id }) => id.endsWith('.pilcrow'));
  const pilcrow = (await extension?.activate()) as Pilcrow;
  await vscode.window.showTextDocument(fileOf('papers/exercise.analysis.md'));
  await until(() => 'papers/exercise.analysis.md' in findings());
  console.log(`pilcrow-test first ${String(performance.now() - start)}`);
  const given = JSON.parse(
    new TextDecoder().decode(
      await vscode.workspace.fs.readFile((extension?.extensionUri ?? root).with({ path: '/given.json' })),
    ),
  ) as Given;
  const failures: string[] = [];
  let passed = 0;
  for (const [title, test] of tests) {
    try {
      await inTime(test(pilcrow, given));
      passed++;
      console.log(`pilcrow-test   ✔ ${title}`);
    } catch (error) {
      failures.push(`${title}: ${error instanceof Error ? error.message : String(error)}`);
      console.log(`pilcrow-test   ✘ ${failures.at(-1) ?? ''}`);
    }
  }
  const [others, failed] = await runHostTests();
  failures.push(...failed);
  console.log(`pilcrow-test   ${String(passed + others)} passing`);
  if (failures.length === 0) return;
  // As Mocha’s own reporter ends, so that they are told again below a long log.
  console.log(`pilcrow-test   ${String(failures.length)} failing\n${failures.join('\n')}`);
  throw new Error(`${String(failures.length)} tests failed`);
}
