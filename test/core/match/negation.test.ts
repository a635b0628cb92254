import assert from 'node:assert/strict';
import { inAnyLanguage } from '../../../src/core/languages.ts';
import { negationIn, touchesNegation } from '../../../src/core/match/negation.ts';

describe('words that deny', () => {
  for (const [text, word] of [
    ['they do not obey', 'not'],
    ['they don’t obey', 'don’t'],
    ['No longer do they obey', 'No'],
    ['it is false that they obey', 'is false that'],
    ['they refused to obey', 'refused to'],
    ['ils n’obéissent pas', 'n’'],
    ['sie gehorchen nicht', 'nicht'],
    ['no obedecen', 'no'],
    ['они не слушаются', 'не'],
    ['de lyder inte', 'inte'],
    ['nem engedelmeskednek', 'nem'],
    ['δεν υπακούουν', 'δεν'],
    ['nie słuchają', 'nie'],
    ['הם לא שומעים', 'לא'],
    ['אמרו שאינם שומעים', 'שאינם'],
    ['هم لا يطيعون', 'لا'],
    ['وليست لهم', 'وليست'],
    ['他们不服从', '不'],
    ['没有人服从', '没有'],
    ['họ không nghe', 'không'],
    ['họ chẳng nghe', 'chẳng'],
    ['ils ne sont pas seuls', 'ne'],
    ['sie sind nicht allein', 'nicht'],
    ['it is not only that they do not obey', 'not'],
  ] as const)
    it(text, () => assert.equal(negationIn(text), word.replace('’', "'")));

  for (const text of [
    'they obey',
    'a note, a notion and a knot',
    'not only they obey',
    'no doubt they obey',
    'nonetheless they obey',
    'the rock ’n’ roll of it',
    'sinful',
    'they weren’t just workers',
    'sie gehorchen nicht nur, nicht bloß, nicht lediglich',
    'ze zijn niet alleen en niet slechts arbeiders',
    'non seulement eux, et ce n’est pas seulement cela, ils ne sont pas uniquement ouvriers',
    'no sólo, no solo, no solamente, no tan sólo y no únicamente ellos',
    'não só, não apenas e não somente eles',
    'non solo, non soltanto e non solamente loro',
    'no només i no sols ells',
    'non só eles',
    'inte bara och inte endast de',
    'ikke bare og ikke kun de, ikkje berre dei',
    'nie tylko i nie jedynie oni',
    'ne jen a ne pouze oni, nie len a nie iba oni, ne samo i nije samo to',
    'не только, не просто и не лишь они; не тільки й не лише вони',
    'nem csak és nem csupán ők',
    'eivät vain ja eivät ainoastaan he',
    'sadece onlar değil, yalnızca değil',
    'δεν είναι μόνο αυτοί',
    'לא רק הם, אין רק',
    'ليس فقط هم',
    'không chỉ, không những, chẳng những và không riêng họ',
    '不仅、不但、不只、不单他们服从，并非只他们',
    'הם שומעים לי, ואלה גם',
    'هم يطيعون إلا قليلا',
    '不过他们服从',
    '他们服从',
  ])
    it(`not in: ${text}`, () => assert.equal(negationIn(text), undefined));
});

describe('a wording in the place of another', () => {
  for (const [one, other] of [
    ['', 'not'],
    ['never', ''],
    ['always', 'never'],
    ['never', 'hardly'],
    ['likely', 'unlikely'],
    ['violent', 'non-violent'],
    ['with yeast', 'without yeast'],
    ['can', 'can’t'],
    ['un lac', 'aucun lac'],
    ['', 'אינו'],
    ['', '不'],
    ['だ', 'でない'],
    ['것도', '것이'],
  ] as const)
    it(`“${one}” for “${other}” touches a negation`, () => assert.ok(touchesNegation(one, other)));

  for (const [one, other] of [
    ['midnight', 'noon'],
    ['', 'early'],
    ['the union', 'the onion'],
  ] as const)
    it(`“${one}” for “${other}” touches none`, () => assert.ok(!touchesNegation(one, other)));
});

describe('words that deny, beside any character,', () => {
  const every = Array.from({ length: 0xffff }, (_, code) => String.fromCharCode(code)).concat(
    Array.from({ length: 0x2000 }, (_, at) => String.fromCodePoint(0x10000 + at * 16)),
  );
  /** The modifier letter ʼ is read as an apostrophe, and 不 denies by itself. */
  const same = (sign: string): boolean => sign.toLowerCase() === sign && sign !== '\u02BC' && sign !== '不';
  for (const [what, isSo, denies] of [
    ['start after what is no letter or mark', /[^\p{L}\p{M}]/u, (sign: string) => `${sign}weder so`],
    ['end before what is no letter or mark', /[^\p{L}\p{M}]/u, (sign: string) => `so weder${sign}`],
    ['go on with letters, not with marks', /\P{M}/u, (sign: string) => `so kein${sign}`],
  ] as const)
    it(what, () => {
      const wrong = every.filter(
        (sign) => same(sign) && isSo.test(sign) !== (negationIn(denies(sign)) !== undefined),
      );
      assert.deepEqual(wrong, []);
    });
  it('are written in alphabets that are told apart letter by letter', () => {
    for (const kind of ['denying', 'idleDenials', 'weakDenials'] as const)
      assert.match(
        inAnyLanguage(kind),
        /^[\0-\u017F\u01A1\u01B0\u0370-\u04FF\u05D0-\u05EA\u0621-\u063A\u0641-\u064A\u1EA0-\u1EF9]+$/u,
      );
  });
});
