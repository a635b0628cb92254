import assert from 'node:assert/strict';
import type { Seen } from './support.ts';

/** Asserts what every editor shows of the same study. */
export function checkSeen(seen: Seen, paper: string): void {
  const found = [...seen.findings].sort();
  assert.equal(found.length, 2, found.join('\n'));
  assert.match(found.join('\n'), /¶ 12: @bread has/);
  assert.match(found.join('\n'), /@weil/);
  assert.match(seen.hover, /^(?:\*\*On Bread\*\*|On Bread)/);
  assert.match(seen.hover, /Yeast is next, and dough rests\./);
  assert.deepEqual(seen.definition, { file: 'sources/bread.md', line: 8 });
  assert.match(seen.sourceHover, /Cited 1 time/i);
  assert.match(seen.glossaryHover, /Flour and water/);
  assert.equal(seen.renamed.trimEnd(), paper.replaceAll('@bread', '@loaf').trimEnd());
  assert.equal(seen.source, 'id: loaf');
}
