/** Texts, and what is read of files in which they are set. */
import assert from 'node:assert/strict';
import { type Block, type Page, plainOf } from '../../../src/convert/blocks.ts';
import { readPdf } from '../../../src/convert/pdf/readPdf.ts';
import { inWords } from '../../../src/core/messages.ts';
import {
  type BuiltPdf,
  buildPdf,
  letterWidth,
  type PlacedText,
  setParagraphs,
} from '../../support/pdfBuilder.ts';

export const mill =
  'The mill stands below the weir, where the river is quick even in a dry summer, and the people of the valley have brought their corn to it for as long as anybody can say.';
export const lamp =
  'A lamp burned in its upper window every night of the year, so that nobody who came late over the bridge with a cart would miss the turning and end in the water.';
export const wheel =
  'Its wheel was made new three times in a hundred years, each time of oak from the same wood, and each time by a wright who had never made another one before.';
export const sluice =
  'When the sluice is shut the wheel goes on for a while by its own weight, slower and slower, until somebody in the house looks up and notices how quiet it has become.';

export async function read(pdf: BuiltPdf): Promise<Page> {
  const page = await readPdf({ bytes: buildPdf(pdf) });
  if ('problem' in page) assert.fail(inWords(page.problem));
  return page;
}

/** What blocks are, and their words. Marks of pages are left out. */
export function outline({ blocks }: Page): string[] {
  const name = (block: Block): string => (block.quotation === undefined ? block.kind : 'quotation');
  return blocks
    .filter(({ kind }) => kind !== 'pageMark')
    .map(
      (block) =>
        `${name(block)}: ${
          block.items
            ? block.items
                .flat()
                .map((item) => plainOf(item.runs))
                .join(' / ')
            : plainOf(block.runs)
        }`,
    );
}

export const paragraphs = (...texts: readonly string[]): string[] =>
  texts.map((text) => `paragraph: ${text}`);

export const column = { x: 40, top: 520, letters: 50 };

/** The last lines of a text that is set down to the foot of a page, and the lines that stand on the next. */
export function overPage(
  texts: readonly string[],
  lines: number,
  options = {},
): [PlacedText[], PlacedText[]] {
  const all = setParagraphs(texts, { ...column, ...options });
  const rest = all.slice(lines);
  const shift = column.top - (rest[0]?.y ?? 0);
  return [all.slice(0, lines), rest.map((line) => ({ ...line, y: line.y + shift }))];
}

/** Where the last line ends. */
export function endOf(lines: readonly PlacedText[]): { readonly x: number; readonly y: number } {
  const { x = 0, y = 0, text = '' } = lines.at(-1) ?? {};
  return { x: x + text.length * 10 * letterWidth, y };
}
