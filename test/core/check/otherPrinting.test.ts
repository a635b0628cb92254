import assert from 'node:assert/strict';
import { freezeEdition } from '../../../src/core/source/editionSource.ts';
import { checkFixture, type FixtureFile, fixtureUri, parseFixture, studyOf } from '../../support/fixture.ts';
import { findingsOf } from '../../../src/core/check/findings.ts';
import { withEdits } from '../../../src/core/printings/migration.ts';
import { tale } from '../../support/sample.ts';

type TestFile = Pick<FixtureFile, 'path' | 'text'>;

/** The files after the first fix of the first finding of a check. */
function withFirstFix(files: readonly TestFile[], check: string): readonly TestFile[] {
  const study = studyOf({ files: files.map((file) => ({ ...file, marks: [] })), cursor: undefined });
  const found = study.papers.flatMap((paper) =>
    findingsOf(paper, study).flatMap((finding) => ({ ...finding, uri: paper.file.uri })),
  );
  const finding = found.find((each) => each.check === check);
  const edits = finding?.fixes?.[0]?.edits ?? [];
  return files.map(({ path, text }) => ({
    path,
    text: withEdits(
      text,
      edits.filter(({ uri = finding?.uri }) => uri === fixtureUri(path)),
    ),
  }));
}

describe('citation/other-printing', () => {
  const [original] = studyOf(parseFixture(tale)).sources.values();
  assert.ok(original?.file);
  const edition = JSON.stringify(freezeEdition('tale', original.file.source));
  const added = tale.replace(
    'The miller lit it',
    'A new paragraph.\n^^^^^^^^^^^^^^^^ source/changed: from ¶ 2 on\n\nThe miller lit it',
  );

  function findingsIn(paper: string, source = added): ReturnType<typeof checkFixture> {
    return checkFixture(
      `${source}\n=== editions/tale/edition.json\n${edition}\n=== papers/a.analysis.md\n${paper}\n`,
    );
  }

  it('says which number the paragraph has today, and nothing where it has the same', () => {
    findingsIn(`
The lamp [@tale, ¶ 1] and the miller [@tale, ¶ 2].
                                      ^^^^^^^^^^ citation/other-printing: ¶ 2 in the edition of @tale, ¶ 3 in its text of today
Oil [@tale, ¶¶ 3-4] in winter [@tale, n. 1].
     ^^^^^^^^^^^^^ citation/other-printing: ¶¶ 3-4 in the edition of @tale, ¶¶ 4-5
`);
  });

  it('says it of a number that the text has no longer, too', () => {
    const together = `Oil was dear that winter.[^1] Nobody lost the road again.\n${'^'.repeat(57)} source/changed: put together`;
    findingsIn(
      `
The road [@tale, ¶ 5].
          ^^^^^^^^^^ citation/other-printing: , ¶ 4 in
                   ^ citation/no-such-paragraph
`,
      tale
        .replace('id: tale\n', 'id: tale\n    ^^^^ source/changed: headings differ\n')
        .replace(/Oil was dear[^]*again\./, together),
    );
  });

  it('trusts quoted words more than numbers', () => {
    findingsIn(`
“The miller lit it every evening” [@tale, ¶ 3]. “The miller lit it every evening” [@tale, ¶ 2].
                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quotation/elsewhere
`);
  });

  it('moves the citations of a paper to a key that the text of today gets', () => {
    const before = '\nThe miller [@tale, ¶ 2], the lamp [@tale, ¶ 1], the road [see @tale, ¶¶ 3, 5].\n';
    const files = parseFixture(
      `${added}\n=== editions/tale/edition.json\n${edition}\n=== papers/a.analysis.md\n${before}`,
    ).files.map(({ path, text }) => ({ path, text }));
    const after = withFirstFix(files, 'citation/other-printing');
    assert.equal(
      after.find(({ path }) => path.startsWith('papers/'))?.text,
      '\nThe miller [@tale-2, ¶ 3], the lamp [@tale, ¶ 1], the road [see @tale-2, ¶¶ 4, 6].\n',
    );
    const source = after.find(({ path }) => path === 'sources/tale.md')?.text ?? '';
    assert.match(source, /^---\nprinting-of: tale\nid: tale-2\ntitle: The Lamp\n/);
    checkFixture(after.map(({ path, text }) => `=== ${path}\n${text}`).join('\n'));
  });

  it('offers no fix where a quotation of the paper follows the text of today', () => {
    const found = findingsIn(`
“The miller lit it every evening” [@tale, ¶ 3]. Oil [@tale, ¶ 4].
                                                     ^^^^^^^^^^ citation/other-printing
`);
    assert.ok(found.every(({ check, fixes }) => check !== 'citation/other-printing' || !fixes));
  });

  it('is silent where it is not certain what the paragraph is, and where the edition has the numbers of the text', () => {
    const changed = tale.replace(
      'Oil was dear that winter.[^1]',
      'Oil was cheap that winter.[^1]\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ source/changed: ¶ 4 has other words',
    );
    findingsIn('Oil [@tale, ¶ 4] and the road [@tale, ¶ 5].', changed);
    findingsIn('Oil [@tale, ¶ 4] and the road [@tale, ¶ 5].', tale);
  });
});
