import { inWords } from '../../../src/core/messages.ts';
import assert from 'node:assert/strict';
import { findingsOf } from '../../../src/core/check/findings.ts';
import { loadBuiltIns, packageFolder } from '../../../src/files/builtIns.ts';
import { applyFixes, checkFixture, paperOf, parseFixture, studyOf } from '../../support/fixture.ts';

/** A source of our own with something for every check. */
const ferry = `=== sources/ferry.md
---
id: ferry
title: The Ferry
abstract: About a river and those who wait for it.
---

## (1) The River

The ferry crosses at noon, when the wind is low. Nobody pays before the other bank, and nobody pays twice.

The ferryman said “no wind, no crossing” and lay down in the shade of his boat.

## (2) The Bank

This is not to say that the river obeys anybody. The crossing takes an hour in spring and two in autumn.

Those who hurry walk to the bridge in the mountains.

Those who wait sit on the bank with the others. Those who hurry walk.[^1]

[^1]: It is three days to the bridge and four days back.
`;
const builtIns = loadBuiltIns(packageFolder(import.meta.dirname));

function check(paper: string) {
  return checkFixture(`${ferry}\n=== papers/a.analysis.md\n${paper}\n`, builtIns);
}

/** Checks that a fix of the one finding of a line makes another line of it, and that nothing is found in that. */
function fixes(line: string, mark: string, fixed: string, choose = 0): void {
  const findings = check(`${line}\n${mark}`);
  assert.equal(findings.length, 1);
  assert.equal(applyFixes(line, findings, choose), fixed);
  check(fixed);
}

describe('fixes of quotations', () => {
  it('leave no marks around words that they take away', () => {
    for (const extra of ['*oar*', '**oar,**', '`oar`', '[oar]{.smallcaps}', '~~oar~~', '***oar***']) {
      const line = `“Nobody pays before ${extra} the other bank” [@ferry, ¶ 1].`;
      const at = line.indexOf('oar');
      const mark = `${' '.repeat(at)}${extra.includes(',') ? '^^^^' : '^^^'} quotation/altered`;
      fixes(line, mark, '“Nobody pays before the other bank” [@ferry, ¶ 1].');
    }
  });

  it('write no new place beside half of the old one', () => {
    const [finding] = check(`
“Nobody pays before the other bank” [@ferry, ¶ 2-¶ 3].
 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quotation/elsewhere: stands at ¶ 1
                                             ^^^^^^^ citation/unparsed-locator: Write “¶¶ 2-3”
`);
    assert.deepEqual(finding?.fixes, []);
  });
});

describe('a quotation that ends in a full stop of its own', () => {
  for (const after of [
    '[@ferry, ¶ 1] and goes on.',
    '[@ferry, ¶ 1], which says more.',
    '(see [@ferry, ¶ 1]) and goes on.',
    '— Nora Quill [@ferry, ¶ 1]',
  ])
    it(`is that of the citation behind it: ${after}`, () => {
      check(`It has “Nobody pays before the other bank.” ${after}`);
      check(`
It has “Nobody pays before the inner bank.” ${after}
                               ^^^^^ quotation/altered
`);
    });

  it('is none of a sentence that begins with a citation of its own', () => {
    check('It has “nobody pays before the inner bank.” He left. [@ferry, ¶ 1] says so.');
  });
});

describe('quotation checks', () => {
  it('are silent on what stands where it is cited', () => {
    check(`
“The ferry crosses at noon, when the wind is low” [@ferry, ¶ 1]. "No wind, no crossing" [@ferry, ¶ 2].

« The crossing takes an hour in spring and … in autumn » [@ferry, ¶ 3], ‘The [slow] crossing takes an hour’ [@ferry, ¶ 3].

@ferry [¶ 4] writes “Those who *hurry* walk to the bridge”, and “four days back” stands in a note [@ferry, n. 1].

“The Bank” [@ferry, sec. 2]. A “scare quote” and “no words of the ferry at all, however long they go on”.

> Those who wait sit on the bank
> with the others. Those who hurry walk.
>
> — [@ferry, ¶ 5]

\`“The ferry never crosses” [@ferry, ¶ 1]\`
`);
  });

  it('what title marks and signs of far less hold that stands nowhere is a hint, what other marks do is more', () => {
    const findings = check(`
As in 《A Book of Winds and Waters》 [@ferry, ¶ 1].
       ^^^^^^^^^^^^^^^^^^^^^^^^^^ quotation/not-found
Where m << the sum of masses and M >> m it holds [@ferry, ¶ 1].
           ^^^^^^^^^^^^^^^^^^^^^^^ quotation/not-found
As in <<A Book of Winds and Waters>> [@ferry, ¶ 1].
        ^^^^^^^^^^^^^^^^^^^^^^^^^^ quotation/not-found
As in 《The ferry crosses at midnight》 [@ferry, ¶ 1].
                            ^^^^^^^^ quotation/altered
`);
    assert.deepEqual(
      findings.map(({ level }) => level),
      ['hint', 'hint', 'error', 'error'],
    );
  });

  it('quotation/altered says what differs, and underlines it', () => {
    check(`
“The ferry crosses at midnight, when the wind is low” [@ferry, ¶ 1].
                      ^^^^^^^^ quotation/altered: ¶ 1: @ferry has “noon”, not “midnight”.

“Nobody pays the other bank, and nobody pays twice” [@ferry, ¶ 1].
        ^^^^^^^^ quotation/altered: ¶ 1: “before” is left out.

“The crossing takes an hour in early spring and two in autumn” [@ferry, ¶ 3].
                               ^^^^^ quotation/altered: ¶ 3: @ferry has no “early”.

“It is three days to the bridges and four days back” [@ferry, ¶ 2].
                         ^^^^^^^ quotation/altered: n. 1 (cited as ¶ 2): @ferry has “bridge”, not “bridges”.

“The ship crosses at noon, when the wind is high. Nobody pays” [@ferry, ¶ 1].
     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quotation/altered: ¶ 1: @ferry has “ferry”, not “ship”; it has “low”, not “high”.

> The ferryman said “no wind, no passage”
                                 ^^^^^^^ quotation/altered: ¶ 2: @ferry has “crossing”, not “passage”.
> and lay down in the shade of his boat. [@ferry, ¶ 2]
`);
    const line = '“The ferry crosses at midnight, when the wind is low” [@ferry, ¶ 1].';
    const mark = '                      ^^^^^^^^ quotation/altered';
    fixes(line, mark, '“The ferry crosses at noon, when the wind is low” [@ferry, ¶ 1].');
    fixes(line, mark, '“The ferry crosses at [midnight], when the wind is low” [@ferry, ¶ 1].', 1);
  });

  it('quotation/altered: no bracket takes the place of a negation', () => {
    const titles = (line: string): string[] => {
      const study = studyOf(parseFixture(`${ferry}\n=== papers/a.analysis.md\n${line}\n`));
      return findingsOf(paperOf(study), study).flatMap(({ fixes: all = [] }) =>
        all.map(({ title }) => inWords(title)),
      );
    };
    const restore = 'Restore the source’s words';
    for (const line of [
      '“This is to say that the river obeys anybody” [@ferry, ¶ 3]',
      '“The crossing never takes an hour in spring” [@ferry, ¶ 3]',
      '“Everybody pays before the other bank, and nobody pays twice” [@ferry, ¶ 1]',
      '“The crossing doesn’t takes an hour in spring” [@ferry, ¶ 3]',
    ])
      assert.deepEqual(titles(line), [restore], line);
    assert.deepEqual(titles('“The crossing takes a day in spring” [@ferry, ¶ 3]'), [
      restore,
      'Mark the change with brackets',
    ]);
  });

  it('quotation/elsewhere says where the words stand', () => {
    check(`
“The ferry crosses at noon” [@ferry, ¶¶ 2-4].
 ^^^^^^^^^^^^^^^^^^^^^^^^^ quotation/elsewhere: ¶¶ 2–4: “The ferry crosses at noon” stands at ¶ 1 of @ferry.

“Three days to the bridge” [@ferry, ¶ 4].
 ^^^^^^^^^^^^^^^^^^^^^^^^ quotation/elsewhere: ¶ 4: “Three days to the bridge” stands in n. 1 of @ferry.

“The ferry crosses at noon” [@ferry, ¶ 9].
 ^^^^^^^^^^^^^^^^^^^^^^^^^ quotation/elsewhere: “The ferry crosses at noon” stands at ¶ 1 of @ferry.
                                       ^ citation/no-such-paragraph
`);
    fixes(
      '“The ferry crosses at noon” [@ferry, ¶ 4].',
      ` ${'^'.repeat(25)} quotation/elsewhere`,
      '“The ferry crosses at noon” [@ferry, ¶ 1].',
    );
  });

  it('quotation/elsewhere: a fix is safe where nothing else rests on the citation', () => {
    const safe = (line: string): (boolean | undefined)[] => {
      const study = studyOf(parseFixture(`${ferry}\n=== papers/a.analysis.md\n${line}\n`));
      return findingsOf(paperOf(study), study).map(({ fixes: all }) => all?.[0]?.safe);
    };
    assert.deepEqual(safe('“The ferry crosses at noon” [@ferry, ¶ 4].'), [true]);
    assert.deepEqual(safe('“The ferry crosses at noon” [@ferry, ¶¶ 3-4].'), [true]);
    assert.deepEqual(safe('“The ferry crosses at noon” [@ferry, ¶¶ 3, 4].'), [false], 'two places');
    assert.deepEqual(safe('The “ferryman” [@ferry, ¶ 4].'), [false], 'a word');
    const shared = '“The ferry crosses at noon” and “walk to the bridge” [@ferry, ¶ 4].';
    assert.deepEqual(safe(shared), [false], 'the other stands there');
    const both = '“The ferry crosses at noon” and “when the wind is low” [@ferry, ¶ 4].';
    assert.deepEqual(safe(both), [true, true], 'both stand elsewhere together');
    const apart = '“The ferry crosses at noon” and “lay down in the shade” [@ferry, ¶ 4].';
    assert.deepEqual(safe(apart), [false, false], 'they stand apart');
  });

  it('quotation/not-found repeats how the quotation begins', () => {
    check(`
“Bridges are built by people who cannot stand the water” [@ferry, ¶ 1].
 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quotation/not-found: ¶ 1: nothing like “Bridges are built by people who …” stands in @ferry.
`);
  });

  it('quotation/ambiguous names every place and offers each', () => {
    const line = '“Those who hurry walk” [@ferry, ¶ 1].';
    const mark = ` ${'^'.repeat(20)} quotation/ambiguous: ¶ 1: “Those who hurry walk” stands in several other places of @ferry: ¶ 4; ¶ 5.`;
    fixes(line, mark, '“Those who hurry walk” [@ferry, ¶ 4].');
    fixes(line, mark, '“Those who hurry walk” [@ferry, ¶ 5].', 1);
  });

  it('quotation/uncited reports long ones that stand in a source', () => {
    fixes(
      'They wait: “Those who wait sit on the bank with the others.”',
      `            ${'^'.repeat(47)} quotation/uncited: “Those who wait sit on the …” stands at ¶ 5 of @ferry. Cite it.`,
      'They wait: “Those who wait sit on the bank with the others.” [@ferry, ¶ 5]',
    );
    check('“Those who wait” is three words; “the ferry” two.');
  });

  it('quotation/not-verified says what is missing', () => {
    check(`
“Two words” [@masswork, ¶ 1].
 ^^^^^^^^^ quotation/not-verified: ¶ 1: “Two words” is too short to be verified without the text of @masswork.
`);
  });

  it('quotation/not-found and others hold without the text, by fingerprints', () => {
    check(`
“Bridges are built by people who cannot stand the water” [@masswork, ¶ 1].
 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quotation/not-found: by its fingerprints
`);
  });

  it('quotation/out-of-context says what stands around the words', () => {
    check(`
“The river obeys anybody” [@ferry, ¶ 3].
 ^^^^^^^^^^^^^^^^^^^^^^^ quotation/out-of-context: ¶ 3: in the source “This is not to say that” stands right before these words
`);
    check('It does not hold that “the river obeys anybody” [@ferry, ¶ 3].');
  });

  it('quotation/sense-reversed says what was left out, and underlines where', () => {
    const [finding] = check(`
“Nobody pays before the other bank, … twice” [@ferry, ¶ 1].
                                    ^ quotation/sense-reversed: ¶ 1: “nobody” is left out, which turns the sense round.
`);
    assert.equal(finding?.level, 'warning');
    check(`
“… the river obeys anybody” [@ferry, ¶ 3].
 ^ quotation/sense-reversed: ¶ 3: “This is not to say that” is left out

“This is [meant] to say that the river obeys anybody” [@ferry, ¶ 3].
         ^^^^^^^ quotation/sense-reversed: ¶ 3: a bracket stands for “not”

“[Everybody] pays before the other bank” [@ferry, ¶ 1].
 ^^^^^^^^^^^ quotation/sense-reversed: ¶ 1: a bracket stands for “Nobody”

“The crossing [never] takes an hour in spring” [@ferry, ¶ 3].
              ^^^^^^^ quotation/sense-reversed: ¶ 3: the bracket adds “never”
`);
  });

  it('are silent on keys that lead nowhere, which are reported by themselves', () => {
    check(`
“Bridges are built by people who cannot stand the water” [@ferri, ¶ 1].
                                                          ^^^^^^ citation/unknown-key
`);
  });

  it('are silenced by a comment, and a comment without use is reported', () => {
    check(`
<!-- pilcrow-ignore quotation/not-found: a joke -->

“Bridges are built by people who cannot stand the water” [@ferry, ¶ 1].
`);
    check(`
<!-- pilcrow-ignore quotation/altered: none -->
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ suppression/unused

“The ferry crosses at noon” [@ferry, ¶ 1].
`);
  });
});
