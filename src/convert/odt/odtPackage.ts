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
  ['urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0', 'field'],
  ['http://www.w3.org/1999/xlink', 'xlink'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
]);

/** The parts of an OpenDocument file. A flat file is all of them in one. */
export interface OdtPackage {
  /** Reads the styles that have names, if the file keeps them apart. */
  readonly readStyles: (handler: XmlHandler) => Promise<void>;
  /** Reads the text, with styles of its own. */
  readonly readContent: (handler: XmlHandler) => Promise<void>;
  readonly readMeta: (handler: XmlHandler) => Promise<void>;
}

/**
 * @throws CannotRead if the bytes are neither an archive with a text nor XML, or are encrypted
 */
export async function openOdt(bytes: Uint8Array): Promise<OdtPackage> {
  const archive = openArchive(bytes);
  const nothing = (): Promise<void> => Promise.resolve();
  if (!archive)
    return {
      readStyles: nothing,
      readContent: (handler) =>
        readXml([bytes], handler, { part: 'office:document', namespaces: odfNamespaces }),
      readMeta: nothing,
    };
  const reading = (part: string) => async (handler: XmlHandler) => {
    const pieces = archive.pieces(part);
    if (pieces) await readXml(pieces, handler, { part, namespaces: odfNamespaces });
  };
  let isEncrypted = archive.names.has('encrypted-package');
  await reading('META-INF/manifest.xml')({
    open: (name) => void (isEncrypted ||= name === 'manifest:encryption-data'),
    close: () => undefined,
  });
  if (isEncrypted) throw new CannotRead(messageOf('importing.encrypted'));
  if (!archive.names.has('content.xml')) throw new CannotRead(messageOf('importing.damaged'));
  return {
    readStyles: reading('styles.xml'),
    readContent: reading('content.xml'),
    readMeta: reading('meta.xml'),
  };
}
