import assert from 'node:assert/strict';
import { citationOfSelection } from '../../../../src/core/present/citing.ts';
import { citationOfPassages, sectionExtent } from '../../../../src/core/present/passages.ts';
import { frequencyOf } from '../../../../src/core/present/terms.ts';
import { sourcesView } from '../../../../src/core/present/sources.ts';
import { parseFixture, studyOf } from '../../../support/fixture.ts';
import { useDesks } from '../../../support/commandLine.ts';

const fixture = `=== sources/theses.md
---
id: theses
title: Theses
numbering: printed
---

Of lamps.

## (1) Oil

40\\. A lamp burns oil.

41\\. Oil is dear.

42\\. So is a lamp.

## (2) Snow

It fell on every lamp.

=== glossary.md
## Lamp

A light.

=== papers/a.analysis.md
As it says [@theses, ¶¶ 40-41], and [@theses, sec. 1].
`;

describe('passages that their author numbered', () => {
  const study = studyOf(parseFixture(fixture));
  const source = study.sources.get('theses');
  assert.ok(source?.file);
  const { sections, file } = source;

  it('are named by these numbers in the extents of sections', () => {
    assert.deepEqual(
      sections.map((section) => sectionExtent(section, source)),
      ['¶ 40–42', '¶'],
    );
    const whole = sectionExtent({ first: 1, last: 5 }, source);
    assert.equal(whole, '¶ 40–42');
    assert.equal(sectionExtent({ first: 2, last: 1 }, source), '');
    assert.ok(JSON.stringify(sourcesView(study)).includes('¶ 40–42'));
  });

  it('are named by them where terms are counted', () => {
    const term = study.terms.glossary.find('lamp');
    assert.ok(term);
    const counted = frequencyOf(term, study).rows.map(({ section, passages, uses }) => [
      section,
      passages,
      uses,
    ]);
    assert.deepEqual(counted, [
      ['', '¶', 1],
      ['1', '¶¶ 40–42', 2],
      ['2', '¶', 1],
      ['', '', 0],
    ]);
  });

  it('are cited by them, and as the source where they have none', () => {
    const at = (words: string) => {
      const start = file.text.indexOf(words);
      return citationOfSelection(file, { start, end: start + words.length }, study, undefined)?.citation;
    };
    assert.equal(at('Oil is dear'), '[@theses, ¶ 41]');
    assert.equal(at('It fell'), '[@theses]');
    assert.equal(citationOfPassages(source, [2, 3, 4], undefined), '[@theses, ¶¶ 40-42]');
    assert.equal(citationOfPassages(source, [2, 3], 'fr'), '[@theses, § 40-41]');
  });

  const deskWith = useDesks();
  it('are named by them in tables, and counted in JSON', async () => {
    const desk = await deskWith(fixture);
    const table = (await desk.run(['list', 'citations'])).out;
    assert.match(table, /theses, ¶¶ 40–41\n/);
    assert.match((await desk.run(['list', 'sources'])).out, /¶ 40–42/);
    const rows = JSON.parse((await desk.run(['list', 'citations', '--format', 'json'])).out) as {
      readonly target: { readonly paragraphs: readonly number[] };
    }[];
    assert.deepEqual(rows[0]?.target.paragraphs, [2, 3]);
  });
});
