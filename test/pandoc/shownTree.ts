/** Pandoc's tree in the notation of `test/publish/support.ts`. */
type Node = { readonly t: string; readonly c?: unknown };
type Attr = readonly [id: string, classes: readonly string[], values: readonly (readonly [string, string])[]];

interface PandocDocument {
  readonly blocks: readonly Node[];
}

/** Returns the blocks and footnotes of a tree, as `shownBlocks` shows those of a manuscript. */
export function shownTree(json: string): { readonly blocks: string; readonly footnotes: readonly string[] } {
  const shower = new TreeShower();
  const { blocks } = JSON.parse(json) as PandocDocument;
  return { blocks: shower.blocks(blocks, ''), footnotes: shower.footnotes };
}

const digitsOf: Readonly<Record<string, string>> = {
  Decimal: 'decimal',
  Example: 'decimal',
  DefaultStyle: 'decimal',
  LowerAlpha: 'lowerAlpha',
  UpperAlpha: 'upperAlpha',
  LowerRoman: 'lowerRoman',
  UpperRoman: 'upperRoman',
};
const delimiters: Readonly<Record<string, string>> = {
  Period: 'period',
  DefaultDelim: 'period',
  OneParen: 'parenthesis',
  TwoParens: 'parentheses',
};
const styles: Readonly<Record<string, string>> = {
  Emph: 'emphasis',
  Strong: 'strong',
  Strikeout: 'strikeout',
  Superscript: 'superscript',
  Subscript: 'subscript',
  Underline: 'underline',
  SmallCaps: 'smallCaps',
};

class TreeShower {
  readonly footnotes: string[] = [];

  blocks(nodes: readonly Node[], indent: string): string {
    return nodes
      .map((node) => this.block(node, indent))
      .filter((text) => text !== undefined)
      .map((text) => indent + text)
      .join('\n');
  }

  private inner(nodes: readonly Node[], indent: string): string {
    const text = this.blocks(nodes, `${indent}  `);
    return text === '' ? '' : `\n${text}`;
  }

  private items(items: readonly (readonly Node[])[], indent: string): string {
    return items.map((item) => `\n${indent}  item\n${this.blocks(item, `${indent}    `)}`).join('');
  }

  private block({ t, c }: Node, indent: string): string | undefined {
    switch (t) {
      case 'Header': {
        const [level, [id, classes], inlines] = c as [number, Attr, Node[]];
        return `h${String(level)} #${[id, ...classes].join('.')} ${this.inlines(inlines)}`;
      }
      case 'Para':
      case 'Plain': {
        const text = this.inlines(c as Node[]);
        return text === '' ? undefined : text;
      }
      case 'BlockQuote':
        return `quote${this.inner(c as Node[], indent)}`;
      case 'Div': {
        const [[id, classes], blocks] = c as [Attr, Node[]];
        return `div #${[id, ...classes].join('.')}${this.inner(blocks, indent)}`;
      }
      case 'BulletList': {
        const items = c as Node[][];
        return `list${tightness(items)}${this.items(items, indent)}`;
      }
      case 'OrderedList': {
        const [[start, style, delimiter], items] = c as [[number, Node, Node], Node[][]];
        const head = `list ${String(start)} ${digitsOf[style.t] ?? ''} ${delimiters[delimiter.t] ?? ''}`;
        return `${head}${tightness(items)}${this.items(items, indent)}`;
      }
      case 'DefinitionList': {
        const entries = c as [Node[], Node[][]][];
        const all = entries.map(([term, definitions]) => {
          const each = definitions.map((blocks) => `\n${indent}  =\n${this.blocks(blocks, `${indent}    `)}`);
          return `\n${indent}  ${this.inlines(term)}${each.join('')}`;
        });
        return `definitions${all.join('')}`;
      }
      case 'CodeBlock': {
        const [[, classes], text] = c as [Attr, string];
        return `code ${classes.join('.')} ${JSON.stringify(text)}`;
      }
      case 'LineBlock':
        return `verse ${(c as Node[][]).map((line) => this.inlines(line)).join(' / ')}`;
      case 'HorizontalRule':
        return 'rule';
      case 'Figure': {
        const [, [, caption], [plain]] = c as [Attr, [unknown, Node[]], Node[]];
        const [image] = plain?.c as Node[];
        const [, , [path]] = image?.c as [Attr, Node[], [string, string]];
        return `figure ${path} ${this.inlines((caption[0]?.c ?? []) as Node[])}`;
      }
      case 'Table':
        return this.table(c as TableContent, indent);
      default:
        return undefined;
    }
  }

  private table([, [, caption], columns, [, head], bodies]: TableContent, indent: string): string {
    const row = ([, cells]: Row): string =>
      `\n${indent}  ${cells.map((cell) => this.blocks(cell[4], '').replaceAll('\n', ' ¦ ')).join(' | ')}`;
    const aligned = columns.map(([{ t }]) => (t === 'AlignDefault' ? '-' : t.charAt(5).toLowerCase()));
    const title = caption[0] ? ` ${this.inlines(caption[0].c as Node[])}` : '';
    const heads = head
      .filter(([, cells]) => cells.some((cell) => cell[4].length > 0))
      .map((each) => `${row(each)} (head)`);
    const rows = bodies.flatMap(([, , more, own]) => [...more, ...own].map(row));
    return `table ${aligned.join('')}${title}${[...heads, ...rows].join('')}`;
  }

  inlines(nodes: readonly Node[]): string {
    return nodes.map((node) => this.inline(node)).join('');
  }

  private inline({ t, c }: Node): string {
    const style = styles[t];
    if (style !== undefined) return `<${style} ${this.inlines(c as Node[])}>`;
    switch (t) {
      case 'Str':
        return (c as string).replaceAll('\u00a0', '~');
      case 'Space':
      case 'SoftBreak':
        return ' ';
      case 'LineBreak':
        return '<break>';
      case 'Quoted': {
        const [kind, inlines] = c as [Node, Node[]];
        const [open, close] = kind.t === 'SingleQuote' ? ['‘', '’'] : ['“', '”'];
        return `${open}${this.inlines(inlines)}${close}`;
      }
      case 'Code':
        return `<code ${(c as [Attr, string])[1]}>`;
      case 'Math': {
        const [kind, tex] = c as [Node, string];
        return `<${kind.t === 'DisplayMath' ? 'display' : 'math'} ${tex}>`;
      }
      case 'Link': {
        const [, inlines, [target, title]] = c as [Attr, Node[], [string, string]];
        return `<link ${target}${title ? ` “${title}”` : ''}: ${this.inlines(inlines)}>`;
      }
      case 'Image': {
        const [, , [path]] = c as [Attr, Node[], [string, string]];
        return `<image ${path}>`;
      }
      case 'Note': {
        const index = this.footnotes.length;
        this.footnotes.push('');
        this.footnotes[index] = this.blocks(c as Node[], '');
        return `<footnote ${String(index)}>`;
      }
      case 'Cite':
        return '<cite>';
      case 'Span': {
        const [[id, classes, values], inlines] = c as [Attr, Node[]];
        const inner = this.inlines(inlines);
        return id === '' && classes.length + values.length === 0
          ? inner
          : `<span ${[id, ...classes].join('.')}: ${inner}>`;
      }
      default:
        return '';
    }
  }
}

type Row = readonly [Attr, readonly (readonly [Attr, Node, number, number, readonly Node[]])[]];
type TableContent = [Attr, [unknown, Node[]], [Node, Node][], [Attr, Row[]], [Attr, number, Row[], Row[]][]];

function tightness(items: readonly (readonly Node[])[]): string {
  return items.some((item) => item[0]?.t === 'Para') ? '' : ' tight';
}
