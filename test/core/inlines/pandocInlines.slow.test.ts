import { readCitations } from '../../../src/core/citations/readCitations.ts';
import { parseMarkdown } from '../../../src/core/blocks/document.ts';

describe('hostile inlines', function () {
  this.timeout(120_000);
  for (const unit of [
    '$\\text{',
    '\\text{',
    "$x$'",
    "'$x$'",
    '&rarr;',
    '&',
    '[^[\u00a0',
    '$$',
    '$$x$',
    '$x \\text{$}@a',
  ])
    it(`does not hang on 200 KB of ${JSON.stringify(unit)}`, () => {
      const document = parseMarkdown(`$@a ${unit.repeat(Math.ceil(200_000 / unit.length))}`);
      readCitations(document);
    });
});
