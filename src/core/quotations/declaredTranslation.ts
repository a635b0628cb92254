import type { Citation } from '../citations.ts';
import { hasWord } from '../text.ts';

/** How writers say, in a citation, that the words are their own translation, in the languages of the locator terms. */
const own = [
  // English
  String.raw`(?:my|our|own|the authors?['’]?s?) (?:own )?(?:trans(?:l(?:ations?)?)?(?!\p{L})|rendering|version)`,
  String.raw`(?:trans(?:l(?:ations?|ated)?)?|tr)\.?,? (?:is |are )?(?:mine|ours|own|(?:by )?(?:me|us|myself)|(?:by )?(?:the )?(?:present )?authors?|(?:slightly )?(?:modified|amended|altered|adapted|revised))`,
  String.raw`(?:i|we) translate`,
  // German
  String.raw`(?:meine|unsere|eigene) übers(?:\.|etzung)|(?:eig|m)\. ?(?:übers\.|ü\.)|übers(?:\.|etzung|etzt) (?:ist )?(?:von |v\. ?)?(?:mir|uns|(?:de[rs] |d\. ?)?(?:verf(?:\.|assers?|asserin)|autors?|autorin|vf\.))`,
  // French
  String.raw`(?:ma|notre|nos) (?:propre )?trad(?:\.|uctions?)|trad(?:\.|uctions?) (?:est )?(?:pers(?:\.|onnelle)|mienne|de moi|par (?:moi|nous|mes soins|nos soins)|(?:de |par )?l['’]au(?:teure?|trice))|(?:je|nous) tradui(?:s|sons)`,
  // Spanish, Catalan, Italian, Portuguese, Romanian
  String.raw`(?:mi|nuestra|la meva|la mia|mia|nostra|a? ?minha|a? ?nossa) (?:propia |pròpia |própria )?(?:trad(?:\.|ucci[oó]n?|uzione|ução|ucció))`,
  String.raw`(?:la )?(?:trad(?:\.|ucci[oó]n|uzione|ução|ucció)) (?:es |è |é )?(?:m[ií]a|meva|nuestra|nostra|minha|nossa|prop(?:ia|ria)|pròpia|própria|de la autora|del autor|dell['’]autore|dell['’]autrice|do autor|da autora|nossa)`,
  String.raw`traducerea (?:mea|noastră|autorului|autoarei)`,
  // Dutch, Afrikaans, Swedish, Danish, Norwegian
  String.raw`(?:mijn|onze|eigen) vert(?:\.|aling)|vert(?:\.|aling) (?:van |door )?(?:mij|ons|auteur|de auteur)`,
  String.raw`(?:min|vår|vor|egen) (?:egen )?(?:övers(?:\.|ättning)|overs(?:\.|ættelse|ettelse|etjing))`,
  // Slavic and Baltic languages, Hungarian, Finnish, Turkish, Greek
  String.raw`tłum(?:\.|aczenie) (?:własne|moje|autora|autorki)|(?:mój|własny) przekład|przekład (?:własny|mój|autora|autorki)`,
  String.raw`(?:vlastní|můj|vlastný|môj) (?:překlad|preklad)|(?:překlad|preklad) (?:vlastní|vlastný|autor[ak]?y?)|(?:moj|vlastiti) (?:prijevod|prevod)`,
  String.raw`(?:мой|наш|мій|собственный|авторский|власний) (?:перевод|переклад)|(?:пер(?:\.|евод|еклад)) (?:мой|наш|мій|автора|авторский|собственный)`,
  String.raw`saját fordítás(?:om)?|(?:a szerző|ford\.? a) (?:fordítása|szerző)|oma (?:käännös|suomennos)|(?:suom|käänn)\. (?:kirj\.|kirjoittaja|minun)|benim çevirim|çeviri (?:bana|yazara) ait|(?:δική μου|ιδία) μετάφραση|μετάφραση (?:δική μου|του συγγραφέα)`,
  // Hebrew, Arabic, Chinese, Japanese, Korean
  String.raw`תרגום שלי|תרגומי|תרגום המחבר(?:ת)?|ترجمتي|ترجمة (?:المؤلف|الكاتب|الباحث)(?:ة)?`,
  String.raw`(?:笔者|筆者|作者|著者|自|本文作者)(?:自)?(?:译|譯|訳)|拙訳|私訳|拙译|我的翻[译譯]|(?:필자|저자|지은이|인용자) ?(?:역|번역|옮김)`,
].join('|');
const ownTranslation = new RegExp(
  String.raw`(?<![\p{L}\p{M}])(?:${own})|(?:笔者|筆者|作者|著者)(?:自)?(?:译|譯|訳)`,
  'iu',
);

/** How writers name a translator: the words may be the translator's, and need not stand in the source. */
const otherTranslator =
  /(?<![\p{L}\p{M}])(?:trans(?:l(?:ated)?)?|tr|trad(?:uit|uzione|ucci[oó]n|uction|ução|otto)?|übers(?:etzt|etzung)?|vert(?:aald|aling)?|övers|overs|tłum|přel|пер|ford|suom|çev)(?:\.|(?![\p{L}\p{M}]))/iu;

/** What a citation says of a translation: that it is the writer's own, that there is one, or nothing. */
export function declaredTranslation({
  prefix,
  rest,
}: Pick<Citation, 'prefix' | 'rest'>): 'own' | 'other' | undefined {
  // Most citations say nothing but the place.
  if (!hasWord(prefix) && !hasWord(rest)) return undefined;
  const said = `${prefix} ${rest}`.replace(/[*_]/gu, '').replace(/\s+/gu, ' ');
  if (ownTranslation.test(said)) return 'own';
  return otherTranslator.test(said) ? 'other' : undefined;
}
