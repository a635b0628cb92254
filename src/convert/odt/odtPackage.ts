import { messageOf } from '../../core/messages.ts';
import { CannotRead, openArchive } from '../archive.ts';
import { readXml, type XmlHandler } from '../xml.ts';

const oasis = 'urn:oasis:names:tc:opendocument:xmlns';

/** The namespaces of OpenDocument (1.3, part 3, 2.2), by their usual prefixes. */
const odfNamespaces: ReadonlyMap<string, string> = new Map([
  ...['office', 'style', 'text', 'table', 'meta', 'manifest'].map((name): [string, string] => [
    `${oasis}:${name}:1.0`,
    name,
  ]),
  [`${oasis}:drawing:1.0`, 'draw'],
  [`${oasis}:xsl-fo-compatible:1.0`, 'fo'],
  [`${oasis}:svg-compatible:1.0`, 'svg'],
  ['urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0', 'loext'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
]);

/** The parts of an OpenDocument file. A flat file is all of them in one. */
export interface OdtPackage {
  /** Reads the styles that have names, if the file keeps them apart. */
  readonly readStyles: (handler: XmlHandler) => void;
  /** Reads the text, with styles of its own. */
  readonly readContent: (handler: XmlHandler) => void;
  readonly readMeta: (handler: XmlHandler) => void;
}

/**
 * @throws CannotRead if the bytes are neither an archive with a text nor XML, or are encrypted
 */
export function openOdt(bytes: Uint8Array): OdtPackage {
  const archive = openArchive(bytes);
  const readAs = (pieces: Iterable<Uint8Array>, part: string, handler: XmlHandler): void => {
    readXml(pieces, handler, { part, namespaces: odfNamespaces });
  };
  const nothing = (): undefined => undefined;
  if (!archive)
    return {
      readStyles: nothing,
      readContent: (handler) => {
        readAs([bytes], 'office:document', handler);
      },
      readMeta: nothing,
    };
  const reading = (part: string) => (handler: XmlHandler) => {
    const pieces = archive.pieces(part);
    if (pieces) readAs(pieces, part, handler);
  };
  let isEncrypted = archive.names.has('encrypted-package');
  reading('META-INF/manifest.xml')({
    open: (name) => void (isEncrypted ||= name === 'manifest:encryption-data'),
    close: nothing,
  });
  if (isEncrypted) throw new CannotRead(messageOf('importing.encrypted'));
  if (!archive.names.has('content.xml')) throw new CannotRead(messageOf('importing.damaged'));
  return {
    readStyles: reading('styles.xml'),
    readContent: reading('content.xml'),
    readMeta: reading('meta.xml'),
  };
}
