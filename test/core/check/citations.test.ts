import assert from 'node:assert/strict';
import { applyFixes, checkFixture } from '../../support/fixture.ts';
import { withTale } from '../../support/sample.ts';

/** Checks a paper beside the sample source. */
function check(paper: string) {
  return checkFixture(withTale(paper));
}

/** Checks that the first fix turns one line into another. */
function fixes(line: string, mark: string, fixed: string, choose = 0): void {
  const findings = check(`${line}\n${mark}\n`);
  assert.equal(applyFixes(line, findings, choose), fixed);
  assert.ok(
    findings.every(({ fixes: all }) => all?.[choose]),
    'each finding has the fix',
  );
}

describe('citation checks', () => {
  it('are silent where everything resolves', () => {
    check(`
[@tale, ¶ 1], [see @tale, ¶¶ 2-4, 5; @tale, sec. 1(i)], @tale [¶ 3], [-@tale, n. 1], @{tale} [§ 2].

- [@tale, {¶ 2}] \\@tale someone@example.com \`[@nothing]\`

> A lamp stood in the window of the mill. [@tale, paras. 1-2]

| a | b |
|---|---|
| [@tale, ¶ 1] | [@tale, secs. 1-2] |
`);
  });

  it('citation/unknown-key names the nearest keys', () => {
    check(`
See [@talle, ¶ 1] and [@tale, ¶ 1; @elsewhere, p. 3].
     ^^^^^^ citation/unknown-key: @talle: no source or work has this key. Did you mean @tale?
                                   ^^^^^^^^^^ citation/unknown-key: Known keys: @tale.
`);
    fixes('Read [@tal, ¶ 1].', '      ^^^^ citation/unknown-key', 'Read [@tale, ¶ 1].');
  });

  it('citation/unparsed-locator tells of a place behind a key in the text, outside of brackets', () => {
    check(`
As @tale, ¶ 3, and @tale (sec. 2) say; @tale ¶¶ 3–4 and **@tale (¶ 2)**.
        ^^^^^ citation/unparsed-locator: “¶ 3”: printed as it stands, leads nowhere. Write “@tale [¶ 3]”.
                        ^^^^^^^^^ citation/unparsed-locator: “sec. 2”: printed as it stands, leads nowhere. Write “@tale [sec. 2]”.
                                            ^^^^^^^ citation/unparsed-locator: Write “@tale [¶¶ 3-4]”.
                                                               ^^^^^^ citation/unparsed-locator: Write “@tale [¶ 2]”.
`);
    fixes('As @tale, ¶ 3, says', '        ^^^^^ citation/unparsed-locator', 'As @tale [¶ 3], says');
    check(`
As she says [@tale], ¶ 3; [see @tale] (¶ 4), [@tale]{.x} ¶ 4 and [@tale, ¶ 1], ¶ 3.
                  ^^^^^^ citation/unparsed-locator: “¶ 3”: printed as it stands, leads nowhere. Write “[@tale, ¶ 3]”.
                                    ^^^^^^^ citation/unparsed-locator: “¶ 4”
                                              ^^^^^ citation/no-locator
`);
    fixes('Thus [@tale], ¶ 3.', '           ^^^^^^ citation/unparsed-locator', 'Thus [@tale, ¶ 3].');
    fixes(
      'Thus [see @tale] (sec. 2).',
      '               ^^^^^^^^^^ citation/unparsed-locator',
      'Thus [see @tale, sec. 2].',
    );
    fixes('As @tale (note 1) says', '        ^^^^^^^^^ citation/unparsed-locator', 'As @tale [n. 1] says');
  });

  it('citation/no-such-paragraph says which paragraphs exist', () => {
    check(`
[@tale, ¶ 6], [@tale, ¶ 0], [@tale, ¶¶ 4-9], [@tale, ¶¶ 1, 7, 2].
          ^ citation/no-such-paragraph: ¶ 6: @tale has ¶ 1–5.
                        ^ citation/no-such-paragraph: ¶ 0: @tale
                                       ^^^ citation/no-such-paragraph: ¶ 6–9: @tale
                                                           ^ citation/no-such-paragraph: ¶ 7: @tale
`);
    fixes('[@tale, ¶ 8]', '          ^ citation/no-such-paragraph', '[@tale, ¶ 5]');
  });

  it('a colon behind a number is none of it', () => {
    check(
      '[@tale, ¶ 3: it says], [@tale, ¶¶ 3, 4: more], [@tale, n. 1: “so”], @tale [§ 1: so], [@tale, ¶ 2-3:]\n',
    );
    check(`
[@tale, ¶ 8: it says]
          ^ citation/no-such-paragraph: ¶ 8: @tale has ¶ 1–5.
`);
  });

  it('citation/no-such-section says which sections exist', () => {
    check(`
[@tale, sec. 3] and [@tale, sec. 1(ii)].
             ^ citation/no-such-section: sec. 3: @tale has sections 1, 1(i), 2.
                                 ^^^^^ citation/no-such-section: sec. 1(ii): @tale
`);
    fixes('[@tale, sec. 1(ii)]', '             ^^^^^ citation/no-such-section', '[@tale, sec. 1(i)]');
  });

  it('citation/no-such-note says which notes exist', () => {
    check(`
[@tale, n. 2], [@tale, nn. 1-3].
           ^ citation/no-such-note: n. 2: @tale has one note, n. 1.
                           ^^^ citation/no-such-note
`);
    fixes('[@tale, n. 4]', '           ^ citation/no-such-note', '[@tale, n. 1]');
  });

  it('citation/no-such-page explains bare numbers', () => {
    check(`
[@tale, 3] and [@tale, p. 3] and [@tale, vol. 2].
        ^ citation/no-such-page: 3: a number alone means a page, and @tale has no page numbers. Cite the paragraph as ¶ 3.
                          ^ citation/no-such-page: p. 3: @tale has no page numbers. Cite the paragraph, as ¶ and its number.
                                              ^ citation/no-such-page: vol. 2: @tale
`);
    fixes('[@tale, 3]', '        ^ citation/no-such-page', '[@tale, ¶ 3]');
  });

  it('citation/no-such-page finds pages by their marks', () => {
    checkFixture(`
=== sources/pages.md
---
id: pages
title: Pages
---
<!-- p. 11 -->

First.

<!-- p. 12 -->

Second.

=== papers/a.analysis.md
[@pages, p. 12], [@pages, pp. 11-12] and [@pages, p. 13].
                                                     ^^ citation/no-such-page: p. 13: @pages marks p. 11–12.
`);
  });

  it('citation/reversed-range offers both readings', () => {
    const line = 'Here [@tale, ¶¶ 4-2].';
    const mark = '                ^^^ citation/reversed-range: 4–2: the range ends before it begins.';
    fixes(line, mark, 'Here [@tale, ¶¶ 2-4].');
    fixes(line, mark, 'Here [@tale, ¶¶ 4, 2].', 1);
  });

  it('citation/unparsed-locator offers the form that works', () => {
    fixes('As [@tale, par. 3].', '           ^^^^^^ citation/unparsed-locator: “par. 3”', 'As [@tale, ¶ 3].');
    fixes('As [@tale, fn. 1].', '           ^^^^^ citation/unparsed-locator: “fn. 1”', 'As [@tale, n. 1].');
  });

  it('citation/compound-locator proposes what lies within, and both where they contradict each other', () => {
    fixes('[@tale, sec. 1, ¶ 2]', '        ^^^^^^^^^^^ citation/compound-locator', '[@tale, ¶ 2]');
    const line = '[@tale, sec. 1, ¶ 1]';
    const mark = '        ^^^^^^^^^^^ citation/compound-locator: ¶ 1 is not in sec. 1.';
    fixes(line, mark, '[@tale, ¶ 1]');
    fixes(line, mark, '[@tale, sec. 1]', 1);
  });

  it('citation/compound-locator', () => {
    check(`
Here [@tale, sec. 1, ¶ 2].
             ^^^^^^^^^^^ citation/compound-locator: only the first place is understood
`);
  });

  it('citation/compound-locator proposes no place that is not there, and loses none of two that lie apart', () => {
    const line = '[@tale, ¶ 1 and n. 1]';
    const mark =
      '        ^^^^^^^^^^^^ citation/compound-locator: n. 1 is not in ¶ 1. Write the one that is meant, or';
    fixes(line, mark, '[@tale, n. 1]');
    fixes(line, mark, '[@tale, ¶ 1]', 1);
    fixes(line, mark, '[@tale, ¶ 1; @tale, n. 1]', 2);
    const [finding] = check(`
Here [@tale, ¶ 1 and n. 9].
             ^^^^^^^^^^^^ citation/compound-locator: only the first place is understood. Cite one place, or cite twice.
`);
    assert.deepEqual(finding?.fixes ?? [], []);
  });

  it('citation/unparsed-locator offers braces where Pandoc would take what follows for a number', () => {
    fixes(
      'As [@tale, par. 3 I think].',
      '           ^^^^^^ citation/unparsed-locator: Write “{¶ 3}”',
      'As [@tale, {¶ 3} I think].',
    );
  });

  it('citation/no-locator is a hint', () => {
    const [finding] = check(`
All of [@tale].
        ^^^^^ citation/no-locator: @tale: which passage? It has ¶ 1–5 and 1 note.
`);
    assert.equal(finding?.level, 'hint');
  });

  it('citation/no-locator tells of a place that stands before the citation', () => {
    check(`
In ¶ 4 (@tale) it says so, in ¶ 3 of @tale, too; paragraphs 2–4 of [@tale], and, in section 1, @tale.
        ^^^^^ citation/no-locator: “¶ 4”: printed as it stands, leads nowhere. Write “@tale [¶ 4]”.
                                     ^^^^^ citation/no-locator: “¶ 3”: printed as it stands, leads nowhere. Write “@tale [¶ 3]”.
                                                                    ^^^^^ citation/no-locator: “paragraphs 2–4”: printed as it stands, leads nowhere. Write “[@tale, ¶¶ 2-4]”.
                                                                                               ^^^^^ citation/no-locator: Write “@tale [sec. 1]”.
`);
    check(`
In ¶ 9 of @tale it says so; ¶ 4 was read, and @tale is old; see ¶ 4 above [@tale]. In 1848 @tale.
          ^^^^^ citation/no-locator: which passage?
                                              ^^^^^ citation/no-locator: which passage?
                                                                           ^^^^^ citation/no-locator: which passage?
                                                                                           ^^^^^ citation/no-locator: which passage?
`);
    checkFixture(`
=== sources/tale.md
---
id: tale
---

Un.

Deux.

=== papers/a.analysis.md
---
lang: fr
---

Au § 2 de @tale, on le dit.
          ^^^^^ citation/no-locator: “§ 2”: printed as it stands, leads nowhere. Write “@tale [§ 2]”.
`);
  });

  it('citation/no-locator puts the place that stands before it into the citation', () => {
    fixes('In ¶ 4 (@tale) so.', '        ^^^^^ citation/no-locator', 'In ¶ 4 (@tale [¶ 4]) so.');
    fixes('In ¶ 4 of [@tale] so.', '           ^^^^^ citation/no-locator', 'In ¶ 4 of [@tale, ¶ 4] so.');
  });

  it('messages say by which numbers a source can be cited', () => {
    checkFixture(`
=== sources/lamps.md
---
id: lamps
numbering: printed
---

11\\. A lamp.

12\\. A mill.

=== sources/oil.md
---
id: oil
---

# One heading

Oil.

=== sources/ash.md
---
id: ash
---

=== papers/a.analysis.md
All of [@lamps].
        ^^^^^^ citation/no-locator: @lamps: which passage? It has ¶ 11–12.
Here [@oil].
      ^^^^ citation/no-locator: @oil: which passage? It has ¶ 1.
Here [@oil, ¶ 2].
              ^ citation/no-such-paragraph: ¶ 2: @oil has ¶ 1.
Here [@oil, sec. 2].
                 ^ citation/no-such-section: sec. 2: @oil has section 1.
Here [@ash].
      ^^^^ citation/no-locator: @ash: which passage? It has no paragraphs.
`);
  });

  it('works without their text resolve whatever the locator', () => {
    checkFixture(`
=== sources/works.bib
@book{freire, title = {Pedagogy}, author = {Freire, Paulo}, date = {1970}}

=== papers/a.analysis.md
[@freire], [@freire, p. 33], [@freire, chap. 2].
`);
  });

  it('works without their text have places within a place, which are printed as they stand', () => {
    checkFixture(`
=== sources/works.bib
@book{freire, title = {Pedagogy}, author = {Freire, Paulo}, date = {1970}}

=== papers/a.analysis.md
[@freire, p. 33 n. 3], [@freire, § 2 ¶ 4], @freire [p. 33, n. 3].

[@freire, par. 3].
          ^^^^^^ citation/unparsed-locator
`);
  });
});

describe('further names of works', () => {
  const works = `
=== sources/works.bib
@book{new, ids = {one two}, title = {Of Oil}}
@book{newer, ids = {three, four}, title = {Of Wicks}}
=== sources/works.json
[{"id": "http://zotero.org/1", "citation-key": "wick", "title": "Of Lamps", "type": "book"}]
         ^^^^^^^^^^^^^^^^^^^ bibliography/unused-entry
=== pilcrow.json
{"checks": {"bibliography/unused-entry": "hint"}}
`;

  it('resolve where Pandoc resolves them, and are named where it does not', () => {
    checkFixture(
      withTale(`
[@one; @two, p. 3; @four]

[@three] and @wick [p. 2].
 ^^^^^^ citation/unknown-key: @three: another name of @newer, by which Pandoc does not find it.
             ^^^^^ citation/unknown-key: @wick: another name of @{http://zotero.org/1}, by which
`) + works,
    );
  });
});
