import { type ExportSurroundings, type Manuscript, type Remark, wordsOfInlines } from '../manuscript.ts';
import { markup, packFiles, type PackedFile, pageSheetOf } from '../packing.ts';
import { zoteroPreferences, zoteroStyleOf } from '../zotero.ts';
import { DocxBlocks, footnoteNumber } from './docxBlocks.ts';
import { DocxContext } from './docxContext.ts';
import type { WrittenFootnote } from './docxInlines.ts';
import { type WordPlace, paragraph, textPlace } from './docxParagraphs.ts';
import {
  contentTypes,
  corePart,
  customPart,
  DocxRelations,
  settingsPart,
  textPart,
  wordType,
} from './docxParts.ts';
import { elementRun, textRun } from './docxRuns.ts';
import { stylesPart } from './docxStyles.ts';

/** A sheet of paper and its margins, in twentieths of a point. */
const sheets = {
  a4: { width: 11_906, height: 16_838 },
  letter: { width: 12_240, height: 15_840 },
};
const marginTwips = 1440;
const twipsInInch = 1440;

/**
 * Writes a Word file. The same manuscript always gives the same bytes, and these hold nothing that the manuscript does not: no
 * name of a program's user, no time, no path.
 */
export function writeDocx(manuscript: Manuscript, surroundings: ExportSurroundings): Uint8Array {
  const sheet = sheets[pageSheetOf(manuscript.lang)];
  const text = {
    width: (sheet.width - 2 * marginTwips) / twipsInInch,
    height: (sheet.height - 2 * marginTwips) / twipsInInch,
  };
  const context = new DocxContext(manuscript, surroundings, text);
  const body = wordBody(context);
  return packFiles(packageOf(context, body + pageSection(sheet)));
}

function pageSection({ width, height }: (typeof sheets)['a4']): string {
  const sides = ['top', 'right', 'bottom', 'left'].map((side): [string, number] => [
    `w:${side}`,
    marginTwips,
  ]);
  return markup(
    'w:sectPr',
    {},
    markup('w:pgSz', { 'w:w': width, 'w:h': height }) +
      markup('w:pgMar', { ...Object.fromEntries(sides), 'w:header': 720, 'w:footer': 720, 'w:gutter': 0 }),
  );
}

function wordBody(context: DocxContext): string {
  const { manuscript } = context;
  const open = new Set<number>();
  const writeFootnote = (index: number): WrittenFootnote | undefined => {
    const footnote = manuscript.footnotes[index];
    if (!footnote || open.has(index)) return undefined;
    open.add(index);
    const remarks: number[] = [];
    const part = { relations: context.footnoteRelations, footnote: { remarks } };
    const content = new DocxBlocks(context, part, () => undefined).write(footnote.children, notePlace);
    open.delete(index);
    const id = context.footnotes.push('');
    context.footnotes[id - 1] = markup('w:footnote', { 'w:id': id }, withNumber(content));
    return { id, remarks };
  };
  const blocks = new DocxBlocks(context, context.main, writeFootnote);
  return wordTitlePage(context, blocks) + blocks.write(manuscript.blocks);
}

const notePlace: WordPlace = { ...textPlace, style: 'FootnoteText' };

/** Puts the number of a footnote at the beginning of its first paragraph, or into one of its own before a table. */
function withNumber(content: string): string {
  const start = /^<w:p>(?:<w:pPr>.*?<\/w:pPr>)?/.exec(content)?.[0];
  if (start === undefined) return paragraph(footnoteNumber, notePlace) + content;
  return start + footnoteNumber + content.slice(start.length);
}

function wordTitlePage({ manuscript }: DocxContext, blocks: DocxBlocks): string {
  const { title, subtitle, authors, date, abstract } = manuscript;
  return [
    title.length === 0 ? '' : blocks.line(title, 'Title'),
    subtitle.length === 0 ? '' : blocks.line(subtitle, 'Subtitle'),
    ...authors.map((author) => blocks.line([{ kind: 'text', text: author }], 'Author')),
    date === '' ? '' : blocks.line([{ kind: 'text', text: date }], 'Date'),
    blocks.write(abstract, { ...textPlace, style: 'Abstract' }),
  ].join('');
}

/** The two that stand before all footnotes: the lines between text and notes (17.11.23). */
const noteSeparators =
  '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>' +
  '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>';

/** The parts of the file beside the document itself, each with its kind. */
function packageOf(context: DocxContext, body: string): PackedFile[] {
  const { manuscript, main, numbering, footnotes, footnoteRelations, remarks } = context;
  const parts: [name: string, text: string][] = [
    ['styles', stylesPart(manuscript.lang)],
    ['settings', settingsPart()],
    ['footnotes', textPart('w:footnotes', noteSeparators + footnotes.join(''))],
  ];
  if (!numbering.isEmpty) parts.push(['numbering', numbering.file()]);
  if (remarks.size > 0) parts.push(['comments', textPart('w:comments', wordCommentsPart(context))]);
  for (const [name] of parts) main.relations.part(name, `${name}.xml`);
  const files: PackedFile[] = [
    ['word/document.xml', textPart('w:document', markup('w:body', {}, body))],
    ['word/_rels/document.xml.rels', main.relations.file()],
    ...parts.map(([name, text]): PackedFile => [`word/${name}.xml`, text]),
    ...(footnoteRelations.file() === ''
      ? []
      : [['word/_rels/footnotes.xml.rels', footnoteRelations.file()] as PackedFile]),
    ...[...context.pictures].map(([name, { bytes }]): PackedFile => [`word/${name}`, bytes]),
  ];
  return [
    ...packageFrame(
      context,
      parts.map(([name]) => name),
    ),
    ...files,
  ];
}

/** What says what the parts are, and what the document says of itself. */
function packageFrame(
  { manuscript, surroundings, zotero, pictures }: DocxContext,
  names: readonly string[],
): PackedFile[] {
  const root = new DocxRelations();
  root.part('officeDocument', 'word/document.xml');
  root.part(
    'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
    'docProps/core.xml',
  );
  const types: [string, string][] = [
    ['word/document.xml', wordType('document.main')],
    ...names.map((name): [string, string] => [`word/${name}.xml`, wordType(name)]),
    ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
  ];
  const files: PackedFile[] = [['docProps/core.xml', corePart(wordProperties(manuscript))]];
  if (zotero) {
    root.part('custom-properties', 'docProps/custom.xml');
    types.push([
      'docProps/custom.xml',
      'application/vnd.openxmlformats-officedocument.custom-properties+xml',
    ]);
    files.push([
      'docProps/custom.xml',
      customPart(zoteroPreferences(zoteroStyleOf(surroundings), manuscript.lang, 'Field')),
    ]);
  }
  const endings = [...new Set([...pictures.keys()].map((name) => name.replace(/^.*\./, '')))].sort();
  return [['[Content_Types].xml', contentTypes(types, endings)], ['_rels/.rels', root.file()], ...files];
}

function wordProperties(manuscript: Manuscript): Parameters<typeof corePart>[0] {
  const title = wordsOfInlines(manuscript.title).trim();
  return { title, authors: manuscript.authors, language: manuscript.lang };
}

/** The remarks that stand in the text, as comments without a date. */
function wordCommentsPart({ manuscript, remarks }: DocxContext): string {
  return [...remarks]
    .sort((a, b) => a - b)
    .flatMap((index) => {
      const remark = manuscript.remarks[index];
      return remark ? [commentOf(remark, index)] : [];
    })
    .join('');
}

/** Who says what nobody is named for. */
const remarkAuthor = 'Pilcrow';

function commentOf({ author, text }: Remark, index: number): string {
  const mark = elementRun('<w:annotationRef/>', { style: 'CommentReference' });
  const paragraphs = text
    .split(/\n\n+/)
    .map((part, at) =>
      paragraph((at === 0 ? mark : '') + textRun(part), textPlace, { style: 'CommentText' }),
    );
  const name = author === '' ? remarkAuthor : author;
  const initials = name
    .split(/\s+/)
    .map((word) => [...word][0] ?? '')
    .join('');
  return markup(
    'w:comment',
    { 'w:id': index, 'w:author': name, 'w:initials': initials },
    paragraphs.join(''),
  );
}
