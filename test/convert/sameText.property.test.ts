import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import fc from 'fast-check';
import { imported } from './importing.ts';
import { runs } from '../support/runs.ts';

const nouns = [
  'lamp',
  'mill & co',
  'river—bed',
  '“town”',
  'oil',
  'self-made wheel',
  'caf\u00e9',
  'door',
  'night',
  'hill',
];
const places = ['lamp', 'mill', 'river', 'town', 'door', 'hill'];
const verbs = ['turns', 'burns', 'stands', 'waits', 'moves', 'sleeps'];

/** A sentence, in which a word may be emphasised; none in marks, which Pandoc leaves outside of the italics in ODT. */
const sentence = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom(...nouns), fc.constantFrom(...verbs)), { minLength: 2, maxLength: 5 }),
    fc.option(fc.nat({ max: 8 })),
  )
  .map(([pairs, at]) => {
    const words = pairs.flatMap(([noun, verb]) => ['the', noun, verb, 'and']).slice(0, -1);
    const place = at === null ? -1 : 1 + (at % (words.length - 1));
    const set = words
      .map((word, index) => (index === place && !word.startsWith('“') ? `*${word}*` : word))
      .join(' ');
    return `Where ${set}.`;
  });
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((sentences) => sentences.join(' '));

type Part =
  | { readonly kind: 'paragraph' | 'quotation'; readonly text: string; readonly hasNote: boolean }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly isOrdered: boolean }
  | { readonly kind: 'heading'; readonly text: string; readonly depth: number };
const part: fc.Arbitrary<Part> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('paragraph' as const), text: paragraph, hasNote: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('quotation' as const), text: paragraph, hasNote: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('list' as const),
      items: fc.array(fc.constantFrom(...places), { minLength: 2, maxLength: 4 }),
      isOrdered: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('heading' as const),
      text: fc
        .tuple(fc.constantFrom(...nouns), fc.constantFrom(...nouns))
        .map(([a, b]) => `Of the ${a} and the ${b}`),
      depth: fc.integer({ min: 1, max: 3 }),
    }),
  },
);

/** A short text as Markdown, which begins with a paragraph. No two headings and no two quotations stand together. */
const written = fc
  .tuple(
    paragraph,
    fc.array(part, { minLength: 2, maxLength: 8 }),
    fc.array(sentence, { minLength: 9, maxLength: 9 }),
  )
  .map(([first, parts, notes]) => {
    let count = 0;
    const blocks: string[] = [first];
    let last = 'paragraph';
    for (const one of parts) {
      if (one.kind !== 'paragraph' && last !== 'paragraph') blocks.push(first);
      last = one.kind;
      if (one.kind === 'list') {
        blocks.push(
          one.items.map((item, at) => `${one.isOrdered ? `${String(at + 1)}.` : '-'} ${item}`).join('\n'),
        );
        continue;
      }
      if (one.kind === 'heading') {
        blocks.push(`${'#'.repeat(one.depth)} ${one.text}`);
        continue;
      }
      const mark = one.hasNote ? `[^${String(++count)}]` : '';
      blocks.push(`${one.kind === 'quotation' ? '> ' : ''}${one.text}${mark}`);
    }
    blocks.push(first);
    const definitions = notes.slice(0, count).map((note, at) =>
      // Some notes have two paragraphs.
      at % 3 === 1 ? `[^${String(at + 1)}]: ${note}\n\n    ${first}` : `[^${String(at + 1)}]: ${note}`,
    );
    return `---\ntitle: The Long Night\n---\n\n${[...blocks, ...definitions].join('\n\n')}\n`;
  });

/** What a source says of a text: the words of passages, headings and notes, and what is emphasised. */
async function told(file: string): Promise<unknown> {
  const { source, body } = await imported(readFileSync(file), {
    fileName: basename(file),
  });
  return {
    passages: source.passages.map(({ kind, words }) => [kind, words?.normalised]),
    headings: source.headings.map(({ text }) => text),
    notes: source.notes.map(({ words, anchor }) => [words?.normalised, anchor]),
    emphasis: [...body.matchAll(/\*([^*\n]+)\*/g)].map(([, words]) => words),
  };
}

/** The formats, and what Pandoc is told to write. HTML is written with the frame of a page. */
const formats: Readonly<Record<string, readonly string[]>> = {
  'text.html': ['-s'],
  'text.docx': [],
  'text.odt': [],
  'text.epub': [],
  'text2.epub': ['-t', 'epub2'],
};

describe('one text, imported from every format', function () {
  this.timeout(300_000);
  let folder = '';

  before(function () {
    if (spawnSync('pandoc', ['--version']).error) {
      console.log('      skipped: Pandoc is not there');
      this.skip();
    }
    folder = mkdtempSync(join(tmpdir(), 'pilcrow-same-'));
  });

  after(() => {
    if (folder !== '') rmSync(folder, { recursive: true });
  });

  it('is the same source', async () => {
    await fc.assert(
      fc.asyncProperty(written, async (markdown) => {
        const original = join(folder, 'text.md');
        writeFileSync(original, markdown);
        const expected = await told(original);
        for (const [name, more] of Object.entries(formats)) {
          execFileSync('pandoc', ['text.md', ...more, '-o', name], { cwd: folder });
          assert.deepEqual(await told(join(folder, name)), expected, name);
        }
      }),
      // A smaller example is not looked for: each takes five runs of Pandoc.
      { numRuns: runs(4, 8), endOnFailure: true },
    );
  });
});
