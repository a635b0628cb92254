import { type ExportSurroundings, type Manuscript, wordsOfInlines } from '../manuscript.ts';
import { mathMlOf } from '../maths.ts';
import { escapeMarkup, markup, packFiles, type PackedFile, pageSheetOf, xmlFile } from '../packing.ts';
import { zoteroPreferences, zoteroStyleOf } from '../zotero.ts';
import { OdtBlocks } from './odtBlocks.ts';
import { odtNamespaces, odtType } from './odtNames.ts';
import { fontFaces, stylesFile } from './odtStyleSheet.ts';
import { formulaFolder, PublishedOdt } from './publishedOdt.ts';

/** Sheets of paper, in inches. */
const odtSheets = { a4: { width: 8.27, height: 11.69 }, letter: { width: 8.5, height: 11 } };

/**
 * Writes an OpenDocument text (1.3). The same manuscript always gives the same bytes, and these hold nothing that the
 * manuscript does not: no name of a program's user, no time, no path.
 */
export function writeOdt(manuscript: Manuscript, surroundings: ExportSurroundings): Uint8Array {
  const sheet = odtSheets[pageSheetOf(manuscript.lang)];
  const file = new PublishedOdt(manuscript, surroundings, {
    width: sheet.width - 2,
    height: sheet.height - 2,
  });
  const content = contentFile(file);
  const page = { width: `${String(sheet.width)}in`, height: `${String(sheet.height)}in` };
  const parts: PackedFile[] = [
    ['content.xml', content],
    ['styles.xml', stylesFile(manuscript.lang, page)],
    ['meta.xml', metaFile(file)],
    ...file.formulas.map(({ formula, isDisplay }, index): PackedFile => [
      `${formulaFolder(index)}/content.xml`,
      xmlFile(mathMlOf(formula, isDisplay)),
    ]),
    ...[...file.pictures].map(([path, { bytes }]): PackedFile => [path, bytes]),
  ];
  // The media type stands first and is not compressed, so that it is seen in the first bytes of the file (1.3, part 2, 3.3).
  return packFiles(
    [['mimetype', odtType], ['META-INF/manifest.xml', manifestFile(file)], ...parts],
    'mimetype',
  );
}

function contentFile(file: PublishedOdt): string {
  const { manuscript } = file;
  const open = new Set<number>();
  // The paragraphs of a footnote are read on their own: spaces in them know nothing of those around its mark.
  const writeFootnote = (index: number): string | undefined => {
    const footnote = manuscript.footnotes[index];
    if (!footnote || open.has(index)) return undefined;
    open.add(index);
    const body = new OdtBlocks(file, writeFootnote).inStyle(footnote.children, 'Footnote');
    open.delete(index);
    return body === '' ? markup('text:p', { 'text:style-name': 'Footnote' }) : body;
  };
  const blocks = new OdtBlocks(file, writeFootnote);
  const text = odtTitlePage(file, blocks) + blocks.write(manuscript.blocks);
  return xmlFile(
    markup(
      'office:document-content',
      odtNamespaces,
      fontFaces + file.styles.file() + markup('office:body', {}, markup('office:text', {}, text)),
    ),
  );
}

function odtTitlePage({ manuscript }: PublishedOdt, blocks: OdtBlocks): string {
  const { title, subtitle, authors, date, abstract } = manuscript;
  return [
    title.length === 0 ? '' : blocks.line(title, 'Title'),
    subtitle.length === 0 ? '' : blocks.line(subtitle, 'Subtitle'),
    ...authors.map((author) => blocks.line([{ kind: 'text', text: author }], 'Author')),
    date === '' ? '' : blocks.line([{ kind: 'text', text: date }], 'Date'),
    blocks.inStyle(abstract, 'Abstract'),
  ].join('');
}

/** What the text says of itself, and the settings of Zotero. */
function metaFile({ manuscript, surroundings, zotero }: PublishedOdt): string {
  const { authors, lang } = manuscript;
  const title = wordsOfInlines(manuscript.title).trim();
  const own = zotero ? zoteroPreferences(zoteroStyleOf(surroundings), lang, 'ReferenceMark') : [];
  const content = [
    title === '' ? '' : markup('dc:title', {}, escapeMarkup(title)),
    authors.length === 0 ? '' : markup('meta:initial-creator', {}, escapeMarkup(authors.join('; '))),
    authors.length === 0 ? '' : markup('dc:creator', {}, escapeMarkup(authors.join('; '))),
    markup('dc:language', {}, escapeMarkup(lang)),
    ...own.map(([name, value]) =>
      markup('meta:user-defined', { 'meta:name': name, 'meta:value-type': 'string' }, escapeMarkup(value)),
    ),
  ].join('');
  return xmlFile(markup('office:document-meta', odtNamespaces, markup('office:meta', {}, content)));
}

function manifestFile({ formulas, pictures }: PublishedOdt): string {
  const entries: [path: string, type: string][] = [
    ['/', odtType],
    ['content.xml', 'text/xml'],
    ['styles.xml', 'text/xml'],
    ['meta.xml', 'text/xml'],
  ];
  formulas.forEach((_, index) => {
    const folder = formulaFolder(index);
    entries.push(
      [`${folder}/`, 'application/vnd.oasis.opendocument.formula'],
      [`${folder}/content.xml`, 'text/xml'],
    );
  });
  for (const [path, { type }] of pictures) entries.push([path, type]);
  const namespace = 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0';
  const content = entries.map(([path, type]) =>
    markup('manifest:file-entry', {
      'manifest:full-path': path,
      'manifest:media-type': type,
      'manifest:version': path === '/' ? '1.3' : undefined,
    }),
  );
  return xmlFile(
    markup('manifest:manifest', { 'xmlns:manifest': namespace, 'manifest:version': '1.3' }, content.join('')),
  );
}
