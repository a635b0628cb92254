import { strFromU8, unzipSync } from 'fflate';
import { readXml } from '../../src/convert/xml.ts';

/** An element of an XML file. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly children: XmlNode[];
  text: string;
}

/** The parts of a file of a word processor, each read as XML. */
export interface Unpacked {
  /** The names of its parts in their order. */
  readonly names: readonly string[];
  readonly text: (part: string) => string;
  /** All elements of a part, in document order. */
  readonly elements: (part: string) => readonly XmlNode[];
}

export async function unpacked(bytes: Uint8Array): Promise<Unpacked> {
  const files = unzipSync(bytes);
  const parts = new Map<string, XmlNode[]>();
  for (const [part, content] of Object.entries(files))
    if (/\.(?:xml|rels)$/.test(part)) parts.set(part, await elementsOf(content, part));
  const elements = (part: string): XmlNode[] => {
    const found = parts.get(part);
    if (!found) throw new Error(`there is no ${part}`);
    return found;
  };
  return {
    names: Object.keys(files),
    text: (part) => strFromU8(files[part] ?? new Uint8Array()),
    elements,
  };
}

/** Fails where a part is not well-formed. */
async function elementsOf(bytes: Uint8Array, part: string): Promise<XmlNode[]> {
  const all: XmlNode[] = [];
  const open: XmlNode[] = [];
  await readXml(
    [bytes],
    {
      open: (name, attributes) => {
        const node: XmlNode = { name, attributes: { ...attributes }, children: [], text: '' };
        open.at(-1)?.children.push(node);
        open.push(node);
        all.push(node);
      },
      close: () => void open.pop(),
      text: (text) => {
        const node = open.at(-1);
        if (node) node.text += text;
      },
    },
    { part, namespaces: prefixes },
  );
  return all;
}

/** Namespaces by the prefixes that these tests write. */
const prefixes = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing', 'wp'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://schemas.openxmlformats.org/drawingml/2006/picture', 'pic'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', ''],
  ['http://schemas.openxmlformats.org/package/2006/content-types', ''],
  ...['office', 'style', 'text', 'table', 'meta', 'manifest', 'drawing'].map((name): [string, string] => [
    `urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`,
    name === 'drawing' ? 'draw' : name,
  ]),
  ['http://www.w3.org/1999/xlink', 'xlink'],
]);
