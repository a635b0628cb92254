const oasisPrefix = 'urn:oasis:names:tc:opendocument:xmlns';

/** The namespaces of OpenDocument (1.3, part 3, 2.2) that texts use. */
export const odtNamespaces = {
  'xmlns:office': `${oasisPrefix}:office:1.0`,
  'xmlns:style': `${oasisPrefix}:style:1.0`,
  'xmlns:text': `${oasisPrefix}:text:1.0`,
  'xmlns:table': `${oasisPrefix}:table:1.0`,
  'xmlns:draw': `${oasisPrefix}:drawing:1.0`,
  'xmlns:fo': `${oasisPrefix}:xsl-fo-compatible:1.0`,
  'xmlns:svg': `${oasisPrefix}:svg-compatible:1.0`,
  'xmlns:meta': `${oasisPrefix}:meta:1.0`,
  'xmlns:xlink': 'http://www.w3.org/1999/xlink',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'office:version': '1.3',
};

export const odtType = 'application/vnd.oasis.opendocument.text';
