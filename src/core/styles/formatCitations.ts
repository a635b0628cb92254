import type { CitedItem } from '../bibliography.ts';
import { memo } from '../memo.ts';
import { type Cite, CitedWorks, type CiteGroup, citeGroups } from './citedWorks.ts';
import { Collapser } from './collapsing.ts';
import { Disambiguator } from './disambiguating.ts';
import type { FormattedEntry, FormattedGroup, FormattedWorks, GroupToFormat } from './formattedWorks.ts';
import { findTagged, formatted, isSameData, isTagged, literal, type StyleOutput, transformed } from './output.ts';
import { withPunctuationInQuotes, withQuotationMarks } from './punctuation.ts';
import { renderNote, renderOutput } from './renderOutput.ts';
import { inFootnote } from './footnotes.ts';
import { keptTogether } from './keptTogether.ts';
import { noText, plainRich, type RichText, trimmedEnd } from './richText.ts';
import { toRuns } from './runs.ts';
import { collatorFor, compareSortValues, type SortValues, sortValues } from './sorting.ts';
import { type LocaleSheets, StyleLocale } from './styleLocale.ts';
import type { StyleLayout, StyleSheet } from './parsedStyle.ts';
import { withSubsequentAuthors } from './subsequentAuthors.ts';
import { withCase } from './textCase.ts';

/** A style with the locales that it may be used in. */
export interface CitationStyle {
  readonly sheet: StyleSheet;
  readonly locales: LocaleSheets;
}

/**
 * Formats citations and the works cited. Never throws.
 * @param works those that are cited, and those that are listed without being cited. Of works with one id the last holds.
 * @param groups the citations, in the order in which they are read: those of a footnote stand where its mark does
 * @param language of the paper, as `fr` or `fr-CA`; undefined where it says none: then the style's own
 */
export function formatCitations(
  works: readonly CitedItem[],
  groups: readonly GroupToFormat[],
  { sheet, locales }: CitationStyle,
  language: string | undefined,
): FormattedWorks {
  const locale = localeOf(sheet, locales, language);
  const cited = new CitedWorks(works, sheet, locale);
  return new Formatter(cited, groups, sheet, locale, language).all();
}

const localeOf = memo(
  'locale of a style',
  (sheet: StyleSheet, locales: LocaleSheets, language: string | undefined) =>
    new StyleLocale(sheet, locales, language),
);

/** Compares two works by their ids. */
type CompareWorks = (first: string, second: string) => number;

const unordered: CompareWorks = () => 0;

class Formatter {
  private readonly cites: readonly CiteGroup[];
  private readonly listed: readonly string[];
  private readonly compareListed: CompareWorks;

  constructor(
    private readonly works: CitedWorks,
    private readonly groups: readonly GroupToFormat[],
    private readonly style: StyleSheet,
    private readonly locale: StyleLocale,
    private readonly language: string | undefined,
  ) {
    const cited = [...new Set(groups.flatMap(({ citations }) => citations.map(({ id }) => id)))];
    const known = new Set(works.ids);
    const inOrder = [...cited.filter((id) => known.has(id)), ...works.ids.filter((id) => !cited.includes(id))];
    works.assignNumbers(inOrder);
    this.compareListed = style.bibliography ? this.orderBy(style.bibliography) : unordered;
    const sortKeys = style.bibliography?.sortKeys ?? [];
    this.listed = sortKeys.length === 0 ? inOrder : [...works.ids].sort(this.compareListed);
    if (style.bibliography) works.assignNumbers(sortKeys[0]?.isDescending ? [...this.listed].reverse() : this.listed);
    const compareCited = this.orderBy(style.citation);
    this.cites = citeGroups(groups).map((group) => sortedGroup(group, compareCited));
  }

  /** How a layout sorts works. What it sorts by is only evaluated of works that are compared. */
  private orderBy(layout: StyleLayout): CompareWorks {
    if (layout.sortKeys.length === 0) return unordered;
    const collate = collatorFor(this.language);
    const values = new Map<string, SortValues | undefined>();
    const valuesOf = (id: string): SortValues | undefined => {
      if (values.has(id)) return values.get(id);
      const scope = this.works.scope(id, 'sortKey', layout);
      const found = scope && sortValues(scope, layout);
      values.set(id, found);
      return found;
    };
    return (a, b) => {
      const [first, second] = [valuesOf(a), valuesOf(b)];
      // What no work has stands first.
      if (!first || !second) return Number(first !== undefined) - Number(second !== undefined);
      return compareSortValues(first, second, layout.sortKeys, collate);
    };
  }

  all(): FormattedWorks {
    const { style, works } = this;
    new Disambiguator(works, this.cites, this.compareListed).tellApart();
    const collapser = new Collapser(style.citation);
    const groups = works.groups(this.cites).map((output, at) => this.group(collapser.collapsed(output), at));
    return {
      groups,
      entries: this.entries(),
      missing: [...works.missing],
      hangingIndent: style.bibliography?.attributes.get('hanging-indent') === 'true',
    };
  }

  private entries(): readonly FormattedEntry[] {
    const layout = this.style.bibliography;
    if (layout === undefined) return [];
    const outputs = this.listed.flatMap((id) => {
      const output = this.works.entry(id, layout);
      return output ? [{ id, output }] : [];
    });
    const shown = withSubsequentAuthors(
      outputs.map(({ output }) => output),
      layout,
    );
    const entries = outputs.map(({ id }, at) => ({
      id,
      runs: toRuns(this.finished(renderOutput(shown[at], this.locale))).map(({ citation: _, ...run }) => run),
    }));
    // Styles leave works out of the list by printing nothing for them: letters, and interviews without an author.
    return entries.filter(({ runs }) => runs.length > 0);
  }

  private group(output: StyleOutput | undefined, at: number): FormattedGroup {
    const group = this.groups[at];
    const cites = this.cites[at];
    const isWhole = !cites?.cites.some(({ mode }) => mode === 'suppressAuthor');
    const shown = isWhole ? output : output && withoutSuppressedAuthors(output);
    const { author, rest } = authorBefore(shown, cites);
    const finished = (text: RichText): RichText =>
      keptTogether(this.finished(text), group?.citations ?? [], this.locale);
    if (!this.style.isNoteStyle) {
      const space = author && rest ? literal(plainRich(' ')) : undefined;
      return { runs: toRuns(finished(renderOutput(formatted({}, [author, space, rest]), this.locale))) };
    }
    const note = rest ? renderNote(rest, this.locale) : noText;
    const named = renderOutput(author, this.locale);
    if (group?.footnote !== undefined) return { runs: toRuns(finished(inFootnote(named, note, group))) };
    if (note.length === 0) return { runs: toRuns(finished(named)) };
    return { runs: toRuns(finished(named)), note: toRuns(withCase(finished(note), 'capitalizeFirst')) };
  }

  private finished(text: RichText): RichText {
    const moved = this.locale.punctuationInQuote ? withPunctuationInQuotes(text) : text;
    return trimmedEnd(withQuotationMarks(moved, this.locale.marks), (sign) => sign === ' ');
  }
}

/** Sorts the citations of a group; none is moved past one that something stands before or after. */
function sortedGroup(group: CiteGroup, compare: CompareWorks): CiteGroup {
  const caseStretches: Cite[][] = [];
  for (const cite of group.cites) {
    const stretch = caseStretches.at(-1);
    const last = stretch?.at(-1);
    if (stretch && last && isBare(last) && isBare(cite)) stretch.push(cite);
    else caseStretches.push([cite]);
  }
  const byWork = (a: Cite, b: Cite): number => compare(a.citation.id, b.citation.id);
  return { ...group, cites: caseStretches.flatMap((stretch) => stretch.sort(byWork)) };
}

function isBare({ citation }: Cite): boolean {
  return (citation.prefix?.length ?? 0) === 0 && (citation.suffix?.length ?? 0) === 0;
}

/** Takes the author out of citations that are to be without. */
function withoutSuppressedAuthors(output: StyleOutput): StyleOutput | undefined {
  return transformed(output, (part) => {
    if (!isTagged(part, 'item') || part.tag.mode !== 'suppressAuthor' || part.content === undefined) return part;
    const author = findTagged(part.content, 'names');
    const content =
      author && transformed(part.content, (inner) => (isSameData(inner, author) ? undefined : inner));
    return author ? { ...part, content } : part;
  });
}

interface AuthorBefore {
  readonly author: StyleOutput | undefined;
  readonly rest: StyleOutput | undefined;
}

/** The author of a citation in the text, and what stands after it. */
function authorBefore(output: StyleOutput | undefined, cites: CiteGroup | undefined): AuthorBefore {
  if (output?.kind !== 'group' || cites?.cites[0]?.mode !== 'authorOnly') return { author: undefined, rest: output };
  const [first, ...others] = output.parts;
  if (isAuthor(first)) return { author: first, rest: formatted(output.formatting, others) };
  if (first?.kind !== 'group' || !isAuthor(first.parts[0])) return { author: undefined, rest: output };
  const [author, ...inner] = first.parts;
  const rest = formatted(output.formatting, [formatted(first.formatting, inner), ...others]);
  return { author, rest };
}

function isAuthor(output: StyleOutput | undefined): boolean {
  return isTagged(output, 'item') && output.tag.mode === 'authorOnly';
}
