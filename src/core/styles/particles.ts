import type { PersonName } from './output.ts';

/** A word in small letters, as particles are, with the marks that they end in. */
const particleWord = /^[\p{Ll}'’\-–.]*$/u;
const particleEnd = /['’\-–.]/u;

/**
 * Finds the particles and the suffix that stand in the parts of a name, as CSL-JSON of Zotero has them: small words before a
 * family name, small words after given names, a suffix after a comma. What stands in `"…"` is one. Where a part says by itself
 * what they are, nothing is looked for.
 */
export function withParticles(name: PersonName): PersonName {
  return withParticleBefore(withParticleAfter(withNameSuffix(name)));
}

function isQuoted(text: string): boolean {
  return text.length > 1 && text.startsWith('"') && text.endsWith('"');
}

function withNameSuffix(name: PersonName): PersonName {
  const { given } = name;
  if (name.suffix !== undefined || given === undefined) return name;
  if (isQuoted(given)) return { ...name, given: given.slice(1, -1) };
  const comma = given.indexOf(',');
  if (comma < 1) return name;
  const isCommaKept = given.startsWith(',!', comma);
  const suffix = given.slice(comma + (isCommaKept ? 2 : 1)).trim();
  return { ...name, given: given.slice(0, comma), suffix, ...(isCommaKept ? { commaSuffix: true } : {}) };
}

function withParticleBefore(name: PersonName): PersonName {
  const { family } = name;
  if (name['non-dropping-particle'] !== undefined || family === undefined) return name;
  if (isQuoted(family)) return { ...name, family: family.slice(1, -1) };
  const words = nameWords(family);
  const first = words.findIndex((word) => !particleWord.test(word));
  if (first > 0)
    return {
      ...name,
      family: words.slice(first).join(' '),
      'non-dropping-particle': words.slice(0, first).join(' '),
    };
  const [particle = '', rest, more] = first === 0 ? family.split(particleEnd) : [];
  if (rest === undefined || more !== undefined || !particleWord.test(particle)) return name;
  return { ...name, family: rest, 'non-dropping-particle': family.slice(0, particle.length + 1) };
}

function withParticleAfter(name: PersonName): PersonName {
  const { given } = name;
  if (name['dropping-particle'] !== undefined || given === undefined) return name;
  const words = nameWords(given);
  const first = words.findIndex((word) => particleWord.test(word));
  if (first < 1 || !words.slice(first).every((word) => particleWord.test(word))) return name;
  return { ...name, given: words.slice(0, first).join(' '), 'dropping-particle': words.slice(first).join(' ') };
}

function nameWords(text: string): readonly string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}
