import assert from 'node:assert/strict';
import { findingsOf } from '../../../../src/core/check/findings.ts';
import { analyse } from '../../../../src/core/study/analyse.ts';
import { buildStudy } from '../../../../src/core/study/buildStudy.ts';
import { defaultConfiguration } from '../../../../src/core/study/configuration.ts';
import { RoleFinder } from '../../../../src/core/study/roles.ts';
import type { NewFile } from '../../../../src/core/present/papers/newFile.ts';
import { paperTemplates } from '../../../../src/core/languages.ts';
import { scaffoldPaper, scaffoldStudyFolder } from '../../../../src/core/present/papers/scaffold.ts';
import { folderNameOf, slugOf } from '../../../../src/core/present/wording/slug.ts';
import { parseFixture, studyOf } from '../../../support/fixture.ts';
import { tale } from '../../../support/sample.ts';

const roles = new RoleFinder(defaultConfiguration);

/** The findings and papers of files beside the sample source. */
function read(files: readonly NewFile[]) {
  const analyses = files.flatMap(({ path, text }) => {
    const role = roles.roleOf(path);
    return role ? [analyse({ uri: `file:///new/${path}`, path, role, content: { text } })] : [];
  });
  const study = buildStudy([...analyses, ...studyOf(parseFixture(tale)).files]);
  return { study, findings: study.files.flatMap((file) => findingsOf(file, study)) };
}

describe('a new study folder', () => {
  it('gives no finding and can be read back', () => {
    const { findings, study } = read(scaffoldStudyFolder('Tuesday *group* <b> & co'));
    assert.deepEqual(findings, []);
    assert.deepEqual(study.configuration, defaultConfiguration);
    assert.equal(study.terms.glossary.terms.length, 0);
  });

  it('escapes its title', () => {
    const text = scaffoldStudyFolder('a_b [c] <d>\n# e').find(({ path }) => path === 'README.md')?.text;
    assert.match(text ?? '', /^# a\\_b \\\[c\\\] \\<d\\> \\# e\n/);
  });
});

describe('a new paper', () => {
  const { study } = read([]);

  for (const template of paperTemplates.filter((each) => each !== 'blank'))
    it(`from the template ${template} gives no finding and has its gap`, () => {
      const paper = scaffoldPaper(
        { template, title: 'On “method”: a start', author: 'Ines', date: '2026-11-23' },
        study,
      );
      assert.equal(paper.path, 'papers/on-method-a-start.analysis.md');
      const { findings, study: whole } = read([paper]);
      assert.deepEqual(findings, []);
      const { frontMatter } = whole.papers[0]!.document;
      assert.deepEqual(frontMatter.data, {
        title: 'On “method”: a start',
        author: ['Ines'],
        date: '2026-11-23',
        lang: 'en',
      });
      assert.ok(paper.gap);
      const line = paper.text.split('\n')[paper.gap.start.line];
      assert.equal(line?.length, paper.gap.end.character);
      assert.doesNotMatch(paper.text, /[⟦⟧]/);
      assert.match(paper.text, /\[@tale, ¶ 1\]/);
    });

  for (const title of [
    'yes',
    '2026',
    '"quoted"',
    'a: b',
    '- x',
    '[x]',
    '{y}',
    '# no',
    'null',
    '@key',
    '¶ 1',
    "it's",
  ])
    it(`keeps the title ${title} a text`, () => {
      const { study: whole, findings } = read([
        scaffoldPaper({ template: 'summary', title, date: '2026-11-23' }, study),
      ]);
      assert.equal(whole.papers[0]?.document.frontMatter.data['title'], title);
      assert.deepEqual(findings, []);
    });
});

describe('slugs', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['First reading: who teaches whom?', 'first-reading-who-teaches-whom'],
    ['Über die Maßnahme', 'über-die-maßnahme'],
    ['群众路线 2', '群众路线-2'],
    ['हिन्दी', 'हिन्दी'],
    ["The group's paper", 'the-groups-paper'],
    ['../../etc/passwd', 'etc-passwd'],
    ['???', 'otherwise'],
    ['CON', 'otherwise'],
    ['a'.repeat(100), 'a'.repeat(60)],
  ];
  for (const [title, slug] of cases)
    it(`${title} is ${slug}`, () => assert.equal(slugOf(title, 'otherwise'), slug));
});

describe('the name of a new folder', () => {
  const names: Readonly<Record<string, string>> = {
    'Tuesday reading group': 'Tuesday reading group',
    '  Capital:  vol. 1/2 ': 'Capital-vol. 1-2',
    '../../etc': 'etc',
    '.hidden.': 'hidden',
    'Lesekreis „Über Praxis“': 'Lesekreis „Über Praxis“',
    'con.txt': 'Study folder',
    '?': 'Study folder',
    'a\u0000b\nc': 'a b c',
  };
  for (const [title, name] of Object.entries(names))
    it(`${JSON.stringify(title)} is ${name}`, () => assert.equal(folderNameOf(title), name));

  it('is no longer than a file system takes', () => {
    assert.ok(Buffer.byteLength(folderNameOf('𐍈'.repeat(300))) <= 255);
  });
});
