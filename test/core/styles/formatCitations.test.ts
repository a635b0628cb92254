import assert from 'node:assert/strict';
import { formatCitations, type GroupToFormat, readStyleSheet, styleChoice, styleFile } from '../../../src/core/styles.ts';
import { shippedStyle, smallStyle, work, words } from './styleFiles.ts';

const lamps = work('lamps', {
  title: 'On lamps',
  author: [{ family: 'Quill', given: 'Nora' }],
  issued: { 'date-parts': [[1970]] },
  publisher: 'Hill Press',
});
const mills = work('mills', {
  title: 'The mill and <i>Lanterns</i>',
  author: [{ family: 'Marlow', given: 'Ada' }],
  issued: { 'date-parts': [[1981]] },
  publisher: 'Weir & Sons',
});

const paragraph = (value: string) => ({ label: 'paragraph' as const, value });

function printed(file: string, groups: readonly GroupToFormat[], language = 'en') {
  const formatted = formatCitations([lamps, mills], groups, shippedStyle(file), language);
  return {
    groups: formatted.groups.map(({ runs, note }) => words(runs) + (note ? `[${words(note)}]` : '')),
    entries: formatted.entries.map(({ runs }) => words(runs)),
  };
}

describe('Citations in a style', () => {
  it('have paragraphs, sections and notes as their locators', () => {
    const cite = (label: 'paragraph' | 'section' | 'note', value: string): GroupToFormat => ({
      citations: [{ id: 'lamps', locator: { label, value } }],
    });
    assert.deepEqual(
      printed('chicago-author-date.csl', [
        cite('paragraph', '12'),
        cite('paragraph', '12-14'),
        cite('section', '2'),
        cite('note', '3'),
      ]).groups,
      ['(Quill 1970, para. 12)', '(Quill 1970, paras. 12–14)', '(Quill 1970, sec. 2)', '(Quill 1970, n. 3)'],
    );
  });

  // The spaces before their numbers are no-break spaces.
  it('have the words of French for them in a French paper', () => {
    const cite = (label: 'paragraph' | 'section' | 'note', value: string): GroupToFormat => ({
      citations: [{ id: 'lamps', locator: { label, value } }],
    });
    assert.deepEqual(
      printed('apa.csl', [cite('paragraph', '12-14'), cite('section', '2'), cite('note', '3')], 'fr').groups,
      ['(Quill, 1970, paragr. 12–14)', '(Quill, 1970, Section 2)', '(Quill, 1970, Note 3)'],
    );
  });

  it('stand in notes, shorter where a work was cited before', () => {
    const groups: GroupToFormat[] = [
      { citations: [{ id: 'lamps', locator: paragraph('3') }] },
      { citations: [{ id: 'mills' }] },
      { citations: [{ id: 'lamps', locator: paragraph('4') }] },
      { citations: [{ id: 'mills', mode: 'inText' }] },
    ];
    assert.deepEqual(printed('chicago-notes-bibliography.csl', groups), {
      groups: [
        '[Nora Quill, On Lamps (Hill Press, 1970), para. 3.]',
        '[Ada Marlow, The Mill and Lanterns (Weir & Sons, 1981).]',
        '[Quill, On Lamps, para. 4.]',
        'Marlow[The Mill and Lanterns.]',
      ],
      entries: ['Marlow, Ada. The Mill and Lanterns. Weir & Sons, 1981.', 'Quill, Nora. On Lamps. Hill Press, 1970.'],
    });
  });

  it('stand in parentheses in a footnote, unless it begins with them', () => {
    const group = { citations: [{ id: 'lamps' }], footnote: 1 };
    const groups = printed('chicago-notes-bibliography.csl', [{ ...group, beginsFootnote: true }, group]).groups;
    assert.deepEqual(groups, ['Nora Quill, On Lamps (Hill Press, 1970).', '(Quill, On Lamps)']);
  });

  it('say which citation each run stands for', () => {
    const { groups } = formatCitations(
      [lamps, mills],
      [{ citations: [{ id: 'lamps', prefix: [{ text: 'see' }] }, { id: 'mills' }] }],
      shippedStyle('chicago-author-date.csl'),
      'en',
    );
    assert.deepEqual(groups[0]?.runs, [
      { text: '(see ' },
      { text: 'Quill 1970', citation: 0 },
      { text: '; ' },
      { text: 'Marlow 1981', citation: 1 },
      { text: ')' },
    ]);
  });

  it('print the key of a work that is not there, in bold', () => {
    const formatted = formatCitations([], [{ citations: [{ id: 'gone' }] }], shippedStyle('apa.csl'), 'en');
    assert.deepEqual(formatted.missing, ['gone']);
    assert.deepEqual(formatted.groups[0]?.runs, [{ text: '(' }, { text: 'gone?', bold: true, citation: 0 }, { text: ')' }]);
    assert.deepEqual(formatted.entries, []);
  });

  it('are told apart by letters after the year', () => {
    const again = work('again', { title: 'More lamps', author: [{ family: 'Quill', given: 'Nora' }], issued: '1970' });
    const { groups } = formatCitations(
      [lamps, again],
      [{ citations: [{ id: 'lamps' }, { id: 'again' }] }],
      shippedStyle('chicago-author-date.csl'),
      'en',
    );
    assert.equal(words(groups[0]?.runs ?? []), '(Quill 1970b, 1970a)');
  });

  it('have italics within italics upright', () => {
    const { entries } = formatCitations([mills], [], shippedStyle('chicago-author-date.csl'), 'en');
    assert.deepEqual(
      entries[0]?.runs.filter(({ italic }) => italic).map(({ text }) => text),
      ['The Mill and '],
    );
  });
});

describe('A citation style', () => {
  it('may be any that uses what is known', () => {
    const style = smallStyle('<number variable="volume" form="ordinal"/>');
    const item = work('a', { volume: '3' });
    const { groups } = formatCitations([item], [{ citations: [{ id: 'a' }] }], style, 'en');
    assert.equal(words(groups[0]?.runs ?? []), '3rd');
  });

  const problemOf = (xml: string): string => {
    const sheet = readStyleSheet(xml);
    return 'problem' in sheet ? sheet.problem.id : 'none';
  };

  it('says why it cannot be used', () => {
    const layout = (inside: string): string => `<style><citation><layout>${inside}</layout></citation></style>`;
    assert.equal(problemOf(layout('<text value="x"/>')), 'none');
    assert.equal(problemOf(layout('<institution/>')), 'styles.unsupported');
    assert.equal(problemOf('<style><info><link rel="independent-parent" href="x"/></info></style>'), 'styles.dependent');
    assert.equal(problemOf('<html></html>'), 'styles.notAStyle');
    assert.equal(problemOf('<style>'), 'styles.notAStyle');
  });

  it('whose macros call each other without end prints nothing for them', () => {
    const style = smallStyle('<text value="a"/><text macro="m"/>', {
      head: '<macro name="m"><text value="b"/><text macro="m"/></macro>',
    });
    const { groups } = formatCitations([work('a', {})], [{ citations: [{ id: 'a' }] }], style, 'en');
    assert.match(words(groups[0]?.runs ?? []), /^ab{1,100}$/);
  });

  it('is chosen by the first name that is there', () => {
    assert.deepEqual(styleChoice(undefined, undefined), { kind: 'builtIn', name: 'chicago-author-date' });
    assert.deepEqual(styleChoice(undefined, 'MLA', 'apa'), { kind: 'builtIn', name: 'mla' });
    assert.deepEqual(styleChoice('http://www.zotero.org/styles/apa'), { kind: 'builtIn', name: 'apa' });
    assert.deepEqual(styleChoice('styles/house.csl'), { kind: 'file', path: 'styles/house.csl' });
  });

  it('has a file of its own for French where it needs one', () => {
    assert.equal(styleFile('chicago-notes', 'fr-CA'), 'chicago-notes-bibliography-fr.csl');
    assert.equal(styleFile('apa', 'fr'), 'apa.csl');
    assert.equal(styleFile('chicago-author-date', undefined), 'chicago-author-date.csl');
  });
});
