import assert from 'node:assert/strict';
import fc from 'fast-check';
import { blankNote, type ExchangedNote, exchangeFormats } from '../../../src/core/notes.ts';
import type { ExchangeFormat } from '../../../src/core/notes/exchange/note.ts';
import { planNoteImport } from '../../../src/core/resolve.ts';
import { StudyFolder } from '../../../src/workspace/studyFolder.ts';
import { runs } from '../../support/runs.ts';

const text = `---
id: bread
title: On Bread
URL: https://example.org/bread
---

Flour comes first, and water comes after the flour was weighed.

A dough rises slowly, and no baker can hurry it.
`;
const phrases = ['Flour comes first', 'no baker can hurry it', 'the', 'words that stand nowhere', ''];
const words = fc.stringMatching(/^[A-Za-zé,"; ]{0,12}$/).map((each) => each.trim());

interface Entry {
  readonly quote: string;
  readonly comment: string;
  readonly author: string;
  readonly at: number;
}

const entries: fc.Arbitrary<readonly Entry[]> = fc.uniqueArray(
  fc.record({
    quote: fc.constantFrom(...phrases),
    comment: words,
    author: fc.constantFrom('Ada', 'Ben', ''),
    at: fc.nat(50),
  }),
  {
    selector: ({ quote, comment, author, at }) => `${quote}\n${comment}\n${author}\n${String(at)}`,
    maxLength: 12,
  },
);

const note = ({ quote, comment, author, at }: Entry, index: number): ExchangedNote => ({
  ...blankNote,
  id: `urn:uuid:${String(index)}`,
  source: 'bread',
  motivation: 'commenting',
  author,
  created: `2026-03-04T05:06:${String(at + 10)}Z`,
  modified: `2026-03-04T05:06:${String(at + 10)}Z`,
  text: comment,
  quote: quote === '' ? undefined : { exact: quote, prefix: '', suffix: '', unique: undefined },
});

const context = {
  nameOf: () => ({ uri: 'https://example.org/bread', title: 'On Bread' }),
  headingOf: () => 'Note',
};
const cell = (value: string): string => `"${value.replaceAll('"', '""')}"`;
const lines = (all: readonly Entry[], line: (entry: Entry) => string, head = ''): string =>
  head + all.map(line).join('');

/** Files as other programs write them, for formats that Pilcrow only reads or that have several forms. */
const written: Readonly<Record<string, (all: readonly Entry[]) => string>> = {
  model: (all) =>
    JSON.stringify({
      type: 'AnnotationPage',
      items: all.map(({ quote, comment, author, at }) => ({
        id: `urn:uuid:${quote}${comment}${author}${String(at)}`,
        type: 'Annotation',
        creator: { name: author },
        body: { type: 'TextualBody', value: comment },
        target:
          quote === ''
            ? 'https://example.org/bread'
            : {
                source: 'https://example.org/bread',
                selector: { type: 'TextQuoteSelector', exact: quote },
              },
      })),
    }),
  clippings: (all) =>
    lines(
      all,
      ({ quote, comment, at }) =>
        `On Bread (A. Baker)\r\n- Your ${quote === '' ? 'Note' : 'Highlight'} on Location ${String(at + 1)}-${String(at + 2)} | Added on Wednesday, March 4, 2026 5:06:10 AM\r\n\r\n${quote || comment}\r\n==========\r\n`,
    ),
  'csv of Readwise': (all) =>
    lines(
      all,
      ({ quote, comment, at }) =>
        `${cell(quote)},"On Bread",${cell(comment)},"2026-03-04 05:06:${String(at + 10)}"\r\n`,
      'Highlight,Book Title,Note,Highlighted at\r\n',
    ),
  'csv of Hypothesis': (all) =>
    lines(
      all,
      ({ quote, comment, author, at }) =>
        `2026-03-04T05:06:${String(at + 10)},https://example.org/bread,,${cell(author)},${quote === '' ? 'Page note' : 'Annotation'},${cell(quote)},${cell(comment)},\n`,
      'Created at,URL,Group,Author,Type,Quote,Comment,Tags\n',
    ),
};

const names = Object.keys(exchangeFormats).filter((name) => exchangeFormats[name]?.read);
const forms: readonly (readonly [
  name: string,
  format: ExchangeFormat,
  file: (all: readonly Entry[]) => string,
])[] = names.flatMap((name) => {
  const format = exchangeFormats[name];
  if (!format) return [];
  const own = format.write;
  const others = Object.entries(written).filter(([each]) => each.split(' ')[0] === name);
  return [
    ...(own ? [[name, format, (all: readonly Entry[]) => own(all.map(note), context)] as const] : []),
    ...others.map(([each, file]) => [each, format, file] as const),
  ];
});

describe('notes that are imported again', () => {
  assert.equal(new Set(forms.map(([name]) => name.split(' ')[0])).size, names.length);
  for (const [name, format, file] of forms)
    it(`change nothing, in whatever order: ${name}`, () => {
      fc.assert(
        fc.property(entries, fc.boolean(), (all, isReversed) => {
          const folder = new StudyFolder('file:///study');
          folder.setFile('file:///study/sources/bread.md', 'sources/bread.md', { text });
          const take = (each: readonly Entry[]) =>
            planNoteImport(format.read?.(file(each)).notes ?? [], folder.study, { takesPrivate: true });
          const first = take(all);
          const texts = new Map<string, string>();
          for (const { path, change } of first.steps) {
            const made = change('');
            assert.ok('text' in made);
            texts.set(path, made.text);
            folder.setFile(`file:///study/${path}`, path, made);
          }
          const again = take(isReversed ? [...all].reverse() : all);
          assert.deepEqual([again.added, again.steps], [0, []]);
          assert.equal(again.known, first.added);
          // Two members who import the same file before they share what they have: the files are the same.
          for (const { path, change } of first.steps)
            assert.deepEqual(change(texts.get(path) ?? ''), { text: texts.get(path) });
        }),
        { numRuns: runs(12) },
      );
    });
});
