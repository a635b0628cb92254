import { readCitations } from '../../../src/core/citations/readCitations.ts';
import { parseMarkdown } from '../../../src/core/blocks/document.ts';
import { assertSoon, repeated } from '../../support/runs.ts';

describe('hostile texts', function () {
  this.timeout(0);
  const units = ['[', '@', '[@a;', '@{', '[@a ', '"@a ', '[@a](', '<!--@a', '^[@a ', '@a [', '[@a, ¶ 1, '];
  for (const unit of units) {
    it(`does not hang on many ${JSON.stringify(unit)}`, () => {
      assertSoon(
        (part) => repeated(unit, part),
        (text) => void readCitations(parseMarkdown(text)),
      );
    });
  }
});
