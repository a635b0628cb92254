import { readCitations } from '../../../src/core/citations/readCitations.ts';
import { parseMarkdown } from '../../../src/core/blocks/document.ts';
import { assertSoon, repeated } from '../../support/runs.ts';

describe('hostile inlines', function () {
  this.timeout(0);
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
    it(`does not hang on many ${JSON.stringify(unit)}`, () => {
      assertSoon(
        (part) => `$@a ${repeated(unit, part)}`,
        (text) => void readCitations(parseMarkdown(text)),
      );
    });
});
