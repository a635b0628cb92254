import { inWords } from '../../../../src/core/messages.ts';
import assert from 'node:assert/strict';
import { findingsOf, type Finding } from '../../../../src/core/check/findings.ts';
import { ignoreComment } from '../../../../src/core/present/editing/ignoreHere.ts';
import type { Study } from '../../../../src/core/study/studyTypes.ts';
import { fixtureUri, parseFixture, studyOf } from '../../../support/fixture.ts';
import { withTale } from '../../../support/sample.ts';

const path = 'papers/a.analysis.md';

function studyWith(paper: string, more = ''): Study {
  return studyOf(parseFixture(withTale(`=== ${path}\n${paper}\n${more}`)));
}

function findingsIn(study: Study, at = path): readonly Finding[] {
  const analysis = study.byUri.get(fixtureUri(at));
  return analysis ? findingsOf(analysis, study) : [];
}

function inserted(paper: string, finding: Finding | undefined, study: Study): string | undefined {
  const comment = finding && ignoreComment(finding, study);
  return comment && paper.slice(0, comment.at) + comment.text + paper.slice(comment.at);
}

/** Checks that a comment can be put above each finding, and that then this one is gone and every other is where it was. */
function silencesEach(paper: string): void {
  const study = studyWith(paper);
  const findings = findingsIn(study);
  assert.ok(findings.length > 0, paper);
  for (const finding of findings) {
    const comment = ignoreComment(finding, study);
    assert.ok(comment, `${finding.check} can be ignored in\n${paper}`);
    const changed = inserted(paper, finding, study) ?? '';
    const moved = (offset: number): number => (offset < comment.at ? offset : offset + comment.text.length);
    assert.deepEqual(
      findingsIn(studyWith(changed)).map(({ check, range }) => [check, range.start, range.end]),
      findings
        .filter((other) => other !== finding)
        .map(({ check, range }) => [check, moved(range.start), moved(range.end)]),
      changed,
    );
  }
}

describe('“Ignore here…”', () => {
  for (const [name, paper] of [
    ['a paragraph', 'Words [@tale, ¶ 9].\n\nOther words [@tale, ¶ 8].'],
    ['several lines', 'Words\nand [@tale, ¶ 9]\nwords.'],
    ['an indented paragraph', '   Words [@tale, ¶ 9].'],
    ['a heading', '# On [@tale, ¶ 9]\nWords [@tale, ¶ 8].'],
    ['an underlined heading', 'On [@tale, ¶ 9]\n===\nWords.'],
    ['what follows front matter', '---\ntitle: A\n---\nWords [@tale, ¶ 9].'],
    ['list items', '- Words [@tale, ¶ 9].\n- Words [@tale, ¶ 8].\n\nWords.'],
    ['numbered items', '1. Words [@tale, ¶ 9].\n2. Words [@tale, ¶ 8].\n10. And [@tale, ¶ 7].'],
    ['nested items', '- Words\n  - and [@tale, ¶ 9]\n  - and [@tale, ¶ 8]\n\n    and [@tale, ¶ 7]'],
    ['a task', '- [ ] Words [@tale, ¶ 9].\n- [x] Words [@tale, ¶ 8].'],
    [
      'a block quotation',
      '> Nothing like this stands anywhere in it at all, they say.\n>\n> — [@tale, ¶ 2]\n\nWords [@tale, ¶ 9].',
    ],
    ['a block quotation in an item', '- Words:\n\n  > It says [@tale, ¶ 9]\n  > so.'],
    ['an item in a block quotation', '> - Words [@tale, ¶ 9].'],
    ['a table', '| a | b |\n| - | - |\n| [@tale, ¶ 9] | b |'],
    ['a table after a paragraph', 'Words [@tale, ¶ 9]:\n\n| a | b |\n| - | - |\n| [@tale, ¶ 8] | b |'],
    ['a note', 'Words.[^1]\n\n[^1]: See [@tale, ¶ 9].'],
    [
      'a block with a comment for another check',
      '<!-- pilcrow-ignore citation/no-such-note: so -->\n\nWords [@tale, ¶ 9], [@tale, n. 7].',
    ],
    [
      'a block right below a comment',
      '<!-- pilcrow-ignore citation/no-such-note: so -->\nWords [@tale, ¶ 9], [@tale, n. 7].',
    ],
    ['a div', '::: {.box}\nWords [@tale, ¶ 9].\n:::'],
    [
      'quotations',
      '“A lamp stood in the window of the mall” [@tale, ¶ 1] and “Nobody lost the way again” [@tale, ¶ 5].'.split(
        ' and ',
      )[0] ?? '',
    ],
    ['several checks', 'Words [@nobody, ¶ 1], [@tale, ¶ 9], [@tale], [@tale, par. 3].'],
  ] as const)
    it(`above ${name}`, () => silencesEach(paper));

  it('is a line of its own above the block, with the reason to be written', () => {
    const ignored = (paper: string): string | undefined => {
      const study = studyWith(paper);
      const [finding] = findingsIn(study);
      const comment = finding && ignoreComment(finding, study);
      const changed = inserted(paper, finding, study);
      if (comment) assert.equal(changed?.slice(comment.reason.start, comment.reason.end), 'reason');
      return changed;
    };
    const comment = '<!-- pilcrow-ignore citation/no-such-paragraph: reason -->';
    assert.equal(ignored('A.\n\nWords [@tale, ¶ 9].'), `A.\n\n${comment}\nWords [@tale, ¶ 9].`);
    assert.equal(ignored('- A\n\n  Words [@tale, ¶ 9].'), `- A\n\n  ${comment}\n  Words [@tale, ¶ 9].`);
    assert.equal(ignored('1. Words [@tale, ¶ 9].'), `1. ${comment}\n   Words [@tale, ¶ 9].`);
    assert.equal(ignored('> - [@tale, ¶ 9]'), `${comment}\n> - [@tale, ¶ 9]`);
  });

  it('keeps the line ends of the file', () => {
    const paper = 'A.\r\n\r\nWords [@tale, ¶ 9].\r\n';
    const study = studyWith(paper);
    assert.match(inserted(paper, findingsIn(study)[0], study) ?? '', / -->\r\nWords/);
  });

  it('is not offered where a comment means nothing', () => {
    const nowhere = (text: string, at: string): void => {
      const study = studyOf(parseFixture(withTale(`=== ${at}\n${text}\n`)));
      const findings = findingsIn(study, at);
      assert.ok(findings.length > 0, at);
      for (const finding of findings)
        assert.equal(ignoreComment(finding, study), undefined, inWords(finding.message));
    };
    nowhere('---\nbibliography: nowhere.bib\n---\n\nWords.', path);
    nowhere('---\ntitle: "A\n---\n\nWords.', path);
    nowhere('<!-- pilcrow-ignore citation/unknown-key: so -->\n\nWords.', path);
    nowhere('@book{a,\n  title = {A', 'sources/works.bib');
  });
});
