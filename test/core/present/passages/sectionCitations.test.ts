/** Citations of sections lead to these sections, whatever others are numbered alike. */
import assert from 'node:assert/strict';
import { parseMarkdown } from '../../../../src/core/blocks/document.ts';
import { citationOfSection } from '../../../../src/core/present/passages.ts';
import { differencesFrom, freezeEdition, readSource } from '../../../../src/core/source.ts';
import { fingerprint } from '../../../../src/core/text.ts';
import { parseFixture, studyOf } from '../../../support/fixture.ts';

/** The citations of all sections under these headings, each of which has a paragraph. */
function citationsOf(...headings: readonly string[]): string[] {
  const body = headings.map((heading) => `${heading}\n\nText.\n`).join('\n');
  const source = studyOf(parseFixture(`=== sources/s.md\n---\nid: s\ntitle: S\n---\n\n${body}`)).sources.get(
    's',
  );
  assert.ok(source);
  return source.sections.map((section) => citationOfSection(source, section, undefined));
}

describe('citations of sections', () => {
  it('name a preface by its paragraphs where a chapter prints its number', () => {
    assert.deepEqual(citationsOf('# Preface', '# Chapter 1', '# Chapter 2'), [
      '[@s, ¶ 1]',
      '[@s, sec. 1]',
      '[@s, sec. 2]',
    ]);
  });

  it('name chapters so where sections are called sections', () => {
    assert.deepEqual(
      citationsOf('# Chapter 1', '## Section 1', '## Section 2', '# Chapter 2', '## Section 3'),
      ['[@s, chap. 1]', '[@s, sec. 1.1]', '[@s, sec. 1.2]', '[@s, chap. 2]', '[@s, sec. 2.3]'],
    );
  });
});

it('an edition frozen before a label was read as one has the heading unchanged', () => {
  const source = readSource(parseMarkdown('## Глава 3. О методе\n\nText.\n'));
  const edition = freezeEdition('s', source, undefined, 'salt');
  const [heading] = edition.headings;
  assert.ok(heading?.label);
  const whole = 'Глава 3. О методе';
  const frozen = (title: string) => ({
    ...edition,
    headings: [{ ...heading, label: undefined, title, sha256: fingerprint(title) }],
  });
  assert.equal(differencesFrom(source, frozen(whole)).heading, undefined);
  assert.equal(differencesFrom(source, frozen('Глава 4. О методе')).heading === undefined, false);
});
