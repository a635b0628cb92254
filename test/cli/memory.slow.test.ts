import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { inRoot } from '../../scripts/support/paths.ts';
import { useDesks } from '../support/commandLine.ts';
import { passages } from '../support/phrases.ts';

const bundle = inRoot('dist', 'cli.cjs');
/** Prints the most memory that the process ever had, in kilobytes, as its last line. */
const told = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => process.stderr.write(`\\n${process.resourceUsage().maxRSS}`))",
)}`;

const megabyte = 1_000_000;

function longText(bytes: number): string {
  const paragraphs: string[] = [];
  for (let size = 0; size < bytes; size += Buffer.byteLength(paragraphs.at(-1) ?? '') + 2)
    paragraphs.push(`Number ${String(size)}: “${passages.slice(0, 4).join(' ')}” It goes on.`);
  return `---\nid: long\ntitle: Long\n---\n\n${paragraphs.join('\n\n')}\n`;
}

describe('the memory of a check', function () {
  this.timeout(120_000);
  const deskWith = useDesks();

  before(function () {
    if (!existsSync(bundle)) this.skip();
  });

  async function peak(path: string, text: string): Promise<number> {
    const desk = await deskWith('=== pilcrow.json\n{}\n\n=== papers/a.analysis.md\nWords [@long, ¶ 2].\n');
    await desk.write(path, text);
    const args = ['--import', told, bundle, 'check', '--no-cache', '--format=json'];
    const { stderr } = spawnSync(process.execPath, args, { cwd: desk.root, encoding: 'utf8' });
    return (Number(stderr.trim().split('\n').at(-1)) * 1024) / megabyte;
  }

  it('of a long source is a small multiple of its size', async () => {
    const [short, long] = [
      await peak('sources/long.md', longText(1000)),
      await peak('sources/long.md', longText(8 * megabyte)),
    ];
    assert.ok(long - short < 8 * 16, `${String(short)} MB, and ${String(long)} MB for a source of 8 MB`);
  });

  // A paper of 20 MB may take 150 MB in all, 80 of which are the program's own.
  it('of a long paper is a small multiple of its size', async () => {
    const words = `${'Plain words of a paper, and more of them. '.repeat(14).trim()}\n\n`;
    const [short, long] = [
      await peak('papers/b.analysis.md', words),
      await peak('papers/b.analysis.md', words.repeat(Math.ceil((20 * megabyte) / Buffer.byteLength(words)))),
    ];
    assert.ok(long - short < 20 * 3.5, `${String(short)} MB, and ${String(long)} MB for a paper of 20 MB`);
  });
});
