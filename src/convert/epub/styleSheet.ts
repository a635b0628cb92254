/** The declarations that say what words are, by property; the values in lower case. */
export type Declarations = ReadonlyMap<string, string>;

/** A rule of a style sheet for elements that one selector finds. */
export interface StyleRule {
  /** The element itself last, what it must be within before; the outermost first. */
  readonly compounds: readonly CompoundSelector[];
  /** Whether each compound must be the parent of the next, not only around it. */
  readonly isChild: readonly boolean[];
  readonly declarations: Declarations;
  /** By which it wins over others: ids, classes, tags; then its place. */
  readonly weight: number;
}

/** What one element must be for a selector. */
export interface CompoundSelector {
  readonly tag: string;
  readonly id: string;
  readonly classes: readonly string[];
}

const known =
  /^(?:font|font-style|font-weight|font-size|margin|margin-left|margin-right|margin-inline|margin-inline-start|padding-left|padding-right|padding|text-indent|text-align|text-decoration|text-decoration-line|vertical-align|display|visibility)$/;
/** The most code units of a style sheet that are read, and the most rules of a book. */
const maxStyleUnits = 2_000_000;
const maxRules = 20_000;

/** Reads the rules of style sheets that may say what words are: emphasis, headings, quotations. */
export class StyleReader {
  readonly rules: StyleRule[] = [];

  /** Reads a style sheet, without those that it imports. Of rules for media only those for screens and all media count. */
  read(css: string): void {
    const text = css.slice(0, maxStyleUnits).replace(/\/\*[^]*?(?:\*\/|$)/g, ' ');
    let at = 0;
    while (at < text.length && this.rules.length < maxRules) {
      const open = indexFrom(text, '{', at);
      const head = text.slice(at, open);
      const selector = head.slice(head.lastIndexOf(';') + 1).replace(/^[\s}]+|\s+$/g, '');
      if (selector.startsWith('@')) {
        at = isForScreens(selector) ? open + 1 : endOfBraces(text, open);
        continue;
      }
      const close = indexFrom(text, '}', open);
      this.add(selector, text.slice(open + 1, close));
      at = close + 1;
    }
  }

  private add(selectors: string, body: string): void {
    const declarations = readDeclarations(body);
    if (declarations.size === 0) return;
    for (const selector of selectors.split(',')) {
      const rule = readSelector(selector.trim());
      if (!rule) continue;
      const specificity = rule.compounds.reduce(
        (sum, { id, classes, tag }) => sum + (id ? 10_000 : 0) + classes.length * 100 + (tag ? 1 : 0),
        0,
      );
      this.rules.push({ ...rule, declarations, weight: specificity * maxRules + this.rules.length });
    }
  }
}

function indexFrom(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at < 0 ? text.length : at;
}

function isForScreens(rule: string): boolean {
  return (
    /^@media\s+(?:only\s+)?(?:all|screen)\b(?!.*amzn)/i.test(rule) || /^@(?:supports|layer)\b/i.test(rule)
  );
}

function endOfBraces(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at + 1;
  }
  return text.length;
}

/** Reads the declarations of a rule or of a `style` attribute. What stands for several properties is told as these. */
export function readDeclarations(body: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const declaration of body.split(';')) {
    const colon = declaration.indexOf(':');
    const property = declaration.slice(0, colon).trim().toLowerCase();
    if (colon <= 0 || !known.test(property)) continue;
    const value = declaration
      .slice(colon + 1)
      .replace(/!\s*important/i, '')
      .trim()
      .toLowerCase();
    for (const [name, part] of longhands(property, value)) found.set(name, part);
  }
  return found;
}

/** The properties that a declaration sets, each by itself. */
function longhands(property: string, value: string): [string, string][] {
  if (property === 'font') return fontParts(value);
  if (property === 'margin' || property === 'padding') {
    const [top = '', right = top, , left = right] = value.split(/\s+/);
    return [
      [`${property}-left`, left],
      [`${property}-right`, right],
    ];
  }
  if (property === 'margin-inline') {
    const [start = '', end = start] = value.split(/\s+/);
    return [
      ['margin-left', start],
      ['margin-right', end],
    ];
  }
  if (property === 'margin-inline-start') return [['margin-left', value]];
  return [[property === 'text-decoration-line' ? 'text-decoration' : property, value]];
}

function fontParts(value: string): [string, string][] {
  const [, size] = /(?:^|\s)([\d.]+(?:em|rem|px|pt|%))(?:\/|\s|$)/.exec(value) ?? [];
  return [
    ['font-style', /\b(?:italic|oblique)\b/.test(value) ? 'italic' : 'normal'],
    ['font-weight', /\b(?:bold|[6-9]00)\b/.test(value) ? 'bold' : 'normal'],
    ...(size === undefined ? [] : ([['font-size', size]] as [string, string][])),
  ];
}

/** Reads a selector of tags, classes and ids. Undefined for what asks for more, as `:first-letter` or `p + p`. */
function readSelector(selector: string): Pick<StyleRule, 'compounds' | 'isChild'> | undefined {
  if (selector === '' || selector.length > 300 || /[:+~[\\]/.test(selector)) return undefined;
  const compounds: CompoundSelector[] = [];
  const isChild: boolean[] = [];
  for (const part of selector
    .replace(/\s*>\s*/g, ' >')
    .trim()
    .split(/\s+/)) {
    const compound = readCompound(part.replace(/^>/, ''));
    if (!compound) return undefined;
    if (compounds.length > 0) isChild.push(part.startsWith('>'));
    compounds.push(compound);
  }
  return { compounds, isChild };
}

function readCompound(written: string): CompoundSelector | undefined {
  const parts = /^(\*|[\w-]+)?((?:[.#][^.#\s]+)*)$/.exec(written);
  if (!parts || written === '') return undefined;
  const names = (parts[2] ?? '').match(/[.#][^.#]+/g) ?? [];
  const tag = (parts[1] ?? '').toLowerCase();
  return {
    tag: tag === '*' ? '' : tag,
    id: names.find((name) => name.startsWith('#'))?.slice(1) ?? '',
    classes: names.filter((name) => name.startsWith('.')).map((name) => name.slice(1)),
  };
}
