import { eachTagged, findTagged, formatted, isSameData, isTagged, literal, type StyleOutput, transformed } from './output.ts';
import { plainRich } from './richText.ts';
import type { Formatting, StyleLayout } from './parsedStyle.ts';

type Collapse = 'citation-number' | 'year' | 'year-suffix' | 'year-suffix-ranged';
const collapses: readonly Collapse[] = ['citation-number', 'year', 'year-suffix', 'year-suffix-ranged'];

const cslRangeDash = '–';

/** Puts the citations of a group together that have the same names or following numbers (CSL 1.0.2, “Cite Grouping”, “Cite Collapsing”). */
export class Collapser {
  private readonly collapse: Collapse | undefined;
  private readonly groupDelimiter: string | undefined;
  private readonly afterDelimiter: string | undefined;
  private readonly yearSuffixDelimiter: string | undefined;
  private readonly delimiter: string | undefined;

  constructor({ attributes, formatting }: StyleLayout) {
    this.collapse = collapses.find((collapse) => collapse === attributes.get('collapse'));
    this.delimiter = formatting.delimiter;
    const cites = attributes.get('cite-group-delimiter');
    this.groupDelimiter = cites ?? (attributes.has('collapse') ? ', ' : undefined);
    this.afterDelimiter = attributes.get('after-collapse-delimiter') ?? formatting.delimiter;
    this.yearSuffixDelimiter = attributes.get('year-suffix-delimiter') ?? cites ?? formatting.delimiter;
  }

  /** A group with its citations put together; as it is where the style does not ask for it. */
  collapsed(group: StyleOutput | undefined): StyleOutput | undefined {
    if (group?.kind !== 'group' || this.groupDelimiter === undefined) return group;
    const { delimiter: _, ...formatting } = group.formatting;
    if (this.collapse === 'citation-number') {
      const ranges = successive(group.parts, followsNumber);
      return { ...group, formatting, parts: ranges.flatMap((range, at) => this.numbers(range, at === ranges.length - 1)) };
    }
    const groups = groupedByNames(group.parts);
    if (this.collapse !== undefined)
      return { ...group, formatting, parts: groups.map((cites, at) => this.named(cites, at === groups.length - 1)) };
    const within: Formatting = { delimiter: this.groupDelimiter };
    return { ...group, parts: groups.map((parts): StyleOutput => ({ kind: 'group', formatting: within, parts })) };
  }

  private numbers(range: readonly StyleOutput[], isLast: boolean): readonly StyleOutput[] {
    const [first, last] = [range[0], range.at(-1)];
    const isRange = range.length >= 3 && first !== undefined && last !== undefined;
    const delimiter = isRange ? cslRangeDash : this.delimiter;
    const after = isRange ? this.afterDelimiter : this.delimiter;
    const parts = isRange ? [first, last] : range;
    const joined: StyleOutput = { kind: 'group', formatting: withDelimiter(delimiter), parts };
    return isLast || after === undefined ? [joined] : [joined, literal(plainRich(after))];
  }

  /** Citations of the same names: these are printed with the first alone. */
  private named(cites: readonly StyleOutput[], isLast: boolean): StyleOutput {
    const [first, ...rest] = cites;
    const nameless = rest.flatMap((cite) => transformed(cite, (output) => (isTagged(output, 'names') ? undefined : output)) ?? []);
    const unnamed = first === undefined ? [] : [first, ...nameless];
    const collapsed = this.yearSuffixes(unnamed);
    const isUnchanged = isSameData(collapsed, cites);
    const hasYears = isSameData(collapsed, unnamed);
    const isByYear = this.collapse === 'year';
    const hasLocator = collapsed.some((cite) => findTagged(cite, 'locator') !== undefined);
    const isGrouped = isUnchanged || (hasYears && !(isByYear && hasLocator));
    const between = isGrouped ? this.groupDelimiter : (this.afterDelimiter ?? this.delimiter);
    const parts = collapsed.map((cite, at): StyleOutput =>
      at === collapsed.length - 1 ? cite : { kind: 'group', formatting: suffixed(between), parts: [cite] },
    );
    const after = isUnchanged && !isByYear ? this.delimiter : (this.afterDelimiter ?? this.delimiter);
    return { kind: 'group', formatting: isLast ? {} : suffixed(after), parts };
  }

  /** Citations of the same year: it is printed with the first alone. */
  private yearSuffixes(cites: readonly StyleOutput[]): readonly StyleOutput[] {
    if (this.collapse !== 'year-suffix' && this.collapse !== 'year-suffix-ranged') return cites;
    const groups: { readonly years: unknown; readonly cites: StyleOutput[] }[] = [];
    for (const cite of cites) {
      const years = yearsOfCite(cite);
      const last = groups.at(-1);
      if (last && isSameData(last.years, years)) {
        const suffix = transformed(cite, (output) =>
          isTagged(output, 'date') ? { ...output, content: findTagged(output, 'yearSuffix') } : output,
        );
        if (suffix) last.cites.push(suffix);
      } else groups.push({ years, cites: [cite] });
    }
    return groups.map((group) => this.yearGroup(group.cites));
  }

  private yearGroup(cites: readonly StyleOutput[]): StyleOutput {
    const [only, second] = cites;
    if (only !== undefined && second === undefined) return only;
    const formatting = withDelimiter(this.yearSuffixDelimiter);
    if (this.collapse !== 'year-suffix-ranged') return { kind: 'group', formatting, parts: cites };
    const ranges = successive(cites, isNextSuffix).map((range): StyleOutput => {
      const [first, last] = [range[0], range.at(-1)];
      if (range.length === 1 && first) return first;
      return range.length >= 3 && first && last
        ? { kind: 'group', formatting: { delimiter: cslRangeDash }, parts: [first, last] }
        : { kind: 'group', formatting, parts: range };
    });
    return { kind: 'group', formatting, parts: ranges };
  }
}

function withDelimiter(delimiter: string | undefined): Formatting {
  return delimiter === undefined ? {} : { delimiter };
}

function suffixed(suffix: string | undefined): Formatting {
  return suffix === undefined ? {} : { suffix };
}

function yearsOfCite(cite: StyleOutput): readonly unknown[] {
  return eachTagged(cite, 'date').map(({ tag }) => tag.years);
}

/** Stretches of outputs each of which follows the one before. */
function successive(
  outputs: readonly StyleOutput[],
  follows: (first: StyleOutput, second: StyleOutput) => boolean,
): readonly (readonly StyleOutput[])[] {
  const caseStretches: StyleOutput[][] = [];
  for (const output of outputs) {
    const stretch = caseStretches.at(-1);
    const last = stretch?.at(-1);
    if (stretch && last && follows(last, output)) stretch.push(output);
    else caseStretches.push([output]);
  }
  return caseStretches;
}

function isNextSuffix(first: StyleOutput, second: StyleOutput): boolean {
  const [a, more] = eachTagged(first, 'yearSuffix');
  const [b, others] = eachTagged(second, 'yearSuffix');
  return !!a && !!b && !more && !others && b.tag.number === a.tag.number + 1;
}

function followsNumber(first: StyleOutput, second: StyleOutput): boolean {
  const [a, b] = [citationNumberOf(first), citationNumberOf(second)];
  return a !== undefined && b === a + 1;
}

/** The number of a citation that prints nothing else. */
function citationNumberOf(output: StyleOutput): number | undefined {
  if (!isTagged(output, 'item')) return undefined;
  const { content } = output;
  const inner = content?.kind === 'group' && content.parts.length === 1 ? content.parts[0] : content;
  return isTagged(inner, 'citationNumber') ? inner.tag.number : undefined;
}

/** Groups citations of the same names. None is moved past one that something stands before or after. */
function groupedByNames(cites: readonly StyleOutput[]): readonly (readonly StyleOutput[])[] {
  const groups: (readonly StyleOutput[])[] = [];
  let left = cites;
  for (let [first] = left; first !== undefined; [first] = left) {
    const current = first;
    const rest = left.slice(1);
    const end = rest.findIndex(hasAffix);
    const near = hasTag(current, 'suffix') ? [] : rest.slice(0, end < 0 ? rest.length : end);
    const same = near.filter((cite) => haveSameNames(current, cite));
    groups.push([current, ...same]);
    left = rest.filter((cite) => !same.includes(cite));
  }
  return groups;
}

function hasTag(output: StyleOutput, is: 'prefix' | 'suffix'): boolean {
  return findTagged(output, is) !== undefined;
}

function hasAffix(output: StyleOutput): boolean {
  return hasTag(output, 'prefix') || hasTag(output, 'suffix');
}

function haveSameNames(first: StyleOutput, second: StyleOutput): boolean {
  const [a, b] = [namedBy(first), namedBy(second)];
  if (a === undefined || b === undefined) return false;
  if (isTagged(a, 'date') || isTagged(b, 'date')) return isTagged(a, 'date') && isTagged(b, 'date');
  if (!isTagged(a, 'names') || !isTagged(b, 'names') || a.tag.variable !== b.tag.variable) return false;
  const areSame = isSameData(a.tag.names, b.tag.names) && a.tag.names.length > 0;
  return areSame || isSameData(a.content, b.content);
}

/** What a citation is known by: its names, or its date where it prints none. */
function namedBy(output: StyleOutput): StyleOutput | undefined {
  const items = eachTagged(output, 'item').filter(({ tag }) => tag.mode !== 'authorOnly');
  return findTagged(formatted({}, items), 'names') ?? findTagged(formatted({}, items), 'date');
}
