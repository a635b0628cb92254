import assert from 'node:assert/strict';
import { differences, type Difference } from './compare.ts';
import { sentence, soup } from './generate.ts';
import { Random } from './random.ts';
import { askedPandocs, isReadAlike, usePandoc } from './versions.ts';

/** Documents for each generator; a longer run sets PILCROW_PANDOC_RUNS (and another PILCROW_PANDOC_SEED). */
const runs = Number(process.env['PILCROW_PANDOC_RUNS'] ?? 200);
const seed = Number(process.env['PILCROW_PANDOC_SEED'] ?? 1);

const blocks: readonly ((text: string) => string)[] = [
  (text) => `# ${oneLine(text)}`,
  (text) => `${oneLine(text)}\n===`,
  (text) => `- ${indent(text, '  ')}\n- ${oneLine(text)}`,
  (text) => `1. ${indent(text, '   ')}`,
  (text) => `> ${indent(text, '> ')}`,
  (text) => `> - ${indent(text, '>   ')}`,
  (text) => `> > ${indent(text, '> > ')}`,
  (text) => `| a | b |\n|---|---|\n| ${cell(text)} | x |`,
  (text) => `Term\n\n:   ${indent(text, '    ')}`,
  (text) => `Term\n:   ${oneLine(text)}\n\n    ${oneLine(text)}`,
  (text) => `::: warning\n${text}\n:::`,
  (text) => `::: {.note}\n\n${text}\n\n:::`,
  (text) => `::: {.note} ${oneLine(text)} :::`,
  (text) => `<div class="x">\n\n${text}\n\n</div>`,
  (text) => `<div class="x">\n${text}\n</div>`,
  (text) => `(@) ${oneLine(text)}`,
];

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim();
}

function indent(text: string, by: string): string {
  return text.replace(/\n\s*/g, `\n${by}`);
}

function cell(text: string): string {
  return oneLine(text).replace(/[|`$<\\]/g, '');
}

/** Line beginnings that CommonMark and Pandoc take for different blocks (docs/pandoc-differences.md). */
function withoutBlockMarks(text: string): string {
  return text.replace(/\n\s*(?=[-+*>#|:~=.(\d<`]|[a-z]+[.)]|@\S*[.)])/giu, ' ');
}

function assertSame(found: readonly Difference[]): void {
  const shown = found
    .slice(0, 3)
    .map(({ text, pandoc, pilcrow }) => JSON.stringify({ text, pandoc, pilcrow }, null, 1));
  assert.equal(found.length, 0, `read differently:\n${shown.join('\n')}`);
}

/** Pandoc 3.10 reads an escape within a superscript or subscript as if its text were read twice. */
function hasEscapeInScript(text: string): boolean {
  return /[~^]\S*\\@/.test(text);
}

for (const asked of askedPandocs)
  describe(`citations beside ${asked.name}, -f markdown -t json`, function () {
    this.timeout(0);
    const pandoc = usePandoc(asked);

    /** Compares documents that `make` makes up; with an older Pandoc only those that both versions read alike. */
    async function compareAll(
      count: number,
      offset: number,
      make: (random: Random) => string,
    ): Promise<void> {
      const random = new Random(seed + offset);
      const documents: string[] = [];
      while (documents.length < count) {
        const text = make(random);
        if (!hasEscapeInScript(text) && (asked.isNewest || isReadAlike(text))) documents.push(text);
      }
      assertSame(await differences(pandoc(), documents));
    }

    it(`reads ${runs} paragraphs alike`, () =>
      compareAll(runs, 0, (random) => withoutBlockMarks(sentence(random))));

    it(`reads ${runs / 2} strings of thrown-together marks alike`, () =>
      compareAll(runs / 2, 1000, (random) => withoutBlockMarks(soup(random))));

    it(`reads ${runs} headings, lists, quotations, tables, definitions and divs alike`, () =>
      compareAll(runs, 2000, (random) => random.pick(blocks)(withoutBlockMarks(sentence(random)))));
  });
