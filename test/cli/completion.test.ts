import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { checkCommand } from '../../src/cli/commands/checkCommand.ts';
import { checksCommand } from '../../src/cli/commands/checksCommand.ts';
import { commands } from '../../src/cli/commands/lazy.ts';
import type { CliCommand } from '../../src/cli/command.ts';
import { completionScript, shells } from '../../src/cli/completions.ts';
import { examples } from '../../src/cli/examples.ts';
import { useDesks } from '../support/commandLine.ts';

const all: readonly CliCommand[] = [checkCommand, ...commands, checksCommand];

/** What bash offers for a line whose last word is being typed. */
function offered(line: string): string[] {
  const words = line.split(' ');
  const script = `${completionScript('bash', all)}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')})
COMP_CWORD=${String(words.length - 1)}
_pilcrow
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr, status } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
  assert.deepEqual({ stderr, status }, { stderr: '', status: 0 });
  return stdout.split('\n').filter(Boolean);
}

/** What a shell prints that runs some lines; the test is skipped where it is not there. */
function told(test: Mocha.Context, shell: 'zsh' | 'fish', lines: readonly string[]): string {
  const program = lines.join('\n');
  const { stdout, stderr, error } = spawnSync(shell, ['-c', program], { encoding: 'utf8' });
  if (error) {
    console.log(`      not looked at: there is no ${shell} here`);
    test.skip();
  }
  assert.equal(stderr, '');
  return stdout.trim();
}

describe('completion', () => {
  const deskWith = useDesks();

  it('offers commands, those below them, options and choices', () => {
    assert.deepEqual(offered('pilcrow co'), ['coverage']);
    assert.ok(offered('pilcrow ').includes('notes'));
    assert.deepEqual(offered('pilcrow notes me'), ['merge']);
    assert.deepEqual(offered('pilcrow list te'), ['terms']);
    assert.deepEqual(offered('pilcrow check papers --fo'), ['--format']);
    assert.deepEqual(offered('pilcrow check --format s'), ['sarif']);
    assert.deepEqual(offered('pilcrow check -f j').sort(), ['json', 'junit']);
    assert.deepEqual(offered('pilcrow check --lang '), ['en', 'fr']);
  });

  it('leaves to files what is none of these', () => {
    assert.deepEqual(offered('pilcrow check --cache-dir x'), []);
    assert.deepEqual(offered('pilcrow import letter'), []);
  });

  it('offers the checks that can be explained, and no files', () => {
    assert.deepEqual(offered('pilcrow checks note/'), ['note/orphan', 'note/unreadable']);
    assert.deepEqual(
      offered('pilcrow checks t').filter((each) => !each.startsWith('term/')),
      [],
    );
  });

  it('offers what there is help for', () => {
    assert.deepEqual(offered('pilcrow help chec'), ['check', 'checks']);
  });

  it('offers values behind the sign of an option, which bash takes for a word', () => {
    assert.deepEqual(offered('pilcrow check --format = s'), ['sarif']);
    assert.equal(offered('pilcrow check --format =').length, 5);
  });

  it('in zsh offers files only where one may stand', function () {
    const run = (line: string): string => {
      const words = line.split(' ');
      // Stand-ins for what completes in zsh say what they are told.
      return told(this, 'zsh', [
        `compdef() { :; }; compset() { :; }; compadd() { print -r -- "$@"; }; _files() { print FILES; }`,
        completionScript('zsh', all),
        `words=(${words.map((word) => `'${word}'`).join(' ')}) CURRENT=${String(words.length)}`,
        '_pilcrow',
      ]);
    };
    for (const line of [
      'pilcrow ',
      'pilcrow notes ',
      'pilcrow check --format ',
      'pilcrow help ',
      'pilcrow checks ',
    ])
      assert.doesNotMatch(run(line), /FILES/, line);
    for (const line of ['pilcrow check ', 'pilcrow list terms ', 'pilcrow check --cache-dir '])
      assert.match(run(line), /FILES/, line);
    assert.match(run('pilcrow checks '), / note\/orphan /);
    assert.equal(run('pilcrow check --format=s'), '-- pretty json sarif github junit');
  });

  it('in fish offers the options of the command that is written, and of no other', function () {
    const run = (line: string): string[] =>
      told(this, 'fish', [completionScript('fish', all), `complete -C '${line}'`])
        .split('\n')
        .filter(Boolean);
    assert.ok(run('pilcrow notes export --').includes('--answers-in-notes'));
    assert.ok(!run('pilcrow notes export --').includes('--proof'));
    assert.ok(run('pilcrow export --').includes('--proof'));
    assert.deepEqual(run('pilcrow help chec'), ['check', 'checks']);
    assert.deepEqual(run('pilcrow check --format s'), ['sarif']);
    assert.deepEqual(run('pilcrow checks note/'), ['note/orphan', 'note/unreadable']);
    assert.deepEqual(run('pilcrow checks package.j'), []);
    assert.deepEqual(run('pilcrow notes s'), []);
    assert.deepEqual(run('pilcrow check --cache-dir tsconfig.j'), ['tsconfig.json']);
  });

  for (const shell of ['zsh', 'fish'] as const)
    it(`is a script that ${shell} reads`, function () {
      const file = join(mkdtempSync(join(tmpdir(), 'pilcrow-')), 'script');
      writeFileSync(file, completionScript(shell, all));
      const { status, stderr, error } = spawnSync(shell, ['-n', file], { encoding: 'utf8' });
      rmSync(dirname(file), { recursive: true });
      if (error) {
        console.log(`      not looked at: there is no ${shell} here`);
        this.skip();
      }
      assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
    });

  it('is printed for each shell', async () => {
    const desk = await deskWith();
    for (const shell of shells) {
      const { code, out } = await desk.run(['completion', shell]);
      assert.equal(code, 0);
      assert.ok(out.includes('unmarked') || out.includes('coverage'));
    }
  });
});

describe('the help of each command', () => {
  const deskWith = useDesks();
  const leaves = (list: readonly CliCommand[], above = ''): string[] =>
    list.flatMap(({ name, commands: below }) =>
      below ? leaves(below, `${above}${name} `) : [`${above}${name}`],
    );

  it('has examples, all of whose options there are', async () => {
    const named = [...leaves(all), 'completion', 'lsp'].sort();
    assert.deepEqual(Object.keys(examples).sort(), named);
    const desk = await deskWith();
    for (const [name, lines = []] of Object.entries(examples)) {
      const { out } = await desk.run([...name.split(' '), '--help']);
      for (const line of lines) {
        assert.ok(line.startsWith(`pilcrow ${name}`), line);
        assert.ok(out.includes(`\n  ${line}\n`), line);
        const options = name === 'lsp' ? [] : line.match(/ --[a-z-]+/g);
        for (const option of options ?? []) assert.ok(out.includes(option.trim()), `${name}: ${option}`);
      }
    }
  });
});
