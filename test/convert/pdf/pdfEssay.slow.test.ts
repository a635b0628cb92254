import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inWords } from '../../../src/core/messages.ts';
import { type Edition, readEdition } from '../../../src/core/source/edition.ts';
import { fingerprint } from '../../../src/core/text/strings.ts';
import { essayFiles, whyNoEssayFiles } from '../essayFiles.ts';
import { imported } from '../importing.ts';

const root = join(import.meta.dirname, '../../..');

/** How many of the 82 passages are right without the edition, by what the producer does with paragraphs. */
const leastRight = { tagged: 81, untagged: 79 };
const taggedFiles = new Set(['chromium.pdf', 'lo-tagged.pdf']);

describe('the essay as PDF files of the producers on this machine', function () {
  this.timeout(240_000);
  let folder = '';
  let files: readonly string[] = [];
  let edition: Edition;

  before(function () {
    const why = whyNoEssayFiles();
    if (why !== undefined) {
      console.log(`      skipped: ${why}`);
      this.skip();
    }
    folder = essayFiles();
    files = readdirSync(folder).filter((file) => file.endsWith('.pdf'));
    console.log(`      made here: ${files.join(', ') || 'none, so that nothing is checked'}`);
    const frozen = readEdition(readFileSync(join(root, 'editions/masswork/edition.json'), 'utf8'));
    if ('problem' in frozen) assert.fail(inWords(frozen.problem));
    edition = frozen.edition;
  });

  it('is proved by the fingerprints of its edition, and every other passage is on the list of doubts', async () => {
    for (const fileName of files) {
      const { result } = await imported(readFileSync(join(folder, fileName)), {
        fileName,
        editions: [edition],
      });
      const { matched = 0, differing = [], missing = [] } = result.recognised ?? {};
      assert.ok(matched >= 81, `${fileName}: ${matched}`);
      assert.equal(missing.length, 0, fileName);
      assert.equal(result.doubts.length >= differing.length, true, fileName);
    }
  });

  it('has nearly all paragraphs without the edition, and few right ones are on the list of doubts', async () => {
    const known = new Set(edition.passages.map(({ sha256 }) => sha256));
    for (const fileName of files) {
      const { result, source } = await imported(readFileSync(join(folder, fileName)), { fileName });
      const right = source.passages.filter((passage) => known.has(passage.fingerprint));
      const least = taggedFiles.has(fileName) ? leastRight.tagged : leastRight.untagged;
      assert.ok(right.length >= least, `${fileName}: ${right.length}`);
      const texts = right.map(({ words }) => words?.plain.text ?? '');
      const doubted = result.doubts.filter(({ excerpt }) => texts.some((text) => text.includes(excerpt)));
      assert.ok(doubted.length <= 3, `${fileName}: ${doubted.length}`);
      assert.equal(fingerprint(texts[0] ?? ''), right[0]?.fingerprint);
    }
  });
});
