import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { inRoot } from '../../scripts/support/paths.ts';
import { readBibliography } from '../../src/core/bibliography.ts';
import {
  type CitationStyle,
  formatCitations,
  readLocale,
  readStyleSheet,
  styleFile,
  styleNames,
} from '../../src/core/styles.ts';
import { Random } from './random.ts';
import { type PrintedPaper, printedGroupOf, printedRuns, StyledOracle } from './styledOracle.ts';
import { PaperMaker, type StyledPaper } from './styledPapers.ts';

/** Works, and as many groups of citations, for each style and language; a longer run sets PILCROW_PANDOC_RUNS. */
const count = Math.min(2000, Number(process.env['PILCROW_PANDOC_RUNS'] ?? 40));
const seed = Number(process.env['PILCROW_PANDOC_SEED'] ?? 1);
/** Works of one paper: enough that some have names and years in common. */
const worksOfPaper = 100;

const styleText = (name: string): string => readFileSync(inRoot('styles', name), 'utf8');
const locales = new Map(['en-US', 'fr-FR'].map((tag) => [tag, readLocale(styleText(`locales-${tag}.xml`))!]));

function styleOf(xml: string): CitationStyle {
  const sheet = readStyleSheet(xml);
  if ('problem' in sheet) throw new Error(sheet.problem.id);
  return { sheet, locales };
}

/** A deliberate difference: the space between the words of a locator and its number is a no-break space. */
const noBreakBeforeNumber = /\u00a0(?=[\divxlcdm])/gi;

function ours(paper: StyledPaper, style: CitationStyle, language: string): PrintedPaper {
  const cited = new Set(paper.groups.flatMap(({ citations }) => citations.map(({ id }) => id)));
  const { works } = readBibliography('works.json', JSON.stringify(paper.works));
  const items = works.flatMap(({ key, data }) =>
    cited.has(key) ? [{ id: key, data, markup: 'html' as const }] : [],
  );
  const { groups, entries } = formatCitations(items, paper.groups, style, language);
  return {
    groups: groups.map(({ runs, note }) => printedGroupOf(runs, note)),
    entries: entries.map(({ id, runs }) => `${id}: ${printedRuns(runs)}`),
  };
}

/** What is not equal letter for letter, the looks of letters included. */
function differences(paper: StyledPaper, mine: PrintedPaper, theirs: PrintedPaper): string[] {
  const all = (printed: PrintedPaper): readonly string[] => [
    ...printed.groups.map((group) => group.replace(noBreakBeforeNumber, ' ')),
    ...printed.entries,
  ];
  assert.equal(mine.entries.length, theirs.entries.length);
  return all(mine).flatMap((printed, index) => {
    const other = all(theirs)[index];
    return printed === other
      ? []
      : [`ours   ${printed}\nPandoc ${other}\n${JSON.stringify(paper.groups[index] ?? '')}`];
  });
}

describe('Citation styles', function () {
  this.timeout(0);
  let oracle: StyledOracle;
  before(async () => {
    oracle = await StyledOracle.start();
  });

  for (const language of ['en', 'fr'])
    for (const name of styleNames)
      it(`${name} prints in ${language} what Pandoc's citeproc prints`, async () => {
        const xml = styleText(styleFile(name, language));
        const style = styleOf(xml);
        const found: string[] = [];
        let compared = 0;
        for (let made = 0; made < count; made += worksOfPaper) {
          const maker = new PaperMaker(new Random(seed * 100_003 + made));
          const size = Math.min(worksOfPaper, count - made);
          const paper = maker.paper(size, size);
          const theirs = await oracle.print(paper, xml, language);
          found.push(...differences(paper, ours(paper, style, language), theirs));
          compared += theirs.groups.length + theirs.entries.length;
        }
        if (process.env['PILCROW_SHOW'])
          console.log(`${compared} compared, ${found.length} differ\n${found.join('\n')}`);
        assert.ok(
          found.length <= compared / 100,
          `${found.length} of ${compared} differ:\n${found.slice(0, 20).join('\n')}`,
        );
      });
});
