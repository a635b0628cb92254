/** Words that deny, of languages other than English, right before words that are quoted without them. */
import assert from 'node:assert/strict';
import { verify } from './support.ts';

const texts: Readonly<Record<string, string>> = {
  es: 'No preguntamos de dónde venía. No sólo de pan vive el barrio.',
  it: 'Non bisogna credere che fossimo coraggiose.',
  pt: 'A ponte não pertence ao dono. No porto ficaram os barcos velhos.',
  de: 'Die Kolonne ist nicht das Heer der Herren. Sie ist nicht nur die Verabredung.',
  fr: 'On ne paie pas ce qui se donne.',
  ru: 'Но не всякая правда поит скотину. Не только хлеб нужен.',
  pl: 'Młyn nie należy do młynarza.',
  el: 'Το πηγάδι δεν ανήκει σε κανέναν.',
  he: 'הבאר אינה שייכת לאיש.',
  ar: 'الساقية ليست ملكًا لأحد.',
  zh: '水渠不是一天挖成的。他没有笑着走开。这不过是一句话。',
  vi: 'Con đê không phải của riêng ai.',
  en: 'There is no harbour for the boats; the mill is mine, no? No pact that is signed in the dark binds the miller.',
};

/** What is said to stand before the quoted words that denies them. */
function denied(lang: string, quoted: string, before = ''): string | undefined {
  const source = `---\nid: s\nlang: ${lang}\n---\n\n${texts[lang] ?? ''}\n`;
  const { results } = verify(`${before} “${quoted}” [@s, ¶ 1].\n`, { 'sources/s.md': source });
  assert.equal(results[0]?.status, 'verbatim', quoted);
  return results[0].outOfContext?.words ?? results[0].senseReversed?.words;
}

describe('words that deny what is quoted without them', () => {
  for (const [lang, quoted, words] of [
    ['es', 'Preguntamos de dónde venía', 'No'],
    ['es', '… preguntamos de dónde venía', 'No'],
    ['it', 'Bisogna credere che fossimo coraggiose', 'Non'],
    ['pt', 'pertence ao dono', 'não'],
    ['de', 'das Heer der Herren', 'nicht'],
    ['de', 'nur die Verabredung', 'nicht'],
    ['es', 'sólo de pan vive el barrio', 'No'],
    ['ru', 'только хлеб нужен', 'Не'],
    ['en', 'Pact that is signed in the dark binds the miller', 'No'],
    ['en', '… pact that is signed in the dark binds the miller.', 'No'],
    ['fr', 'paie pas ce qui se donne', 'ne'],
    ['ru', 'Всякая правда поит скотину', 'не'],
    ['pl', 'należy do młynarza', 'nie'],
    ['el', 'ανήκει σε κανέναν', 'δεν'],
    ['he', 'שייכת לאיש', 'אינה'],
    ['ar', 'ملكًا لأحد', 'ليست'],
    ['zh', '是一天挖成的', '不'],
    ['zh', '笑着走开', '没有'],
    ['vi', 'phải của riêng ai', 'không'],
  ] as const)
    it(`${lang}: ${quoted}`, () => assert.equal(denied(lang, quoted), words));
  for (const [lang, quoted, before] of [
    ['es', 'de pan vive el barrio'],
    ['es', 'de dónde venía'],
    ['de', 'die Verabredung'],
    ['ru', 'хлеб нужен'],
    ['ru', 'правда поит скотину'],
    ['ru', 'всякая правда поит скотину', 'Автор не считает, что'],
    ['zh', '过是一句话'],
    ['pt', 'porto ficaram os barcos velhos'],
    ['en', 'harbour for the boats'],
    ['en', 'pact that is signed'],
    ['en', 'pact that is signed in the dark binds the miller', 'She says that no'],
    ['en', 'pact that is signed in the dark binds the miller', 'Nobody says that a'],
    ['en', 'pact that is signed in the dark binds the miller', 'They deny that a'],
    ['es', 'Preguntamos de dónde venía', 'Es falso que'],
  ] as const)
    it(`has nothing to say of ${lang}: ${quoted}`, () =>
      assert.equal(denied(lang, quoted, before), undefined));
});
