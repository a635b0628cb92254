import { markup, xmlFile } from '../packing.ts';
import { odtNamespaces } from './odtNames.ts';

/** A style with a name. The names are those of LibreOffice, in whose lists they then stand, and of Pandoc. */
interface OdtNamedStyle {
  readonly name: string;
  readonly family?: 'text';
  readonly parent?: string;
  readonly next?: string;
  readonly outline?: number;
  readonly paragraph?: Readonly<Record<string, string>>;
  readonly text?: Readonly<Record<string, string>>;
}

const odtBold = { 'fo:font-weight': 'bold' };
const odtItalic = { 'fo:font-style': 'italic' };
const odtCentred = { 'fo:text-align': 'center' };
const odtKeepNext = { 'fo:keep-with-next': 'always' };
const odtFixedPitch = {
  'style:font-name': 'Courier New',
  'fo:font-family': "'Courier New'",
  'fo:font-size': '10pt',
};

function odtSpacing(before: string, after: string): Record<string, string> {
  return { 'fo:margin-top': before, 'fo:margin-bottom': after };
}

/** How far a quotation and a definition stand from the edge of the text, in centimetres. */
export const quoteMargin = 1;

function margins(left: number, right: number): Record<string, string> {
  return { 'fo:margin-left': `${String(left)}cm`, 'fo:margin-right': `${String(right)}cm` };
}

const odtHeadingSizes = ['16pt', '14pt', '13pt', '12pt', '12pt', '12pt'];

function odtHeadingStyle(level: number): OdtNamedStyle {
  return {
    name: `Heading ${String(level)}`,
    parent: 'Heading',
    next: 'Text body',
    outline: level,
    text: { 'fo:font-size': odtHeadingSizes[level - 1] ?? '12pt', ...(level > 3 ? odtItalic : odtBold) },
  };
}

const odtNamedStyles: readonly OdtNamedStyle[] = [
  { name: 'Standard' },
  {
    name: 'Text body',
    parent: 'Standard',
    paragraph: { ...odtSpacing('0cm', '0.28cm'), 'fo:line-height': '115%' },
  },
  {
    name: 'Heading',
    parent: 'Standard',
    next: 'Text body',
    paragraph: { ...odtSpacing('0.5cm', '0.2cm'), ...odtKeepNext },
  },
  ...[1, 2, 3, 4, 5, 6].map(odtHeadingStyle),
  {
    name: 'Title',
    parent: 'Heading',
    next: 'Text body',
    paragraph: odtCentred,
    text: { 'fo:font-size': '20pt', ...odtBold },
  },
  {
    name: 'Subtitle',
    parent: 'Heading',
    next: 'Text body',
    paragraph: odtCentred,
    text: { 'fo:font-size': '14pt' },
  },
  { name: 'Author', parent: 'Text body', paragraph: { ...odtCentred, ...odtKeepNext } },
  { name: 'Date', parent: 'Text body', paragraph: { ...odtCentred, ...odtSpacing('0cm', '0.6cm') } },
  {
    name: 'Abstract',
    parent: 'Text body',
    paragraph: margins(quoteMargin, quoteMargin),
    text: { 'fo:font-size': '11pt' },
  },
  { name: 'Quotations', parent: 'Text body', paragraph: margins(quoteMargin, quoteMargin) },
  {
    name: 'Definition Term',
    parent: 'Text body',
    next: 'Definition Definition',
    paragraph: { ...odtSpacing('0.2cm', '0cm'), ...odtKeepNext },
    text: odtBold,
  },
  { name: 'Definition Definition', parent: 'Text body', paragraph: margins(quoteMargin, 0) },
  {
    name: 'Preformatted Text',
    parent: 'Standard',
    paragraph: odtSpacing('0cm', '0.28cm'),
    text: odtFixedPitch,
  },
  {
    name: 'Horizontal Line',
    parent: 'Standard',
    next: 'Text body',
    paragraph: { ...odtSpacing('0.2cm', '0.4cm'), 'fo:border-bottom': '0.5pt solid #000000' },
  },
  { name: 'Compact', parent: 'Standard', paragraph: odtSpacing('0.05cm', '0.05cm') },
  { name: 'Caption', parent: 'Standard', paragraph: odtSpacing('0.2cm', '0.2cm'), text: odtItalic },
  { name: 'Table Caption', parent: 'Caption', paragraph: odtKeepNext },
  { name: 'Figure Caption', parent: 'Caption' },
  { name: 'Table Heading', parent: 'Compact', paragraph: odtKeepNext },
  {
    name: 'Bibliography',
    parent: 'Text body',
    paragraph: { 'fo:margin-left': '1cm', 'fo:text-indent': '-1cm' },
  },
  { name: 'Bibliography Plain', parent: 'Text body' },
  { name: 'Cited Passage', parent: 'Text body' },
  { name: 'Footnote', parent: 'Standard', text: { 'fo:font-size': '10pt' } },
  { name: 'Footnote Symbol', family: 'text' },
  { name: 'Footnote anchor', family: 'text', text: { 'style:text-position': 'super 58%' } },
  { name: 'Source Text', family: 'text', text: odtFixedPitch },
  { name: 'Pilcrow Term', family: 'text' },
  {
    name: 'Internet link',
    family: 'text',
    text: { 'fo:color': '#1f4e79', 'style:text-underline-style': 'solid' },
  },
];

/** A name as it stands in a file, where it is no text: spaces and the like in hexadecimal digits. */
export function odtStyleName(name: string): string {
  return name.replaceAll(' ', '_20_');
}

function odtStyleElement({ name, family, parent, next, outline, paragraph, text }: OdtNamedStyle): string {
  const code = odtStyleName(name);
  return markup(
    'style:style',
    {
      'style:name': code,
      'style:display-name': code === name ? undefined : name,
      'style:family': family ?? 'paragraph',
      'style:parent-style-name': parent === undefined ? undefined : odtStyleName(parent),
      'style:next-style-name': next === undefined ? undefined : odtStyleName(next),
      'style:default-outline-level': outline,
    },
    (paragraph ? markup('style:paragraph-properties', paragraph) : '') +
      (text ? markup('style:text-properties', text) : ''),
  );
}

const fonts = ['Times New Roman', 'Courier New'];

/** The fonts that styles name. */
export const fontFaces = markup(
  'office:font-face-decls',
  {},
  fonts
    .map((font) => markup('style:font-face', { 'style:name': font, 'svg:font-family': `'${font}'` }))
    .join(''),
);

/**
 * The part with the styles that have names, and with the page.
 * @param language of the text, as BCP 47 has it
 */
export function stylesFile(
  language: string,
  page: { readonly width: string; readonly height: string },
): string {
  return xmlFile(
    markup(
      'office:document-styles',
      odtNamespaces,
      [
        fontFaces,
        markup(
          'office:styles',
          {},
          defaultOdtText(language) + odtNamedStyles.map(odtStyleElement).join('') + notesOnPage,
        ),
        markup('office:automatic-styles', {}, pageLayout(page)),
        masterPages,
      ].join(''),
    ),
  );
}

/** How text looks of which no style says anything. */
function defaultOdtText(language: string): string {
  const [code, country] = language.split('-');
  return markup(
    'style:default-style',
    { 'style:family': 'paragraph' },
    markup('style:text-properties', {
      'style:font-name': 'Times New Roman',
      'fo:font-family': "'Times New Roman'",
      'fo:font-size': '12pt',
      'fo:language': code,
      'fo:country': country ?? 'none',
    }),
  );
}

/** Notes stand at the foot of pages, numbered through the document. */
const notesOnPage = markup('text:notes-configuration', {
  'text:note-class': 'footnote',
  'text:citation-style-name': odtStyleName('Footnote Symbol'),
  'text:citation-body-style-name': odtStyleName('Footnote anchor'),
  'text:default-style-name': 'Footnote',
  'style:num-format': '1',
  'style:num-suffix': ' ',
  'text:start-value': '0',
  'text:footnotes-position': 'page',
  'text:start-numbering-at': 'document',
});

/** The margin of a page on all sides. */
const pageMargin = '1in';

function pageLayout(page: { readonly width: string; readonly height: string }): string {
  return markup(
    'style:page-layout',
    { 'style:name': 'Page' },
    markup('style:page-layout-properties', {
      'fo:page-width': page.width,
      'fo:page-height': page.height,
      'fo:margin': pageMargin,
    }),
  );
}

const masterPages = markup(
  'office:master-styles',
  {},
  markup('style:master-page', { 'style:name': 'Standard', 'style:page-layout-name': 'Page' }),
);
