import { zipOf, type ZipPart } from './zip.ts';

/** The parts of a Word file, each without its root element. */
export interface WordParts {
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly commentsExtended?: string;
  /** Addresses outside the file, by the ids that links name. */
  readonly links?: Readonly<Record<string, string>>;
  /** The properties of the file. */
  readonly core?: string;
  readonly isStrict?: boolean;
}

const open = 'http://schemas.openxmlformats.org';
const strict = 'http://purl.oclc.org/ooxml';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A Word file (ECMA-376), transitional or strict. */
export function docxOf(
  parts: WordParts,
  others: Readonly<Record<string, string | ZipPart>> = {},
): Uint8Array {
  const word = parts.isStrict ? `${strict}/wordprocessingml/main` : `${open}/wordprocessingml/2006/main`;
  const relations = parts.isStrict
    ? `${strict}/officeDocument/relationships`
    : `${open}/officeDocument/2006/relationships`;
  const roots: Readonly<Record<string, string>> = {
    'xmlns:w': word,
    'xmlns:r': relations,
    'xmlns:m': `${open}/officeDocument/2006/math`,
    'xmlns:mc': `${open}/markup-compatibility/2006`,
    'xmlns:w14': 'http://schemas.microsoft.com/office/word/2010/wordml',
    'xmlns:w15': 'http://schemas.microsoft.com/office/word/2012/wordml',
    'xmlns:v': 'urn:schemas-microsoft-com:vml',
  };
  const attributes = Object.entries(roots).map(([name, value]) => ` ${name}="${value}"`);
  const part = (root: string, content: string): string =>
    `${declaration}<${root}${attributes.join('')}>${content}</${root}>`;
  const named: Readonly<Record<string, readonly [root: string, content: string | undefined]>> = {
    styles: ['w:styles', parts.styles],
    numbering: ['w:numbering', parts.numbering],
    footnotes: ['w:footnotes', parts.footnotes],
    endnotes: ['w:endnotes', parts.endnotes],
    comments: ['w:comments', parts.comments],
    commentsExtended: ['w15:commentsEx', parts.commentsExtended],
  };
  const there = Object.entries(named).filter(([, [, content]]) => content !== undefined);
  const relationship = (id: string, kind: string, target: string, mode = ''): string =>
    `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${target}"${mode}/>`;
  const relationships = (content: string): string =>
    `${declaration}<Relationships xmlns="${open}/package/2006/relationships">${content}</Relationships>`;
  return zipOf({
    '[Content_Types].xml': `${declaration}<Types xmlns="${open}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': relationships(
      `${relationship('rId1', 'officeDocument', 'word/document.xml')}<Relationship Id="rId2" Type="${open}/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>`,
    ),
    'docProps/core.xml': `${declaration}<cp:coreProperties xmlns:cp="${open}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${parts.core ?? ''}</cp:coreProperties>`,
    'word/_rels/document.xml.rels': relationships(
      [
        ...there.map(([kind]) => relationship(kind, kind, `${kind}.xml`)),
        ...Object.entries(parts.links ?? {}).map(([id, target]) =>
          relationship(id, 'hyperlink', target, ' TargetMode="External"'),
        ),
      ].join(''),
    ),
    'word/document.xml': part('w:document', `<w:body>${parts.body}<w:sectPr/></w:body>`),
    ...Object.fromEntries(
      there.map(([kind, [root, content]]) => [`word/${kind}.xml`, part(root, content ?? '')]),
    ),
    ...others,
  });
}

/** A run of a Word file, with what its properties say. */
export function wordRun(text: string, properties = ''): string {
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/**
 * A paragraph of a Word file.
 * @param content text, or runs
 */
export function wordParagraph(content: string, properties = ''): string {
  const runs = content === '' || content.startsWith('<') ? content : wordRun(content);
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
}

/** A style of a Word file. */
export function wordStyle(id: string, name: string, content = '', type = 'paragraph'): string {
  return `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>${content}</w:style>`;
}

/** The parts of an OpenDocument text. */
export interface OdtParts {
  /** What `office:text` holds. */
  readonly body: string;
  /** Styles that have names, and those that have none. */
  readonly styles?: string;
  readonly automatic?: string;
  readonly meta?: string;
  readonly hasStyles?: boolean;
}

const oasis = 'urn:oasis:names:tc:opendocument:xmlns';
const odfRoots = [
  ...['office', 'style', 'text', 'table', 'meta'].map((name) => `xmlns:${name}="${oasis}:${name}:1.0"`),
  `xmlns:draw="${oasis}:drawing:1.0"`,
  `xmlns:fo="${oasis}:xsl-fo-compatible:1.0"`,
  `xmlns:svg="${oasis}:svg-compatible:1.0"`,
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
].join(' ');

/** A packed OpenDocument text. */
export function odtOf(parts: OdtParts, others: Readonly<Record<string, string | ZipPart>> = {}): Uint8Array {
  const { body, styles = '', automatic = '', meta = '', hasStyles = true } = parts;
  const root = (name: string, content: string): string =>
    `${declaration}<office:${name} ${odfRoots} office:version="1.3">${content}</office:${name}>`;
  return zipOf({
    mimetype: { content: 'application/vnd.oasis.opendocument.text', isStored: true },
    'META-INF/manifest.xml': `${declaration}<manifest:manifest xmlns:manifest="${oasis}:manifest:1.0"/>`,
    'content.xml': root(
      'document-content',
      `<office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body>`,
    ),
    ...(hasStyles
      ? {
          'styles.xml': root(
            'document-styles',
            `<office:styles>${styles}</office:styles><office:automatic-styles><style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/></office:automatic-styles><office:master-styles><style:master-page style:name="Standard"><style:header><text:p>The head of each page</text:p></style:header></style:master-page></office:master-styles>`,
          ),
        }
      : {}),
    'meta.xml': root('document-meta', `<office:meta>${meta}</office:meta>`),
    ...others,
  });
}

/** The same as one XML file. */
export function fodtOf({ body, styles = '', automatic = '', meta = '' }: OdtParts): Uint8Array {
  return new TextEncoder().encode(
    `${declaration}<office:document ${odfRoots} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:meta>${meta}</office:meta><office:styles>${styles}</office:styles><office:automatic-styles>${automatic}</office:automatic-styles><office:master-styles><style:master-page style:name="Standard"><style:footer><text:p>The foot of each page</text:p></style:footer></style:master-page></office:master-styles><office:body><office:text>${body}</office:text></office:body></office:document>`,
  );
}
