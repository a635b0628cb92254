import assert from 'node:assert/strict';
import { findingsOf } from '../../../src/core/check/findings.ts';
import { studyOf, type Fixture } from '../../support/fixture.ts';

/** The text after the fix of the finding on front matter. Undefined if there is none. */
function fixed(path: string, text: string): string | undefined {
  const fixture: Fixture = { files: [{ path, text, marks: [] }], cursor: undefined };
  const study = studyOf(fixture);
  const [file] = study.files;
  assert.ok(file && 'text' in file);
  const finding = findingsOf(file, study).find(({ check }) => check.endsWith('/front-matter'));
  if (!finding) return undefined;
  const edit = finding.fixes?.[0]?.edits[0];
  return edit ? text.slice(0, edit.range.start) + edit.newText + text.slice(edit.range.end) : text;
}

const right = '---\nid: a\ntitle: A title\n---\n\n# One\n\nWords.\n';
const places = ['papers/a.analysis.md', 'sources/a.md', 'glossary.md'];

describe('front matter that is not closed', () => {
  it('is a finding in papers, sources and glossaries, with a fix', () => {
    for (const wrong of [
      '---\nid: a\ntitle: A title\n ---\n\n# One\n\nWords.\n',
      '---\nid: a\ntitle: A title\n\t--- \n\n# One\n\nWords.\n',
      '---\nid: a\ntitle: A title\n----\n\n# One\n\nWords.\n',
      '---\nid: a\ntitle: A title\n--\n\n# One\n\nWords.\n',
      '---\nid: a\ntitle: A title\n—\n\n# One\n\nWords.\n',
      '---\nid: a\ntitle: A title\n\n# One\n\nWords.\n',
      ' ---\nid: a\ntitle: A title\n---\n\n# One\n\nWords.\n',
      '---\n\nid: a\ntitle: A title\n---\n\n# One\n\nWords.\n',
    ])
      for (const path of places)
        for (const end of ['\n', '\r\n'])
          assert.equal(
            fixed(path, wrong.replaceAll('\n', end)),
            right.replaceAll('\n', end),
            `${path}: ${JSON.stringify(wrong)}`,
          );
  });

  it('is said where a rule farther down seems to close it', () => {
    const rest = '\n# One\n\nWords.\n\n---\n\nMore.\n';
    for (const path of places) {
      assert.equal(
        fixed(path, `---\nid: a\ntitle: A title\n ---\n${rest}`),
        `---\nid: a\ntitle: A title\n---\n${rest}`,
      );
      assert.equal(
        fixed(path, `---\nid: a\ntitle: A title\n${rest}`),
        `---\nid: a\ntitle: A title\n---\n${rest}`,
      );
    }
  });

  it('is no finding where there is front matter, or none is meant', () => {
    for (const text of [
      right,
      '---\nid: a\ntitle: A title\n...\n\nWords.\n',
      '--- \nid: a\n---\t\n\nWords.\n',
      '\n---\ntitle: A title\nid: a\n---\n\nWords.\n',
      '---\nid: a\nabstract: |\n  ---\n  Words.\n---\n\nWords.\n',
      '---\nid: a\ntitle: X\n ---\ndate: 1900\n---\n\nWords.\n',
      '---\nid: a\n\ntitle: A title\n---\n\nWords.\n',
      '---\nid: a\n# A comment\n\n# Another\ntitle: A title\n---\n\nWords.\n',
      '---\nWords below a rule.\n\nWords.\n',
      '---\nNote: words below a rule.\n\nWords.\n',
      '---\n\n---\n',
      '---\n',
      '---',
      'Words.\n\n---\ntitle: no\n\nWords.\n',
      '  Name   Age\n  ---    ---\n  A      1\n',
    ])
      assert.equal(fixed('papers/a.analysis.md', text), undefined, JSON.stringify(text));
  });
});
