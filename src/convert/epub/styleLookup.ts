import type { Element } from 'hast';
import { attribute } from '../html.ts';
import { type CompoundSelector, type Declarations, readDeclarations, type StyleRule } from './styleSheet.ts';

/** The most rules that are asked about one class, id or tag, so that hostile style sheets take no time. */
const maxRulesOfKey = 200;

/** Finds what style sheets declare of elements. */
export class StyleLookup {
  private readonly byKey = new Map<string, StyleRule[]>();
  /** What is declared of elements of a tag and classes, where no rule asks for more. */
  private readonly known = new Map<string, Declarations>();

  constructor(rules: readonly StyleRule[]) {
    for (const rule of rules) {
      const key = keyOf(rule.compounds.at(-1));
      const same = this.byKey.get(key);
      if (!same) this.byKey.set(key, [rule]);
      else if (same.length < maxRulesOfKey) same.push(rule);
    }
  }

  /**
   * What is declared of an element, with its own `style`.
   * @param around the elements around it, the outermost first
   */
  declared(element: Element, around: readonly Element[]): Declarations {
    const names = attribute(element, 'className');
    const id = ownId(element);
    const classes = names === '' ? [] : names.trim().split(/\s+/);
    const shared = `${element.tagName} ${names}`;
    const isPlain = id === '' || !this.byKey.has(`#${id}`);
    const known = isPlain ? this.known.get(shared) : undefined;
    const style = attribute(element, 'style');
    if (known) return style === '' ? known : withOwn(known, style);
    const rules = [`#${id}`, ...classes.map((name) => `.${name}`), element.tagName, '']
      .flatMap((key) => this.byKey.get(key) ?? [])
      .filter((rule) => isOf(element, classes, rule.compounds.at(-1)));
    const matching = rules.filter((rule) => matchesAround(rule, around)).sort((a, b) => a.weight - b.weight);
    const found = new Map(matching.flatMap(({ declarations }) => [...declarations]));
    if (isPlain && rules.every(({ compounds }) => compounds.length === 1)) this.known.set(shared, found);
    return style === '' ? found : withOwn(found, style);
  }
}

function withOwn(found: Declarations, style: string): Declarations {
  return new Map([...found, ...readDeclarations(style)]);
}

function keyOf(compound: CompoundSelector | undefined): string {
  if (!compound) return '';
  if (compound.id) return `#${compound.id}`;
  return compound.classes[0] === undefined ? compound.tag : `.${compound.classes[0]}`;
}

/** The id that an element has in its file: in the tree of the book the name of the file stands before it. */
function ownId(element: Element): string {
  const id = attribute(element, 'id');
  return id.slice(id.indexOf('#') + 1);
}

function isOf(element: Element, classes: readonly string[], compound: CompoundSelector | undefined): boolean {
  if (!compound) return false;
  if (compound.tag !== '' && compound.tag !== element.tagName) return false;
  if (compound.id !== '' && compound.id !== ownId(element)) return false;
  return compound.classes.every((name) => classes.includes(name));
}

/** Whether what a rule asks of the elements around is so. */
function matchesAround({ compounds, isChild }: StyleRule, around: readonly Element[]): boolean {
  let at = around.length - 1;
  for (let index = compounds.length - 2; index >= 0; index--) {
    const matches = (element: Element | undefined): boolean =>
      element !== undefined &&
      isOf(element, attribute(element, 'className').trim().split(/\s+/), compounds[index]);
    if (isChild[index]) {
      if (!matches(around[at])) return false;
    } else while (at >= 0 && !matches(around[at])) at--;
    if (at < 0) return false;
    at--;
  }
  return true;
}
