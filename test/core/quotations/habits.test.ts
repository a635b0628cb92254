/** Habits of writing that differ between a source and the papers on it, in which its words stay the same. */
import assert from 'node:assert/strict';
import { verify } from './support.ts';

const source = `---
id: s
---

— Qui donc le demanderait ? répondit sa fille.

— Pas nous, dit le meunier…

L’État, c’est le XIX^e^ siècle qui l’a fait grandir. El 1º de mayo, el n.º 3.

The debts were written “in water,” as the saying goes, and “in sand”, as nobody says.

Niemand, der unterhalb wohnt – nicht einmal die Frau des Müllers –, weiß noch, warum sie dort steht.

بُنيت سنة ١٧٨٤. 『歌集』にも１７８４年とある；川。 הטחנה עומדת במקום שבו הנהר פונה. It was built in 1784.

One - not two - and no more self-help than is needed, the rule says.

Мы мелем зимой и летом то, что сеют другие.

On the 12th of May the debts were a sorrow of the ’90s.

— Qui paie ? demanda le vieux.

— Personne, répondit le contremaître. On ne paie pas ce qui se donne.

— Alors pourquoi travaillez-vous ?
`;

function statuses(paper: string): string[] {
  return verify(paper, { 'sources/s.md': source }).results.map(
    ({ status, senseReversed }) => status + (senseReversed ? ' reversed' : ''),
  );
}

describe('words that only habits of writing change', () => {
  for (const [what, paper] of Object.entries({
    'dialogue over two paragraphs in a block quotation':
      '> — Qui donc le demanderait ? répondit sa fille.\n>\n> — Pas nous, dit le meunier.\n>\n> [@s, ¶¶ 1-2]',
    'dialogue over two paragraphs in running text': '« répondit sa fille. — Pas nous » [@s, ¶¶ 1-2]',
    'a paragraph that ends in an ellipsis, and the next': '« dit le meunier… L’État, c’est » [@s, ¶¶ 2-3]',
    'letters that are set high as characters': '« le XIXᵉ siècle » [@s, ¶ 3]',
    'letters that are not set high': '« le XIXe siècle » [@s, ¶ 3]',
    'an ordinal sign as a letter': '«El 1o de mayo, el n.o 3» [@s, ¶ 3]',
    'a comma after the marks that it stands in': '“written ‘in water’, as the saying goes” [@s, ¶ 4]',
    'a comma in the marks that it stands after': '"and \'in sand,\' as nobody says" [@s, ¶ 4]',
    'digits of another script': '«بنيت سنة 1784» [@s, ¶ 6]',
    'digits of another script than the source’s': '“built in ۱۷۸۴” [@s, ¶ 6]',
    'signs and digits that are as wide as a Chinese one, or not': '「にも1784年とある;川」[@s, ¶ 6]',
    'Hebrew letters before the mark, the last of which is the source’s': 'ומה"טחנה עומדת" [@s, ¶ 6]',
    'a number after a single mark, and an article before the other':
      '‘12th of May the debts were a’ [@s, ¶ 9]',
    'an ellipsis as Russian has it': '«Мы мелем <…> то, что сеют другие» [@s, ¶ 8]',
    'an ellipsis as it is escaped': '«Мы мелем \\<...\\> то, что сеют другие» [@s, ¶ 8]',
    'an ellipsis between slashes': '«Мы мелем /.../ то, что сеют другие» [@s, ¶ 8]',
    'an ellipsis of four points': '«Мы мелем [....] то, что сеют другие» [@s, ¶ 8]',
    'more than an insertion between dashes that denies something is left out':
      '„Niemand […] weiß noch, warum sie dort steht“ [@s, ¶ 5]',
    'paragraphs between those that are cited are left out':
      '> Qui donc le demanderait ?\n>\n> […]\n>\n> L’État, c’est le XIXe siècle\n>\n> [@s, ¶¶ 1, 3]',
    'the rest of a speech is left out, which denies something, up to the next one':
      '« — Qui paie ? […] — Personne […]. — Alors pourquoi travaillez-vous ? » [@s, ¶¶ 10-12]',
    'an insertion between dashes that denies something is left out':
      '„Niemand, der unterhalb wohnt […], weiß noch, warum sie dort steht“ [@s, ¶ 5]',
  }))
    it(what, () => assert.deepEqual(statuses(paper), ['verbatim']));

  for (const [what, paper, status] of [
    ['a dash of dialogue that is no dash', '« répondit sa fille, pas nous » [@s, ¶¶ 1-2]', 'altered'],
    ['another letter that is set high', '« le XIXᵗ siècle » [@s, ¶ 3]', 'altered'],
    ['another digit of another script', '«بنيت سنة 1785» [@s, ¶ 6]', 'altered'],
    ['words that deny between hyphens', '“One […] than is needed” [@s, ¶ 7]', 'verbatim reversed'],
    ['brackets around other words', '«Мы мелем <зимой> и летом» [@s, ¶ 8]', 'altered'],
    ['a comma that is another sign', '“written ‘in water’; as the saying goes” [@s, ¶ 4]', 'altered'],
  ] as const)
    it(what, () => assert.deepEqual(statuses(paper), [status]));

  it('paragraphs of which one is not cited are told', () =>
    assert.deepEqual(
      statuses('« Qui donc le demanderait ? […] L’État, c’est le XIXe siècle » [@s, ¶¶ 1, 4]'),
      ['elsewhere'],
    ));
});
