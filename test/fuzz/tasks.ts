/** What the fuzzer asks of what it makes up. Each task throws where something that must hold does not. */
import assert from 'node:assert/strict';
import type fc from 'fast-check';
import { importSource } from '../../src/convert/import.ts';
import { findingsOf } from '../../src/core/check/findings.ts';
import { inWords } from '../../src/core/messages.ts';
import { completionAt } from '../../src/core/present/completion/completionAt.ts';
import { analyse } from '../../src/core/study/analyse.ts';
import { buildStudy } from '../../src/core/study/buildStudy.ts';
import type { Study } from '../../src/core/study.ts';
import type { Role } from '../../src/core/study/roles.ts';
import { TestClient, positionIn } from '../server/client.ts';
import { type Files, inEditor, onCommandLine } from '../support/doors.ts';
import { formats, type Import, importOf, studyFolder } from './inputs.ts';
import { publishAll, relateAll } from './studyTasks.ts';

/** One kind of input with what is asked of it. */
export interface FuzzTask<T = unknown> {
  readonly name: string;
  /** How often its turn comes, beside the others. */
  readonly weight: number;
  readonly inputs: fc.Arbitrary<T>;
  readonly run: (input: T) => Promise<void> | void;
  /** UTF-16 code units or bytes. */
  readonly sizeOf: (input: T) => number;
}

function sizeOfFiles(files: Files): number {
  return Object.values(files).reduce((sum, text) => sum + text.length, 0);
}

const rolesOfNames: readonly (readonly [RegExp, Role])[] = [
  [/^papers\//, 'paper'],
  [/^sources\/works/, 'bibliography'],
  [/^sources\//, 'source'],
  [/^notes\//, 'notes'],
  [/^editions\//, 'edition'],
  [/^alignments\//, 'alignment'],
  [/^glossary/, 'glossary'],
  [/^pilcrow/, 'configuration'],
];

function studyOf(files: Files): Study {
  const analyses = Object.entries(files).flatMap(([path, text]) => {
    const role = rolesOfNames.find(([name]) => name.test(path))?.[1];
    return role ? [analyse({ uri: `file:///study/${path}`, path, role, content: { text } })] : [];
  });
  return buildStudy(analyses);
}

/** Reads and checks a folder in this process; all places lie in their files. */
function readAll(files: Files): void {
  const study = studyOf(files);
  for (const file of study.files) {
    const length = 'text' in file ? file.text.length : 0;
    for (const { range, message, check } of findingsOf(file, study)) {
      assert.ok(range.start >= 0 && range.start <= range.end && range.end <= length, check);
      assert.notEqual(inWords(message).trim(), '');
    }
    if (file.role !== 'paper') continue;
    for (const part of [0, 0.3, 0.7, 1]) completionAt(file, Math.floor(part * length), study);
  }
}

/** Opens all papers in a server and asks about places in them. The server answers, and is still there afterwards. */
async function askServer(files: Files): Promise<void> {
  const client = await TestClient.start(files);
  try {
    const own = Object.entries(files).filter(([path]) => path.startsWith('papers/'));
    for (const [path, text] of own) {
      const textDocument = { uri: client.uri(path) };
      await client.connection.sendNotification('textDocument/didOpen', {
        textDocument: { ...textDocument, languageId: 'analysis', version: 1, text },
      });
      for (const method of [
        'documentSymbol',
        'foldingRange',
        'documentLink',
        'codeLens',
        'semanticTokens/full',
      ])
        await client.request(`textDocument/${method}`, { textDocument });
      for (const part of [0.2, 0.6, 1]) {
        const position = positionIn(text, Math.floor(part * text.length));
        const here = { textDocument, position };
        for (const method of ['hover', 'definition', 'completion', 'documentHighlight'])
          await client.request(`textDocument/${method}`, here);
        const range = { start: position, end: position };
        await client.request('textDocument/codeAction', { ...here, range, context: { diagnostics: [] } });
      }
    }
    await client.ask('pilcrow/check', {});
  } finally {
    await client.stop();
  }
}

async function importIt({ bytes, fileName }: Import): Promise<void> {
  const result = await importSource({ bytes, fileName, editions: [] });
  if ('problem' in result) assert.notEqual(inWords(result.problem).trim(), '');
}

function task<T>(given: FuzzTask<T>): FuzzTask {
  return given as unknown as FuzzTask;
}

const folders = { inputs: studyFolder, sizeOf: sizeOfFiles };

/** Most are of what is read quickly; of no format are they few in a long run. */
const importWeights = new Map(
  Object.entries({
    docx: 12,
    odt: 12,
    fodt: 25,
    epub: 8,
    pdf: 3,
    html: 10,
    md: 8,
    txt: 13,
  }),
);

/** All tasks. */
export const fuzzTasks: readonly FuzzTask[] = [
  task({ name: 'folder, in process', weight: 6, ...folders, run: readAll }),
  task({
    name: 'folder, editor against command line',
    weight: 1,
    ...folders,
    run: async (files) => assert.deepEqual(await onCommandLine(files), inEditor(files)),
  }),
  task({ name: 'folder, over the protocol', weight: 2, ...folders, run: askServer }),
  task({ name: 'folder, exported', weight: 1, ...folders, run: (files) => publishAll(studyOf(files)) }),
  task({ name: 'folder, related', weight: 1, ...folders, run: (files) => relateAll(studyOf(files)) }),
  ...formats.map((format) =>
    task({
      name: `import, ${format}`,
      weight: importWeights.get(format) ?? 10,
      inputs: importOf(format),
      run: importIt,
      sizeOf: ({ bytes }) => bytes.length,
    }),
  ),
];
