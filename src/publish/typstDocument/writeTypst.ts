import { type ImageFile, type Manuscript, wordsOfInlines } from '../manuscript.ts';
import { pageSheetOf } from '../packing.ts';
import { TypstBlocks } from './typstBlocks.ts';
import { typstCall, typstString, typstWords } from './typstMarkup.ts';
import { TypstPaper } from './typstPaper.ts';

/** A text for Typst, and the files of its pictures by the names that it has for them. */
export interface TypstDocument {
  readonly text: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Sheets of paper, in inches. */
const typstSheets = {
  a4: { name: 'a4', width: 8.27, height: 11.69 },
  letter: { name: 'us-letter', width: 8.5, height: 11 },
};

/**
 * Writes a text for Typst 0.13 and later. The same manuscript always gives the same text, which loads no package and no file but
 * its pictures, and runs nothing that stands in the paper.
 */
export function writeTypst(manuscript: Manuscript, images: ReadonlyMap<string, ImageFile>): TypstDocument {
  const sheet = typstSheets[pageSheetOf(manuscript.lang)];
  const paper = new TypstPaper(manuscript, images, { width: sheet.width - 2, height: sheet.height - 2 });
  const open = new Set<number>();
  const writeFootnote = (index: number): string | undefined => {
    const footnote = manuscript.footnotes[index];
    if (!footnote || open.has(index)) return undefined;
    open.add(index);
    const body = new TypstBlocks(paper, writeFootnote).write(footnote.children);
    open.delete(index);
    return body;
  };
  const blocks = new TypstBlocks(paper, writeFootnote);
  const text = [typstTitlePage(manuscript, blocks), blocks.write(manuscript.blocks)].join('\n\n');
  return { text: `${typstSettings(paper, sheet.name)}${paper.links}${text}\n`, files: paper.files };
}

/** The look of the page, and what the file says of itself: no time, and no program. */
function typstSettings(paper: TypstPaper, sheet: string): string {
  const { lang, authors, title } = paper.manuscript;
  const names = authors.map((author) => `${typstString(author)},`).join(' ');
  const rules: string[] = [
    `set document(title: ${typstString(wordsOfInlines(title).trim())}, author: (${names}), date: none)`,
    `set page(paper: "${sheet}", margin: 1in, numbering: "1")`,
    `set text(${['size: 11pt', ...paper.languageArguments(lang)].join(', ')})`,
    'set par(leading: 0.7em, spacing: 1.1em)',
    'show heading: set block(above: 1.6em, below: 0.9em, sticky: true)',
    'show link: set text(fill: rgb("#0b57a4"))',
    'show raw.where(block: true): set block(inset: 0.7em, stroke: 0.5pt + gray, width: 100%)',
    'show highlight: set highlight(fill: rgb("#fff1b8"))',
  ];
  return rules.map((rule) => `#${rule}\n`).join('');
}

function typstTitlePage(
  { title, subtitle, authors, date, abstract }: Manuscript,
  blocks: TypstBlocks,
): string {
  const sized = (size: string, content: string): string =>
    content === '' ? '' : typstCall('par', [], typstCall('text', [`size: ${size}`], content));
  return [
    title.length === 0
      ? ''
      : typstCall(
          'par',
          [],
          typstCall('text', ['size: 1.8em', 'weight: "bold"'], blocks.inlines.write(title)),
        ),
    sized('1.2em', blocks.inlines.write(subtitle)),
    ...authors.map((author) => sized('1em', typstWords(author))),
    sized('1em', typstWords(date)),
    abstract.length === 0 ? '' : typstCall('pad', ['x: 2em'], blocks.write(abstract)),
  ]
    .filter((part) => part !== '')
    .join('\n');
}
