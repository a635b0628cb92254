// Runs the tests of the TextMate grammar: assertions in test/grammar, snapshots in test/grammar/snapshots.
// `npm run test:grammar -- --update` rewrites the snapshots. Read their diff before you commit them.
// The Markdown grammar that ours extends comes with the editor. A new machine has no editor yet, so the tests take it
// from tm-grammars, with the grammars of the languages that our tests embed in Markdown.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const tools = dirname(require.resolve('vscode-tmgrammar-test/package.json'));
const grammars = ['markdown', 'html', 'html-derivative', 'yaml'].flatMap((name) => [
  '-g',
  require.resolve(`tm-grammars/grammars/${name}.json`),
]);

/** Runs one of the two tools, without its messages about embedded languages that no test uses. */
function run(tool, args) {
  const { status, error, stdout, stderr } = spawnSync(
    process.execPath,
    [join(tools, 'dist', tool), ...grammars, ...args],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  if (error) throw error;
  const lines = `${stdout}${stderr}`.split('\n');
  process.stdout.write(lines.filter((line) => !line.startsWith('grammar not found for ')).join('\n'));
  return status === 0;
}

const update = process.argv.includes('--update') ? ['--updateSnapshot'] : [];
const asserted = run('unit.js', ['test/grammar/*.analysis.md']);
const pictured = run('snapshot.js', [
  '--scope',
  'text.html.markdown.analysis',
  ...update,
  'test/grammar/snapshots/*.analysis.md',
]);
process.exitCode = asserted && pictured ? 0 : 1;
