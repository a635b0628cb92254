import assert from 'node:assert/strict';
import { parseMarkdown } from '../../src/core/blocks/document.ts';
import { readIdentifiers } from '../../src/core/inlines/identifiers.ts';
import type { Pandoc } from './oracle.ts';
import { Random } from './random.ts';
import { askedPandocs, usePandoc } from './versions.ts';

/** Headings; a longer run sets PILCROW_PANDOC_RUNS (and another PILCROW_PANDOC_SEED). */
const runs = Number(process.env['PILCROW_PANDOC_RUNS'] ?? 200);
const seed = Number(process.env['PILCROW_PANDOC_SEED'] ?? 1);

const pieces = [
  'On',
  'lamps',
  'Öl',
  'Docht',
  '1848',
  '3.',
  'A.B_c-d',
  '“mass line”',
  '"quoted"',
  "lamp's",
  '¶ 4',
  '(§ 3)',
  '&',
  '&amp;',
  '--',
  '---',
  '...',
  '*light*',
  '**dark**',
  '`code`',
  '$x$',
  '^2^',
  '~n~',
  '~~gone~~',
  '[a link](x.md)',
  '[span]{.x}',
  '![image](i.png)',
  '@doe',
  '[@doe, ¶ 12]',
  '[see -@doe]',
  '中文',
  'Ⅳ',
  'e.g.',
  'p. 3',
  '/',
  ':',
  '?',
  '_under_',
  'a_b',
  '\\*',
  '<b>bold</b>',
  '^[a note]',
  '#',
  '!',
  'NATO',
  'ß',
  'É',
  '10%',
  '+',
  "'single'",
  '–',
  '…',
  '<https://example.org>',
];

function heading(random: Random): string {
  const words = Array.from({ length: 1 + random.integer(0, 4) }, () => random.pick(pieces)).join(' ');
  const attributes = random.pick([
    ...['', '', '', '', ' {-}', ' {.x}', ' {#given}', ' ##'],
    ...[' ## {.x}', ' # {#given}', ' #{-}'],
  ]);
  return random.pick([`# ${words}${attributes}`, `### ${words}${attributes}`, `Of ${words}\n===`]);
}

/** The identifiers of all headings, in order. */
async function pandocIdentifiers(pandoc: Pandoc, text: string): Promise<string[]> {
  const { blocks } = JSON.parse(await pandoc.convert(text, { to: 'json' })) as {
    blocks: { t: string; c: [number, [string]] }[];
  };
  return blocks.flatMap(({ t, c }) => (t === 'Header' ? [c[1][0]] : []));
}

for (const asked of askedPandocs)
  describe(`identifiers of headings beside ${asked.name}`, function () {
    this.timeout(0);
    const pandoc = usePandoc(asked);

    it(`names ${String(runs)} headings alike`, async () => {
      const random = new Random(seed + 5000);
      const differences: unknown[] = [];
      for (let from = 0; from < runs; from += 4) {
        const text = Array.from({ length: 4 }, () => `${heading(random)}\n\nText.\n`).join('\n');
        // 2.17 takes the brackets of a span after a key for a locator.
        if (!asked.isNewest && text.includes('@doe [span]{')) continue;
        const { ids } = readIdentifiers(parseMarkdown(text));
        const theirs = await pandocIdentifiers(pandoc(), text);
        if (theirs.some((id) => !ids.has(id)) || ids.size !== new Set(theirs).size)
          differences.push({ text, pandoc: theirs, pilcrow: [...ids] });
      }
      assert.deepEqual(differences.slice(0, 3), []);
    });
  });
