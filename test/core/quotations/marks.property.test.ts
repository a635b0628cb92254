/**
 * No false verbatim, no false alarm: quotations of a source in every convention of marks. With the words of the source they are
 * verbatim, whatever clipped words, inches, possessives and inner quotations are in them; with one word changed they never are.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { pairMarks, pairMarksByComparing } from '../../../src/core/quotations/reading/pairMarks.ts';
import { rolesByContext, rolesOf } from '../../../src/core/quotations/reading/markRoles.ts';
import { runs } from '../../support/runs.ts';
import { verify } from './support.ts';

/** Marks around a quotation, and around one inside it. Spaces of French marks are part of them. */
interface Convention {
  readonly name: string;
  readonly open: string;
  readonly close: string;
  readonly inner: readonly [string, string];
}

function convention(name: string, open: string, close: string, inner: readonly [string, string]): Convention {
  return { name, open, close, inner };
}

const curly: readonly [string, string] = ['“', '”'];
const single: readonly [string, string] = ['‘', '’'];
const conventions: readonly Convention[] = [
  convention('English double', '“', '”', single),
  convention('English single', '‘', '’', curly),
  convention('German', '„', '“', ['‚', '‘']),
  convention('German guillemets', '»', '«', ['›', '‹']),
  convention('French', '«\u00A0', '\u00A0»', curly),
  convention('French with thin spaces', '«\u202F', '\u202F»', ['‹\u202F', '\u202F›']),
  convention('French with plain spaces', '« ', ' »', curly),
  convention('Swiss', '«', '»', ['‹', '›']),
  convention('Polish and old Dutch', '„', '”', ['‚', '’']),
  convention('Swedish', '”', '”', ['’', '’']),
  convention('Hebrew', '״', '״', ["'", "'"]),
  convention('straight double', '"', '"', ["'", "'"]),
  convention('straight single', "'", "'", ['"', '"']),
  convention('straight in straight', '"', '"', ['"', '"']),
  convention('curly, closed by an editor', '“', '"', single),
  convention('straight, closed by an editor', '"', '”', single),
  convention('German, closed straight', '„', '"', ['‚', '‘']),
  convention('German, opened straight', '"', '“', ['‚', '‘']),
  convention('guillemet, closed straight', '»', '"', ['›', '‹']),
  convention('single, closed straight', '‘', "'", curly),
  convention('spaced', '“ ', ' ”', single),
  convention('corners', '「', '」', ['『', '』']),
  convention('half corners', '｢', '｣', ['『', '』']),
  convention('double angles', '《', '》', ['〈', '〉']),
  convention('double primes of East Asia', '〝', '〞', curly),
  convention('primes', '″', '″', ["'", "'"]),
  convention('ornaments', '❝', '❞', ['❛', '❜']),
  convention('TeX', '``', "''", single),
  convention('TeX in TeX', '``', "''", ['`', "'"]),
  convention('TeX single', '`', "'", ['"', '"']),
  convention('German, typed', ',,', "''", ['‚', '‘']),
  convention('German, half typed', ',,', '"', ['‚', '‘']),
  convention('guillemets, typed', '<<', '>>', single),
  convention('French guillemets, typed', '<< ', ' >>', curly),
];

const plainWords =
  'lamp oil wick yard hand evening council boat tower keeper window sail rope harbour winter bread flour mill river stone road'.split(
    ' ',
  );
/** Words with marks that end no quotation. The second is how a paper writes them with straight marks. */
const markedWords: readonly (readonly [string, string])[] = [
  ['’n’', "'n'"],
  ['’em', "'em"],
  ['’tis', "'tis"],
  ['’twas', "'twas"],
  ['’90s', "'90s"],
  ['keepers’', "keepers'"],
  ['millers’', "millers'"],
  ['fillin’', "fillin'"],
  ['o’', "o'"],
  ['don’t', "don't"],
  ['James’s', "James's"],
  ['12″', '12"'],
  ['6′', "6'"],
  ['5′10″', '5\'10"'],
  ['רש״י', 'רש"י'],
  ['חז״ל', 'חז"ל'],
];

interface WordPair {
  readonly source: string;
  readonly paper: string;
}

const plainWord = fc.constantFrom(...plainWords).map((one): WordPair => ({ source: one, paper: one }));
const markedWord = fc
  .tuple(fc.constantFrom(...markedWords), fc.boolean())
  .map(([[written, straight], isStraight]): WordPair => ({
    source: written,
    paper: isStraight ? straight : written,
  }));
/** A plain word on both sides of each marked one: `’n’` at an end could be a mark of the quotation itself. */
const stretch = fc
  .tuple(
    plainWord,
    fc.array(fc.tuple(fc.option(markedWord, { freq: 3 }), plainWord), { minLength: 4, maxLength: 12 }),
  )
  .map(([first, others]) => [
    first,
    ...others.flatMap(([marked, plain]) => (marked ? [marked, plain] : [plain])),
  ]);

interface Sample {
  readonly words: readonly WordPair[];
  readonly convention: Convention;
  /** The words of an inner quotation: from, to. */
  readonly inner: readonly [number, number] | undefined;
}

const sample: fc.Arbitrary<Sample> = fc
  .record({
    words: stretch,
    convention: fc.constantFrom(...conventions),
    inner: fc.option(fc.tuple(fc.nat(), fc.nat()), { freq: 2 }),
  })
  .map(({ words, convention: chosen, inner }) => ({
    words,
    convention: chosen,
    inner: inner ? innerOf(words, inner[0], inner[1]) : undefined,
  }));

/** An inner quotation begins and ends at plain words, as the stretch itself. */
function innerOf(
  words: readonly WordPair[],
  from: number,
  length: number,
): readonly [number, number] | undefined {
  const plain = words.flatMap((one, at) => (plainWords.includes(one.source) && at > 0 ? [at] : []));
  const first = from % (plain.length - 1);
  const last = Math.min(plain.length - 2, first + 1 + (length % 3));
  const [start, end] = [plain[first], plain[last]];
  return start !== undefined && end !== undefined && start < end ? [start, end] : undefined;
}

function written(words: readonly string[], inner: Sample['inner'], marks: readonly [string, string]): string {
  return words
    .map((one, at) => (at === inner?.[0] ? marks[0] : '') + one + (at === inner?.[1] ? marks[1] : ''))
    .join(' ');
}

function sourceOf({ words, inner }: Sample, rest: string): string {
  const text = written(
    words.map((one) => one.source),
    inner,
    curly,
  );
  return `---\nid: s\n---\n\nBefore it ${text} and after it.\n\n${rest}\n`;
}

function quoted({ words, inner, convention: { open, close, inner: marks } }: Sample): string {
  return `${open}${written(
    words.map((one) => one.paper),
    inner,
    marks,
  )}${close}`;
}

const frames: readonly ((quotation: string) => string)[] = [
  (quotation) => `It says ${quotation} [@s, ¶ 1].`,
  (quotation) => `The keeper’s word is: ${quotation} [@s, ¶ 1]; it’s plain.`,
  (quotation) => `${quotation}, says @s [¶ 1].`,
  (quotation) => `- ${quotation} [@s, ¶ 1]`,
  (quotation) => `(${quotation}) [@s, ¶ 1] *and more*`,
];
const frame = fc.constantFrom(...frames);

function statusesOf(paper: string, source: string): string[] {
  return verify(paper, { 'sources/s.md': source }).results.map((result) => result.status);
}

/** How one word is changed. */
const changes: Readonly<Record<string, (words: readonly WordPair[], at: number) => WordPair[]>> = {
  replaced: (words, at) => words.map((one, i) => (i === at ? { ...one, paper: 'zebra' } : one)),
  added: (words, at) => [...words.slice(0, at), { source: '', paper: 'never' }, ...words.slice(at)],
  dropped: (words, at) => words.filter((_, i) => i !== at),
};

describe('quotations in every convention of marks', () => {
  it('with the words of the source are verbatim', () => {
    fc.assert(
      fc.property(sample, frame, (one, within) => {
        const paper = within(quoted(one));
        assert.deepEqual(statusesOf(paper, sourceOf(one, '')), ['verbatim'], paper);
      }),
      { numRuns: runs(400) },
    );
  });

  it('with one word changed never are', () => {
    fc.assert(
      fc.property(
        sample,
        frame,
        fc.constantFrom(...Object.keys(changes)),
        fc.nat(),
        (one, within, how, place) => {
          const at = 1 + (place % (one.words.length - 2));
          const changed = changes[how]?.(one.words, at) ?? [];
          const inner = one.inner && (one.inner.some((edge) => edge >= at) ? undefined : one.inner);
          const plain = (list: readonly string[]): string => ` ${list.join(' ')} `;
          fc.pre(
            !plain(one.words.map((word) => word.source)).includes(
              plain(changed.map((word) => word.source || word.paper)),
            ) || how === 'replaced',
          );
          const paper = within(quoted({ ...one, words: changed, inner }));
          const statuses = statusesOf(paper, sourceOf(one, ''));
          assert.ok(statuses.length > 0 && !statuses.includes('verbatim'), `${paper} ${statuses.join()}`);
        },
      ),
      { numRuns: runs(400) },
    );
  });

  it('over two paragraphs are as in one', () => {
    const repeating = conventions.filter(({ name }) =>
      /English|German$|French|Polish|straight double/u.test(name),
    );
    fc.assert(
      fc.property(
        sample,
        stretch,
        fc.constantFrom(...repeating),
        fc.boolean(),
        (one, next, marks, isChanged) => {
          // What could close the quotation in its first paragraph does: nothing there says that it goes on.
          fc.pre(!one.words.some(({ paper }) => mayClose(paper, marks)));
          const source = sourceOf({ ...one, inner: undefined }, '').replace(
            / and after it\.\n\n\n$/u,
            `\n\n${next.map((word) => word.source).join(' ')} and after it.\n`,
          );
          const words = next.map((word) => word.paper);
          if (isChanged) words[1] = 'zebra';
          const first = written(
            one.words.map((word) => word.paper),
            undefined,
            single,
          );
          const paper = `It says:\n\n${marks.open}${first}\n\n${marks.open}${words.join(' ')}${marks.close} [@s, ¶¶ 1-2]\n`;
          const statuses = statusesOf(paper, source);
          if (isChanged) assert.ok(statuses.length > 0 && !statuses.includes('verbatim'), paper);
          else assert.deepEqual(statuses, ['verbatim'], paper);
        },
      ),
      { numRuns: runs(300) },
    );
  });
});

function mayClose(word: string, { close }: Convention): boolean {
  return "’'".includes(close) ? /[’']$/u.test(word) : close === '"' && word.endsWith(close);
}

describe('the marks of a paragraph', () => {
  it('are the same where they stand as usual and where all rules are asked', () => {
    const beside = ['', ' ', '\n', ...'aZé3.,;:)(-—“”’"'];
    for (const mark of '“”')
      for (const [before, next] of beside.flatMap((one) => beside.map((other) => [one, other] as const))) {
        const text = `5 so${before}${mark}${next}it`;
        const at = 4 + before.length;
        for (const double of [true, false]) {
          const asked = [text, { at, end: at + 1, mark }, { double, single: false }] as const;
          assert.deepEqual(rolesOf(...asked), rolesByContext(...asked), JSON.stringify(text));
        }
      }
  });

  it('are paired the same where one reading is clear and where all are compared', () => {
    const piece = fc.constantFrom(
      ...'“ ” „ ‘ ’ " \' « » ‹ › ״ 「 」 word s 5 n רש י 光 . , : ! ( ) - … [@s]'.split(' '),
      ' ',
      ' ',
      '\u00A0',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const source = { text: pieces.join(''), usable: () => true };
        assert.deepEqual(pairMarks(source), pairMarksByComparing(source), source.text);
      }),
      { numRuns: runs(2000) },
    );
  });
});
