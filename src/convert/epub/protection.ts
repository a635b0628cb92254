import { messageOf } from '../../core/messages.ts';
import { CannotRead } from '../archive.ts';
import { readXml } from '../xml.ts';
import type { BookFiles } from './bookFiles.ts';

/** How fonts are made useless outside of a book. Nothing else of it is changed. */
const fontsOnly = /^(?:http:\/\/www\.idpf\.org\/2008\/embedding|http:\/\/ns\.adobe\.com\/pdf\/enc#RC)$/;
const encryptionNamespaces: ReadonlyMap<string, string> = new Map([
  ['http://www.w3.org/2001/04/xmlenc#', ''],
  ['urn:oasis:names:tc:opendocument:xmlns:container', ''],
]);

/**
 * Refuses a book of which a file that is read is encrypted. Fonts and pictures may be.
 * @param read the names of the files that are read
 * @throws CannotRead if one of them is encrypted
 */
export async function refuseEncrypted(files: BookFiles, read: ReadonlySet<string>): Promise<void> {
  const name = files.named('META-INF/encryption.xml');
  if (name === undefined) return;
  let method = '';
  const open = (tag: string, attributes: Readonly<Record<string, string>>): void => {
    if (tag === 'EncryptedData') method = '';
    if (tag === 'EncryptionMethod' && method === '') method = attributes['Algorithm'] ?? '?';
    if (tag !== 'CipherReference' || fontsOnly.test(method)) return;
    const found = files.find(attributes['URI'] ?? '', '')?.name;
    if (found !== undefined && read.has(found)) throw new CannotRead(messageOf('importing.copyProtected'));
  };
  await readXml(
    files.archive.pieces(name) ?? [],
    { open, close: () => undefined },
    { part: name, namespaces: encryptionNamespaces },
  );
}
