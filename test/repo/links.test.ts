import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { inRoot } from '../../scripts/support/paths.ts';

/** Every page of the repository that people read. */
function pages(): string[] {
  const folders = ['.', 'docs', 'docs/checks', 'findings', 'examples/study-folder'];
  return folders.flatMap((folder) =>
    readdirSync(inRoot(folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => inRoot(folder, name)),
  );
}

const withoutCode = (text: string): string => text.replace(/^```[^]*?^```/gm, '').replace(/`[^`\n]*`/g, '');

/** The ids of headings, as code hosts make them. */
function headingIds(text: string): Set<string> {
  const headings = text.replace(/^```[^]*?^```/gm, '').matchAll(/^#{1,6} +(.+)$/gm);
  return new Set(
    [...headings].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\- ]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

describe('links between pages', () => {
  it('lead somewhere', () => {
    const broken: string[] = [];
    let count = 0;
    for (const page of pages()) {
      const links = withoutCode(readFileSync(page, 'utf8')).matchAll(/\]\(([^)\s]+)\)/g);
      for (const [, target = ''] of links) {
        if (/^[a-z]+:/.test(target)) continue;
        count++;
        const [path = '', id] = target.split('#');
        const file = path === '' ? page : join(dirname(page), path);
        const leads =
          existsSync(file) && (id === undefined || headingIds(readFileSync(file, 'utf8')).has(id));
        if (!leads) broken.push(`${relative(inRoot(), page)}: ${target}`);
      }
    }
    assert.deepEqual(broken, []);
    assert.ok(count > 50, `${String(count)} links`);
  });
});
