/** Conventions of writing quotations: verse, callouts, HTML, notes of the writer inside quoted words. */
import assert from 'node:assert/strict';
import { verify } from './support.ts';

const song = `---
id: song
title: Songs of the Yard
---

| Lamps are lit by hands unseen,
| and dimmed by hands we know;
|
| Between the two there lies a green
| where none of us may go.

Whoever fills the lamp has the evening in her hand, and the square of 3<sup>2</sup> lamps.

She keeps the oil<sup>1</sup> of the yard.
`;

/** A quotation of a paper: its status and its words. */
function quotationsOf(paper: string): string[] {
  return verify(paper, { 'sources/song.md': song }).results.map(
    ({ status, quotation }) => `${status} ${quotation.words.text.replace(/\s+/gu, ' ')}`,
  );
}

const cases: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'verse in running text ends its lines where the source does': [
    '“Lamps are lit by hands unseen, / and dimmed by hands we know; // Between the two” [@song, ¶ 1]',
    'verbatim Lamps are lit by hands unseen, / and dimmed by hands we know; // Between the two',
  ],
  'a slash where no line ends is none': [
    '“Lamps are lit / by hands unseen” [@song, ¶ 1] and “hands unseen, // and dimmed” [@song, ¶ 1]',
    'altered Lamps are lit / by hands unseen',
    'altered hands unseen, // and dimmed',
  ],
  'verse in running text with an ellipsis': [
    '“Lamps are lit … / and dimmed by hands we know” [@song, ¶ 1]',
    'verbatim Lamps are lit … / and dimmed by hands we know',
  ],
  'verse with a changed word is altered': [
    '“Lamps are lit by hands unseen, / and dimmed by hands I know” [@song, ¶ 1]',
    'altered Lamps are lit by hands unseen, / and dimmed by hands I know',
  ],
  'a line block in a block quotation': [
    '> | Lamps are lit by hands unseen,\n> | and dimmed by hands we know;\n>\n> — [@song, ¶ 1]',
    'verbatim Lamps are lit by hands unseen, and dimmed by hands we know;',
  ],
  'an attribution that is a line of a line block': [
    '> | Lamps are lit by hands unseen,\n> | — [@song, ¶ 1]',
    'verbatim Lamps are lit by hands unseen,',
  ],
  'a last line that goes on with a dash': [
    '> She keeps\n> — nobody asks — the oil of the yard. [@song, ¶ 3]\n\n' +
      '> Whoever fills the lamp\n> – has the morning in her hand.\n\n[@song, ¶ 2]\n\n' +
      '> She keeps the oil of the yard.\n>\n> — and nobody asks.\n>\n> [@song, ¶ 3]',
    'altered She keeps — nobody asks — the oil of the yard.',
    'altered Whoever fills the lamp – has the morning in her hand.',
    'altered She keeps the oil of the yard. — and nobody asks.',
  ],
  'a quotation in a line block': [
    '| “Lamps are lit by hands unseen,\n| and dimmed by hands we know” [@song, ¶ 1]',
    'verbatim Lamps are lit by hands unseen, and dimmed by hands we know',
  ],
  'what a block quotation calls itself before its words': [
    '> **Quote 2:** “Whoever fills the lamp has the evening” [@song, ¶ 2]\n\n' +
      '> *Zitat*: Whoever fills the lamp has the morning [@song, ¶ 2]\n\n' +
      '> CYTAT:\n>\n> „Whoever fills the lamp”\n>\n> — [@song, ¶ 2]',
    'verbatim Whoever fills the lamp has the evening',
    'altered Whoever fills the lamp has the morning',
    'verbatim Whoever fills the lamp',
  ],
  'another word before a colon is quoted': [
    '> Lamp: Whoever fills the lamp has the evening [@song, ¶ 2]',
    'altered Lamp: Whoever fills the lamp has the evening',
  ],
  'a callout for quotations, whose title is the writer’s': [
    '> [!quote]- On *lamps*\n> Whoever fills the lamp has the morning in her hand.\n> [@song, ¶ 2]',
    'altered Whoever fills the lamp has the morning in her hand.',
  ],
  'a callout that cites in its title': [
    '> [!cite] Thus [@song, ¶ 2]\n>\n> Whoever fills the lamp has the evening in her hand',
    'verbatim Whoever fills the lamp has the evening in her hand',
  ],
  'callouts of the writer': [
    '> [!NOTE]\n> My own words [@song, ¶ 1].\n\n> [!tip] A tip\n> More [@song, ¶ 1].',
  ],
  'an inline note inside a quotation, which cites for itself': [
    '“Whoever fills the lamp^[Mine: see [@other, p. 3].] has the evening” [@song, ¶ 2]',
    'verbatim Whoever fills the lamp has the evening',
  ],
  'a quotation inside an inline note': [
    'Text.^[It says “has the evening in his hand” [@song, ¶ 2].] More.^[As @song [¶ 2] says, “the evening in her hand”.]',
    'altered has the evening in his hand',
    'verbatim the evening in her hand',
  ],
  'an inline note in a block quotation': [
    '> Whoever fills the lamp^[My note.] has the evening in her hand\n>\n> — [@song, ¶ 2]',
    'verbatim Whoever fills the lamp has the evening in her hand',
  ],
  'note marks raised by HTML': [
    '“Whoever fills the lamp<sup>1</sup> has the evening,<sup>[2]</sup>” [@song, ¶ 2] and “the oil of the yard” [@song, ¶ 3]',
    'verbatim Whoever fills the lamp has the evening,',
    'verbatim the oil of the yard',
  ],
  'powers raised by HTML are words': [
    '“the square of 3<sup>2</sup> lamps” [@song, ¶ 2] and “the square of 3<sup>3</sup> lamps” [@song, ¶ 2]',
    'verbatim the square of 32 lamps',
    'altered the square of 33 lamps',
  ],
  'quotations in tags': [
    'It says <q>has the evening in her hand</q> and <q cite="x">has the morning in her hand</q> [@song, ¶ 2].',
    'verbatim has the evening in her hand',
    'altered has the morning in her hand',
  ],
  'a quotation in the caption of a figure': [
    '![A lamp, “has the *morning* in her hand” [@song, ¶ 2]](lamp.png){#fig-lamp}',
    'altered has the morning in her hand',
  ],
  'a caption on several lines of a block quotation': [
    '> ![“has the\n> morning in her hand” [@song, ¶ 2]][pic]\n\n[pic]: lamp.png',
    'altered has the morning in her hand',
  ],
  'captions are sentences of their own': [
    '“The oil of the yard” ![As @song [¶ 2] has it, “the evening in his hand”](lamp.png) [@song, ¶ 3]',
    'verbatim The oil of the yard',
    'altered the evening in his hand',
  ],
  'a caption cited behind its image': [
    '| a | b |\n|---|---|\n| ![“has the morning in her hand”](lamp.png) [@song, ¶ 2] | x |',
    'altered has the morning in her hand',
  ],
  'a quotation in the text of a link': [
    'See [the words “has the morning in her hand” [@song, ¶ 2]](http://x.y) and [![“the soil of” [@song, ¶ 3]](a)](b).',
    'altered has the morning in her hand',
    'altered the soil of',
  ],
  'a block quotation in HTML': [
    '<blockquote cite="x">\n<p>Whoever fills the <em>lamp</em>\nhas the morning in her hand</p>\n<footer>— [@song, ¶ 2]</footer>\n</blockquote>',
    'altered Whoever fills the lamp has the morning in her hand',
  ],
};

describe('conventions of writing quotations', () => {
  for (const [name, [paper, ...expected]] of Object.entries(cases))
    it(name, () => assert.deepEqual(quotationsOf(paper), expected));
});
