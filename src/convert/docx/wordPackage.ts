import { messageOf } from '../../core/messages.ts';
import { type Archive, CannotRead, openArchive } from '../archive.ts';
import { readXml, type XmlHandler } from '../xml.ts';

/** The namespaces of WordprocessingML, also as strict files name them, by the prefixes that Word gives them. */
const wordNamespaces: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['http://schemas.microsoft.com/office/word/2012/wordml', 'w15'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', ''],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
]);

/** A relationship of a part (ECMA-376, part 2, 9.3). */
interface Relationship {
  /** The last word of its type: `styles`, `footnotes`, `hyperlink`. Strict and other files have it in common. */
  readonly kind: string;
  readonly target: string;
  readonly isExternal: boolean;
}

/** The parts of a Word file, by what they are for. */
export class WordPackage {
  private main = 'word/document.xml';
  private root: ReadonlyMap<string, Relationship> = new Map();
  private relationships: ReadonlyMap<string, Relationship> = new Map();

  private constructor(private readonly archive: Archive) {}

  /**
   * @throws CannotRead if the bytes are no archive, or it has no document
   */
  static async open(bytes: Uint8Array): Promise<WordPackage> {
    const archive = openArchive(bytes);
    if (!archive) throw new CannotRead(messageOf('importing.damaged'));
    const file = new WordPackage(archive);
    file.root = await file.relationshipsOf('');
    const main = [...file.root.values()].find(({ kind }) => kind === 'officeDocument');
    if (main) file.main = targetPath('', main.target);
    if (!file.nameOf(file.main)) throw new CannotRead(messageOf('importing.damaged'));
    file.relationships = await file.relationshipsOf(file.main);
    return file;
  }

  /** Reads the document. */
  readMain(handler: XmlHandler): Promise<void> {
    return this.readPart(this.main, handler);
  }

  /** Reads the part to which the document has a relationship, `styles` or `footnotes`. Does nothing if there is none. */
  async read(kind: string, handler: XmlHandler): Promise<void> {
    const found = [...this.relationships.values()].find((one) => one.kind === kind && !one.isExternal);
    if (found) await this.readPart(targetPath(this.main, found.target), handler);
  }

  /** Reads the properties of the file. */
  async readProperties(handler: XmlHandler): Promise<void> {
    const found = [...this.root.values()].find(({ kind }) => kind === 'core-properties');
    if (found) await this.readPart(targetPath('', found.target), handler);
  }

  /** The address to which a link of the document, or of another part, leads. Undefined if it is none outside the file. */
  linkOf(id: string): string | undefined {
    const found = this.relationships.get(id);
    return found?.isExternal ? found.target : undefined;
  }

  private async readPart(path: string, handler: XmlHandler): Promise<void> {
    const name = this.nameOf(path);
    const pieces = name === undefined ? undefined : this.archive.pieces(name);
    if (name !== undefined && pieces)
      await readXml(pieces, handler, { part: name, namespaces: wordNamespaces });
  }

  private async relationshipsOf(part: string): Promise<Map<string, Relationship>> {
    const [, folder = '', file = ''] = /^(.*\/)?([^/]*)$/.exec(part) ?? [];
    const found = new Map<string, Relationship>();
    await this.readPart(`${folder}_rels/${file}.rels`, {
      open: (name, { Id = '', Type = '', Target = '', TargetMode = '' }) => {
        if (name !== 'Relationship') return;
        const kind = /[^/]*$/.exec(Type)?.[0] ?? '';
        found.set(Id, { kind, target: Target, isExternal: TargetMode === 'External' });
      },
      close: () => undefined,
    });
    return found;
  }

  /** The name of a part as the archive has it: names of parts are the same in upper and lower case (part 2, 6.2.2.3). */
  private nameOf(path: string): string | undefined {
    const { names } = this.archive;
    if (names.has(path)) return path;
    const lower = path.toLowerCase();
    return [...names].find((name) => name.toLowerCase() === lower);
  }
}

/** The path of a target, which is relative to the folder of the part that names it. */
function targetPath(part: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = part.split('/').slice(0, -1);
  for (const step of target.split('/'))
    if (step === '..') path.pop();
    else if (step !== '.') path.push(step);
  return path.join('/');
}
