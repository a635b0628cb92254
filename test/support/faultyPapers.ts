import fc from 'fast-check';
import type { Fix } from '../../src/core/check/defineCheck.ts';
import { findingsOf, type Finding } from '../../src/core/check/findings.ts';
import type { Paper, Study } from '../../src/core/study/studyTypes.ts';
import { fixtureUri, paperOf, studyOf } from './fixture.ts';

/** Sources with sections, notes, pages, printed numbers, marks and emphasis of their own, in two languages. */
const sources: Readonly<Record<string, string>> = {
  'sources/lamps.md': `---
id: lamps
title: On Lamps
author: Nora Quill
---

Every evening the keeper climbs the tower and lights nine lamps before the ships come in. <!-- p. 11 -->

## 1. Oil

The oil is *not* brought by the ferry, but by the mill; nobody pays for it twice.[^1] In winter “no oil, no light” is the rule.

Whoever forgets the wick loses the ship; whoever forgets the oil loses the harbour. <!-- p. 12 --> The mill never stops.

### (i) Glass

The glass is washed with sand, 50 % of it from the river -- the rest from the dunes … and it costs 1,000 crowns.

## 2. Harbour

The harbour lies open to the west. The harbour is closed in winter. Whoever forgets the wick loses the ship.

[^1]: The mill has done so since the great flood, says the chronicle.
`,
  'sources/theses.md': `---
id: theses
title: Theses
numbering: printed
---

11\\. A mill turns because the river falls, and not because the miller wishes it.

12\\. A river that is dammed turns no mill.

14\\. What the miller calls patience, the river calls a dam.
`,
  'sources/moulin.md': `---
id: moulin
title: Le moulin
lang: fr
---

Le moulin tourne depuis l’aube ; il ne s’arrête jamais avant la nuit.

L’eau, dit-on, n’attend personne : ni le meunier, ni l’âne.
`,
};

const uri = fixtureUri('papers/a.analysis.md');

/** A paper about these sources, and its findings. */
export function checkedPaper(text: string): { study: Study; paper: Paper; findings: readonly Finding[] } {
  const files = Object.entries({ ...sources, 'papers/a.analysis.md': text });
  const study = studyOf({
    files: files.map(([path, each]) => ({ path, text: each, marks: [] })),
    cursor: undefined,
  });
  const paper = paperOf(study);
  return { study, paper, findings: findingsOf(paper, study) };
}

/** The fixes of findings that change nothing but the paper. */
export function fixesIn(findings: readonly Finding[]): { finding: Finding; fix: Fix }[] {
  return findings.flatMap((finding) =>
    (finding.fixes ?? [])
      .filter((fix) => fix.edits.every((edit) => edit.uri === undefined || edit.uri === uri))
      .map((fix) => ({ finding, fix })),
  );
}

/** The text after a fix. */
export function fixed(text: string, { edits }: Fix): string {
  return [...edits]
    .sort((a, b) => b.range.start - a.range.start || b.range.end - a.range.end)
    .reduce((out, { range, newText }) => out.slice(0, range.start) + newText + out.slice(range.end), text);
}

const passages = Object.entries(sources).flatMap(([path, text]) => {
  const key = path.replace(/^sources\/|\.md$/gu, '');
  const study = studyOf({ files: [{ path, text, marks: [] }], cursor: undefined });
  return (study.sources.get(key)?.passages ?? []).map((passage) => ({
    key,
    number: passage.printed ?? String(passage.number),
    words: (passage.words?.normalised ?? '').replace(/^\d+\. /u, '').split(' '),
  }));
});

type Passage = (typeof passages)[number];

/** Changes of a word, as quoters make them; `other` is a word of theirs. */
const changes: readonly ((word: string, other: string) => string)[] = [
  (word) => word,
  (word) => word,
  (_, other) => other,
  () => '',
  (word, other) => `${word} ${other}`,
  (word) => word.toUpperCase(),
  () => '…',
  () => '[…]',
  (_, other) => `[${other}]`,
  (word) => `${word} [sic]`,
  (word) => `*${word}*`,
  (_, other) => `**${other}**`,
  (word, other) => `${word} \`${other}\``,
  (word, other) => `${word} [${other}]{.smallcaps}`,
  (word, other) => `${word} (${other})`,
  (word) => `${word.replace(/[.,;]$/u, '')}:`,
  (word) => word.replace(/[aeiou]/u, 'o'),
  (word) => `${word}[^n]`,
];
const otherWords = ['candle', 'never', 'not', 'of', 'bread,', '1990', 'ale_house', '3*4'];

const quotedWords = fc
  .record({
    passage: fc.constantFrom(...passages),
    from: fc.nat(),
    length: fc.integer({ min: 3, max: 16 }),
    done: fc.array(fc.tuple(fc.nat(), fc.constantFrom(...changes), fc.constantFrom(...otherWords)), {
      maxLength: 2,
    }),
  })
  .map(({ passage, from, length, done }) => {
    const start = from % Math.max(1, passage.words.length - length);
    const words = passage.words.slice(start, start + length);
    for (const [at, change, other] of done) {
      const place = at % words.length;
      words[place] = change(words[place] ?? '', other);
    }
    return {
      passage,
      text: words
        .filter(Boolean)
        .join(' ')
        .replace(/[,;:]$/u, ''),
    };
  });

/** Locators, right and wrong; `%` is the number of the passage. */
const locators = [
  ...[
    '¶ %',
    '¶ %',
    '¶ %',
    '¶ 99',
    '¶ 1-99',
    '¶¶ %-1',
    '¶¶ 71-4',
    'par. %',
    'par. % I think',
    '¶ % I disagree',
  ],
  ...[
    '¶¶ % & 3',
    '¶ %; ¶ 3',
    '*¶ %*',
    '¶ %-¶ 3',
    '¶ ４',
    '"%"',
    'at ¶ %',
    '¶ % and n. 1',
    'n. 1, ¶ %',
    'sec. 1, ¶ %',
  ],
  ...[
    'sec. 9',
    'sec. 1(iv)',
    'sec. 2, ¶ %',
    'n. 4',
    'p. 13',
    'pp. 11-12',
    '¶ % to 4',
    '¶ %/3',
    '§ 2',
    '¶ %f.',
  ],
  ...[
    'fn. 1',
    'Abs. %',
    'paragraphs % to 4',
    '¶ 3, 99',
    '¶¶ 3, 2',
    '¶ 0',
    '{¶ %} so',
    '¶ % (my italics)',
    '',
  ],
];
const forms: readonly ((key: string, place: string) => string)[] = [
  (key, place) => `[@${key}${place && `, ${place}`}]`,
  (key, place) => `[@${key}${place && `, ${place}`}]`,
  (key, place) => `@${key}${place && ` [${place}]`}`,
  (key, place) => `[see @${key}${place && `, ${place}`}; @theses, ¶ 12]`,
  (key, place) => `[-@${key}${place && `, ${place}`}, and so on]`,
  (key, place) => `(@${key}${place && ` [${place}]`})`,
  (key) => `[@${key.slice(0, -1)}, ¶ 1]`,
  (key) => `[@${key}, ¶ 1][@lamps, ¶ 3]`,
  (key, place) => `\\[@${key}${place && `, ${place}`}\\]`,
];

const marks = [
  ...['“”', '“”', '""', '‘’', '«»', '„“', '»«', '「」'].map((pair) => [pair.charAt(0), pair.charAt(1)]),
];

/** Where a quotation and its citation stand. */
const frames: readonly ((words: string, cite: string, mark: readonly string[]) => string)[] = [
  (words, cite, [open = '', close = '']) => `It says ${open}${words}${close} ${cite}.`,
  (words, cite, [open = '', close = '']) => `It says ${open}${words}.${close} ${cite} and goes on.`,
  (words, cite, [open = '', close = '']) => `As ${cite} says, ${open}${words}${close}.`,
  (words, cite, [open = '', close = '']) =>
    `${open}${words}${close} and ${open}no oil, no light${close} ${cite}.`,
  (words, cite) => `> ${words} ${cite}`,
  (words, cite) => `> ${words}\n>\n> — ${cite}`,
  (words, cite) => `> ${words}\n>\n> (see ${cite})`,
  (words, cite) => `He says that ${words} ${cite}.`,
  (words) => `${words}.`,
  (words, _, [open = '', close = '']) => `${open}${words}${close}.`,
  (words, cite, [open = '', close = '']) => `- ${open}${words}${close} ${cite}\n- Mine ${cite}`,
  (words, cite, [open = '', close = '']) => `## On ${open}${words}${close} ${cite}`,
  (words, cite, [open = '', close = '']) => `![Boat ${open}${words}${close} ${cite}](boat.png)`,
  (words, cite, [open = '', close = '']) => `| a | b |\n|---|---|\n| ${open}${words}${close} | ${cite} |`,
  (words, cite, [open = '', close = '']) => `Words.[^margin]\n\n[^margin]: ${open}${words}${close} ${cite}`,
];

const block = fc
  .record({
    words: quotedWords,
    place: fc.constantFrom(...locators),
    other: fc.option(fc.constantFrom(...passages), { freq: 4 }),
    form: fc.constantFrom(...forms),
    mark: fc.constantFrom(...marks),
    frame: fc.constantFrom(...frames),
  })
  .map(({ words: { passage, text }, place, other, form, mark, frame }) => {
    const { key, number }: Passage = other ?? passage;
    return frame(text, form(key, place.replaceAll('%', number)), mark);
  });

/** A paper with quotations and citations that may be at fault in every way. */
export const faultyPaper: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(
      '',
      '',
      '',
      '---\nlang: en-GB\n---\n\n',
      '---\nlang: fr\n---\n\n',
      '---\nlang: de\n---\n\n',
    ),
    fc.array(block, { minLength: 1, maxLength: 3 }),
  )
  .map(([front, blocks]) => {
    const own = blocks.map((each, at) => each.replaceAll('[^margin]', `[^margin${String(at)}]`));
    return `${front}${own.join('\n\n')}\n`;
  });
