import assert from 'node:assert/strict';
import { readCitations } from '../../../src/core/citations/readCitations.ts';
import { parseMarkdown } from '../../../src/core/blocks/document.ts';
import { compare, compareAsWritten } from '../../pandoc/compare.ts';
import { installedPandoc, newestPandoc, type Pandoc, stringify } from '../../pandoc/oracle.ts';

/**
 * A row of docs/pandoc-differences.md: the citations that Pandoc and Pilcrow read in a text, as `prefix|key|suffix`.
 */
interface Row {
  readonly text: string;
  /** As Pandoc 3.10 reads it. */
  readonly pandoc: readonly string[];
  /** As Pandoc 2.17 reads it, where that is not the same. */
  readonly older?: readonly string[];
  readonly pilcrow: readonly string[];
}

const within = (depth: number, open: string, inner: string, close: string): string =>
  open.repeat(depth) + inner + close.repeat(depth);
const key = 'k'.repeat(1001);
const braced = within(10, '{', 'k', '}');

const rows: Readonly<Record<string, readonly Row[]>> = {
  'bare key in the text of a link': [
    { text: '[our @doe](http://x.y) and [@doe, p. 3](http://x.y)', pandoc: ['|doe|', '|doe|'], pilcrow: [] },
  ],
  'a bare key in the text of a link is no citation, but that of an image and brackets are': [
    {
      text: 'We [see [@doe, p. 3] here](http://x.y) and [as @roe [p. 4] has](u) ![after @poe](x.png).',
      pandoc: ['|doe|, p.\u00a03', '|roe|p.\u00a04', '|poe|'],
      pilcrow: ['|doe|, p. 3', '|roe|p. 4', '|poe|'],
    },
  ],
  'bare web address': [{ text: 'Read https://x.org/@doe first', pandoc: ['|doe|'], pilcrow: [] }],
  'blocks, where a bracket crosses their edge': [
    { text: 'We [see\n> @doe]', pandoc: ['see >|doe|'], pilcrow: ['|doe|'] },
    { text: 'We [see\n# @doe]', pandoc: ['see #|doe|'], pilcrow: ['|doe|'] },
    { text: 'We [see\n<!-- again -->\n@doe]', pandoc: ['see |doe|'], pilcrow: ['|doe|'] },
    { text: 'a. One [see\nb. @doe]', pandoc: ['|doe|'], pilcrow: ['|doe|'] },
    { text: '(i) One [see\n(ii) @doe]', pandoc: ['|doe|'], pilcrow: ['|doe|'] },
    {
      text: '  One    [see\n ------ ------\n  two    @doe]\n',
      pandoc: ['|doe|'],
      pilcrow: ['|doe|'],
    },
    { text: 'We <!-- [@doe]\n\n[@roe] -->', pandoc: [], pilcrow: ['|doe|', '|roe|'] },
  ],
  'blocks, all else': [
    {
      text: 'We\n> [@doe]\n\n# So\nsays [@roe]\n\n(i) and [@poe]',
      pandoc: ['|doe|', '|roe|', '|poe|'],
      pilcrow: ['|doe|', '|roe|', '|poe|'],
    },
  ],
  notes: [
    {
      text: '[^n]: [@late]\n\n[^m]: [@never]\n\nWe[^n] say [@doe].',
      pandoc: ['|late|', '|doe|'],
      pilcrow: ['|late|', '|never|', '|doe|'],
    },
    {
      text: 'We[^n] say [@doe].\n\n[^n]: [@late]',
      pandoc: ['|late|', '|doe|'],
      pilcrow: ['|doe|', '|late|'],
    },
  ],
  versions: [
    {
      text: 'We [@doe, p. 1][^n] say [@roe, p. 2][^m].\n\n[^n]: So.',
      pandoc: ['|doe|, p.\u00a01', '|roe|, p.\u00a02'],
      older: ['|doe|', '|roe|'],
      pilcrow: ['|doe|, p. 1', '|roe|, p. 2'],
    },
    {
      text: 'Really![@doe, p. 1] ![see @roe]',
      pandoc: ['|doe|, p.\u00a01', 'see|roe|'],
      older: ['|doe|', '|roe|'],
      pilcrow: ['|doe|, p. 1', 'see|roe|'],
    },
    { text: 'As @doe [x]{.cls} says', pandoc: ['|doe|'], older: ['|doe|x'], pilcrow: ['|doe|'] },
    {
      text: '[see @doe]{=x} [see @roe](x',
      pandoc: ['see|doe|', 'see|roe|'],
      older: ['|doe|', '|roe|'],
      pilcrow: ['see|doe|', 'see|roe|'],
    },
    {
      text: '[@doe, “so; @roe”]',
      pandoc: ['|doe|, “so', '|roe|”'],
      older: ['|doe|, “so; @roe”'],
      pilcrow: ['|doe|, “so', '|roe|”'],
    },
    { text: '^[x][see @doe](y)', pandoc: ['see|doe|'], older: ['|doe|'], pilcrow: ['see|doe|'] },
    {
      text: '[@doe ; @roe]',
      pandoc: ['|doe|', '|roe|'],
      older: ['|doe| ', '|roe|'],
      pilcrow: ['|doe|', '|roe|'],
    },
    { text: '[x^`a^b` @doe]', pandoc: ['x`ab`|doe|'], older: ['x^a^b|doe|'], pilcrow: ['x`ab`|doe|'] },
    { text: '\\a@doe', pandoc: ['|doe|'], older: [], pilcrow: ['|doe|'] },
  ],
  'escape in a superscript or subscript': [
    { text: 'x^a-\\@doe^', pandoc: ['|doe|'], older: [], pilcrow: [] },
  ],
  'space behind an abbreviation': [
    { text: '[cf. @doe, p. 3]', pandoc: ['cf.|doe|, p.\u00a03'], pilcrow: ['cf.|doe|, p. 3'] },
    { text: '[cf. his @doe]', pandoc: ['cf.\u00a0his|doe|'], pilcrow: ['cf. his|doe|'] },
  ],
  'keys in braces': [
    { text: `[@{${key}}]`, pandoc: [`|${key}|`], pilcrow: [] },
    { text: `[@{${key.slice(1)}}]`, pandoc: [`|${key.slice(1)}|`], pilcrow: [`|${key.slice(1)}|`] },
    { text: `[@{${braced}}]`, pandoc: [`|${braced}|`], pilcrow: [] },
    {
      text: `[@{${braced.slice(1, -1)}}]`,
      pandoc: [`|${braced.slice(1, -1)}|`],
      pilcrow: [`|${braced.slice(1, -1)}|`],
    },
  ],
  'brackets and emphasis': [
    { text: within(23, '<span>', '[@doe]', '</span>'), pandoc: ['|doe|'], pilcrow: ['|doe|'] },
    { text: within(24, '<span>', '[@doe]', '</span>'), pandoc: ['|doe|'], pilcrow: [] },
    { text: '*x _y '.repeat(14) + '[@doe]' + ' y_ x*'.repeat(14), pandoc: ['|doe|'], pilcrow: [] },
  ],
  'mark in the column where a word ended': [
    { text: '^[I] [-@doe]{.y}', pandoc: ['|doe|'], older: [], pilcrow: ['|doe|'] },
    { text: '^[Ia] [-@doe]{.y}', pandoc: ['|doe|'], pilcrow: ['|doe|'] },
    { text: '[[I]{.y} [-"so"]{.y} @doe]', pandoc: ['I -”so”|doe|'], pilcrow: ['I -“so”|doe|'] },
  ],
  'indentation within a formula': [
    { text: '[$x\n  y$ @doe]', pandoc: ['x\n  y|doe|'], older: ['x  y|doe|'], pilcrow: ['x y|doe|'] },
  ],
  'apostrophe of a formula at the end of a cell': [
    {
      text: "| a |\n|---|\n| 'y [as 'he' @doe] $n$' |",
      pandoc: ['as ‘he’|doe|'],
      pilcrow: ['as ’he’|doe|'],
    },
  ],
};

/** The citations as Pilcrow reads them. */
function pilcrow(text: string): string[] {
  return readCitations(parseMarkdown(text)).map((read) => `${read.prefix}|${read.key}|${read.suffix}`);
}

/** The citations of Pandoc's JSON, those in links as well. */
function pandoc(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(pandoc);
  if (typeof value !== 'object' || value === null) return [];
  const fields = value as Record<string, unknown>;
  if (!('citationId' in fields)) return Object.values(fields).flatMap(pandoc);
  const [before, after] = [plain(fields['citationPrefix']), plain(fields['citationSuffix'])];
  return [`${before}|${fields['citationId'] as string}|${after}`];
}

/** As `stringify`, which makes no-break spaces ordinary ones, but with those kept. */
function plain(inlines: unknown): string {
  const marked = JSON.stringify(inlines).replace(/\u00a0/g, '\ue000');
  return stringify(JSON.parse(marked)).replace(/\ue000/g, '\u00a0');
}

const style = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>probe</title><id>probe</id><updated>2020-01-01T00:00:00+00:00</updated></info>
<citation><layout><choose><if variable="locator"><text value="located"/></if>
<else><text value="none"/></else></choose></layout></citation></style>`;

/** What Pandoc prints of a citation with a style that says only whether there is a locator. */
async function located(asked: Pandoc, text: string): Promise<string> {
  const head = '---\nsuppress-bibliography: true\nreferences:\n- id: doe\n  title: A\n---\n\n';
  return (await asked.convert(head + text, { to: 'plain', style })).trim();
}

describe('deliberate differences from Pandoc', function () {
  this.timeout(0);
  let newest: Pandoc;
  const older = installedPandoc();

  before(async () => {
    newest = await newestPandoc();
  });

  for (const [name, texts] of Object.entries(rows))
    it(`are as docs/pandoc-differences.md has them: ${name}`, async () => {
      for (const row of texts) {
        assert.deepEqual(pilcrow(row.text), row.pilcrow, `Pilcrow: ${row.text}`);
        for (const asked of [newest, older ?? []].flat()) {
          const json = JSON.parse(await asked.convert(row.text, { to: 'json' })) as { blocks: unknown };
          const expected = asked === newest ? row.pandoc : (row.older ?? row.pandoc);
          assert.deepEqual(pandoc(json.blocks), expected, `Pandoc ${asked.version}: ${row.text}`);
        }
      }
    });

  it('are as docs/pandoc-differences.md has them: empty locator', async () => {
    const read = readCitations(parseMarkdown('[@doe, {p. }]'));
    assert.equal(read[0]?.locator, undefined);
    for (const asked of [newest, older ?? []].flat()) {
      assert.equal(await located(asked, '[@doe, {p. }]'), 'located', asked.version);
      assert.equal(await located(asked, '[@doe, as well]'), 'none, as well', asked.version);
    }
  });

  it('keep only coincidences of columns out of the comparison', async () => {
    const coincidence = `[[I]{.y} [-"so"]{.y} @doe]`;
    for (const asked of [older ?? []].flat()) {
      assert.ok(await compareAsWritten(asked, coincidence));
      assert.equal(await compare(asked, coincidence), undefined);
      assert.ok(await compare(asked, `${coincidence} see\n> [see\n# @doe]`));
    }
  });
});
