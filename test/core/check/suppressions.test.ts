import assert from 'node:assert/strict';
import { applyFixes, checkFixture } from '../../support/fixture.ts';
import { withTale } from '../../support/sample.ts';

function check(paper: string) {
  return checkFixture(withTale(paper));
}

describe('pilcrow-ignore', () => {
  it('silences one check on the next block, and only there', () => {
    check(`
<!-- pilcrow-ignore citation/no-such-paragraph: the reprint has more -->

[@tale, ¶ 9] and [@nobody]
                  ^^^^^^^ citation/unknown-key

[@tale, ¶ 9]
          ^ citation/no-such-paragraph
`);
  });

  it('comments in a row are all about the next block', () => {
    check(`
<!-- pilcrow-ignore citation/no-such-paragraph -->
<!-- pilcrow-ignore citation/unknown-key -->
- [@tale, ¶ 9]
- [@nobody]
`);
  });

  it('works inside a list item and inside a paragraph', () => {
    check(`
- <!-- pilcrow-ignore citation/unknown-key -->

  [@nobody]

- [@nobody]
   ^^^^^^^ citation/unknown-key

A paragraph <!-- pilcrow-ignore citation/unknown-key --> with [@nobody].
`);
  });

  it('silences what is switched off, too: the comment is not in vain', () => {
    checkFixture(`
=== pilcrow.json
{ "checks": { "citation/unknown-key": "off", "term/unused": "off" } }

=== glossary.md
<!-- pilcrow-ignore term/unused -->

## lamp

What gives light.

=== papers/a.analysis.md
<!-- pilcrow-ignore citation/unknown-key -->

[@nobody]

<!-- pilcrow-ignore citation/unknown-key -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ suppression/unused

Words.
`);
  });

  it('a comment that silences a check which is off asks papers too whether it silences anything', () => {
    checkFixture(`
=== glossary.md
# Glossary

<!-- pilcrow-ignore term/unused: for later -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ suppression/unused

## wind mill

What grinds.

=== papers/a.analysis.md
A wind mill.
`);
  });

  it('suppression/unused: nothing to silence, no block, no such check', () => {
    check(`
<!-- pilcrow-ignore citation/unknown-key -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ suppression/unused: the next block has no citation/unknown-key

[@tale, ¶ 1]

<!-- pilcrow-ignore citation/unknown -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ suppression/unused: There is no check “citation/unknown”

[@nobody]
 ^^^^^^^ citation/unknown-key

<!-- pilcrow-ignore citation/unknown-key -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ suppression/unused: no block follows
`);
  });

  it('the fix removes the comment', () => {
    const findings = check(`A <!-- pilcrow-ignore citation/unknown-key --> b
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ suppression/unused
`);
    assert.equal(applyFixes('A <!-- pilcrow-ignore citation/unknown-key --> b', findings), 'A  b');
  });

  it('what is off needs no silencing, and a silent check stays silent', () => {
    checkFixture(
      withTale(`=== pilcrow.json
{ "checks": { "citation/unknown-key": "off", "citation/no-such-paragraph": "hint" } }

=== papers/a.analysis.md
[@nobody] [@tale, ¶ 9]
                    ^ citation/no-such-paragraph
`),
    );
  });
});
