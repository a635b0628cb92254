import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { inRoot } from '../../scripts/support/paths.ts';
import { useDesks } from '../support/commandLine.ts';
import { withTale } from '../support/sample.ts';

const bundle = inRoot('dist', 'cli.cjs');

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command line as a process of its own. */
function start(args: readonly string[], cwd: string, onOutput?: (stop: () => void) => void): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bundle, ...args], { cwd, env: plain });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      onOutput?.(() => child.stdout.destroy());
    });
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
    if (args[0] === 'lsp')
      child.stdin.write(
        message({
          id: 1,
          method: 'initialize',
          params: { processId: null, rootUri: null, capabilities: {} },
        }),
      );
    else child.stdin.end();
    if (args[0] === 'lsp')
      child.stdout.once('data', () => {
        child.stdin.write(message({ id: 2, method: 'shutdown' }));
        child.stdin.write(message({ method: 'exit' }));
      });
  });
}

function message(content: object): string {
  const body = JSON.stringify({ jsonrpc: '2.0', ...content });
  return `Content-Length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`;
}

/** Whoever runs the tests may ask for colours in everything below. */
const plain = { ...process.env, NO_COLOR: '1' };

describe('the built command line', function () {
  this.timeout(120_000);
  const deskWith = useDesks();

  before(function () {
    if (existsSync(bundle)) return;
    console.log('    (skipped: dist/cli.cjs is not built)');
    this.skip();
  });

  it('checks, with its exit code and streams', async () => {
    const desk = await deskWith(withTale('[@tale, ¶ 9] [@masswork, ¶ 12]\n'));
    const { code, out, err } = await start(['check'], desk.root);
    assert.equal(code, 1);
    assert.match(out, /1:11 {2}error {8}¶ 9: @tale has/);
    assert.equal(err, '1 paper with 2 citations: 1 error.\n');
  });

  it('is quiet where the reader of its output goes away', async () => {
    const desk = await deskWith(withTale('[@tale, ¶ 9]\n\n'.repeat(3000)));
    const { err } = await start(['check', '--quiet'], desk.root, (stop) => stop());
    assert.equal(err, '');
  });

  it('does what was asked where nobody reads what it says', async () => {
    const desk = await deskWith('=== pilcrow.json\n{}\n');
    const lines = Array.from(
      { length: 3000 },
      (_, index) => `A short line ${String(index)}\n\nA paragraph that ends.\n`,
    );
    await desk.write('text.txt', lines.join('\n'));
    const child = spawn(process.execPath, [bundle, 'import', 'text.txt', '--key', 'text'], {
      cwd: desk.root,
    });
    child.stderr.once('data', () => child.stderr.destroy());
    await new Promise((resolve) => child.on('close', resolve));
    assert.match(await desk.read('sources/text.md'), /^---\nid: text\n/);
  });

  it('starts the language server', async () => {
    const desk = await deskWith();
    const { code, out, err } = await start(['lsp'], desk.root);
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /"serverInfo":\{"name":"pilcrow"/);
  });
});
