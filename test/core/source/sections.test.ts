import assert from 'node:assert/strict';
import { parseMarkdown } from '../../../src/core/blocks/document.ts';
import { findSection } from '../../../src/core/source/sections.ts';
import { readSource } from '../../../src/core/source/readSource.ts';

const outline = (text: string): string[] =>
  readSource(parseMarkdown(text)).sections.map(
    ({ label, title, first, last }) => `${label} ${title} ${String(first)}-${String(last)}`,
  );

describe('sections', () => {
  const essay =
    'Zero.\n\n## (1) A\n\nOne.\n\n### Plain\n\nTwo.\n\n### (i) B\n\nThree.\n\n### (ii) C\n\nFour.\n\nFive.\n\n## (2) D\n\nSix.\n';

  it('take their label from the heading, otherwise from their place, and nest', () => {
    assert.deepEqual(outline(essay), ['1 A 2-6', '1.1 Plain 3-3', '1(i) B 4-4', '1(ii) C 5-6', '2 D 7-7']);
    assert.deepEqual(outline('# Title\n\n## One\n\nA.\n\n## Two\n\nB.\n'), ['1 One 1-1', '2 Two 2-2']);
    assert.deepEqual(
      outline('## 1 Start\n\nA.\n\n### 1.1 In\n\nB.\n\n### 1.2 More\n\nC.\n\n## 2 End\n\nD.\n'),
      ['1 Start 1-3', '1.1 In 2-2', '1.2 More 3-3', '2 End 4-4'],
    );
    assert.deepEqual(outline('# Part I\n\n## Chapter 1\n\nA.\n\n# Part II\n\n## Chapter 2\n\nB.\n'), [
      'I  1-1',
      '1  1-1',
      'II  2-2',
      '2  2-2',
    ]);
    assert.deepEqual(outline('## 3 books\n\nA.\n'), ['1 3 books 1-1']);
    assert.deepEqual(outline('## Empty\n\n## Last\n'), ['1 Empty 1-0', '2 Last 1-0']);
  });

  it('are found by what a locator calls them', () => {
    const { sections } = readSource(parseMarkdown(essay));
    const find = (value: string) => findSection(sections, value)?.title;
    for (const value of ['1(ii)', '1.ii', '1 (ii)', '(1)(ii)', '1.2', 'ii', '1(II)'])
      assert.equal(find(value), 'C', value);
    assert.equal(find('1.1'), 'Plain');
    assert.equal(find('2'), 'D');
    for (const value of ['3', '1(iii)', '2(i)', '', '1.2.3', '0'])
      assert.equal(find(value), undefined, value);
  });

  it('are found by their kind', () => {
    const { sections } = readSource(
      parseMarkdown('# Part I\n\n## Chapter 1\n\nA.\n\n# Part II\n\n## Chapter 2\n\nB.\n'),
    );
    assert.deepEqual(findSection(sections, '2', 'chapter')?.first, 2);
    assert.deepEqual(findSection(sections, '2', 'part')?.first, 2);
    assert.equal(findSection(sections, '3', 'chapter'), undefined);
  });

  const readFrom = (...headings: readonly string[]) =>
    readSource(parseMarkdown(headings.map((heading) => `${heading}\n\nText.\n`).join('\n'))).sections;

  for (const [headings, value, kind, title] of [
    [['# Preface', '# Chapter 1: Salt', '# Chapter 2: Coal', '# Afterword'], '1', 'chapter', 'Salt'],
    [['# Preface', '# Chapter 1: Salt', '# Chapter 2: Coal', '# Afterword'], '4', 'chapter', undefined],
    [['# Preface', '# Chapter 1: Salt', '# Chapter 2: Coal', '# Afterword'], '4', 'section', 'Afterword'],
    [['# Preface', '# 1. Salt', '# 2. Coal'], '1', 'section', 'Salt'],
    [['# Preface', '# 1. Salt', '# 2. Coal'], '1', 'chapter', 'Salt'],
    [['# A', '## Preface', '## 1. Salt'], '1.1', 'section', 'Salt'],
    [['# Vorwort', '# Erstes Kapitel: Salz', '# Zweites Kapitel: Kohle'], '1', 'chapter', 'Salz'],
    [['# Part I', '## Section 1: Salt', '# Part II', '## Section 2: Coal'], '2', 'section', 'Coal'],
    [
      ['# Chapter 1', '## Section 1', '## Section 2', '# Chapter 2', '## Section 1'],
      '1',
      'section',
      undefined,
    ],
    [['# Chapter 1', '## Article 1', '# Chapter 2', '## Article 2: Coal'], '2', 'chapter', ''],
    [['# 1. Salt', '# 2. Coal', '# 2a. Iron', '# 3. Bread'], '2a', 'section', 'Iron'],
    [['# 1. Salt', '# 2. Coal', '# 2a. Iron', '# 3. Bread'], '3', 'section', 'Bread'],
    [['# 1 Salt', '# 2 Coal', '# 2a Iron', '# 3 Bread'], '3', 'section', 'Bread'],
  ] as const)
    it(`${kind} ${value} of ${headings.join(', ')}`, () => {
      assert.equal(findSection(readFrom(...headings), value, kind)?.title, title);
    });
});
