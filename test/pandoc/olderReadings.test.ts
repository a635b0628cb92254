import assert from 'node:assert/strict';
import { type Finding, findingsOf } from '../../src/core/check.ts';
import { applyFixes, paperOf, parseFixture, studyOf } from '../support/fixture.ts';
import { withTale } from '../support/sample.ts';
import {
  installedPandoc,
  newestPandoc,
  type OracleCitation,
  type Pandoc,
  pandocCitations,
} from './oracle.ts';

/** Lines that the two versions read otherwise, and whose fix both read as 3.10 has read the line. */
const parting = [
  'As -@tale says.',
  'As -@tale [¶ 1] says.',
  'As -@tale [see ¶ 1; @mill] says.',
  'As -@{tale} says.',
  'Look![@tale, ¶ 1] It is so.',
  'Look ![-@tale, ¶ 1; @mill] It is so.',
  'It is so [@tale, ¶ 1][^n], and more.',
  'It is so [@tale, ¶ 1](as they say.',
  'It is so [see @tale, ¶ 1]{as they say.',
  'It is so [@tale, ¶ 1][as they say.',
];

/** Lines that both read alike. */
const alike = [
  'As [-@tale, ¶ 1] says! [@tale, ¶ 1]',
  'Look\\![@tale, ¶ 1] It is so.',
  'It is so [@tale, ¶ 1] [^n], and [@tale, ¶ 1] (as they say).',
  'It is so [[@tale, ¶ 1](as they say)](https://example.org).',
  'A non-@tale thing, and (@tale) [¶ 1].',
];

const note = '\n\n[^n]: It cost two coins.\n';

function hintsIn(line: string): { readonly text: string; readonly hints: readonly Finding[] } {
  const study = studyOf(parseFixture(withTale(line + note)));
  const paper = paperOf(study);
  const hints = findingsOf(paper, study).filter(({ check }) => check === 'citation/older-pandoc');
  return { text: paper.document.text, hints };
}

describe('citation/older-pandoc beside both Pandocs', function () {
  this.timeout(60_000);
  let newest: Pandoc;
  let older: Pandoc;
  /** A comma before a place is printed in any case. */
  const read = async (pandoc: Pandoc, text: string): Promise<readonly OracleCitation[]> => {
    const [citations = []] = await pandocCitations(pandoc, [text]);
    return citations.map((each) => ({ ...each, suffix: each.suffix.replace(/^, (?=¶)/, '').trim() }));
  };

  before(async function () {
    const installed = installedPandoc();
    if (!installed?.version.startsWith('2.17')) {
      console.log('      skipped: Pandoc 2.17 is not there');
      this.skip();
    }
    older = installed;
    newest = await newestPandoc();
  });

  for (const line of parting)
    it(`hints at ${line}`, async () => {
      const { text, hints } = hintsIn(line);
      assert.equal(hints.length, 1);
      const meant = await read(newest, text);
      assert.notDeepEqual(await read(older, text), meant, 'they part');
      const fixed = applyFixes(text, hints);
      assert.deepEqual(await read(newest, fixed), meant, fixed);
      assert.deepEqual(await read(older, fixed), meant, fixed);
    });

  for (const line of alike)
    it(`says nothing of ${line}`, async () => {
      const { text, hints } = hintsIn(line);
      assert.deepEqual(hints, []);
      assert.deepEqual(await read(older, text), await read(newest, text));
    });
});
