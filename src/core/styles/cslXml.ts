import { NotXml, xmlEntities, type XmlHandler, XmlTokens } from '../xmlText.ts';

/** An element of a style or locale. Names are without the prefix of their namespace, attributes too. */
export interface StyleNode {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly StyleNode[];
  /** The text between its tags, without that of its children. */
  readonly text: string;
}

/** No style is longer, in UTF-16 code units. */
const maxXmlUnits = 4_000_000;
const maxNesting = 200;

interface OpenNode {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: StyleNode[];
  text: string;
}

/** Reads an XML text into its root element; undefined where it is not well formed, or larger than any style. Never throws. */
export function readStyleXml(xml: string): StyleNode | undefined {
  if (xml.length > maxXmlUnits) return undefined;
  const top: OpenNode = { name: '', attributes: new Map(), children: [], text: '' };
  const open = [top];
  const handler: XmlHandler = {
    open: (name, attributes) => {
      if (open.length > maxNesting) throw new NotXml(true);
      const node: OpenNode = {
        name: localName(name),
        attributes: localNames(attributes),
        children: [],
        text: '',
      };
      open.at(-1)?.children.push(node);
      open.push(node);
    },
    close: () => void open.pop(),
    text: (text) => {
      const node = open.at(-1);
      if (node) node.text += text;
    },
  };
  const tokens = new XmlTokens(handler, new Map(), xmlEntities);
  try {
    tokens.write(xml.replace(/^\uFEFF/, ''));
    tokens.end();
  } catch {
    return undefined;
  }
  return top.children[0];
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function localNames(attributes: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(attributes).map(([name, value]) => [localName(name), value]));
}

/** The child elements of a name. */
export function childrenOf(node: StyleNode | undefined, name: string): readonly StyleNode[] {
  return node?.children.filter((child) => child.name === name) ?? [];
}
