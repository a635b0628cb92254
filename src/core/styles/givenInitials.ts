/** A part of given names. */
interface GivenPart {
  readonly text: string;
  /** Whether it is an initial already, as the `J` of `J. R.` */
  readonly isInitial: boolean;
}

/**
 * Shortens given names to initials (CSL 1.0.2, `initialize-with`).
 * @param suffix what follows each initial
 * @param shortens whether names are shortened; otherwise only initials that stand there get the suffix
 * @param keepsHyphen whether `Jean-Luc` becomes `J.-L.`
 */
export function initials(given: string, suffix: string, shortens: boolean, keepsHyphen: boolean): string {
  const withSuffix = (text: string): string => (text === '' ? '' : text + suffix);
  const words = givenParts(given).map(({ text, isInitial }) => {
    if (isInitial) return withSuffix(text);
    if (/^\p{Ll}*$/u.test(text)) return /\s$/u.test(suffix) ? `${text} ` : ` ${text} `;
    return shortens ? withSuffix(initialOf(text, keepsHyphen)) : `${text} `;
  });
  return words
    .join('')
    .replaceAll(' -', '-')
    .replace(/^ +| +$/g, '');
}

function initialOf(word: string, keepsHyphen: boolean): string {
  if (word.startsWith('-')) {
    const [, first = ''] = [...word];
    return /\p{Lu}/u.test(first) ? (keepsHyphen ? `-${first}` : first) : '';
  }
  const [first = '', second = '', ...rest] = [...word];
  if (!/\p{Lu}/u.test(first)) return word;
  // `Th` of an abbreviated name such as `THeodor`.
  const isLong = /\p{Lu}/u.test(second) && rest.length > 0 && /^\p{Ll}+$/u.test(rest.join(''));
  return isLong ? first + second.toLowerCase() : first;
}

/** Splits given names at spaces, at full stops, which end initials, and before hyphens. */
function givenParts(given: string): readonly GivenPart[] {
  const parts: GivenPart[] = [];
  let word = '';
  const end = (isInitial: boolean): void => {
    if (word !== '') parts.push({ text: word, isInitial });
    word = '';
  };
  for (const sign of given) {
    if (sign === '.') end(true);
    else if (sign === ' ') end([...word].length === 1);
    else {
      if (sign === '-') end(false);
      word += sign;
    }
  }
  end([...word].length === 1);
  return parts;
}
