import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeDocx } from '../../../src/publish/wordFile/writeDocx.ts';
import { manuscriptOf, prose, surroundings } from '../sampleManuscript.ts';

/** Formulas that Pandoc and Pilcrow write alike. */
const alike = [
  'a^2+b^2=c^2',
  '\\frac{a}{b} \\cdot 100\\%',
  '\\sqrt[3]{x+1} - \\sqrt{2}',
  'x_i^{n+1} + x^{y^z}',
  '\\sum_{i=1}^n i^2',
  '\\int_0^1 f(x)\\,dx',
  '\\lim_{x \\to 0} \\frac{\\sin x}{x}',
  '\\left( \\frac{1}{2} \\right) + \\left\\{ x \\mid x \\in A \\right\\}',
  '\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}',
  '\\begin{cases} 1 & x>0 \\\\ 0 & \\text{otherwise} \\end{cases}',
  '\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}',
  '\\mathbb{R} \\subset \\mathbf{C} \\cup \\mathcal{L}',
  '\\hat{x} + \\vec{v} + \\overline{AB}',
  '\\text{if } x > 0 \\text{ and } \\alpha \\leq \\Gamma',
  '\\binom{n}{k} \\neq \\mathrm{kg}',
  '\\forall x \\exists y : x \\Rightarrow y \\wedge \\neg z',
];

describe('formulas in Word files', () => {
  it('are those of Pandoc, as Pandoc reads them', function () {
    if (spawnSync('pandoc', ['--version']).error) {
      console.log('      skipped: Pandoc is not on the PATH');
      this.skip();
    }
    const folder = mkdtempSync(join(tmpdir(), 'pilcrow-formulas-'));
    try {
      const pandoc = (...args: string[]): string => {
        const { stdout, status, stderr } = spawnSync('pandoc', args, { cwd: folder, encoding: 'utf8' });
        assert.equal(status, 0, stderr);
        return stdout;
      };
      const blocks = alike.map((tex) => prose({ kind: 'math', tex, isDisplay: false }));
      writeFileSync(join(folder, 'ours.docx'), writeDocx(manuscriptOf({ blocks }), surroundings));
      writeFileSync(join(folder, 'theirs.md'), alike.map((tex) => `$${tex}$`).join('\n\n'));
      pandoc('theirs.md', '-o', 'theirs.docx');
      const [ours, theirs] = ['ours.docx', 'theirs.docx'].map((name) =>
        pandoc(name, '-t', 'markdown', '--wrap=none'),
      );
      assert.equal(ours, theirs);
      assert.doesNotMatch(ours ?? '', /`/, 'none is left as written');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
