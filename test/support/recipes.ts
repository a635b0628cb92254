import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot } from '../../scripts/support/paths.ts';

/** A code block of CONTRIBUTING.md that names the file it is for: a whole new one, or changes (`diff`) of one that is there. */
interface RecipeStep {
  readonly path: string;
  readonly text: string;
  readonly isChange: boolean;
}

const codeBlock = /^( *)```(\w+) (src\/\S+)\n([^]*?)^ *```$/gm;

function stepsOf(heading: string): readonly RecipeStep[] {
  const sections = readFileSync(inRoot('CONTRIBUTING.md'), 'utf8').split(/^## /m);
  const section = sections.find((each) => each.startsWith(`${heading}\n`));
  assert.ok(section, `CONTRIBUTING.md has “${heading}”`);
  return [...section.matchAll(codeBlock)].map(([, indent = '', language, path = '', code = '']) => ({
    path,
    text: code.replace(new RegExp(`^${indent}`, 'gm'), ''),
    isChange: language === 'diff',
  }));
}

/** The lines of a hunk with one of two signs, without the signs. */
const side = (hunk: string, sign: string): string =>
  hunk
    .split('\n')
    .filter((line) => line.startsWith(' ') || line.startsWith(sign))
    .map((line) => line.slice(1))
    .join('\n');

/** Follows the recipe under a heading of CONTRIBUTING.md, to the letter, in a copy of the repository. */
export async function followRecipe(heading: string, copy: string): Promise<void> {
  for (const { path, text, isChange } of stepsOf(heading)) {
    const full = join(copy, path);
    await mkdir(dirname(full), { recursive: true });
    let written = isChange ? await readFile(full, 'utf8') : text;
    for (const hunk of isChange ? text.split('@@\n') : []) {
      const found = side(hunk, '-');
      assert.equal(written.split(found).length, 2, `${path} has this once:\n${found}`);
      written = written.replace(found, () => side(hunk, '+'));
    }
    await writeFile(full, written);
  }
}
