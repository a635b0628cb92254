/**
 * Papers with the expected state of their quotations: a line `=> STATUS FOUND “first words”` for each quotation, in
 * the order in which they begin. Missing and unexpected quotations both fail. `left alone` is a quotation that gets
 * no result.
 */
import assert from 'node:assert/strict';
import { resolveQuotation } from '../../../src/core/quotations/resolveQuotation.ts';
import { readQuotations } from '../../../src/core/quotations/quotationsIn.ts';
import { tale } from './sample.ts';
import { studyOf } from './support.ts';

function check(fixture: string): void {
  const lines = fixture.split('\n').map((line) => line.replace(/^ {6}/, ''));
  const expected = lines.filter((line) => line.startsWith('=> ')).map((line) => line.slice(3).trim());
  const paper = lines.filter((line) => !line.startsWith('=> ')).join('\n');
  const study = studyOf({ 'sources/tale.md': tale, 'paper.analysis.md': paper });
  const file = study.papers[0];
  assert.ok(file);
  const actual = readQuotations(file.document).map((quotation) => {
    const result = resolveQuotation(quotation, study);
    const text = quotation.words.text.replace(/\s+/gu, ' ');
    const state = result ? `${result.status} ${result.found.join(', ') || '-'}` : 'left alone';
    const hint = result?.outOfContext ? ` (out of context: ${result.outOfContext.words})` : '';
    const reversed = result?.senseReversed ? ` (reversed: ${result.senseReversed.words})` : '';
    return `${state}${hint}${reversed} “${text}”`;
  });
  assert.deepEqual(actual, expected);
}

const groups: Readonly<Record<string, readonly string[]>> = {
  'marks of every kind': [
    `“keeps a lamp in the window” [@tale, ¶ 1]
      => verbatim 1 “keeps a lamp in the window”`,
    `"keeps a lamp in the window" [@tale, ¶ 1]
      => verbatim 1 “keeps a lamp in the window”`,
    `‘keeps a lamp in the window’ [@tale, ¶ 1]
      => verbatim 1 “keeps a lamp in the window”`,
    `'keeps a lamp in the window' [@tale, ¶ 1]
      => verbatim 1 “keeps a lamp in the window”`,
    `« keeps a lamp in the window » [@tale, ¶ 1]
      => verbatim 1 “keeps a lamp in the window”`,
    `»keeps a lamp in the window« [@tale, ¶ 1]
      => verbatim 1 “keeps a lamp in the window”`,
    `‹keeps a lamp› and ›in the window‹ [@tale, ¶ 1]
      => verbatim 1 “keeps a lamp”
      => verbatim 1 “in the window”`,
    `„keeps a lamp in the window“ and ‚a lamp‘ [@tale, ¶ 1]
      => verbatim 1 “keeps a lamp in the window”
      => verbatim 1 “a lamp”`,
    `”keeps a lamp in the window” [@tale, ¶ 1]
      => verbatim 1 “keeps a lamp in the window”`,
    `&ldquo;keeps a lamp&rdquo; and \\"in the window\\" [@tale, ¶ 1]
      => verbatim 1 “keeps a lamp”
      => verbatim 1 “in the window”`,
  ],
  'what is no quotation': [
    'The keeper’s lamp, the ’90s and the keepers’ boats: it’s all there [@tale, ¶ 1].',
    "The keeper's lamp, the '90s and the keepers' boats: it's all there [@tale, ¶ 1].",
    '`"code"` and ``"more"`` [@tale, ¶ 1], <b title="a lamp">bold</b> and [link](http://a.b "a lamp").',
    '```\n“keeps a lamp in the window” [@tale, ¶ 1]\n```',
    '---\ntitle: “keeps a lamp in the window”\n---\n\nNothing.',
    'A 5" nail [@tale, ¶ 1], the keepers’ [@tale], some po’ [@tale, ¶ 1].',
    "כיתה ג' [@tale, ¶ 1] וכו' [@tale, ¶ 2], an inch\" mark",
    'An unclosed “mark without a citation',
    '> [!NOTE]\n> The writer’s own box.',
    '<!-- “keeps a lamp in the window” [@tale, ¶ 1] -->',
  ],
  'quotations of which one mark is missing': [
    `An unclosed “mark and a 5" nail [@tale, ¶ 1].
      => ambiguous - “mark and a 5" nail”`,
    `She “keeps a lamp in the window [@tale, ¶ 1].
      => ambiguous - “keeps a lamp in the window”`,
    `She 'keeps a lamp in the window [@tale, ¶ 1].\n\nAnd "wrong words of one sort' [@tale, ¶ 2].
      => ambiguous - “keeps a lamp in the window”
      => ambiguous - “wrong words of one sort”`,
    `She keeps a lamp. In the window’ (@tale [¶ 1]) »for the boats [@tale, ¶ 1].
      => ambiguous - “In the window”
      => ambiguous - “for the boats”`,
    `As @tale [¶ 1] says: “She keeps a lamp. In the window
      => ambiguous - “She keeps a lamp. In the window”`,
    `She “keeps a lamp’ [@tale, ¶ 1].[^1]\n\nThere ,,keeps a lamp“ [@tale, ¶ 1].\n\n[^1]: As „they say [@tale, ¶ 2].
      => ambiguous - “keeps a lamp”
      => verbatim 1 “keeps a lamp”
      => ambiguous - “they say”`,
  ],
  'marks that are the same at both ends, or of different kinds': [
    ...['„„', '””', '»»', '««', '’’', '„"', '“"', '«"', '"„', '””', '““', '‹"', "‚'", '„»', '”“'].map(
      ([open = '', close = '']) => `She ${open}keeps a lantern in the window${close} [@tale, ¶ 1].
      => ${open === '‹' ? 'ambiguous -' : 'altered 1'} “keeps a lantern in the window”`,
    ),
  ],
  'cells and the citations beside them': [
    `+------------------------+---------------+
      | - “keeps a lantern”    | [@tale, ¶ 1]  |
      | - “keeps a lamp”       |               |
      +------------------------+---------------+
      => altered 1 “keeps a lantern”
      => verbatim 1 “keeps a lamp”`,
    `+------------------------+---------------+
      | “keeps a lamp in the   | as [@tale,    |
      | window” [@tale, ¶ 1]   | ¶ 2]          |
      +------------------------+---------------+
      => verbatim 1 “keeps a lamp in the window”`,
    `| a | b |
      |---|---|
      | ![“keeps a lantern”](x.png) | [@tale, ¶ 1] |
      | “keeps a lamp | [@tale, ¶ 1] |
      => altered 1 “keeps a lantern”
      => ambiguous - “keeps a lamp”`,
  ],
  'quotations in HTML with blank lines': [
    `<blockquote>\n\nThe keeper is an old woman.\n\nShe keeps a lamp\n\n</blockquote>\n\n— [@tale, ¶ 1]
      => altered 1 “The keeper is an old woman. She keeps a lamp”`,
    `<blockquote><p>She keeps a lamp</p>\n\n<p>in the window</p></blockquote>\nAs @tale [¶ 1] has it, “a lamp”.
      => verbatim 1 “She keeps a lamp in the window”
      => verbatim 1 “a lamp”`,
    `- <blockquote>\n\n  keeps a lantern [@tale, ¶ 1]\n\n  </blockquote>
      => altered 1 “keeps a lantern”`,
    '<blockquote>\n\nnever closed [@tale, ¶ 1]',
  ],
  'quotations over paragraphs whose first may be closed': [
    `‘The fishermen of the islands know the keepers’ boat by its sail.\n\n‘They mend their nets’ [@tale, ¶ 2].
      => ambiguous - “The fishermen of the islands know the keepers’ boat by its sail. They mend their nets”`,
    `"The nets are 12" long here\n\n"they mend their" [@tale, ¶ 2].
      => ambiguous - “The nets are 12" long here they mend their”`,
    `‘One of theirs’ [@tale, ¶ 1] it is.\n\n‘They mend their nets’ [@tale, ¶ 2].
      => not-found - “One of theirs”
      => verbatim 2 “They mend their nets”`,
  ],
  'apostrophes inside quotations': [
    `‘the keeper’s daughter’s boat’ [@tale, ¶ 2]
      => verbatim 2 “the keeper’s daughter’s boat”`,
    `'the keeper\\'s daughter\\'s boat' [@tale, ¶ 2]
      => verbatim 2 “the keeper's daughter's boat”`,
    `‘the fishermen of the islands’ boats’ [@tale, ¶ 2]
      => altered 2 “the fishermen of the islands’ boats”`,
  ],
  'clipped words and stray marks, which end nothing': [
    `‘the keeper’s lamp ’n’ all of the boats’ [@tale, ¶ 1]
      => not-found - “the keeper’s lamp ’n’ all of the boats”`,
    `'She keeps 'em in the window' [@tale, ¶ 1]
      => altered 1 “She keeps 'em in the window”`,
    `"keeps a 5" nail in the window" and “keeps a 5” nail in the window” [@tale, ¶ 1]
      => altered 1 “keeps a 5" nail in the window”
      => altered 1 “keeps a 5” nail in the window”`,
    `"keeps רש"י in the window" and ״keeps רש״י in the window״ [@tale, ¶ 1]
      => altered 1 “keeps רש"י in the window”
      => altered 1 “keeps רש״י in the window”`,
    `ב"למנורה" and ב"keeps a lamp" [@tale, ¶ 1]
      => not-found - “למנורה”
      => verbatim 1 “keeps a lamp”`,
    `‘keeps a lamp’ and the millers’ boats, or o’ the lamp [@tale, ¶ 1]
      => verbatim 1 “keeps a lamp”`,
    `“keeps a lamp” in a garden” [@tale, ¶ 1], “keeps a “lamp in the window” [@tale, ¶ 1]
      => ambiguous - “keeps a lamp” in a garden”
      => ambiguous - “keeps a “lamp in the window”`,
    `‘the millers’ lamp and the keepers’ boats [@tale, ¶ 1]
      => ambiguous - “the millers’ lamp and the keepers”`,
  ],
  'two marks of different kinds': [
    `“keeps no lamp" and „keeps no lamp" and »keeps no lamp" [@tale, ¶ 1]
      => altered 1 “keeps no lamp”
      => altered 1 “keeps no lamp”
      => altered 1 “keeps no lamp”`,
    `"keeps a lamp” and ‘keeps a lamp' and “keeps a lamp“ and “ keeps a lamp ” [@tale, ¶ 1]
      => verbatim 1 “keeps a lamp”
      => verbatim 1 “keeps a lamp”
      => verbatim 1 “keeps a lamp”
      => verbatim 1 “keeps a lamp”`,
  ],
  'quotation inside quotation': [
    `“The captain said ‘no light, no harbour’ and turned” [@tale, ¶ 3]
      => verbatim 3 “The captain said ‘no light, no harbour’ and turned”`,
    `'The captain said "no light, no harbour" and turned' [@tale, ¶ 3]
      => verbatim 3 “The captain said "no light, no harbour" and turned”`,
  ],
  'lines, emphasis, spans, notes': [
    `“keeps a *lamp* in
the **window**[^1] of the [tower]{.term}” [@tale, ¶ 1]

[^1]: A remark.
      => verbatim 1 “keeps a lamp in the window of the tower”`,
    `> It says “keeps a lamp
> in the window”
> [@tale, ¶ 1].
      => altered 1 “It says “keeps a lamp in the window””`,
    `- “keeps a lamp
  in the window” [@tale, ¶ 1]
      => verbatim 1 “keeps a lamp in the window”`,
    `| a | b |
| - | - |
| “keeps a lamp” [@tale, ¶ 1] | “no light” [@tale, ¶ 3] |
      => verbatim 1 “keeps a lamp”
      => verbatim 3 “no light”`,
  ],
  'attribution of inline quotations': [
    `@tale [¶ 1] says that the keeper “keeps a lamp”.
      => verbatim 1 “keeps a lamp”`,
    `It “keeps a lamp” and “in the window” [@tale, ¶ 1].
      => verbatim 1 “keeps a lamp”
      => verbatim 1 “in the window”`,
    `As @tale [¶ 1] writes “keeps a lamp” and @tale [¶ 3] “no light”.
      => verbatim 1 “keeps a lamp”
      => verbatim 3 “no light”`,
    `“Keeps a lamp”, says @tale [¶ 1], and “no light”, says @tale [¶ 3].
      => verbatim 1 “Keeps a lamp”
      => verbatim 3 “no light”`,
    `One thing [@tale, ¶ 3]. They call it “progress”. “Keeps a lamp.” [@tale, ¶ 1]
      => left alone “progress”
      => verbatim 1 “Keeps a lamp.”`,
    `It holds “keeps a lamp”, cf. the rest (p. 3), in short [@tale, ¶ 1].
      => verbatim 1 “keeps a lamp”`,
    `It holds “keeps a lamp”.[^1] And “no light”.[^2]

[^1]: [@tale, ¶ 1]
[^2]: No citation.
      => verbatim 1 “keeps a lamp”
      => left alone “no light”`,
    `It “keeps a lamp” [@other, p. 3; @tale, ¶ 1].
      => verbatim 1 “keeps a lamp”`,
    `It “keeps a lamp” [@other, p. 3].
      => not-verified - “keeps a lamp”`,
  ],
  'block quotations': [
    `> The keeper keeps a lamp in the window. [@tale, ¶ 1]
      => altered 1 “The keeper keeps a lamp in the window.”`,
    `> keeps a lamp in the window
> of the tower
>
> — [@tale, ¶ 1]
      => verbatim 1 “keeps a lamp in the window of the tower”`,
    `> keeps a lamp in the window
> of the tower
> — The tale [@tale, ¶ 1]
      => verbatim 1 “keeps a lamp in the window of the tower”`,
    `As @tale [¶ 1] has it:

> keeps a lamp in the window

More.
      => verbatim 1 “keeps a lamp in the window”`,
    `> keeps a lamp in the window

[@tale, ¶ 1] is clear.
      => verbatim 1 “keeps a lamp in the window”`,
    `Something else [@tale, ¶ 3].

> keeps a lamp in the window

So says @tale [¶ 1].
      => elsewhere 1 “keeps a lamp in the window”`,
    `> “keeps a lamp in the window” [@tale, ¶ 1]
      => verbatim 1 “keeps a lamp in the window”`,
    `> The writer’s own words in a box.
      => left alone “The writer’s own words in a box.”`,
    `> and never asks who they are.
>
> The fishermen of the islands know [@tale, ¶¶ 1-2]
      => verbatim 1, 2 “and never asks who they are. The fishermen of the islands know”`,
  ],
  'a quotation over two paragraphs': [
    `“and never asks who they are.

“The fishermen of the islands know” [@tale, ¶¶ 1-2]
      => verbatim 1, 2 “and never asks who they are. The fishermen of the islands know”`,
    `@tale [¶¶ 1-2] says: "and never asks who they are.

"The fishermen of the islands know"
      => verbatim 1, 2 “and never asks who they are. The fishermen of the islands know”`,
    `“and never asks who they are.

“The fishermen of the islands know” [@tale, ¶ 1]
      => elsewhere 1, 2 “and never asks who they are. The fishermen of the islands know”`,
  ],
  'what is allowed without remark': [
    `“Keeps a lamp” and “the keeper of the light” [@tale, ¶ 1]
      => verbatim 1 “Keeps a lamp”
      => verbatim 1 “the keeper of the light”`,
    `“keeps a lamp in the window,” it says [@tale, ¶ 1].
      => verbatim 1 “keeps a lamp in the window,”`,
    `“keeps a lamp … for the boats” and “keeps a lamp ... for the boats” and “keeps … window […] boats” [@tale, ¶ 1]
      => verbatim 1 “keeps a lamp … for the boats”
      => verbatim 1 “keeps a lamp ... for the boats”
      => verbatim 1 “keeps … window […] boats”`,
    `“[s]he keeps a lamp” and “[The woman] keeps a lamp” and “[K]eeps a lamp” [@tale, ¶ 1]
      => verbatim 1 “[s]he keeps a lamp”
      => verbatim 1 “[The woman] keeps a lamp”
      => verbatim 1 “[K]eeps a lamp”`,
    `“keep[ing] a lamp” [@tale, ¶ 1] and “no light [sic], no harbour” [@tale, ¶ 3]
      => verbatim 1 “keep[ing] a lamp”
      => verbatim 3 “no light [sic], no harbour”`,
    `“their nets – all of them – by feel” and “their nets---all of them---by feel” [@tale, ¶ 2]
      => verbatim 2 “their nets – all of them – by feel”
      => verbatim 2 “their nets---all of them---by feel”`,
    `“the ﬁshermen of the is\u00ADlands” [@tale, ¶ 2]
      => verbatim 2 “the ﬁshermen of the is\u00ADlands”`,
  ],
  'what is altered': [
    `“keeps the lamp in the window” [@tale, ¶ 1]
      => altered 1 “keeps the lamp in the window”`,
    `“and ever asks who they are” [@tale, ¶ 1] and “asks who they are not” [@tale, ¶ 1]
      => altered 1 “and ever asks who they are”
      => altered 1 “asks who they are not”`,
    `“keeps lamps in the windows” [@tale, ¶ 1] and “for the boat” [@tale, ¶ 1]
      => altered 1 “keeps lamps in the windows”
      => altered 1 “for the boat”`,
    `“In 1843 the tower burned” [@tale, ¶ 4]
      => altered 4 “In 1843 the tower burned”`,
    `“It was not a freindly place” [@tale, ¶ 4] and “It was not a friendly place” [@tale, ¶ 4]
      => verbatim 4 “It was not a freindly place”
      => altered 4 “It was not a friendly place”`,
    `“keeps a LAMP in the window” and “keeps a lamp, in the window” [@tale, ¶ 1]
      => altered 1 “keeps a LAMP in the window”
      => altered 1 “keeps a lamp, in the window”`,
    `“violent storms” [@tale, ¶ 4] and “keeps a lam” [@tale, ¶ 1]
      => altered 4 “violent storms”
      => altered 1 “keeps a lam”`,
    `“the window … keeps a lamp” [@tale, ¶ 1]
      => altered 1 “the window … keeps a lamp”`,
    `“keeps a lamp [sic] in the widow [sic]” [@tale, ¶ 1]
      => altered 1 “keeps a lamp [sic] in the widow [sic]”`,
    `“no light and no harbour, the captain thought” [@tale, ¶ 1]
      => not-found - “no light and no harbour, the captain thought”`,
  ],
  'the source’s own brackets and ellipses': [
    `“the tower [they say] burned … and was built again” [@tale, ¶ 4]
      => verbatim 4 “the tower [they say] burned … and was built again”`,
    `“the tower burned … and was built again” [@tale, ¶ 4]
      => altered 4 “the tower burned … and was built again”`,
  ],
  'elsewhere, ambiguous, not found': [
    `“keeps a lamp in the window” [@tale, ¶ 3]
      => elsewhere 1 “keeps a lamp in the window”`,
    `“keeps a lamp in the window” [@tale, ¶ 30]
      => elsewhere 1 “keeps a lamp in the window”`,
    `“keeps a lamp in the window” [@tale]
      => verbatim 1 “keeps a lamp in the window”`,
    `“of the islands” [@tale, ¶ 3]
      => ambiguous 2, 5 “of the islands”`,
    `“a dragon came out of the sea and ate them” [@tale, ¶ 3]
      => not-found - “a dragon came out of the sea and ate them”`,
    `“keeps a lamp in the window” [@nobody, ¶ 3]
      => not-verified - “keeps a lamp in the window”`,
  ],
  'headings, abstract, notes, title': [
    `“The Lamp and the Law” [@tale, sec. 2]
      => verbatim sec. 2 “The Lamp and the Law”`,
    `“The Lamp and the Law” [@tale, ¶ 1]
      => elsewhere sec. 2 “The Lamp and the Law”`,
    `“Feel is how they say it themselves” [@tale, n. 1]
      => verbatim n1 “Feel is how they say it themselves”`,
    `“Feel is how they say it themselves” [@tale, ¶ 2]
      => elsewhere n1 “Feel is how they say it themselves”`,
    `“About a keeper who asks no questions” [@tale]
      => verbatim abstract “About a keeper who asks no questions”`,
    `“The Keeper of Small Lights” [@tale, ¶ 3]
      => verbatim title “The Keeper of Small Lights”`,
  ],
  uncited: [
    `“keeps a lamp in the window of the tower”
      => uncited 1 “keeps a lamp in the window of the tower”`,
    `“keeps a lamp” and “The Keeper of Small Lights”
      => left alone “keeps a lamp”
      => left alone “The Keeper of Small Lights”`,
    `“keeps a dragon in the window of the tower”
      => left alone “keeps a dragon in the window of the tower”`,
  ],
  'out of context': [
    `“the law is always right” [@tale, ¶ 5]
      => verbatim 5 (out of context: This is not to say that) “the law is always right”`,
    `It says that “the law is always right”, it does not deny it [@tale, ¶ 5]. She does not hold that “the law is always right” [@tale, ¶ 5]. It denies that “the law is always right” [@tale, ¶ 5].
      => verbatim 5 (out of context: This is not to say that) “the law is always right”
      => verbatim 5 “the law is always right”
      => verbatim 5 “the law is always right”`,
    `“The keepers … obey it” [@tale, ¶ 5]
      => verbatim 5 (reversed: not) “The keepers … obey it”`,
    `“The keepers do” [@tale, ¶ 5]
      => verbatim 5 (out of context: not) “The keepers do”`,
    `“The keepers do not obey it” [@tale, ¶ 5]
      => verbatim 5 “The keepers do not obey it”`,
  ],
};

describe('quotations in papers', () => {
  for (const [group, fixtures] of Object.entries(groups))
    describe(group, () => {
      for (const fixture of fixtures) it(fixture.split('\n')[0] ?? '', () => check(fixture));
    });
});
