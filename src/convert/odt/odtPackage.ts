import { messageOf } from '../../core/messages.ts';
import { type Archive, CannotRead, openArchive } from '../archive.ts';
import { LineFormula } from '../blocks.ts';
import { readXml, type XmlAttributes, type XmlHandler } from '../xml.ts';

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
  /** Reads the formulas, which are files of their own: their words by their folders. Those of a flat file are added as it is read. */
  readonly readFormulas: () => Promise<ReadonlyMap<string, string>>;
}

/**
 * @throws CannotRead if the bytes are neither an archive with a text nor XML, or are encrypted
 */
export async function openOdt(bytes: Uint8Array): Promise<OdtPackage> {
  const archive = openArchive(bytes);
  if (!archive) return flatPackage(bytes);
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
    readFormulas: () => odtFormulas(archive),
  };
}

function flatPackage(bytes: Uint8Array): OdtPackage {
  const nothing = (): Promise<void> => Promise.resolve();
  const formulas = new Map<string, string>();
  return {
    readStyles: nothing,
    readContent: (handler) =>
      readXml([bytes], new FlatObjects(handler, formulas), {
        part: 'office:document',
        namespaces: new Map([...odfNamespaces, ...mathNamespaces]),
      }),
    readMeta: nothing,
    readFormulas: () => Promise.resolve(formulas),
  };
}

/** Hands on a flat file with its objects as a packed one has them: each by a name under which its words are, if it is a formula. */
class FlatObjects implements XmlHandler {
  private object: OdtObject | undefined;
  /** How many objects within it are open. */
  private depth = 0;
  private count = 0;

  constructor(
    private readonly handler: XmlHandler,
    private readonly formulas: Map<string, string>,
  ) {}

  open(name: string, attributes: XmlAttributes): void {
    if (this.object) this.object.open(name);
    else if (name === objectName) this.object = new OdtObject();
    else this.handler.open(name, attributes);
    if (name === objectName) this.depth++;
  }

  close(name: string): void {
    if (name === objectName && --this.depth === 0) this.handOn();
    else if (this.object) this.object.close();
    else this.handler.close(name);
  }

  text(text: string): void {
    if (this.object) this.object.text(text);
    else this.handler.text?.(text);
  }

  private handOn(): void {
    const folder = `object ${String(++this.count)}`;
    if (this.object?.isFormula && this.count <= maxObjects)
      this.formulas.set(folder, this.object.formula.words);
    this.object = undefined;
    this.handler.open(objectName, { 'xlink:href': folder });
    this.handler.close(objectName);
  }
}

const objectName = 'draw:object';

/** A file with more objects than this has them for another purpose than formulas. */
const maxObjects = 5000;

async function odtFormulas(archive: Archive): Promise<ReadonlyMap<string, string>> {
  const words = new Map<string, string>();
  const parts = [...archive.names].filter((name) => /^[^/]+\/content\.xml$/.test(name)).slice(0, maxObjects);
  for (const part of parts) {
    const read = new OdtObject();
    try {
      await readXml(archive.pieces(part) ?? [], read, { part, namespaces: mathNamespaces });
    } catch (error) {
      // What an object cannot tell is no reason not to read the text.
      if (!(error instanceof CannotRead)) throw error;
      continue;
    }
    if (read.isFormula) words.set(part.slice(0, part.indexOf('/')), read.formula.words);
  }
  return words;
}

const mathNamespaces: ReadonlyMap<string, string> = new Map([['http://www.w3.org/1998/Math/MathML', 'math']]);

/** Reads an object of a file, which may be a formula. */
class OdtObject implements XmlHandler {
  readonly formula = new LineFormula();
  isFormula = false;

  open(name: string): void {
    this.isFormula ||= name === 'math:math';
    this.formula.open(name.replace(/^.*:/, ''));
  }

  close(): void {
    this.formula.close();
  }

  text(text: string): void {
    if (this.isFormula) this.formula.text(text);
  }
}
