import { markup, xmlFile } from '../packing.ts';
import { wordMain } from './docxNames.ts';

/** A paragraph or character style. The ids are those of Word and Pandoc, by which other programs know what a paragraph is. */
interface DocxStyle {
  readonly id: string;
  /** The name that Word knows: it shows its own in the language of its user. */
  readonly name: string;
  readonly type?: 'paragraph' | 'character' | 'table';
  readonly basedOn?: string;
  readonly next?: string;
  /** `w:pPr` and `w:rPr`, in the order of the schema. */
  readonly paragraph?: string;
  readonly run?: string;
  readonly rest?: string;
}

/** Twentieths of a point, the measure of Word. */
const pointTwips = 20;

function wordSpacing(before: number, after: number, line?: number): string {
  return markup('w:spacing', {
    'w:before': before * pointTwips,
    'w:after': after * pointTwips,
    ...(line === undefined ? {} : { 'w:line': line, 'w:lineRule': 'auto' }),
  });
}

function wordIndent(left: number, right = 0, hanging = 0): string {
  return markup('w:ind', {
    'w:left': left,
    ...(right === 0 ? {} : { 'w:right': right }),
    ...(hanging === 0 ? {} : { 'w:hanging': hanging }),
  });
}

/** Sizes are half points. */
function size(halfPoints: number): string {
  return markup('w:sz', { 'w:val': halfPoints }) + markup('w:szCs', { 'w:val': halfPoints });
}

const wordKeepNext = '<w:keepNext/><w:keepLines/>';
const wordBold = '<w:b/><w:bCs/>';
const wordItalic = '<w:i/><w:iCs/>';
const wordCentred = '<w:jc w:val="center"/>';
const wordFixedPitch = '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>';

const wordHeadingSizes = [32, 28, 26, 24, 24, 24];

function wordHeadingStyle(level: number): DocxStyle {
  return {
    id: `Heading${String(level)}`,
    name: `heading ${String(level)}`,
    basedOn: 'Normal',
    next: 'Normal',
    paragraph: `${wordKeepNext}${wordSpacing(level === 1 ? 18 : 14, 6)}<w:outlineLvl w:val="${String(level - 1)}"/>`,
    run: `${level > 3 ? wordItalic : wordBold}${size(wordHeadingSizes[level - 1] ?? 24)}`,
  };
}

const listStyle: DocxStyle = { id: 'ListParagraph', name: 'List Paragraph', basedOn: 'Normal' };

const docxStyles: readonly DocxStyle[] = [
  { id: 'Normal', name: 'Normal', paragraph: wordSpacing(0, 8, 276) },
  ...[1, 2, 3, 4, 5, 6].map(wordHeadingStyle),
  {
    id: 'Title',
    name: 'Title',
    basedOn: 'Normal',
    next: 'Normal',
    paragraph: `${wordKeepNext}${wordSpacing(0, 6)}${wordCentred}`,
    run: wordBold + size(40),
  },
  {
    id: 'Subtitle',
    name: 'Subtitle',
    basedOn: 'Normal',
    next: 'Normal',
    paragraph: `${wordKeepNext}${wordSpacing(0, 6)}${wordCentred}`,
    run: size(28),
  },
  { id: 'Author', name: 'Author', basedOn: 'Normal', next: 'Normal', paragraph: wordKeepNext + wordCentred },
  {
    id: 'Date',
    name: 'Date',
    basedOn: 'Normal',
    next: 'Normal',
    paragraph: `${wordKeepNext}${wordSpacing(0, 18)}${wordCentred}`,
  },
  { id: 'Abstract', name: 'Abstract', basedOn: 'Normal', paragraph: wordIndent(567, 567), run: size(22) },
  { id: 'Quote', name: 'Quote', basedOn: 'Normal', paragraph: wordIndent(567, 567) },
  { ...listStyle, paragraph: `${wordSpacing(0, 4, 276)}<w:contextualSpacing/>` },
  {
    id: 'DefinitionTerm',
    name: 'Definition Term',
    basedOn: 'Normal',
    next: 'Definition',
    paragraph: wordKeepNext + wordSpacing(6, 0),
    run: wordBold,
  },
  { id: 'Definition', name: 'Definition', basedOn: 'Normal', paragraph: wordIndent(567) },
  {
    id: 'SourceCode',
    name: 'Source Code',
    basedOn: 'Normal',
    paragraph: `${wordSpacing(0, 8, 240)}<w:contextualSpacing/>`,
    run: wordFixedPitch + size(20),
  },
  {
    id: 'Bibliography',
    name: 'Bibliography',
    basedOn: 'Normal',
    paragraph: wordIndent(567, 0, 567),
  },
  { id: 'PlainBibliography', name: 'Bibliography Plain', basedOn: 'Normal' },
  { id: 'Passage', name: 'Cited Passage', basedOn: 'Normal' },
  {
    id: 'HorizontalLine',
    name: 'Horizontal Line',
    basedOn: 'Normal',
    paragraph:
      '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>' + wordSpacing(6, 12),
  },
  { id: 'Compact', name: 'Compact', basedOn: 'Normal', paragraph: wordSpacing(2, 2, 240) },
  { id: 'Caption', name: 'caption', basedOn: 'Normal', run: wordItalic + size(22) },
  { id: 'TableCaption', name: 'Table Caption', basedOn: 'Caption', paragraph: wordKeepNext },
  { id: 'ImageCaption', name: 'Image Caption', basedOn: 'Caption' },
  {
    id: 'CaptionedFigure',
    name: 'Captioned Figure',
    basedOn: 'Normal',
    paragraph: '<w:keepNext/>',
  },
  {
    id: 'FootnoteText',
    name: 'footnote text',
    basedOn: 'Normal',
    paragraph: wordSpacing(0, 2, 240),
    run: size(20),
  },
  {
    id: 'CommentText',
    name: 'annotation text',
    basedOn: 'Normal',
    paragraph: wordSpacing(0, 0, 240),
    run: size(20),
  },
  {
    id: 'DefaultParagraphFont',
    name: 'Default Paragraph Font',
    type: 'character',
  },
  {
    id: 'FootnoteReference',
    name: 'footnote reference',
    type: 'character',
    basedOn: 'DefaultParagraphFont',
    run: '<w:vertAlign w:val="superscript"/>',
  },
  {
    id: 'CommentReference',
    name: 'annotation reference',
    type: 'character',
    basedOn: 'DefaultParagraphFont',
    run: size(16),
  },
  {
    id: 'Hyperlink',
    name: 'Hyperlink',
    type: 'character',
    basedOn: 'DefaultParagraphFont',
    run: '<w:color w:val="1F4E79"/><w:u w:val="single"/>',
  },
  {
    id: 'VerbatimChar',
    name: 'Verbatim Char',
    type: 'character',
    basedOn: 'DefaultParagraphFont',
    run: wordFixedPitch + size(20),
  },
  { id: 'PilcrowTerm', name: 'Pilcrow Term', type: 'character', basedOn: 'DefaultParagraphFont' },
  {
    id: 'TableNormal',
    name: 'Normal Table',
    type: 'table',
    rest:
      '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>' +
      '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>' +
      '</w:tblCellMar></w:tblPr>',
  },
  {
    id: 'Table',
    name: 'Table',
    type: 'table',
    basedOn: 'TableNormal',
    rest:
      `<w:tblPr><w:tblBorders>${tableLine('top')}${tableLine('bottom')}</w:tblBorders></w:tblPr>` +
      `<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>${tableLine('bottom')}</w:tcBorders></w:tcPr></w:tblStylePr>`,
  },
];

function tableLine(side: string): string {
  return `<w:${side} w:val="single" w:sz="6" w:space="0" w:color="auto"/>`;
}

/** The styles which a document has without naming them. */
const defaultStyles: ReadonlySet<string> = new Set(['Normal', 'DefaultParagraphFont', 'TableNormal']);

function wordStyleElement({
  id,
  name,
  type = 'paragraph',
  basedOn,
  next,
  paragraph,
  run,
  rest,
}: DocxStyle): string {
  const isDefault = defaultStyles.has(id);
  return markup(
    'w:style',
    {
      'w:type': type,
      'w:default': isDefault ? 1 : undefined,
      'w:customStyle': customStyles.has(id) ? 1 : undefined,
      'w:styleId': id,
    },
    [
      markup('w:name', { 'w:val': name }),
      basedOn === undefined ? '' : markup('w:basedOn', { 'w:val': basedOn }),
      next === undefined ? '' : markup('w:next', { 'w:val': next }),
      '<w:qFormat/>',
      paragraph === undefined ? '' : markup('w:pPr', {}, paragraph),
      run === undefined ? '' : markup('w:rPr', {}, run),
      rest ?? '',
    ].join(''),
  );
}

/** Styles that Word does not have of its own. */
const customStyles: ReadonlySet<string> = new Set([
  'Author',
  'Abstract',
  'DefinitionTerm',
  'Definition',
  'SourceCode',
  'PlainBibliography',
  'Passage',
  'HorizontalLine',
  'Compact',
  'TableCaption',
  'ImageCaption',
  'CaptionedFigure',
  'VerbatimChar',
  'PilcrowTerm',
  'Table',
]);

/**
 * The styles of a document.
 * @param language of its words, as BCP 47 has it, by which Word checks their spelling
 */
export function stylesPart(language: string): string {
  const defaults = markup(
    'w:docDefaults',
    {},
    markup(
      'w:rPrDefault',
      {},
      markup(
        'w:rPr',
        {},
        '<w:rFonts w:ascii="Times New Roman" w:eastAsia="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/>' +
          size(24) +
          markup('w:lang', { 'w:val': language }),
      ),
    ) + '<w:pPrDefault/>',
  );
  return xmlFile(
    markup('w:styles', { 'xmlns:w': wordMain }, defaults + docxStyles.map(wordStyleElement).join('')),
  );
}
