/** Plurals and singulars of English nouns, by rules with exceptions. They are only searched for, never shown. */

const irregular: readonly (readonly [string, string])[] = [
  ['child', 'children'],
  ['corpus', 'corpora'],
  ['criterion', 'criteria'],
  ['curriculum', 'curricula'],
  ['datum', 'data'],
  ['foot', 'feet'],
  ['genus', 'genera'],
  ['goose', 'geese'],
  ['medium', 'media'],
  ['memorandum', 'memoranda'],
  ['mouse', 'mice'],
  ['ox', 'oxen'],
  ['phenomenon', 'phenomena'],
  ['quiz', 'quizzes'],
  ['stimulus', 'stimuli'],
  ['stratum', 'strata'],
  ['tooth', 'teeth'],
];
const toPlural = new Map(irregular);
const toSingular = new Map(irregular.map(([singular, plural]) => [plural, singular]));

/** Words that equal their plural, and words without a plural. */
const invariable = new Set(
  'bourgeois corps deer fish kudos means news offspring people series sheep species swine thanks us this thus his its'.split(
    ' ',
  ),
);
/** Singular words that end in s. */
const singularInS = new Set('alias atlas bias canvas chaos cosmos ethos gas lens pathos'.split(' '));
/** Plurals whose singular means something else (a mass, the masses) or is mainly an adjective (revolutionary). */
const noSingular = new Set(
  (
    'arms commons contents customs earnings glasses goods humanities looks masses minutes odds savings spirits times works ' +
    'conservatives contemporaries intellectuals liberals locals moderates nationals natives professionals ' +
    'progressives radicals reactionaries revolutionaries'
  ).split(' '),
);
/** Singulars and adjectives whose plural means something else. */
const noPlural = new Set(
  'arm common content custom economic ethic good mathematic mean new physic politic'.split(' '),
);
/** -f and -fe that become -ves, unlike in `belief` and `proof`. */
const toVes =
  /^(?:after|dog|her|him|house|it|book|mid|my|our|pen|wild|your)?(?:cal|el|hal|kni|lea|li|loa|scar|sel|shel|thie|wi|wol)fe?$/;
const inOes = /^(?:echo|embargo|hero|potato|tomato|torpedo|veto)$/;
/** -ies from -ie. */
const inIe = /^(?:bourgeois|calor|cook|gen|l|mov|p|prair|t|zomb)ies$/;
const hardCh = /(?:arch|epoch|eunuch|loch|stomach)$/;
const notMan = /^(?:ger|hu|nor|otto|ro|sha|talis|brah)man$/;

/** Returns the plurals of a lower-case noun: none for a plural or a noun without one, two where usage varies. */
export function pluralsOf(noun: string): string[] {
  if (!/[a-zà-ɏ]$/u.test(noun) || noun.length < 2) return [];
  if (invariable.has(noun) || noPlural.has(noun) || toSingular.has(noun) || noun.endsWith('ics')) return [];
  const known = toPlural.get(noun);
  if (known) return [known];
  if (noun.endsWith('sis')) return [noun.replace(/is$/, 'es')];
  if (/(?:ss|us|is|x|z|sh)$/.test(noun) || singularInS.has(noun)) return latin(noun);
  if (noun.endsWith('s')) return [];
  if (noun.endsWith('ch')) return [hardCh.test(noun) ? `${noun}s` : `${noun}es`];
  if (/[^aeiou]y$/.test(noun)) return [noun.replace(/y$/, 'ies')];
  if (noun.endsWith('man') && !notMan.test(noun)) return [noun.replace(/man$/, 'men')];
  if (isMen(noun)) return [];
  if (toVes.test(noun)) return [noun.replace(/fe?$/, 'ves')];
  if (inOes.test(noun)) return [`${noun}es`];
  if (/(?:manifest|mott|carg|tornad|volcan)o$/.test(noun)) return [`${noun}s`, `${noun}es`];
  return [`${noun}s`];
}

function isMen(noun: string): boolean {
  return noun.endsWith('men') && !/^(?:abdomen|acumen|hymen|omen|regimen|semen|specimen|stamen)$/.test(noun);
}

function latin(noun: string): string[] {
  if (/(?:append|ind|matr|vert)(?:ix|ex)$/.test(noun)) return [`${noun}es`, noun.replace(/[ie]x$/, 'ices')];
  if (/(?:nucle|radi|syllab|cact|alumn|foc)us$/.test(noun)) return [`${noun}es`, noun.replace(/us$/, 'i')];
  return [`${noun}es`];
}

/** Returns the singulars of a lower-case noun: none for a singular, or where the singular means something else. */
export function singularsOf(noun: string): string[] {
  const known = toSingular.get(noun);
  if (known) return [known];
  if (invariable.has(noun) || noSingular.has(noun) || singularInS.has(noun) || noun.length < 3) return [];
  if (isMen(noun)) return candidates(noun, [[/men$/, 'man']]);
  if (!noun.endsWith('s') || /(?:ss|us|is|ics)$/.test(noun)) return [];
  const found = candidates(noun, [
    [/ies$/, inIe.test(noun) ? 'ie' : 'y'],
    [/ves$/, 'f'],
    [/ves$/, 'fe'],
    [/ses$/, 'sis'],
    [/es$/, ''],
    [/(?<!ie)s$/, ''],
  ]);
  // -ses comes from -sis (theses), -s (buses) or -se (bases). Forms that are no words do no harm: no text has them.
  return [...new Set(found)];
}

function candidates(noun: string, rules: readonly (readonly [RegExp, string])[]): string[] {
  return rules
    .filter(([ending]) => ending.test(noun))
    .map(([ending, replacement]) => noun.replace(ending, replacement))
    .filter((singular) => singular.length > 1 && pluralsOf(singular).includes(noun));
}
