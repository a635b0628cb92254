import { closingBrace, splitOutsideBraces } from './braces.ts';
import type { CslName } from './cslItem.ts';
import { latexToText } from './latexText.ts';

/**
 * Reads a list of names, `A and B and others`. Each name is `First von Last`, `von Last, First`, `von Last, Jr, First`,
 * `{Body}` or, from Better BibTeX, `family=…, given=…, prefix=…, useprefix=true` (BibLaTeX manual, § 2.3.3 and § 3.4).
 * Citations drop the particle unless `usePrefix` or the name itself says otherwise.
 */
export function readBibtexNames(latex: string, usePrefix: boolean): CslName[] {
  return splitOutsideBraces(latex.replace(/\s+/g, ' '), / and(?= |$)/i)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .flatMap((name) => readName(name, usePrefix) ?? []);
}

function readName(latex: string, usePrefix: boolean): CslName | undefined {
  if (latex.startsWith('{') && closingBrace(latex, 1, latex.length) === latex.length - 1)
    return literalName(latexToText(latex));
  const parts = splitOutsideBraces(latex, /,/);
  if (parts.some((part) => /^\s*(?:family|given|prefix|suffix)\s*=/.test(part)))
    return extendedName(parts, usePrefix);
  const [first, second, third] = parts.map((part) =>
    splitOutsideBraces(part, /[\s~]+/).filter((word) => word !== ''),
  );
  if (first === undefined) return undefined;
  if (second === undefined) {
    if (first.length === 1 && first[0] === 'others') return { literal: 'others' };
    return bibtexName(splitAtLast(first), [], usePrefix);
  }
  const family = splitParticle(first);
  if (third === undefined) return bibtexName({ given: second, ...family }, [], usePrefix);
  return bibtexName({ given: third, ...family }, second, usePrefix);
}

function literalName(text: string): CslName | undefined {
  return text === '' ? undefined : { literal: text };
}

interface NameWords {
  readonly given: readonly string[];
  readonly particle: readonly string[];
  readonly family: readonly string[];
}

/** Whether a word starts with a lower-case letter and so is a particle. Letters in braces have no case. */
function isParticle(word: string): boolean {
  if (/^\{[^\\]/.test(word)) return false;
  return /^\p{Ll}/u.test(/^[A-Za-z]/.test(word) ? word : latexToText(word));
}

/**
 * Splits `First von Last`. The family name starts after the last particle of the first run of particles; without particles
 * it is the last word.
 */
function splitAtLast(words: readonly string[]): NameWords {
  const particle = words.findIndex(isParticle);
  if (particle < 0) return { given: words.slice(0, -1), particle: [], family: words.slice(-1) };
  return { given: words.slice(0, particle), ...splitParticle(words.slice(particle)) };
}

/** Splits `von Last` into leading particles and a family name of at least one word. */
function splitParticle(words: readonly string[]): Omit<NameWords, 'given'> {
  const found = words.findIndex((word) => !isParticle(word));
  const split = found < 0 ? Math.max(0, words.length - 1) : found;
  return { particle: words.slice(0, split), family: words.slice(split) };
}

function bibtexName(words: NameWords, suffix: readonly string[], usePrefix: boolean): CslName | undefined {
  const parts = [words.family, words.given, words.particle, suffix];
  const [family = '', ...others] = parts.map((part) => latexToText(part.join(' ')));
  return fromParts(family, others, usePrefix);
}

function fromParts(
  family: string,
  [given = '', particle = '', suffix = '']: readonly string[],
  usePrefix: boolean,
): CslName | undefined {
  if (family === '') return literalName(given);
  return {
    family,
    ...(given === '' ? {} : { given }),
    ...(particle === '' ? {} : { [usePrefix ? 'non-dropping-particle' : 'dropping-particle']: particle }),
    ...(suffix === '' ? {} : { suffix }),
  };
}

function extendedName(parts: readonly string[], usePrefix: boolean): CslName | undefined {
  const values = new Map<string, string>();
  for (const part of parts) {
    const equals = part.indexOf('=');
    if (equals < 0) continue;
    const value = part.slice(equals + 1).trim();
    values.set(part.slice(0, equals).trim().toLowerCase(), latexToText(value.replace(/^"(.*)"$/s, '$1')));
  }
  const get = (name: string): string => values.get(name) ?? '';
  const own = values.get('useprefix');
  const keep = own === undefined ? usePrefix : own.toLowerCase() === 'true';
  return fromParts(get('family'), [get('given'), get('prefix'), get('suffix')], keep);
}
