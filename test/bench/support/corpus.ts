/** Study folders of any size for benchmarks, made of pronounceable nonsense that is the same in every run. */
import { drawWord, makeWords, randomNumbers } from './random.ts';

export interface CorpusSize {
  readonly papers: number;
  /** The approximate number of words of a paper. */
  readonly words: number;
  readonly sources: number;
  /** The number of paragraphs of a source. */
  readonly paragraphs: number;
  readonly terms: number;
}

/** About 13.5 MB and 36,000 citations. */
export const groupOfYears: CorpusSize = {
  papers: 1000,
  words: 2000,
  sources: 10,
  paragraphs: 82,
  terms: 130,
};

/** The text of each file, by path relative to the study folder. */
export type Corpus = ReadonlyMap<string, string>;

interface Maker {
  readonly random: () => number;
  readonly words: readonly string[];
  readonly terms: readonly string[];
  readonly sources: readonly { readonly key: string; readonly paragraphs: readonly string[] }[];
}

/**
 * Makes a study folder whose papers have what real papers have: front matter, headings, citations, quotations (most
 * of them verbatim, some altered), block quotations, lists, emphasis, links, notes and terms of a glossary.
 */
export function makeCorpus(size: CorpusSize, seed = 1): Corpus {
  const random = randomNumbers(seed);
  const words = makeWords(20_000, random);
  const terms = Array.from(
    { length: size.terms },
    () =>
      `${words[300 + Math.floor(random() * 10_000)] ?? ''} ${words[300 + Math.floor(random() * 10_000)] ?? ''}`,
  );
  const bare: Maker = { random, words, terms, sources: [] };
  const sources = Array.from({ length: size.sources }, (_, index) => ({
    key: `text${index + 1}`,
    paragraphs: Array.from({ length: size.paragraphs }, () => prose(bare, 70 + Math.floor(random() * 90))),
  }));
  const maker: Maker = { ...bare, sources };
  const files = new Map<string, string>([
    ['pilcrow.json', '{}\n'],
    ['glossary.md', glossaryOf(maker)],
    ['references.bib', bibliographyOf(maker)],
  ]);
  for (const { key, paragraphs } of sources)
    files.set(
      `sources/${key}.md`,
      `---\nid: ${key}\ntitle: Text ${key}\n---\n\n${paragraphs.join('\n\n')}\n`,
    );
  for (let index = 0; index < size.papers; index++)
    files.set(`papers/p${String(index).padStart(5, '0')}.analysis.md`, makePaper(maker, size.words));
  return files;
}

function glossaryOf({ terms, random, sources }: Maker): string {
  const entry = (name: string): string =>
    `## ${name}\n\nWhat it means here, in a sentence or two [@${sources[0]?.key ?? ''}, ¶ ${1 + Math.floor(random() * 80)}].\n`;
  return `# Glossary\n\n${terms.map(entry).join('\n')}`;
}

function bibliographyOf({ sources }: Maker): string {
  return sources
    .map(
      ({ key }) => `@book{${key},\n  title = {Text ${key}},\n  author = {Nobody, N.},\n  year = {1999}\n}\n`,
    )
    .join('\n');
}

function sentence({ random, words, terms }: Maker, length: number): string {
  const parts: string[] = [];
  while (parts.length < length) {
    const term = random() < 0.02 ? terms[Math.floor(random() * terms.length)] : undefined;
    parts.push((term ?? drawWord(words, random)) + (random() < 0.08 ? ',' : ''));
  }
  const text = parts.join(' ').replace(/,$/, '');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function prose(maker: Maker, length: number): string {
  const sentences: string[] = [];
  for (let written = 0; written < length;) {
    const words = 8 + Math.floor(maker.random() * 18);
    sentences.push(`${sentence(maker, words)}.`);
    written += words;
  }
  return sentences.join(' ');
}

/** Some words of a source and the number of their paragraph. */
function quotation(maker: Maker, length: number): { key: string; number: number; words: string } {
  const { random, sources } = maker;
  const source = sources[Math.floor(random() * sources.length)];
  const number = 1 + Math.floor(random() * (source?.paragraphs.length ?? 1));
  const words = (source?.paragraphs[number - 1] ?? '').split(' ');
  const from = Math.floor(random() * Math.max(1, words.length - length));
  const quoted = words.slice(from, from + length);
  if (random() < 0.05) quoted[Math.floor(quoted.length / 2)] = 'changed';
  return { key: source?.key ?? '', number, words: quoted.join(' ') };
}

function citation({ random, sources }: Maker): string {
  const source = sources[Math.floor(random() * sources.length)];
  const number = 1 + Math.floor(random() * (source?.paragraphs.length ?? 1));
  return `[@${source?.key ?? ''}, ¶ ${number}]`;
}

/** A sentence as in papers. About one in three has a citation. */
function paperSentence(maker: Maker): string {
  const { random } = maker;
  const text = sentence(maker, 8 + Math.floor(random() * 16));
  const kind = random();
  if (kind < 0.24) return `${text} ${citation(maker)}.`;
  if (kind < 0.32) {
    const { key, number, words } = quotation(maker, 6 + Math.floor(random() * 10));
    return `${text}: “${words}” [@${key}, ¶ ${number}].`;
  }
  if (kind < 0.36) return `${text} *${sentence(maker, 2).toLowerCase()}* and so on.`;
  if (kind < 0.37) return `${text}, see [this](p00001.analysis.md).`;
  return `${text}.`;
}

function makePaper(maker: Maker, length: number): string {
  const { random } = maker;
  const blocks = [`---\ntitle: ${sentence(maker, 4)}\nauthor: A Reader\n---`];
  let written = 0;
  const add = (block: string): void => {
    blocks.push(block);
    written += block.split(' ').length;
  };
  while (written < length) {
    const kind = random();
    if (kind < 0.1) add(`## ${sentence(maker, 4)}`);
    else if (kind < 0.16) {
      const { key, number, words } = quotation(maker, 20);
      add(`> ${words}\n> [@${key}, ¶ ${number}]`);
    } else if (kind < 0.24) add(Array.from({ length: 3 }, () => `- ${paperSentence(maker)}`).join('\n'));
    else if (kind < 0.27) {
      const label = `n${blocks.length}`;
      add(`${paperSentence(maker)}[^${label}]\n\n[^${label}]: ${paperSentence(maker)}`);
    } else add(Array.from({ length: 3 + Math.floor(random() * 5) }, () => paperSentence(maker)).join(' '));
  }
  return `${blocks.join('\n\n')}\n`;
}
