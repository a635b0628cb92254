/**
 * Measures finding terms in a megabyte of prose, with 1,000 and with 10,000 terms and their forms, beside two
 * packages that use Aho and Corasick's automaton and one regular expression, all with the same forms. The packages
 * get a shorter text in lower case, because they would take minutes, and ignore word boundaries, hyphens, line breaks
 * and possessives. Run: npx tsx test/bench/terms.bench.ts
 * Fails above 20 ns for each code unit with 1,000 terms, and if 10,000 terms take more than twice as long. The time
 * is that of the process, the best of several runs, so that other work on the machine counts little.
 */
import { AhoCorasick as MonyoneAhoCorasick } from '@monyone/aho-corasick';
import ModernAhoCorasick from 'modern-ahocorasick';
import type { TermNames } from '../../src/core/glossary/forms.ts';
import { buildMatcher, matchTerms } from '../../src/core/glossary/matcher.ts';

const limit = 20;
const limitRatio = 2;
const characters = 1_000_000;

/** A small generator of numbers in [0, 1) (mulberry32), so that every run measures the same text. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Pronounceable words. The frequent ones come first and are shorter, as in a language. */
function makeWords(count: number, random: () => number): string[] {
  const pick = (from: string): string => from.charAt(Math.floor(random() * from.length));
  const words = new Set<string>();
  while (words.size < count) {
    const syllables = 1 + Math.floor(random() * (words.size < 300 ? 2 : 4));
    let word = '';
    for (let i = 0; i < syllables; i++)
      word += pick('bcdfghlmnprstvw') + pick('aeiou') + (random() < 0.4 ? pick('lnrst') : '');
    words.add(word);
  }
  return [...words];
}

/** Draws a word by Zipf's law: word `n` about once in `n` times. */
function drawWord(words: readonly string[], random: () => number): string {
  return words[Math.floor(words.length ** random()) - 1] ?? 'the';
}

function makeProse(words: readonly string[], terms: readonly TermNames[], random: () => number): string {
  const parts: string[] = [];
  for (let length = 0, inSentence = 0; length < characters; inSentence++) {
    let word = drawWord(words, random);
    if (random() < 0.02) word = terms[Math.floor(random() * terms.length)]?.name ?? word;
    if (inSentence === 0) word = word.charAt(0).toUpperCase() + word.slice(1);
    const end = random();
    let mark = ' ';
    if (end < 0.06) mark = '. ';
    else if (end < 0.12) mark = ', ';
    else if (end < 0.13) mark = '’s ';
    else if (end < 0.2) mark = '\n';
    if (mark === '. ') inSentence = -1;
    parts.push(word, mark);
    length += word.length + mark.length;
  }
  return parts.join('').slice(0, characters);
}

/** Two of three terms have two words, the others one or three. Most words are rare, and each term has an alias. */
function makeTerms(count: number, words: readonly string[], random: () => number): TermNames[] {
  const rare = (): string => words[300 + Math.floor(random() * (words.length - 300))] ?? '';
  const phrase = (): string => {
    const kind = random();
    if (kind < 0.2) return rare();
    return kind < 0.87 ? `${rare()} ${rare()}` : `${rare()}-${drawWord(words, random)} ${rare()}`;
  };
  return Array.from({ length: count }, () => ({ name: phrase(), aliases: [{ name: phrase() }], not: [] }));
}

/** Nanoseconds of processor time for each code unit, the best of several runs. */
function measure(run: () => unknown, runs: number, length = characters): number {
  let best = Infinity;
  for (let i = 0; i < runs; i++) {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, ((user + system) * 1000) / length);
  }
  return best;
}

/** Searches with all forms in one alternation, longest first, in a shortened text, because it would take minutes. */
function measureRegex(terms: readonly TermNames[], text: string): number {
  const forms = [...buildMatcher({ terms }).forms.values()].flat().map((form) => form.key);
  const alternatives = forms
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replace(/[^\p{L}\p{N} ]/gu, '\\$&').replace(/ /g, '[\\s-]+'));
  const regex = new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  const part = text.slice(0, terms.length > 1000 ? 2_000 : 20_000);
  return measure(() => [...part.matchAll(regex)].length, 2, part.length);
}

/** Nanoseconds for each code unit of the two packages. */
function measurePackages(terms: readonly TermNames[], text: string): Record<string, number> {
  const forms = [...new Set([...buildMatcher({ terms }).forms.values()].flat().map((form) => form.key))];
  const lower = text.slice(0, 50_000).toLowerCase();
  const modern = new ModernAhoCorasick(forms);
  const monyone = new MonyoneAhoCorasick(forms);
  return {
    'modern-ahocorasick': measure(() => modern.search(lower), 2, lower.length),
    '@monyone/aho-corasick': measure(() => monyone.matchInText(lower), 2, lower.length),
  };
}

const random = randomNumbers(5);
const words = makeWords(20_000, random);
const many = makeTerms(10_000, words, random);
const text = makeProse(words, many.slice(0, 1_000), random);
const results = [1_000, 10_000].map((count) => {
  const terms = many.slice(0, count);
  const built = performance.now();
  const matcher = buildMatcher({ terms });
  const building = performance.now() - built;
  const forms = [...matcher.forms.values()].flat().length;
  const uses = matchTerms(matcher, text).length;
  const ours = measure(() => matchTerms(matcher, text), 9);
  const regex = measureRegex(terms, text);
  const packages = Object.entries(measurePackages(terms, text));
  console.log(
    `${count} terms, ${forms} forms, ${uses} uses: ${ours.toFixed(1)} ns a character ` +
      `(regex ${regex.toFixed(0)} ns, ${(regex / ours).toFixed(0)} times as long; built in ${building.toFixed(0)} ms)`,
  );
  for (const [name, theirs] of packages)
    console.log(`  ${name}: ${theirs.toFixed(1)} ns, ${(theirs / ours).toFixed(1)} times as long`);
  return ours;
});
const [small = 0, large = 0] = results;
console.log(`10,000 terms take ${(large / small).toFixed(2)} times as long as 1,000 (at most ${limitRatio})`);
if (small > limit || large > limitRatio * small) {
  console.error(
    `Too slow: at most ${limit} ns a character at 1,000 terms, and ${limitRatio} times that at 10,000.`,
  );
  process.exitCode = 1;
}
