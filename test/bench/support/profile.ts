/** Profiles a program by the rooms of the code and the packages in its bundle. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** A part of the code and its share of the time that is not idle. */
export interface Share {
  readonly part: string;
  readonly share: number;
}

/** The largest shares. Those below a hundredth are added up. */
export function profileOf(program: string, args: readonly string[], cwd: string): Share[] {
  const folder = mkdtempSync(join(tmpdir(), 'pilcrow-profile-'));
  try {
    spawnSync(process.execPath, ['--cpu-prof', `--cpu-prof-dir=${folder}`, program, ...args], {
      cwd,
      stdio: 'ignore',
    });
    const times = new Map<string, number>();
    for (const name of readdirSync(folder))
      addUp(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Profile, times);
    return shares(times);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function addUp({ nodes, samples, timeDeltas }: Profile, times: Map<string, number>): void {
  const parts = new Map(nodes.map(({ id, callFrame }) => [id, partOf(callFrame)]));
  samples.forEach((id, at) => {
    const part = parts.get(id);
    if (part !== undefined) times.set(part, (times.get(part) ?? 0) + (timeDeltas[at] ?? 0));
  });
}

function shares(times: ReadonlyMap<string, number>): Share[] {
  const all = [...times.values()].reduce((sum, time) => sum + time, 0);
  const sorted = [...times]
    .map(([part, time]) => ({ part, share: time / all }))
    .sort((a, b) => b.share - a.share);
  const rest = sorted.filter(({ share }) => share < 0.01).reduce((sum, { share }) => sum + share, 0);
  return [...sorted.filter(({ share }) => share >= 0.01), { part: 'everything else', share: rest }];
}

type Frame = Profile['nodes'][number]['callFrame'];

/** The part of a frame: `src/core/blocks`, `package micromark`, `Node.js`. Undefined for idle time. */
function partOf({ functionName, url, lineNumber }: Frame): string | undefined {
  if (functionName === '(idle)' || functionName === '(root)') return undefined;
  if (functionName === '(garbage collector)') return 'collecting garbage';
  if (functionName === '(program)') return 'the engine itself, and compiling';
  if (!url.endsWith('.cjs')) return 'Node.js: starting, files, hashes';
  const file = moduleAt(url.replace('file://', ''), lineNumber);
  const inPackage = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1];
  if (inPackage !== undefined) return `package ${inPackage}`;
  return /^src\/core\/[^/]+/.exec(file)?.[0] ?? /^src\/[^/]+/.exec(file)?.[0] ?? 'loading bundles';
}

const modules = new Map<string, readonly { readonly line: number; readonly file: string }[]>();

/** Finds the module of a line by the comments that esbuild writes above each module. */
function moduleAt(bundle: string, line: number): string {
  const known =
    modules.get(bundle) ??
    readFileSync(bundle, 'utf8')
      .split('\n')
      .flatMap((text, at) => {
        const file = /^\s*\/\/ ((?:src|node_modules)\/\S+)$/.exec(text)?.[1];
        return file === undefined ? [] : [{ line: at, file }];
      });
  modules.set(bundle, known);
  return known.findLast((each) => each.line <= line)?.file ?? '';
}
