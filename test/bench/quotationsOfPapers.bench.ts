/**
 * Measures finding and verifying the quotations of papers, beside a remark parse of the same papers in the same run,
 * in processor time: `npm run bench -- quotationsOfPapers`.
 */
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { analyse } from '../../src/core/study/analyse.ts';
import { buildStudy } from '../../src/core/study/buildStudy.ts';
import type { Paper } from '../../src/core/study/studyTypes.ts';
import type { MarkdownDocument } from '../../src/core/blocks/document.ts';
import type { Quotation } from '../../src/core/quotations/reading/quotationTypes.ts';
import { readQuotations } from '../../src/core/quotations/quotationsIn.ts';
import { quotableOf } from '../../src/core/resolve/quotable.ts';
import { resolveQuotation } from '../../src/core/quotations/resolveQuotation.ts';
import { groupOfYears, makeCorpus } from './support/corpus.ts';
import { copyOf } from '../core/blocks/chunking.ts';

const rounds = 7;

/** The least processor time of several calls, in milliseconds. Other work on the machine can only add to it. */
function least(call: () => void, times = rounds): number {
  let best = Infinity;
  for (let round = 0; round < times; round++) {
    const before = process.cpuUsage();
    call();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

/** The same document with new chunks, without anything cached. */
function forgotten({ text, frontMatter, tree, chunks }: MarkdownDocument): MarkdownDocument {
  return {
    text,
    frontMatter,
    tree,
    chunks: chunks.map((placed) => ({ ...placed, chunk: copyOf(placed.chunk) })),
  };
}

const corpus = [...makeCorpus({ ...groupOfYears, papers: 60 })].filter(([path]) =>
  /^(?:papers|sources)/.test(path),
);
/** The study with new sources, without anything cached. */
const studyAnew = () =>
  buildStudy(
    corpus.map(([path, text]) =>
      analyse({
        uri: `file:///${path}`,
        path,
        role: path.startsWith('sources') ? 'source' : 'paper',
        content: { text },
      }),
    ),
  );
const study = studyAnew();
const { papers } = study;
const size = papers.reduce((sum, paper) => sum + paper.text.length, 0);
const perCharacter = (ms: number, characters = size): string => `${((ms * 1e6) / characters).toFixed(0)} ns`;

const some = papers.slice(0, 20);
const someSize = some.reduce((sum, paper) => sum + paper.text.length, 0);
const remark = unified().use(remarkParse).freeze();
const parsed = least(() => some.forEach((paper) => remark.parse(paper.text)), 3) / someSize;

const documents = new Map<Paper, MarkdownDocument>();
const forget = (): void => papers.forEach((paper) => documents.set(paper, forgotten(paper.document)));
const readAll = (): Quotation[] =>
  papers.flatMap((paper) => readQuotations(documents.get(paper) ?? paper.document));
let reading = Infinity;
for (let round = 0; round < rounds; round++) {
  forget();
  reading = Math.min(
    reading,
    least(() => void readAll(), 1),
  );
}
const again = least(() => void readAll());

const status = readAll().map((quotation) => resolveQuotation(quotation, study)?.status);
const proving = (wanted: string): string => {
  let best = Infinity;
  let count = 0;
  for (let round = 0; round < 3; round++) {
    forget();
    const all = readAll();
    const quotations = all.filter((_, i) => status[i] === wanted);
    count = quotations.length;
    // Otherwise the first quotation would index the sources, which `quotations.bench.ts` measures.
    const fresh = studyAnew();
    for (const source of fresh.sources.values()) quotableOf(source);
    const time = least(() => quotations.forEach((quotation) => resolveQuotation(quotation, fresh)), 1);
    best = Math.min(best, time);
  }
  return `${((best * 1000) / Math.max(1, count)).toFixed(1)} µs each of ${String(count)}`;
};
const exact = proving('verbatim');
const altered = proving('altered');
const known = readAll();
const provedAgain = least(() => known.forEach((quotation) => resolveQuotation(quotation, study)));

const rows = [
  ['remark, plain, a character', perCharacter(parsed, 1)],
  [
    'quotations read, a character',
    `${perCharacter(reading)}, 1/${((parsed * size) / reading).toFixed(0)} of remark`,
  ],
  [
    'read again, nothing changed',
    `${perCharacter(again)}, 1/${(reading / again).toFixed(0)} of the first time`,
  ],
  ['an exact quotation proved', exact],
  ['an altered quotation proved', altered],
  ['proved again, nothing changed', `${((provedAgain * 1000) / known.length).toFixed(1)} µs each`],
];
for (const [name, figure] of rows) console.log(`${(name ?? '').padEnd(34)}${figure ?? ''}`);
