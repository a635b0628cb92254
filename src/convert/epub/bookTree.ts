import { tableOf } from '../../core/text.ts';
import { characterEntities } from 'character-entities';
import type { Element, ElementContent, Root } from 'hast';
import { CannotRead } from '../archive.ts';
import { LineFormula } from '../blocks.ts';
import { decodeBytes } from '../decode.ts';
import { bareText, parseHtml, visitHtml } from '../html.ts';
import { readXml, type XmlAttributes } from '../xml.ts';

const xhtmlNamespaces: ReadonlyMap<string, string> = new Map([
  ['http://www.w3.org/1999/xhtml', ''],
  ['http://www.idpf.org/2007/ops', 'epub'],
  ['http://www.w3.org/2000/svg', 'svg'],
  ['http://www.w3.org/1998/Math/MathML', 'math'],
]);
/** Tags of what stands within a line. */
export const bookInlineTag =
  /^(?:a|abbr|acronym|b|bdi|bdo|big|br|cite|code|data|del|dfn|em|font|i|img|ins|kbd|label|mark|math|q|rp|rt|ruby|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)$/;
const propertyNames = tableOf<string>({ class: 'className', datetime: 'dateTime' });
const voidTag = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;

/** Numbers the blocks of a book, from 1: what stands for the lines of a text. */
export interface BlockCount {
  blocks: number;
}

/**
 * Reads one file of a book as a tree of HTML. XML is tried first: by the rules of HTML, a tag that closes itself would hold all
 * that follows.
 * @param count goes on with each block
 * @throws CannotRead if the file is nested too deeply
 */
export async function readBookTree(bytes: Uint8Array, part: string, count: BlockCount): Promise<Root> {
  const before = count.blocks;
  try {
    return await readXhtml(bytes, part, count);
  } catch (error) {
    if (!(error instanceof CannotRead) || error.problem.id !== 'importing.badXml') throw error;
    count.blocks = before;
    const decoded = decodeBytes(bytes);
    if ('problem' in decoded && decoded.problem.id === 'importing.binary') throw error;
    return readLooseHtml('text' in decoded ? decoded.text : '', count);
  }
}

async function readXhtml(bytes: Uint8Array, part: string, count: BlockCount): Promise<Root> {
  const builder = new TreeBuilder(count);
  await readXml([bytes], builder, { part, namespaces: xhtmlNamespaces, entities: characterEntities });
  return builder.root;
}

type Parent = Root | Element;
type BlockPosition = NonNullable<Element['position']>;

/** Builds the tree. Of drawings nothing is kept, of formulas what they are in words. */
class TreeBuilder {
  readonly root: Root = { type: 'root', children: [] };
  private readonly open_: Parent[] = [this.root];
  private position: BlockPosition;
  /** How many open elements belong to a drawing or formula. */
  private foreign = 0;
  private raw = 0;
  private formula: LineFormula | undefined;
  private alternative = '';

  constructor(private readonly count: BlockCount) {
    this.position = blockPosition(count.blocks);
  }

  readonly open = (name: string, attributes: XmlAttributes): void => {
    const tagName = name.toLowerCase();
    if (this.foreign > 0 || /^(?:svg|math):/.test(tagName) || tagName === 'svg' || tagName === 'math') {
      this.foreign++;
      if (this.foreign === 1) {
        this.alternative = attributes['alttext'] ?? '';
        this.formula = tagName.endsWith('math') ? new LineFormula() : undefined;
      } else this.formula?.open(tagName.replace(/^.*:/, ''));
      return;
    }
    if (!bookInlineTag.test(tagName)) this.position = blockPosition(++this.count.blocks);
    if (tagName === 'pre') this.raw++;
    const element: Element = {
      type: 'element',
      tagName,
      properties: propertiesOf(attributes),
      children: [],
      position: this.position,
    };
    (this.parent.children as ElementContent[]).push(element);
    this.open_.push(element);
  };

  readonly text = (value: string): void => {
    if (this.foreign > 0) {
      this.formula?.text(value);
      return;
    }
    const text = bookText(value, this.raw > 0);
    const last = this.parent.children.at(-1);
    if (last?.type === 'text') last.value += text;
    else
      (this.parent.children as ElementContent[]).push({ type: 'text', value: text, position: this.position });
  };

  readonly close = (name: string): void => {
    if (this.foreign > 0) {
      this.foreign--;
      if (this.foreign > 0) this.formula?.close();
      else this.text(this.formula?.words || this.alternative);
      return;
    }
    if (name === 'pre') this.raw--;
    this.open_.pop();
  };

  private get parent(): Parent {
    return this.open_.at(-1) ?? this.root;
  }
}

/** Text without soft hyphens, which only say where a word may be divided, and without line ends, which say nothing. */
function bookText(value: string, isRaw: boolean): string {
  const text = value.includes('\u00AD') ? value.replaceAll('\u00AD', '') : value;
  return isRaw ? text : text.replace(/[\r\n]+/g, ' ');
}

function blockPosition(line: number): BlockPosition {
  const point = { line: Math.max(1, line), column: 1 };
  return { start: point, end: point };
}

function propertiesOf(attributes: XmlAttributes): Element['properties'] {
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([name]) => !name.startsWith('xmlns'))
      .map(([name, value]) => [propertyName(name), value]),
  );
}

/** The name of an attribute as trees of HTML have it: `ariaLabel`; those of other namespaces stay. */
function propertyName(name: string): string {
  const lower = name.toLowerCase();
  return propertyNames[lower] ?? lower.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function readLooseHtml(written: string, count: BlockCount): Root {
  const html = written
    .replace(/^\s*<\?xml[^>]*\?>/, '')
    .replace(/<([A-Za-z][\w:.-]*)((?:\s[^<>]*?)?)\/>/g, (tag, name: string, rest: string) =>
      voidTag.test(name) ? tag : `<${name}${rest}></${name}>`,
    );
  const tree = parseHtml(html) ?? treeOfText(bareText(html));
  let position = blockPosition(count.blocks);
  visitHtml(tree, (node, parent) => {
    if (node.type === 'element' && !bookInlineTag.test(node.tagName))
      position = blockPosition(++count.blocks);
    if (node.type === 'text') node.value = bookText(node.value, /^(?:pre|code)$/.test(parent?.tagName ?? ''));
    node.position = position;
    return true;
  });
  return tree;
}

function treeOfText(text: string): Root {
  const children = text.split(/\n{2,}/).map((words): Element => ({
    type: 'element',
    tagName: 'p',
    properties: {},
    children: [{ type: 'text', value: words }],
  }));
  return { type: 'root', children };
}
