import { type CitedItem, nameVariables } from '../bibliography.ts';
import { Evaluation, identifierAddress } from './evaluation.ts';
import type { CitePosition, Disambiguation, StyleScope } from './scope.ts';
import type { CitationToFormat, GroupToFormat } from './formattedWorks.ts';
import { type CiteMode, findTagged, formatted, literal, type StyleOutput, tagged, transformed } from './output.ts';
import { evaluationUses } from './keptMacros.ts';
import { Positions } from './positions.ts';
import { type Reference, referenceOf } from './reference.ts';
import { joinRich, enclosedIn, noText, plainRich, type RichText, richWords } from './richText.ts';
import { fromRuns } from './runs.ts';
import type { StyleLocale } from './styleLocale.ts';
import type { StyleLayout, StyleSheet } from './parsedStyle.ts';

/** One citation as a style prints it: of a citation in the text, its author and the rest are printed apart. */
export interface Cite {
  readonly citation: CitationToFormat;
  readonly mode: CiteMode;
  readonly index: number;
}

/** A group as a style prints it. */
export interface CiteGroup {
  readonly cites: readonly Cite[];
  /** The number of the note that it stands in, or that it becomes in a style of notes. */
  readonly note: number | undefined;
}

/** Divides citations in the text into their author and the rest, and numbers the notes. */
export function citeGroups(groups: readonly GroupToFormat[]): readonly CiteGroup[] {
  let inText = 0;
  let lastFootnote = 0;
  return groups.map(({ citations, footnote }) => {
    if (footnote === undefined) inText++;
    else lastFootnote = Math.max(lastFootnote, footnote);
    return { cites: citations.flatMap(citesOf), note: inText + (footnote ?? lastFootnote) };
  });
}

function citesOf(citation: CitationToFormat, index: number): readonly Cite[] {
  if (citation.mode !== 'inText') return [{ citation, mode: citation.mode ?? 'normal', index }];
  const { suffix: _s, ...withoutSuffix } = citation;
  const { prefix: _p, ...withoutPrefix } = citation;
  return [
    { citation: withoutSuffix, mode: 'authorOnly', index },
    { citation: withoutPrefix, mode: 'suppressAuthor', index },
  ];
}

/** The works of a paper with what is known of them while a style is applied. */
export class CitedWorks {
  private readonly references = new Map<string, Reference>();
  private readonly told = new Map<string, Disambiguation>();
  private readonly numbers = new Map<string, number>();
  private readonly firstNotes = new Map<string, number>();
  private readonly evaluatedCites = new Map<
    string,
    { readonly disambiguation: Disambiguation | undefined; readonly outputs: readonly StyleOutput[] }
  >();
  readonly missing = new Set<string>();

  constructor(
    works: readonly CitedItem[],
    readonly style: StyleSheet,
    readonly locale: StyleLocale,
  ) {
    for (const work of works) {
      // Of works with one id the last holds, at its place.
      this.references.delete(work.id);
      this.references.set(work.id, referenceOf(work));
    }
  }

  get ids(): readonly string[] {
    return [...this.references.keys()];
  }

  /** Whether two people of a work have one family name. */
  hasNamesakes(id: string): boolean {
    const families = nameVariables.flatMap(
      (variable) => this.references.get(id)?.names(variable).map(({ family }) => family) ?? [],
    );
    return new Set(families).size < families.length;
  }

  /** Numbers the works, for styles that print numbers. */
  assignNumbers(ids: readonly string[]): void {
    for (const [index, id] of ids.entries()) this.numbers.set(id, index + 1);
  }

  disambiguation(id: string): Disambiguation {
    return this.told.get(id) ?? {};
  }

  tellApart(id: string, by: Disambiguation): void {
    this.told.set(id, { ...this.told.get(id), ...by });
  }

  /** What a style is evaluated with for a work; undefined where there is none. */
  scope(
    id: string,
    place: StyleScope['place'],
    layout: StyleLayout,
    citation?: CitationToFormat,
    positions = noPositions,
  ): StyleScope | undefined {
    const reference = this.references.get(id);
    if (reference === undefined) return undefined;
    return {
      style: this.style,
      locale: this.locale,
      reference,
      disambiguation: this.told.get(id),
      place,
      nameFormat: { ...this.style.nameFormat, ...layout.nameFormat },
      cite: {
        locator: citation?.locator,
        positions,
        citationNumber: this.numbers.get(id),
        firstNote: this.firstNotes.get(id),
      },
    };
  }

  /** Prints groups, each with what its positions rest on. */
  groups(groups: readonly CiteGroup[]): readonly (StyleOutput | undefined)[] {
    const layout = this.style.citation;
    const positions = new Positions(this.style.isNoteStyle, this.style.nearNoteDistance);
    return groups.map((group, index) => {
      const outputs = group.cites.map((cite, at) => this.cite(group, cite, index + 1, at, positions));
      return formatted(layout.formatting, outputs);
    });
  }

  private cite(
    { cites, note }: CiteGroup,
    cite: Cite,
    group: number,
    at: number,
    positions: Positions,
  ): StyleOutput | undefined {
    const place = at + (cites[0]?.mode === 'authorOnly' ? 0 : 1);
    const { citation } = cite;
    const where = positions.of(citation, group, place, note);
    const output = this.citeOutput(cite, where);
    if (this.style.isNoteStyle && !positions.knows(citation.id) && this.references.has(citation.id))
      this.firstNotes.set(citation.id, note ?? group);
    const isAlone = cites.length === 1 || (cites.length === 2 && cites[0]?.mode === 'authorOnly');
    if (cite.mode !== 'authorOnly') positions.cited(citation, group, place, note, isAlone);
    return output;
  }

  private citeOutput(cite: Cite, positions: ReadonlySet<CitePosition>): StyleOutput | undefined {
    const { citation, mode, index } = cite;
    const { prefix, suffix } = affixTexts(citation);
    const scope = this.scope(citation.id, 'citation', this.style.citation, citation, positions);
    const outputs = scope ? this.evaluatedCite(scope) : [this.missingWork(citation.id)];
    const isSentence = this.style.isNoteStyle && isWholeSentence(richWords(prefix));
    const started = isSentence ? withCapitalTerm(outputs) : outputs;
    const whole = formatted({}, started);
    const content = mode === 'authorOnly' ? findTagged(whole, 'names') : whole;
    const item = content && tagged({ is: 'item', mode, id: citation.id, index }, content);
    const ended = suffix.length > 0 ? formatted({}, [item, tagged({ is: 'suffix' }, literal(suffix))]) : item;
    return prefix.length > 0 ? formatted({}, [tagged({ is: 'prefix' }, literal(prefix)), ended]) : ended;
  }

  private missingWork(id: string): StyleOutput {
    this.missing.add(id);
    return literal(enclosedIn('bold', plainRich(`${id}?`)));
  }

  /** What a style prints for a citation rests on no more than this: while works are told apart, most is asked for again. */
  private evaluatedCite(scope: StyleScope): readonly StyleOutput[] {
    const { reference, disambiguation } = scope;
    const { locator, positions, citationNumber, firstNote } = scope.cite;
    const own = [locator?.label, locator?.value, [...positions].join(' '), citationNumber, firstNote];
    const key = [reference.id, ...own].join('\n');
    const known = this.evaluatedCites.get(key);
    if (known && known.disambiguation === disambiguation) return known.outputs;
    const outputs = this.evaluated(scope, this.style.citation);
    this.evaluatedCites.set(key, { disambiguation, outputs });
    return outputs;
  }

  private evaluated(scope: StyleScope, layout: StyleLayout): readonly StyleOutput[] {
    const evaluation = new Evaluation(scope);
    const outputs = evaluation.elements(layout.elements);
    if (scope.place !== 'bibliography' || (evaluation.used & evaluationUses.identifier) !== 0) return outputs;
    const address = addressOfWork(scope.reference);
    if (address === undefined) return outputs;
    if ((evaluation.used & evaluationUses.title) === 0) return [{ kind: 'linked', address, parts: outputs }];
    const link = (output: StyleOutput): StyleOutput =>
      output.kind === 'tagged' && output.tag.is === 'title'
        ? { kind: 'linked', address, parts: [output] }
        : output;
    return outputs.flatMap((output) => transformed(output, link) ?? []);
  }

  /** A work as the list prints it. */
  entry(id: string, layout: StyleLayout): StyleOutput | undefined {
    const scope = this.scope(id, 'bibliography', layout);
    const content = scope && formatted({}, this.evaluated(scope, layout));
    const item = content && tagged({ is: 'item', mode: 'normal', id, index: 0 }, content);
    return formatted(layout.formatting, [item]);
  }
}

const noPositions: ReadonlySet<CitePosition> = new Set();

function affixTexts({ prefix, suffix }: CitationToFormat): { readonly prefix: RichText; readonly suffix: RichText } {
  return {
    prefix: prefix === undefined || prefix.length === 0 ? noText : joinRich([fromRuns(prefix), plainRich(' ')]),
    suffix: suffix === undefined ? noText : fromRuns(suffix),
  };
}

/** Whether a prefix ends a sentence of more than one word, so that what follows begins one. */
function isWholeSentence(prefix: string): boolean {
  return prefix.endsWith('. ') && prefix.split(' ').length > 2;
}

/** Begins a sentence: a term that stands first gets a capital. */
function withCapitalTerm(outputs: readonly StyleOutput[]): readonly StyleOutput[] {
  const [first, ...rest] = outputs;
  return first === undefined ? outputs : [capitalTerm(first), ...rest];
}

function capitalTerm(output: StyleOutput): StyleOutput {
  if (output.kind === 'group') return { ...output, parts: withCapitalTerm(output.parts) };
  if (output.kind !== 'tagged' || output.content === undefined) return output;
  if (output.tag.is !== 'term') return { ...output, content: capitalTerm(output.content) };
  return { ...output, content: { kind: 'group', formatting: { textCase: 'capitalizeFirst' }, parts: [output.content] } };
}

const identifiers = ['DOI', 'PMCID', 'PMID', 'URL'] as const;

function addressOfWork(reference: Reference): string | undefined {
  const identifier = identifiers.find((variable) => reference.has(variable));
  return identifier && identifierAddress(identifier, reference.words(identifier));
}
