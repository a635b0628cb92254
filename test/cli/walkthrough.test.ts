import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { inRoot } from '../../scripts/support/paths.ts';
import { spokenTags } from '../../src/files/spokenLanguages.ts';
import { useDesks } from '../support/commandLine.ts';

const source = `=== sources/reading.md
---
id: reading
title: Reading Together
author: Nobody
---

One.

Two.

Three.

=== papers/a.analysis.md
---
lang: `;

/** The citations that the walkthrough of a language shows as an example of how they are written. */
function examplesIn(tag: string): string[] {
  const infix = tag === 'en' ? '' : `.${tag}`;
  const texts = JSON.parse(readFileSync(inRoot(`package.nls${infix}.json`), 'utf8')) as Record<
    string,
    string
  >;
  const page = tag === 'en' ? 'citations.md' : `citations.nls.${tag}.md`;
  const [list = ''] = readFileSync(inRoot('media', 'walkthrough', page), 'utf8').split(/\n\n(?!\|)/);
  const told = Object.entries(texts).filter(([name]) => name.startsWith('walkthrough.'));
  const all = [list, ...told.map(([, text]) => text)].join('\n');
  return [...all.matchAll(/`([^`\n]*@\w[^`\n]*)`/g)].map(([, example = '']) => example);
}

describe('the walkthrough', () => {
  const deskWith = useDesks();

  for (const tag of spokenTags)
    it(`shows citations that are read in a paper in its language, ${tag}`, async () => {
      const examples = examplesIn(tag);
      assert.ok(examples.length > 6, examples.join());
      const desk = await deskWith(`${source}${tag}\n---\n\n${examples.join('\n\n')}\n`);
      const { out } = await desk.run(['check', '--format', 'json']);
      const found = (JSON.parse(out) as { check: string; message: string }[]).map((each) => each.message);
      assert.deepEqual(found, []);
    });
});
