import { zipOf, type ZipPart } from './zip.ts';

/** A book for tests. Parts are XHTML by their names, in the order of the spine. */
export interface TestBook {
  readonly parts: Readonly<Record<string, TestPart | string>>;
  readonly version?: 2 | 3;
  /** The inside of `metadata` in the package. */
  readonly about?: string;
  /** The list of pages: by label, the address from the package's folder. */
  readonly pages?: Readonly<Record<string, string>>;
  /** The list of contents. */
  readonly contents?: Readonly<Record<string, string>>;
  /** The inside of `guide`. */
  readonly guide?: string;
  readonly css?: string;
  /** Other files of the archive. */
  readonly files?: Readonly<Record<string, string | Uint8Array | ZipPart>>;
  /** The prefix of all names in the package document. */
  readonly prefix?: string;
  readonly packageName?: string;
}

export interface TestPart {
  readonly body: string;
  readonly isLinear?: false;
  /** The whole file, in place of one made around `body`. */
  readonly whole?: string;
  /** How the package writes its name. By default percent-encoded. */
  readonly href?: string;
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespaces = 'xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"';

/** A file of a book. */
export function xhtml(body: string, head = '<title>A part</title>'): string {
  const whole = body.startsWith('<body') ? body : `<body>${body}</body>`;
  return `${declaration}<html ${namespaces}><head>${head}</head>${whole}</html>`;
}

/** The bytes of a book. Its package stands in the folder `OPS`. */
export function epubOf(book: TestBook): Uint8Array {
  const { css, files = {}, packageName = 'OPS/book.opf' } = book;
  const head = `<title/>${css === undefined ? '' : '<link rel="stylesheet" href="style.css"/>'}`;
  const parts = Object.entries(book.parts).map(([name, part]): [string, string] => [
    `OPS/${name}`,
    typeof part === 'string' ? xhtml(part, head) : (part.whole ?? xhtml(part.body, head)),
  ]);
  return zipOf({
    mimetype: { content: 'application/epub+zip', isStored: true },
    'META-INF/container.xml': `${declaration}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="${packageName}" media-type="application/oebps-package+xml"/></rootfiles></container>`,
    [packageName]: packageDocument(book),
    ...(css === undefined ? {} : { 'OPS/style.css': css }),
    ...(book.version === 2 ? { 'OPS/toc.ncx': ncxOf(book) } : { 'OPS/nav.xhtml': navOf(book) }),
    ...Object.fromEntries(parts),
    ...files,
  });
}

function packageDocument({ parts, version = 3, about = '', guide, prefix = '' }: TestBook): string {
  const at = prefix === '' ? '' : `${prefix}:`;
  const items = Object.entries(parts).map(([name, part], index) => {
    const href = (typeof part === 'string' ? undefined : part.href) ?? encodeURI(name);
    return `<${at}item id="f${String(index)}" href="${href}" media-type="application/xhtml+xml"/>`;
  });
  const refs = Object.values(parts).map((part, index) => {
    const linear = typeof part !== 'string' && part.isLinear === false ? ' linear="no"' : '';
    return `<${at}itemref idref="f${String(index)}"${linear}/>`;
  });
  const navigation =
    version === 2
      ? `<${at}item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>`
      : `<${at}item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>`;
  const xmlns = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
  return `${declaration}<${at}package ${xmlns}="http://www.idpf.org/2007/opf"${prefix === 'opf' ? '' : ' xmlns:opf="http://www.idpf.org/2007/opf"'} version="${String(version)}.0"><${at}metadata xmlns:dc="http://purl.org/dc/elements/1.1/">${about}</${at}metadata><${at}manifest>${navigation}${items.join('')}</${at}manifest><${at}spine${version === 2 ? ' toc="ncx"' : ''}>${refs.join('')}</${at}spine>${guide === undefined ? '' : `<guide>${guide}</guide>`}</${at}package>`;
}

function navOf({ pages = {}, contents = {} }: TestBook): string {
  const list = (type: string, entries: Readonly<Record<string, string>>): string =>
    `<nav epub:type="${type}"><ol>${Object.entries(entries)
      .map(([text, href]) => `<li><a href="${href}">${text}</a></li>`)
      .join('')}</ol></nav>`;
  return xhtml(list('toc', contents) + list('page-list', pages));
}

function ncxOf({ pages = {}, contents = {} }: TestBook): string {
  const entries = (tag: string, list: Readonly<Record<string, string>>): string =>
    Object.entries(list)
      .map(
        ([text, href]) =>
          `<${tag}><navLabel><text>${text}</text></navLabel><content src="${href}"/></${tag}>`,
      )
      .join('');
  return `${declaration}<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>${entries('navPoint', contents)}</navMap><pageList>${entries('pageTarget', pages)}</pageList></ncx>`;
}
