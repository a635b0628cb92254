/**
 * Measures reading the citations, prose and terms of papers, beside a remark parse of the same texts in the same run.
 * Run: npx tsx --expose-gc test/bench/citations.bench.ts
 * Fails if reading citations takes more than a tenth of the parse, if the shortcut for plain blocks saves less than
 * half of the time, or if a citation takes more than 700 bytes. The time is that of the process, the best of several
 * runs, so that other work on the machine counts little.
 */
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { buildMatcher, matchTerms } from '../../src/core/glossary/matcher.ts';
import { findTerms } from '../../src/core/glossary/uses.ts';
import { type Citation, readCitations } from '../../src/core/citations/readCitations.ts';
import { type MarkdownDocument, parseMarkdown } from '../../src/core/blocks/document.ts';
import { groupOfYears, makeCorpus } from './support/corpus.ts';
import { copyOf } from '../core/blocks/chunking.ts';

const corpus = makeCorpus({ ...groupOfYears, papers: 100 });
const texts = [...corpus].filter(([path]) => path.startsWith('papers/')).map(([, text]) => text);
const names = [...(corpus.get('glossary.md') ?? '').matchAll(/^## (.*)$/gm)].map(([, name = '']) => ({
  name,
  aliases: [],
  not: [],
}));
const length = texts.reduce((sum, text) => sum + text.length, 0);
const matcher = buildMatcher({ terms: names });
const documents = texts.map((text) => parseMarkdown(text));

/** The documents without anything cached. */
function unread(): MarkdownDocument[] {
  return documents.map(({ text, frontMatter, chunks, tree }) => ({
    text,
    frontMatter,
    tree,
    chunks: chunks.map((placed) => ({ ...placed, chunk: copyOf(placed.chunk) })),
  }));
}

/** Nanoseconds of processor time for each code unit, the best of several runs. */
function measure<T>(runs: number, prepare: () => T, run: (prepared: T) => void): number {
  let best = Infinity;
  for (let i = 0; i < runs; i++) {
    const prepared = prepare();
    const start = process.cpuUsage();
    run(prepared);
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, ((user + system) * 1000) / length);
  }
  return best;
}

/** The number of bytes that a value takes on the heap. */
function heapOf(make: () => readonly Citation[]): number {
  global.gc?.();
  const before = process.memoryUsage().heapUsed;
  const citations = make();
  global.gc?.();
  return (process.memoryUsage().heapUsed - before) / Math.max(1, citations.length);
}

const none = (): undefined => undefined;
const remark = unified().use(remarkParse).freeze();
const parse = measure(3, none, () => {
  for (const text of texts) remark.parse(text);
});
const thorough = measure(5, unread, (all) => {
  for (const document of all) readCitations(document, { thorough: true });
});
const citations = measure(15, unread, (all) => {
  for (const document of all) readCitations(document);
});
const again = measure(15, none, () => {
  for (const document of documents) readCitations(document);
});
const alone = measure(10, none, () => {
  for (const text of texts) matchTerms(matcher, text);
});
const terms = measure(
  15,
  () => {
    const all = unread();
    for (const document of all) readCitations(document);
    return all;
  },
  (all) => {
    for (const document of all) findTerms(document, matcher);
  },
);

function print(name: string, ns: number): void {
  console.log(
    `${name.padEnd(42)} ${ns.toFixed(1).padStart(7)} ns a character, 1/${(parse / ns).toFixed(0)} of the parse`,
  );
}
console.log(`${texts.length} papers, ${length} characters`);
print('remark parse', parse);
print('citations by the whole reader alone', thorough);
print('citations', citations);
print('citations again, nothing changed', again);
print('prose and terms, citations known', terms);
print('of which the matcher', alone);

const bytes = global.gc
  ? heapOf(() => unread().flatMap((document) => [...readCitations(document)]))
  : undefined;
console.log(`${bytes === undefined ? 'unknown (--expose-gc)' : bytes.toFixed(0)} bytes a citation`);
if (citations * 10 > parse || citations * 2 > thorough || (bytes ?? 0) > 700) {
  console.error(
    'Too slow or too large: at most a tenth of the parse, half of the whole reader, and 700 bytes.',
  );
  process.exitCode = 1;
}
