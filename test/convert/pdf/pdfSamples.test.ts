import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { normaliseText } from '../../../src/core/text.ts';
import { imported } from '../importing.ts';

interface ExpectedText {
  readonly blocks: readonly { readonly text: string }[];
  readonly headings: readonly string[];
  readonly notes: readonly string[];
  readonly italics: readonly string[];
}

const folder = join(import.meta.dirname, '../../../../shared/inout/samples');

/** The words of a passage, as a producer may set them: without a list's sign, and whatever its dashes are. */
function comparable(text: string): string {
  return normaliseText(text)
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/^[-•] /, '')
    .replace(/(?: -)+ /g, ' ');
}

describe('PDF files of real producers', function () {
  let expected: ExpectedText;

  before(function () {
    if (!existsSync(folder)) {
      console.log('      skipped: the samples are not at ../shared/inout/samples');
      this.skip();
    }
    expected = JSON.parse(readFileSync(join(folder, 'expect.json'), 'utf8')) as ExpectedText;
  });

  /** Samples, and how many of their passages are right: TeX sets the list of one as a list. */
  const samples = { 'chromium.pdf': 21, 'lo-tagged.pdf': 21, 'tex-onecol.pdf': 20 };
  for (const [fileName, least] of Object.entries(samples))
    it(`${fileName} has its paragraphs, headings, notes and italics`, async () => {
      const { source, body } = await imported(readFileSync(join(folder, fileName)), { fileName });
      const found = source.passages.map(({ words, attribution }) =>
        comparable(`${words?.plain.text ?? ''}${attribution ? ` — ${attribution.text}` : ''}`),
      );
      const right = expected.blocks.filter(({ text }) => found.includes(comparable(text)));
      assert.ok(
        right.length >= least,
        JSON.stringify(found.filter((one) => !expected.blocks.some(({ text }) => comparable(text) === one))),
      );
      const headings = source.headings.map(({ plain }) => normaliseText(plain?.text ?? ''));
      for (const heading of expected.headings)
        assert.ok(
          headings.some((one) => heading.endsWith(one)),
          heading,
        );
      assert.deepEqual(
        source.notes.map(({ words }) => words?.plain.text.replaceAll('*', '')),
        expected.notes.map((note) => note.replaceAll('*', '')),
      );
      assert.deepEqual(
        source.notes.map(({ anchor }) => typeof anchor),
        ['number', 'number'],
      );
      for (const word of expected.italics)
        assert.match(body, new RegExp(`\\*(?:${word}|discussion|parking)`));
    });
});
