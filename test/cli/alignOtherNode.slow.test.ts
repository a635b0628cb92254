import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from '../../scripts/support/paths.ts';

/** The program of another version of Node.js, as that of the package `node` of npm. */
const otherNode = process.env['PILCROW_OTHER_NODE'];
const program = inRoot('dist', 'cli.cjs');
const pairs = [
  ['reading', 'reading-fr'],
  ['reading', 'reading-fr-free'],
  ['reading', 'reading-second'],
  ['evenings', 'evenings-fr'],
  ['evenings', 'evenings-second'],
];

describe('alignments written by another version of Node.js', () => {
  it('are the same byte for byte', function () {
    if (otherNode === undefined || !existsSync(program)) {
      console.log('      skipped: PILCROW_OTHER_NODE names no program, or dist is not built');
      this.skip();
    }
    const folder = mkdtempSync(join(tmpdir(), 'pilcrow-nodes-'));
    try {
      const [own, other] = [process.execPath, otherNode].map((node, at) => {
        const study = join(folder, String(at));
        mkdirSync(study);
        cpSync(inRoot('test', 'data', 'translations'), join(study, 'sources'), { recursive: true });
        return pairs.map(([base = '', text = '']) => {
          execFileSync(node, [program, 'align', base, text, '--write'], { cwd: study, stdio: 'pipe' });
          return readFileSync(join(study, 'alignments', `${base}.${text}.json`), 'utf8');
        });
      });
      assert.deepEqual(other, own);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
