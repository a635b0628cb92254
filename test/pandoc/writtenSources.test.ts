import assert from 'node:assert/strict';
import fc from 'fast-check';
import { importSource } from '../../src/convert/import.ts';
import { verify } from '../core/quotations/support.ts';
import type { Pandoc } from './oracle.ts';
import { askedPandocs, usePandoc } from './versions.ts';

/** Documents; a longer run sets PILCROW_PANDOC_RUNS (and another PILCROW_PANDOC_SEED). */
const runs = Math.ceil(Number(process.env['PILCROW_PANDOC_RUNS'] ?? 150) / 24);
const seed = Number(process.env['PILCROW_PANDOC_SEED'] ?? 1);

/** An inline of HTML, and what a reader copies of it. */
interface Shown {
  readonly html: string;
  readonly text: string;
}

const noun = fc.constantFrom(
  'lamp',
  'oil',
  'wick',
  'mill',
  'grain',
  'sluice',
  'wheel',
  'night',
  'Öl',
  'barrel',
);
const words = fc.array(noun, { minLength: 1, maxLength: 3 }).map((all) => all.join(' '));
const tagged = (open: string, close: string, text: string): Shown => ({ html: open + text + close, text });

const inline: fc.Arbitrary<Shown> = fc.oneof(
  { weight: 6, arbitrary: words.map((text) => tagged('', '', text)) },
  words.map((text) => tagged('<em>', '</em>', text)),
  words.map((text) => tagged('<strong>', '</strong>', text)),
  words.map((text) => tagged('<u>', '</u>', text)),
  words.map((text) => tagged('<mark>', '</mark>', text)),
  words.map((text) => tagged('<span class="smallcaps">', '</span>', text)),
  words.map((text) => tagged('<span id="x" lang="de">', '</span>', text)),
  words.map((text) => tagged('<a href="http://a.example/b_c" class="k">', '</a>', text)),
  words.map((text) => tagged('<code class="js">', '</code>', text)),
  noun.map((text) => ({ html: `x<sup>${text}</sup>`, text: `x${text}` })),
  noun.map((text) => ({ html: `H<sub>${text}</sub>`, text: `H${text}` })),
  noun.map((text) => ({ html: `${text}<img src="a.png" alt="An oil jar" width="50">`, text })),
  noun.map((text) => ({
    html: `${text}<a href="#n" class="footnote-ref" role="doc-noteref"><sup>1</sup></a>`,
    text,
  })),
  fc
    .constantFrom(
      '5 % — 6',
      '1–2',
      '$5 and $6',
      '#1',
      'a_b_c',
      '*lamp*',
      '[lamp]',
      'c^2',
      '~oil',
      '@doe',
      '|',
      '\\lamp',
      '<oil>',
      '`x`',
      'p. 3',
      'mill’s',
      '“wick”',
      'a\u00a0b',
      '&',
      '1. x',
      '...',
      '--',
      '{.x}',
      '](u)',
      '!',
    )
    .map((text) => ({ html: text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'), text })),
);

/** A sentence, which begins and ends with words that no markup looks like. */
const sentence: fc.Arbitrary<Shown> = fc
  .tuple(words, fc.array(inline, { minLength: 1, maxLength: 4 }), noun, noun)
  .map(([first, middle, last, other]) => ({
    html: ['The', first, ...middle.map(({ html }) => html), last, 'of', other, 'burned.'].join(' '),
    text: ['The', first, ...middle.map(({ text }) => text), last, 'of', other, 'burned'].join(' '),
  }));

interface ShownBlock {
  readonly html: string;
  readonly sentences: readonly string[];
}

const around = (open: string, close: string, { html, text }: Shown): ShownBlock => ({
  html: open + html + close,
  sentences: [text],
});

const block: fc.Arbitrary<ShownBlock> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.array(sentence, { minLength: 1, maxLength: 2 }).map((all) => ({
      html: `<p>${all.map(({ html }) => html).join(' ')}</p>`,
      sentences: all.map(({ text }) => text),
    })),
  },
  sentence.map((one) => around('<blockquote><p>', '</p></blockquote>', one)),
  sentence.map((one) => around('<ul><li>', '</li><li>more</li></ul>', one)),
  sentence.map((one) => around('<ol type="a"><li><p>', '</p><p>more</p></li></ol>', one)),
  sentence.map((one) => around('<div class="note"><p>', '</p></div>', one)),
  sentence.map((one) =>
    around('<figure id="f"><img src="a.png"><figcaption>', '</figcaption></figure>', one),
  ),
  sentence.map((one) => around('<dl><dt>Term</dt><dd><p>', '</p><p>more</p></dd></dl>', one)),
  sentence.map((one) => around('<h2 id="h" class="k">Lamps</h2><p>', '</p>', one)),
  sentence.map((one) =>
    around('<table><tr><th>Year</th><th>Lamps</th></tr><tr><td>1</td><td>', '</td></tr></table>', one),
  ),
  fc.constant({ html: '<p><img src="a.png" alt=""></p>', sentences: [] }),
);

const notes =
  '<section class="footnotes" role="doc-endnotes"><ol><li id="n"><p>Sold later.</p></li></ol></section>';
const documents = fc.array(block, { minLength: 1, maxLength: 6 });

const manners: readonly {
  readonly name: string;
  readonly options: Readonly<Record<string, string | number | boolean>>;
}[] = [
  { name: 'as it does by default', options: { wrap: 'auto' } },
  { name: 'with a paragraph a line', options: { wrap: 'none' } },
  { name: 'with reference links', options: { wrap: 'auto', 'reference-links': true } },
  { name: 'in narrow lines', options: { wrap: 'auto', columns: 40 } },
];

/** The source that an import makes of what Pandoc has written. */
async function imported(body: string): Promise<string> {
  const bytes = new TextEncoder().encode(body);
  const result = await importSource({ bytes, fileName: 's.md', key: 's', editions: [] });
  assert.ok('markdown' in result, 'importable');
  return result.markdown;
}

/** Pandoc 2.17 reads no notes in HTML: their marks would be words. */
function withoutNotes(html: string): string {
  return html.replace(notes, '').replace(/<a href="#n"[^]*?<\/a>/g, '');
}

function withOneWordChanged(sentenceText: string): string {
  return sentenceText.replace(/ of (\S+) burned$/, ' of turnips burned');
}

interface Wrong {
  readonly quote: string;
  readonly status: string | undefined;
  readonly source: string;
}

/** Quotes each sentence from a paper; returns those that are not verbatim, or are so with another word. */
function wronglyVerified(source: string, sentences: readonly string[]): Wrong[] {
  return sentences.flatMap((text) =>
    [text, withOneWordChanged(text)].flatMap((quote, index) => {
      const written = quote.replace(/[\\`*_{}[\]()#+!|~^$<>@"'&-]/g, '\\$&');
      const { results } = verify(`It says: “${written}” [@s].\n`, { 'sources/s.md': source });
      const [status] = results.map((result) => result.status);
      return (status === 'verbatim') === (index === 0) ? [] : [{ quote, status, source }];
    }),
  );
}

for (const asked of askedPandocs)
  describe(`sources that ${asked.name} writes from HTML`, function () {
    this.timeout(0);
    const pandoc: () => Pandoc = usePandoc(asked);

    for (const { name, options } of manners)
      it(`${name}, are quoted as their readers copy them`, async () => {
        const wrong: Wrong[] = [];
        for (const blocks of fc.sample(documents, { numRuns: runs, seed })) {
          const written = `${blocks.map((each) => each.html).join('\n')}\n${notes}`;
          const html = asked.isNewest ? written : withoutNotes(written);
          const body = await pandoc().convert(html, { from: 'html', to: 'markdown', options });
          const sentences = blocks.flatMap((each) => each.sentences);
          for (const source of [`---\nid: s\n---\n\n${body}`, await imported(body)])
            wrong.push(...wronglyVerified(source, sentences));
          if (wrong.length > 2) break;
        }
        assert.equal(wrong.length, 0, JSON.stringify(wrong.slice(0, 3), null, 1));
      });
  });
