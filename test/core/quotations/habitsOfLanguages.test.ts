/** Habits of single languages, in which the words of a source stay the same. */
import assert from 'node:assert/strict';
import { verify } from './support.ts';

const sources = {
  'sources/ja.md':
    '---\nid: ja\n---\n\n井戸は誰のものでもない。だが、汲む者は順番を守らなければならない。順番を守らない者は、井戸を自分のものだと思っているのである。\n',
  'sources/ko.md':
    '---\nid: ko\n---\n\n두레는 품앗이가 아니다. 품앗이는 갚아야 하지만, 두레는 갚을 사람이 따로 없다.\n',
  'sources/it.md':
    '---\nid: it\nauthor:\n  - family: Ferri\n    given: Rosa\n---\n\nLa Gina ottenne, dopo la mezz’ora, niente multe per chi canta.\n\nÈ così che si conta, perché non c’è più pane: un po’ di pace.\n',
  'sources/vi.md': '---\nid: vi\n---\n\nLàng ta hoà nhau đắp đê, thuỷ thủ cũng khoẻ.\n',
  'sources/ru.md':
    '---\nid: ru\n---\n\nРов ещё не кончен, и вода, которую мы ждём, придёт. Всё это знают все.\n\nОна идет и поет.\n',
  'sources/en.md':
    '---\nid: en\n---\n\nIt froze to a depth of 3½ feet, and ¾ of it was ice; a map of 1 1/2 miles.\n',
  'sources/de.md':
    '---\nid: de\nlang: de\n---\n\nMan wußte, daß der Fluß 1.480 Fuß breit ist und die Masse Maße hat: ein Mißerfolg, 12.345.678,50 Taler.\n\nDass der Prozess 1840 bewusst auf der Straße begann, muss man wissen.\n',
  'sources/es.md':
    '---\nid: es\nlang: es\n---\n\nSólo éste lee el guión; aquélla está sola en esta casa de 1480 metros, y 1 480 pasos.\n',
  'sources/mx.md':
    '---\nid: mx\nlang: es-MX\n---\n\nMide 1.480 metros de alto y pesa 1,480 kilos en total.\n',
  'sources/us.md': '---\nid: us\nlang: en-US\n---\n\nIt rose 1.480 inches a year over 1,480 years in all.\n',
  'sources/xx.md': '---\nid: xx\n---\n\nIt rose 1.480 inches a year over 1,480 years in all.\n',
};

function statuses(paper: string): string[] {
  return verify(paper, sources).results.map(({ status }) => status);
}

describe('words that habits of one language change', () => {
  for (const [what, paper, status = 'verbatim'] of [
    ['Japanese words left out', '「井戸は誰のものでもない。（中略）順番を守らない者は」[@ja, ¶ 1]'],
    [
      'Japanese words left out, in other brackets',
      '「井戸は誰のものでもない。〔中略〕順番を守らない者は」[@ja, ¶ 1]',
    ],
    ['Japanese words left out at the end', '「井戸は誰のものでもない。（以下略）」[@ja, ¶ 1]'],
    [
      'Japanese words left out around a change',
      '「井戸は誰のものでもある。（中略）順番を守らない者は」[@ja, ¶ 1]',
      'altered',
    ],
    [
      'Japanese words left out that are not there',
      '「順番を守らない者は（中略）井戸は誰のものでもない」[@ja, ¶ 1]',
      'altered',
    ],
    ['Korean words left out', '“두레는 품앗이가 아니다. (중략) 두레는 갚을 사람이 따로 없다.”[@ko, ¶ 1]'],
    ['marks for accents', "«E' cosi' che si conta, perche' non c'e' piu' pane» [@it, ¶ 2]"],
    ['marks for accents in one word', "«non c’è piu' pane» [@it, ¶ 2]"],
    ['a mark that is no accent', '«un pò di pace» [@it, ¶ 2]', 'altered'],
    ['a missing accent', '«non c’è piu pane» [@it, ¶ 2]', 'altered'],
    ['a tone on the other vowel', '“Làng ta hòa nhau đắp đê, thủy thủ cũng khỏe” [@vi, ¶ 1]'],
    ['another tone', '“Làng ta hóa nhau đắp đê” [@vi, ¶ 1]', 'altered'],
    ['a letter without its dots', '«Ров еще не кончен, и вода, которую мы ждем, придет» [@ru, ¶ 1]'],
    ['dots that the source has not', '«Она идёт и поёт» [@ru, ¶ 2]'],
    ['everything, not all', '«придёт. Все это знают» [@ru, ¶ 1]', 'altered'],
    ['all, not everything', '«знают всё» [@ru, ¶ 1]', 'altered'],
    ['fractions in digits', '“a depth of 3 1/2 feet, and 3/4 of it” [@en, ¶ 1]'],
    ['another fraction', '“a depth of 3 1/4 feet” [@en, ¶ 1]', 'altered'],
    ['a number that is no fraction', '“a depth of 31/2 feet” [@en, ¶ 1]', 'altered'],
    ['German as since 1996', '„Man wusste, dass der Fluss 1.480 Fuß breit ist“ [@de, ¶ 1]'],
    [
      'German as before 1996',
      '„Daß der Prozeß 1840 bewußt auf der Straße begann, muß man wissen“ [@de, ¶ 2]',
    ],
    ['a beginning of words', '„hat: ein Misserfolg“ [@de, ¶ 1]'],
    ['another word', '„die Maße Maße hat: ein Mißerfolg“ [@de, ¶ 1]', 'altered'],
    ['another word, the other way', '„die Masse Masse hat: ein Mißerfolg“ [@de, ¶ 1]', 'altered'],
    ['that and the', '„Man wußte, das der Fluß 1.480 Fuß breit ist“ [@de, ¶ 1]', 'altered'],
    ['a point that groups digits', '„der Fluß 1480 Fuß breit ist“ [@de, ¶ 1]'],
    ['a space that groups digits', '„der Fluß 1 480 Fuß breit ist“ [@de, ¶ 1]'],
    ['points that group digits', '„ein Mißerfolg, 12345678,50 Taler“ [@de, ¶ 1]'],
    ['points where the source has none', '„Dass der Prozess 1.840 bewusst auf der Straße begann“ [@de, ¶ 2]'],
    ['another number', '„der Fluß 1840 Fuß breit ist“ [@de, ¶ 1]', 'altered'],
    ['another number with a point', '„der Fluß 1.840 Fuß breit ist“ [@de, ¶ 1]', 'altered'],
    ['a comma that makes a decimal', '„der Fluß 1,480 Fuß breit ist“ [@de, ¶ 1]', 'altered'],
    ['digits that a point does not group', '„der Fluß 14.80 Fuß breit ist“ [@de, ¶ 1]', 'altered'],
    ['Spanish accents of habit', '«Solo este lee el guion; aquella está sola» [@es, ¶ 1]'],
    ['a Spanish point', '«en esta casa de 1.480 metros, y 1480 pasos» [@es, ¶ 1]'],
    ['another Spanish word', '«aquélla esta sola en esta casa» [@es, ¶ 1]', 'altered'],
    ['another Spanish word still', '«aquélla está solo en esta casa» [@es, ¶ 1]', 'altered'],
    ['a decimal point in Mexico', '«Mide 1480 metros de alto» [@mx, ¶ 1]', 'altered'],
    ['a comma in Mexico', '«y pesa 1480 kilos en total» [@mx, ¶ 1]'],
    ['a decimal point in English', '“It rose 1480 inches a year” [@us, ¶ 1]', 'altered'],
    ['an English comma', '“a year over 1480 years in all” [@us, ¶ 1]'],
    ['an English comma made a decimal', '“a year over 1.480 years in all” [@us, ¶ 1]', 'altered'],
    ['a language that nobody names', '“a year over 1480 years in all” [@xx, ¶ 1]', 'altered'],
    ['Italian words left out', '«La Gina ottenne (omissis) niente multe per chi canta» [@it, ¶ 1]'],
  ] as const)
    it(what, () => assert.deepEqual(statuses(paper), [status]));
});
