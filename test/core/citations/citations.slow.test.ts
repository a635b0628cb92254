import { readCitations } from '../../../src/core/citations/readCitations.ts';
import { parseMarkdown } from '../../../src/core/blocks/document.ts';

describe('hostile texts', function () {
  this.timeout(120_000);
  const units = ['[', '@', '[@a;', '@{', '[@a ', '"@a ', '[@a](', '<!--@a', '^[@a ', '@a [', '[@a, ¶ 1, '];
  for (const unit of units) {
    it(`does not hang on 200 KB of ${JSON.stringify(unit)}`, () => {
      const document = parseMarkdown(unit.repeat(Math.ceil(200_000 / unit.length)));
      readCitations(document);
    });
  }
});
