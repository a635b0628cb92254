import assert from 'node:assert/strict';
import { labelValue, readHeadingLabel, romanValue } from '../../../src/core/source/headingLabels.ts';

describe('the labels of headings', () => {
  const cases: readonly (readonly [
    heading: string,
    number: string | undefined,
    title: string,
    kind?: string,
  ])[] = [
    ['(1) On method', '1', 'On method'],
    ['(iv) On method', 'iv', 'On method'],
    ['[a] On method', 'a', 'On method'],
    ['1. On method', '1', 'On method'],
    ['IV. On method', 'IV', 'On method'],
    ['2.3 On method', '2.3', 'On method'],
    ['2.3. On method', '2.3', 'On method'],
    ['2.3. Part', '2.3', 'Part'],
    ['§ 4 On method', '4', 'On method'],
    ['Chapter 3', '3', '', 'chapter'],
    ['Chapter 3: On method', '3', 'On method', 'chapter'],
    ['PART TWO – On method', '2', 'On method', 'part'],
    ['III', 'III', ''],
    ['On method', undefined, ''],
    ['(im)migrant labour', undefined, ''],
    ['A method', undefined, ''],
    ['I and thou', undefined, ''],
    ['Chapters and verse', undefined, ''],
    ['1848 and after', undefined, ''],
    ['§ 4a. On method', '4a', 'On method'],
    ['§ 12A On method', '12A', 'On method'],
    ['4a. On method', '4a', 'On method'],
    ['2.3a On method', '2.3a', 'On method'],
    ['§ 3', '3', ''],
    ['No. 10. On method', '10', 'On method'],
    ['№ 3', '3', ''],
    ['No 3 is enough', undefined, ''],
    ['Section 12A', '12A', '', 'section'],
    ['Article 5 bis. On method', '5bis', 'On method', 'article'],
    ['Lecture 3: On method', '3', 'On method', 'lecture'],
    ['Chapter a) On method', 'a', 'On method', 'chapter'],
    ['Book a room', undefined, ''],
    ['Part one of two', undefined, ''],
    ['1. Act now', '1', 'Act now'],
    ['II. Section meetings', 'II', 'Section meetings'],
    ['First things first', undefined, ''],
    ['The second part of the night', undefined, ''],
    ['The Second Part', '2', '', 'part'],
    ['2nd Book', '2', '', 'book'],
    ['CHAPTER THE THIRD.', '3', '', 'chapter'],
    ['Chapitre premier', '1', '', 'chapter'],
    ['Chapitre III : De la méthode', 'III', 'De la méthode', 'chapter'],
    ['IIe partie', 'II', '', 'part'],
    ['Première partie — De la méthode', '1', 'De la méthode', 'part'],
    ['Le livre', undefined, ''],
    ['La scène : un jardin', undefined, ''],
    ['Die Szene', undefined, ''],
    ['Part civil', undefined, ''],
    ['Drittes Kapitel. Von der Methode', '3', 'Von der Methode', 'chapter'],
    ['3. Kapitel: Von der Methode', '3', 'Von der Methode', 'chapter'],
    ['3. Kapitel Von der Methode', '3', 'Kapitel Von der Methode'],
    ['ZWEITER AUFZUG', '2', '', 'act'],
    ['Kap. 4', '4', '', 'chapter'],
    ['Capítulo segundo', '2', '', 'chapter'],
    ['Parte prima', '1', '', 'part'],
    ['Capitolo XII', 'XII', '', 'chapter'],
    ['Hoofdstuk 3: Over methode', '3', 'Over methode', 'chapter'],
    ['Глава 3. О методе', '3', 'О методе', 'chapter'],
    ['Глава первая', '1', '', 'chapter'],
    ['Часть вторая. О методе', '2', 'О методе', 'part'],
    ['Rozdział III', 'III', '', 'chapter'],
    ['Del 2', '2', '', 'part'],
    ['Del 3 de mayo', undefined, ''],
    ['Bölüm 3', '3', '', 'chapter'],
    ['Κεφάλαιο 3', '3', '', 'chapter'],
    ['Chương 3', '3', '', 'chapter'],
    ['فصل 3', '3', '', 'chapter'],
    ['第三章 方法', '3', '方法', 'chapter'],
    ['第二十一章', '21', '', 'chapter'],
    ['第12条　方法', '12', '方法', 'article'],
    ['第三部分 方法', '3', '方法', 'part'],
    ['第三次大会', undefined, ''],
    ['제2장 방법', '2', '방법', 'chapter'],
  ];
  for (const [heading, number, title, kind = 'section'] of cases)
    it(heading, () => {
      const label = readHeadingLabel(heading);
      assert.equal(label?.number, number);
      if (number === undefined) return;
      assert.deepEqual([label?.title, label?.kind], [title, kind]);
    });

  it('reads a label with many spaces at once', () => {
    for (const heading of [`Chapter${' '.repeat(100_000)}3`, `§${' '.repeat(100_000)}3`])
      assert.equal(readHeadingLabel(heading)?.number, '3');
  }).timeout(2000);

  it('reads roman numerals in standard form only', () => {
    assert.deepEqual(['iv', 'XLII', 'iiii', 'ic', ''].map(romanValue), [
      4,
      42,
      undefined,
      undefined,
      undefined,
    ]);
    assert.deepEqual(['3', 'iii', 'c', 'B', 'ab'].map(labelValue), [3, 3, 3, 2, undefined]);
  });
});
