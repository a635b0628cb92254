import assert from 'node:assert/strict';
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import * as vscode from 'vscode';
import { activatedPilcrow, studyFolder } from './support.ts';

const { Append, Replace } = vscode.EnvironmentVariableMutatorType;

describe('pilcrow in a terminal', () => {
  let variables: vscode.EnvironmentVariableCollection;
  let folder: string;

  before(async () => {
    variables = (await activatedPilcrow()).context.environmentVariableCollection;
    folder = (variables.get('PATH')?.value ?? '').slice(delimiter.length);
  });

  /** Runs `pilcrow` in the environment of a terminal that VS Code would open. */
  function run(...args: string[]): SpawnSyncReturns<string> {
    const environment: NodeJS.ProcessEnv = { ...process.env };
    for (const [name, { value, type }] of variables)
      environment[name] = type === Append ? (environment[name] ?? '') + value : value;
    const options = { cwd: studyFolder(), env: environment, encoding: 'utf8' } as const;
    return spawnSync('sh', ['-c', 'exec pilcrow "$@"', 'sh', ...args], options);
  }

  it('stands last on PATH, with the Node.js of VS Code, and is explained', () => {
    const names = [...variables].map(([name, { type }]): [string, number] => [name, type]);
    assert.deepEqual(Object.fromEntries(names), { PILCROW_NODE: Replace, PATH: Append });
    assert.equal(variables.get('PILCROW_NODE')?.value, process.execPath);
    assert.ok(variables.get('PATH')?.value.startsWith(delimiter));
    assert.match(JSON.stringify(variables.description), /pilcrow check/);
  });

  it('checks the study folder', () => {
    const { status, stdout } = run('check', 'papers/exercise.analysis.md', '--format', 'json');
    assert.equal(status, 1);
    assert.ok((JSON.parse(stdout) as unknown[]).length >= 7);
  });

  it('hands on arguments as they are', () => {
    const { status, stderr } = run('check', 'no such  “folder”');
    assert.equal(status, 2);
    assert.match(stderr, /no such {2}“folder”/);
  });

  it('has a batch file for cmd and PowerShell, which names no path but its own', async () => {
    const batch = await readFile(join(folder, 'pilcrow.cmd'), 'latin1');
    assert.match(batch, /^@echo off\r\n/);
    assert.match(batch, /^"%PILCROW_NODE%" "%~dp0\.\.\\dist\\cli\.cjs" %\*\r$/m);
    assert.match(batch, /^exit \/b %ERRORLEVEL%\r\n$/m);
  });
});
