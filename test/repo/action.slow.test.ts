import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { inRoot } from '../../scripts/support/paths.ts';

/** What a code host demands of a composite action, and what it does without (“Metadata syntax for GitHub Actions”). */
const text = z.string().min(1);
const ownName = z.string().regex(/^[A-Za-z_][\w-]*$/);
const step = { id: ownName.optional(), name: text.optional(), if: text.optional() };
const runStep = z.strictObject({
  ...step,
  run: text,
  shell: z.enum(['bash', 'sh', 'pwsh', 'python']),
  env: z.record(z.string().regex(/^[A-Z_]+$/), z.string()).optional(),
  'working-directory': text.optional(),
});
const usesStep = z.strictObject({
  ...step,
  uses: z.string().regex(/^[\w-]+\/[\w-]+(?:\/[\w-]+)*@v\d+/),
  with: z.record(ownName, z.string()).optional(),
});
const input = z.strictObject({ description: text, required: z.boolean().optional(), default: z.string() });
const metadata = z.strictObject({
  name: text,
  description: text,
  inputs: z.record(ownName, input),
  outputs: z.record(ownName, z.strictObject({ description: text, value: text })),
  runs: z.strictObject({
    using: z.literal('composite'),
    steps: z.array(z.union([runStep, usesStep])).min(1),
  }),
});

const written = readFileSync(inRoot('action.yml'), 'utf8');
const action = metadata.parse(parse(written));
const program = inRoot('dist', 'cli.cjs');

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** What the step said to the host. */
  readonly told: string;
}

/** Runs the script of the action's step in a folder, as a host does. */
function runStepIn(folder: string, given: Readonly<Record<string, string>>, actionPath = inRoot()): Ended {
  const [first] = action.runs.steps;
  assert.ok(first && 'run' in first);
  const inputs = Object.entries(action.inputs).map(([name, { default: usual }]) => [
    name,
    given[name] ?? usual,
  ]);
  const values = Object.fromEntries(inputs) as Readonly<Record<string, string>>;
  const env = Object.entries(first.env ?? {}).map(([name, value]) => [
    name,
    value.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, own: string) => values[own] ?? ''),
  ]);
  const output = join(folder, '.output');
  writeFileSync(output, '');
  const { status, stdout, stderr } = spawnSync(first.shell, ['-e', '-o', 'pipefail', '-c', first.run], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      GITHUB_ACTION_PATH: actionPath,
      GITHUB_OUTPUT: output,
      ...(Object.fromEntries(env) as Record<string, string>),
    },
  });
  return { code: status, out: stdout, err: stderr, told: readFileSync(output, 'utf8') };
}

describe('the action for code hosts', function () {
  this.timeout(60_000);
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pilcrow-action-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** The sample, with one citation more in a paper of its own. */
  const sampleWith = (citation: string): void => {
    if (!existsSync(program)) throw new Error('dist/cli.cjs is not built');
    cpSync(inRoot('examples', 'study-folder'), join(folder, 'study'), { recursive: true });
    writeFileSync(join(folder, 'study', 'papers', 'more.analysis.md'), `Why so early ${citation}?\n`);
  };
  const sarif = (name: string): string[] => {
    const { runs } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
      readonly runs: readonly { readonly results: readonly { readonly ruleId: string }[] }[];
    };
    return runs.flatMap(({ results }) => results.map(({ ruleId }) => ruleId));
  };

  it('names in its expressions nothing but what it has, and puts none of them into a command line', () => {
    const ids = action.runs.steps.flatMap(({ id }) => (id === undefined ? [] : [id]));
    const named = [...written.matchAll(/\b(inputs|steps)\.([\w-]+)/g)];
    assert.ok(named.length > 5);
    for (const [all, kind, name = ''] of named)
      assert.ok(kind === 'inputs' ? name in action.inputs : ids.includes(name), all);
    for (const each of action.runs.steps) if ('run' in each) assert.doesNotMatch(each.run, /\$\{\{/);
  });

  it('writes SARIF, prints annotations, and fails where the sample has a wrong citation', () => {
    sampleWith('[@reading, ¶ 99]');
    const { code, out, told } = runStepIn(folder, {});
    assert.equal(code, 1);
    const wrong =
      /^::error file=study\/papers\/more\.analysis\.md,line=1,.*title=citation\/no-such-paragraph::/m;
    assert.match(out, wrong);
    assert.equal(sarif('pilcrow.sarif').length, out.trimEnd().split('\n').length);
    assert.ok(sarif('pilcrow.sarif').includes('citation/no-such-paragraph'));
    assert.equal(told, 'sarif-file=pilcrow.sarif\n');
  });

  it('takes over paths, level, language and the name of the file', () => {
    sampleWith('[@reading, ¶ 99]');
    const given = { lang: 'fr', 'sarif-file': 'out/findings.sarif', 'fail-on': 'error' };
    const first = runStepIn(folder, { ...given, paths: 'study/papers/first-reading.analysis.md\n' });
    assert.equal(first.code, 0);
    const both = runStepIn(folder, {
      ...given,
      paths: 'study/papers/first-reading.analysis.md\nstudy/papers/more.analysis.md',
    });
    assert.equal(both.code, 1);
    assert.match(both.out, /::¶ 99\s: @reading a /);
    assert.equal(both.told, 'sarif-file=out/findings.sarif\n');
  });

  it('says what cannot be done and leaves no SARIF of it', () => {
    sampleWith('[@reading, ¶ 1]');
    const { code, err, told } = runStepIn(folder, { 'fail-on': 'severe; touch harm' });
    assert.equal(code, 2);
    assert.match(err, /--fail-on/);
    assert.equal(told, '');
    assert.equal(existsSync(join(folder, 'pilcrow.sarif')), false);
    assert.equal(existsSync(join(folder, 'harm')), false);
  });

  it('does the same in any other CI by the lines of the docs', () => {
    sampleWith('[@reading, ¶ 99]');
    const docs = readFileSync(inRoot('docs', 'continuous-integration.md'), 'utf8');
    const lines = [/^PILCROW_PATHS=.*$/m, /^ {4}- (node \S+\/cli\.cjs .*)$/m].map((line) => {
      const [all = '', own = all] = line.exec(docs) ?? [];
      return own.replaceAll('../pilcrow', inRoot());
    });
    const codes = lines.map((line) => spawnSync('bash', ['-c', line], { cwd: folder }).status);
    assert.deepEqual(codes, [1, 1]);
    assert.ok(sarif('pilcrow.sarif').includes('citation/no-such-paragraph'));
    assert.match(readFileSync(join(folder, 'pilcrow.xml'), 'utf8'), /citation\/no-such-paragraph"><failure/);
  });

  it('builds where nothing is built, and ends where that fails', () => {
    const clone = join(folder, 'clone');
    mkdirSync(join(clone, 'scripts'), { recursive: true });
    cpSync(inRoot('scripts', 'action.mjs'), join(clone, 'scripts', 'action.mjs'));
    const builds = `import { mkdirSync, writeFileSync } from 'node:fs';
mkdirSync('${join(clone, 'dist')}');
writeFileSync('${join(clone, 'dist', 'cli.cjs')}', 'console.log(process.argv.slice(2).join(" "))');`;
    writeFileSync(join(clone, 'scripts', 'run.mjs'), 'process.exit(7)');
    assert.equal(runStepIn(folder, {}, clone).code, 2);
    writeFileSync(join(clone, 'scripts', 'run.mjs'), builds);
    const { code, out } = runStepIn(folder, {}, clone);
    assert.deepEqual({ code, out }, { code: 0, out: 'check --format=github --lang=en -- .\n' });
  });
});
