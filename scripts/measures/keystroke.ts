/**
 * `node --import tsx scripts/measures/keystroke.ts CHECKOUT` prints, as JSON, the functions of CHECKOUT/src that run
 * between one keystroke in an open paper and its findings, as V8 counts them. It is a separate process, so that only
 * the code of that checkout is loaded.
 */
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The functions of a file that ran. `path` is relative to `src/`; a function without a name has the name ''. */
export interface FileRun {
  readonly path: string;
  readonly functions: readonly string[];
}

/** The methods of `StudyFolder` that the measure needs, in any checkout. */
interface Folder {
  setFile(uri: string, path: string, content: { readonly text: string }): void;
  openDocument(uri: string, path: string, text: string): void;
  findingsOf(uri: string): readonly unknown[];
}

const root = 'file:///study';
const paper = 'papers/lamp.analysis.md';

const files: Readonly<Record<string, string>> = {
  'pilcrow.json': '{}\n',
  'sources/tale.md': `---
id: tale
title: The Lamp
---

A lamp stood in the window of the mill.

## (1) The Miller

The miller lit it every evening, and nobody asked him why he did so.

He who has light shall share it, said the miller to the road.

## (2) The Road

Nobody lost the road again.[^1]

[^1]: It cost two coins.
`,
  'glossary.md': `## Mill race

The water that drives a mill. [@tale, ¶ 1]

## Lamp keeper

Who lights the lamp. [@tale, ¶ 2]
`,
  'sources/works.bib': '@book{mills, title = {Of Mills}, author = {Nobody, N.}, year = {1999}}\n',
  'papers/road.analysis.md': '# The road\n\nNobody was lost [@tale, ¶ 4].\n',
  [paper]: `---
title: Who lit the lamp
---

# The lamp

The [mill race]{.term} ran on while the lamp keeper slept [@tale, ¶ 1]. Of mills much is known [@mills, pp. 3-4].

The tale says that “The miller lit it every evening” [@tale, ¶ 2], and that nobody asked. See [the road](road.analysis.md).

> He who has light shall share it, said the miller to the road.
>
> — [@tale, ¶ 3]

What did it cost?[^cost] It is said “Nobody lost the way again” [@tale, ¶ 4], and so on [@tale, ¶ 9; @tale, n. 1].

<!-- pilcrow-ignore citation/unknown-key -->
A slip that is meant [@tael, ¶ 1].

[^cost]: Two coins, as a note has it [@tale, n. 1].
`,
};

/** The letter is typed before these words, in a paragraph with a term and citations. */
const typedBefore = 'ran on';

async function measure(checkout: string): Promise<FileRun[]> {
  const source = pathToFileURL(join(checkout, 'src')).href;
  const { StudyFolder } = (await import(`${source}/workspace/studyFolder.ts`)) as {
    StudyFolder: new (root: string) => Folder;
  };
  const folder = new StudyFolder(root);
  for (const [path, text] of Object.entries(files)) folder.setFile(`${root}/${path}`, path, { text });
  const text = files[paper] ?? '';
  const type = (letters: string): readonly unknown[] => {
    folder.openDocument(`${root}/${paper}`, paper, text.replace(typedBefore, `${letters}${typedBefore}`));
    return folder.findingsOf(`${root}/${paper}`);
  };
  // The first keystroke loads or makes everything that is needed only once.
  type('');
  type('x');
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  type('xx');
  const { result } = await session.post('Profiler.takePreciseCoverage');
  session.disconnect();
  return result
    .filter(({ url }) => url.startsWith(`${source}/`))
    .map(({ url, functions }) => ({
      path: url.slice(source.length + 1).replace(/\?.*$/, ''),
      functions: functions.filter(isRun).map(({ functionName }) => functionName),
    }))
    .filter(({ functions }) => functions.length > 0)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

interface Coverage {
  readonly functionName: string;
  readonly ranges: readonly { readonly startOffset: number; readonly count: number }[];
}

/** Whether it is one of the checkout's functions that ran: not the file itself, nor code of the transpiler or V8. */
function isRun({ functionName, ranges: [range] }: Coverage): boolean {
  if (!range || range.count === 0 || range.startOffset === 0) return false;
  return functionName !== '__name' && !functionName.startsWith('<');
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  console.log(JSON.stringify(await measure(process.argv[2] ?? '')));
