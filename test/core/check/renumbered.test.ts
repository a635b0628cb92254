import assert from 'node:assert/strict';
import { findingsOf } from '../../../src/core/check/findings.ts';
import { inWords } from '../../../src/core/messages.ts';
import { freezeEdition } from '../../../src/core/source/editionSource.ts';
import { readAsBefore, readSource } from '../../../src/core/source/readSource.ts';
import { parseMarkdown } from '../../../src/core/blocks.ts';
import { checkFixture } from '../../support/fixture.ts';
import { studyOf } from '../quotations/support.ts';

/** A source in which earlier versions counted eight paragraphs: ¶ 2 and ¶ 4 were the lines of a div, ¶ 6 attributes. */
const body = `
The first lamp was lit at night.

::: {.note}

The second lamp had no wick.

:::

The third lamp burned on.

![](lamp.png){#fig}

The fourth lamp went out.

![A lamp on a sill](sill.png)

The last lamp was sold.
`;

function checked(
  papers: Readonly<Record<string, string>>,
  frontMatter = 'id: lamp\n',
  more = {},
  text = body,
) {
  const study = studyOf({ 'sources/lamp.md': `---\n${frontMatter}---\n${text}`, ...more, ...papers });
  const source = study.files.find(({ role }) => role === 'source');
  assert.ok(source);
  const findings = findingsOf(source, study).filter(({ check }) => check === 'source/renumbered');
  return { study, findings };
}

/** The files as the first fix leaves them. */
function fixed(papers: Readonly<Record<string, string>>, text = body): Record<string, string> {
  const { study, findings } = checked(papers, undefined, {}, text);
  const edits = findings[0]?.fixes?.[0]?.edits ?? [];
  return Object.fromEntries(
    study.files.map((analysis) => {
      const { file } = analysis;
      const text = 'text' in analysis ? analysis.text : '';
      const own = edits
        .filter(({ uri }) => (uri ?? findings[0]?.uri) === file.uri)
        .sort((a, b) => b.range.start - a.range.start);
      const result = own.reduce(
        (now, { range, newText }) => now.slice(0, range.start) + newText + now.slice(range.end),
        text,
      );
      return [file.path, result];
    }),
  );
}

describe('source/renumbered', () => {
  it('is found where papers cite numbers that changed and nothing says which count', () => {
    checkFixture(`
      === sources/lamp.md
      ---
      id: lamp
          ^^^^ source/renumbered: what was ¶ 5 is ¶ 3 now): 2 numbers in 2 files
      ---
      One.

      ::: {.note}

      Two.

      :::

      Three.
      === papers/a.analysis.md
      So it is [@lamp, ¶ 5].
                         ^ citation/no-such-paragraph: ¶ 5: @lamp has ¶ 1–3.
      === papers/b.analysis.md
      It is two [@lamp, ¶ 3].
    `);
  });

  it('moves the citations of all papers in one edit, and says so in the source', () => {
    const papers = {
      'a.analysis.md': 'So [@lamp, ¶ 5; @other, ¶ 5] and @lamp [¶¶ 3-5, 7].\n',
      'b.analysis.md': 'So [@lamp, ¶ 1], [@lamp, sec. 5] and [@lamp, {¶ 7 f.}].\n',
    };
    const after = fixed(papers);
    assert.equal(after['a.analysis.md'], 'So [@lamp, ¶ 3; @other, ¶ 5] and @lamp [¶¶ 2-3, 4].\n');
    assert.equal(after['b.analysis.md'], 'So [@lamp, ¶ 1], [@lamp, sec. 5] and [@lamp, {¶ 4 f.}].\n');
    assert.ok(after['sources/lamp.md']?.startsWith('---\nnumbering: blocks\nid: lamp\n---\n'));
    assert.deepEqual(checked({ ...after, ...papers }, 'numbering: blocks\nid: lamp\n').findings, []);
  });

  it('is silent where quotations show that papers follow the present numbers', () => {
    const now = { 'a.analysis.md': '“The third lamp burned on” [@lamp, ¶ 3], and more [@lamp, ¶ 4].\n' };
    assert.deepEqual(checked(now).findings, []);
  });

  it('leaves the citations of quotations that follow the present numbers', () => {
    const after = fixed({
      'a.analysis.md': '“The third lamp burned on” [@lamp, ¶ 3], “The fourth lamp went out” [@lamp, ¶ 7].\n',
    });
    assert.equal(
      after['a.analysis.md'],
      '“The third lamp burned on” [@lamp, ¶ 3], “The fourth lamp went out” [@lamp, ¶ 4].\n',
    );
  });

  it('is silent where no cited number changed, or front matter says what is counted', () => {
    const paper = { 'a.analysis.md': 'So [@lamp, ¶ 5].\n' };
    assert.deepEqual(checked({ 'a.analysis.md': 'So [@lamp, ¶ 1] and [@lamp, n. 5].\n' }).findings, []);
    assert.deepEqual(checked(paper, 'id: lamp\nnumbering: blocks\n').findings, []);
    assert.equal(checked(paper).findings.length, 1);
  });

  it('is silent where an edition says which numbers count, and the source keeps them', () => {
    const text = `---\nid: lamp\n---\n${body}`;
    const document = parseMarkdown(text);
    for (const [reading, count] of [
      [readAsBefore(document), 8],
      [readSource(document), 6],
    ] as const) {
      const edition = JSON.stringify(freezeEdition('lamp', reading));
      const paper = { 'a.analysis.md': `“The last lamp was sold” [@lamp, ¶ ${String(count)}].\n` };
      const { study, findings } = checked(paper, undefined, { 'editions/lamp/edition.json': edition });
      assert.deepEqual(findings, []);
      assert.equal(study.sources.get('lamp')?.passages.length, count);
      for (const file of study.files) assert.deepEqual(findingsOf(file, study), []);
    }
  });

  describe('of sections and notes', () => {
    /** Earlier versions took the last row of the table and “date: spring” for headings, in which they numbered no notes. */
    const outlined = `
# Harbour

The first lamp was lit at night.

------------
 Lamp  Wick
------ -----
 one   two

 three four[^b]
------------

## Tower

The second lamp had no wick.[^a]

---
date: spring
---

## Yard

The third lamp burned on.

# Mill

The last lamp was sold.

[^a]: Nor oil.

[^b]: Or five.
`;

    it('are moved where they are named by their place', () => {
      const before = readAsBefore(parseMarkdown(outlined)).sections.map(
        ({ label, title }) => `${label} ${title}`,
      );
      const now = readSource(parseMarkdown(outlined)).sections.map(({ label, title }) => `${label} ${title}`);
      assert.deepEqual(now, ['1 Harbour', '1.1 Tower', '1.2 Yard', '2 Mill']);
      assert.deepEqual(before, [
        '1 Harbour',
        '1.1 three four',
        '1.2 Tower',
        '1.3 date: spring',
        '1.4 Yard',
        '2 Mill',
      ]);
      const moved = {
        'sec. 1.2': 'sec. 1.1',
        'sec. 1.iv': 'sec. 1.iv',
        'sec. 1.4': 'sec. 1.2',
        'secs. 1.2-1.4': 'secs. 1.1-1.2',
        'secs. 1, 1.4, 2': 'secs. 1, 1.2, 2',
        'secs. 1.2–2': 'secs. 1.1–2',
        // No section has this heading any more.
        'sec. 1.3': 'sec. 1.3',
        'n. 1': 'n. 2',
        'nn. 1-2': 'nn. 1-2',
      };
      for (const [written, expected] of Object.entries(moved)) {
        const after = fixed({ 'a.analysis.md': `So [@lamp, ${written}], as [@lamp, ¶ 4].\n` }, outlined);
        assert.equal(after['a.analysis.md'], `So [@lamp, ${expected}], as [@lamp, ¶ 3].\n`);
      }
    });

    it('say what they were, and follow what quotations show', () => {
      const { findings } = checked({ 'a.analysis.md': 'So [@lamp, sec. 1.2].\n' }, undefined, {}, outlined);
      const [finding] = findings;
      assert.match(finding ? inWords(finding.message) : '', /what was sec\. 1\.2 is sec\. 1\.1 now/u);
      const now = { 'a.analysis.md': '“The third lamp burned on” [@lamp, sec. 1.2].\n' };
      assert.deepEqual(checked(now, undefined, {}, outlined).findings, []);
      const before = { 'a.analysis.md': '“The third lamp burned on” [@lamp, sec. 1.4].\n' };
      assert.equal(checked(before, undefined, {}, outlined).findings.length, 1);
    });

    it('are silent where only sections are cited that kept their names', () => {
      const paper = { 'a.analysis.md': 'So [@lamp, sec. 2], [@lamp, sec. 1].\n' };
      assert.deepEqual(checked(paper, undefined, {}, outlined).findings, []);
    });
  });
});
