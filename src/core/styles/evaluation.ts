import { dateOutput } from './dateOutput.ts';
import { namesOutput } from './namesOutput.ts';
import { isNumeric, isPluralOf, numberOutput, numberParts } from './numbers.ts';
import { formatted, literal, type StyleOutput, type PersonName, tagged } from './output.ts';
import { formattedRange, pagesIn } from './pageRanges.ts';
import { plainRich, type RichText, richWords } from './richText.ts';
import { type KeptMacro, type KeptMacros, type MacroElement, evaluationUses } from './keptMacros.ts';
import { readMarkup } from './richMarkup.ts';
import type { CitePosition, CiteScope, Evaluator, StyleScope } from './scope.ts';
import type { StyleLocale } from './styleLocale.ts';
import {
  type Condition,
  type Formatting,
  isUnformatted,
  type LabelFormat,
  type NamesFormat,
  type StyleElement,
  type TermQuery,
} from './parsedStyle.ts';
import { tableOf } from '../text.ts';

/** A style whose macros call each other deeper than this does so without end. */
const maxMacroDepth = 60;

const addresses = tableOf<string>({
  DOI: 'https://doi.org/',
  PMCID: 'https://www.ncbi.nlm.nih.gov/pmc/articles/',
  PMID: 'https://www.ncbi.nlm.nih.gov/pubmed/',
  URL: 'https://',
});

/** The address that an identifier leads to. */
export function identifierAddress(variable: string, value: string): string {
  return value === '' || value.includes('://') ? value : (addresses[variable] ?? '') + value;
}

/** Evaluates the elements of a style for one work. It keeps what was asked and printed, on which groups and substitutes rest. */
export class Evaluation implements Evaluator {
  /** How many variables were asked for, and how many had a value (CSL 1.0.2, “Group”). */
  private asked = 0;
  private filled = 0;
  private macroDepth = 0;
  private readonly substituted = new Set<string>();
  private usedYearSuffix = false;
  /** Which of `evaluationUses` it has made. */
  used = 0;
  substitutedNames: NamesFormat | undefined;
  private readonly macros: KeptMacros | undefined;

  constructor(readonly scope: StyleScope) {
    const { reference, locale, place, disambiguation } = scope;
    const isOfWork = place !== 'sortKey' && disambiguation === undefined;
    this.macros = isOfWork ? reference.macrosIn(locale, place) : undefined;
  }

  get cite(): CiteScope {
    this.used |= evaluationUses.cite;
    return this.scope.cite;
  }

  elements(elements: readonly StyleElement[]): StyleOutput[] {
    const outputs: StyleOutput[] = [];
    for (const element of elements)
      if (element.kind === 'choose') {
        for (const output of this.chosen(element.branches)) outputs.push(output);
      } else {
        const output = this.element(element);
        if (output) outputs.push(output);
      }
    return outputs;
  }

  private chosen(branches: Extract<StyleElement, { kind: 'choose' }>['branches']): StyleOutput[] {
    const branch = branches.find(({ match, conditions }) => {
      if (match === 'any') return conditions.some((condition) => this.holds(condition));
      if (match === 'none') return !conditions.some((condition) => this.holds(condition));
      return conditions.every((condition) => this.holds(condition));
    });
    return branch ? this.elements(branch.elements) : [];
  }

  private element(element: Exclude<StyleElement, { kind: 'choose' }>): StyleOutput | undefined {
    switch (element.kind) {
      case 'variable':
        return this.formatted(element.formatting, this.variable(element.variable, element.isShort));
      case 'macro':
        return this.macro(element);
      case 'term':
        return this.formatted(element.formatting, this.termOutput(element.term));
      case 'value':
        return this.formatted(element.formatting, literal(this.scope.locale.read(element.text)));
      case 'number':
        return this.formatted(element.formatting, this.number(element.variable, element.form));
      case 'label':
        return this.label(element.variable, element.label);
      case 'group':
        return this.group(element.elements, element.formatting);
      case 'date':
        return dateOutput(this, element);
      case 'names':
        return namesOutput(this, element);
    }
  }

  firstOf(elements: readonly StyleElement[]): StyleOutput | undefined {
    for (const element of elements) {
      const [output] = this.elements([element]);
      if (output) return output;
    }
    return undefined;
  }

  ask(variable: string): boolean {
    const isFilled = this.isFilled(variable === 'page-first' ? 'page' : variable);
    this.asked++;
    if (isFilled) this.filled++;
    return isFilled;
  }

  private isFilled(variable: string): boolean {
    if (this.substituted.has(variable)) return false;
    if (isOwnNumber(variable)) return this.ownNumber(variable) !== undefined;
    return this.scope.reference.has(variable);
  }

  unfill(): void {
    this.filled--;
  }

  substitute(variables: readonly string[]): void {
    if (this.substitutedNames) for (const variable of variables) this.substituted.add(variable);
  }

  private formatted(formatting: Formatting, output: StyleOutput | undefined): StyleOutput | undefined {
    if (isUnformatted(formatting)) return output;
    if (formatting.textCase !== 'title' || this.isEnglish()) return formatted(formatting, [output]);
    const { textCase: _, ...others } = formatting;
    return formatted(others, [output]);
  }

  /** Whether the work is in English; only such have title case. */
  private isEnglish(): boolean {
    const language = this.scope.reference.words('language');
    return language === '' ? this.scope.locale.isEnglish : /^en(?![a-z])/i.test(language);
  }

  /** Most macros print the same in every citation of a work, and are kept with it. */
  private macro(element: MacroElement): StyleOutput | undefined {
    const { name, formatting } = element;
    const elements = this.scope.style.macros.get(name);
    if (elements === undefined || this.macroDepth >= maxMacroDepth) return undefined;
    const isFirst = this.substituted.size === 0 && this.substitutedNames === undefined;
    const kept = isFirst ? this.macros?.get(element) : undefined;
    if (kept) return this.takeOver(kept);
    const { asked, filled, used } = this;
    this.used = 0;
    this.macroDepth++;
    const output = this.group(elements, formatting, true);
    this.macroDepth--;
    if (isFirst && (this.used & evaluationUses.cite) === 0)
      this.macros?.set(element, {
        output,
        asked: this.asked - asked,
        filled: this.filled - filled,
        substituted: [...this.substituted],
        used: this.used,
      });
    this.used |= used;
    return output;
  }

  private takeOver(kept: KeptMacro): StyleOutput | undefined {
    this.asked += kept.asked;
    this.filled += kept.filled;
    for (const variable of kept.substituted) this.substituted.add(variable);
    this.used |= kept.used;
    return kept.output;
  }

  /** A group says nothing where it asks for variables and none has a value. A macro that says something counts as one. */
  private group(elements: readonly StyleElement[], formatting: Formatting, isMacro = false): StyleOutput | undefined {
    const { asked, filled } = this;
    const outputs = this.elements(elements);
    if (this.asked !== asked && this.filled === filled) return undefined;
    if (isMacro) {
      this.asked++;
      this.filled++;
    }
    return formatted(formatting, outputs);
  }

  private variable(variable: string, isShort: boolean): StyleOutput | undefined {
    const { reference, locale } = this.scope;
    switch (variable) {
      case 'locator':
        return this.locator();
      case 'year-suffix':
        return this.suffixOfYear();
      case 'citation-number': {
        const { citationNumber: number } = this.cite;
        return this.ask(variable) && number !== undefined
          ? tagged({ is: 'citationNumber', number }, literal(plainRich(String(number))))
          : undefined;
      }
      case 'first-reference-note-number':
        return this.ask(variable) ? literal(plainRich(String(this.cite.firstNote ?? ''))) : undefined;
      case 'id':
      case 'type':
        this.asked++;
        this.filled++;
        return literal(plainRich(reference[variable]));
      case 'DOI':
      case 'PMCID':
      case 'PMID':
      case 'URL':
        return this.identifier(variable);
      case 'page':
        return this.ask(variable) ? this.pages(this.taken(variable), locale) : undefined;
      default:
        return this.usualVariable(variable, isShort);
    }
  }

  /** The words of a variable that is printed now. */
  private taken(variable: string): string {
    const words = this.scope.reference.words(variable);
    this.substitute([variable]);
    return words;
  }

  private identifier(variable: string): StyleOutput | undefined {
    const isFilled = this.ask(variable);
    const words = this.taken(variable);
    if (!isFilled) return undefined;
    this.used |= evaluationUses.identifier;
    return { kind: 'linked', address: identifierAddress(variable, words), parts: [literal(plainRich(words))] };
  }

  private usualVariable(variable: string, isShort: boolean): StyleOutput | undefined {
    const short = `${variable}-short`;
    const hasShort = isShort && this.ask(short);
    const isFilled = this.ask(variable);
    if (!hasShort && !isFilled) return undefined;
    const text = this.textOf(hasShort ? short : variable);
    this.substitute(isShort ? [variable, short] : [variable]);
    if (text.length === 0) return undefined;
    if (variable !== 'title') return literal(text);
    this.used |= evaluationUses.title;
    return tagged({ is: 'title' }, literal(text));
  }

  private textOf(variable: string): RichText {
    if (variable !== 'page-first') return this.scope.reference.text(variable);
    const [first = ''] = /^[^,;\-\u2013]*/u.exec(this.scope.reference.words('page')) ?? [];
    return plainRich(first);
  }

  private locator(): StyleOutput | undefined {
    const { locale, style } = this.scope;
    const { locator } = this.cite;
    this.asked++;
    if (locator === undefined) return undefined;
    this.filled++;
    const and = locator.value.includes('&') ? locale.terms({ name: 'and', form: 'symbol' })[0]?.text : undefined;
    const value = and === undefined ? locator.value : locator.value.replaceAll('&', and);
    const content =
      locator.label === 'page'
        ? this.pages(value, locale, style)
        : literal(readMarkup(formattedRange(value, undefined, '–'), locale.marks));
    return tagged({ is: 'locator' }, content);
  }

  private pages(text: string, locale: StyleLocale, style = this.scope.style): StyleOutput | undefined {
    const delimiter = locale.terms({ name: 'page-range-delimiter', form: 'long' })[0]?.text ?? '';
    const ranges = pagesIn(text).map((pages) =>
      pages === ',' || pages === '&' ? pages : formattedRange(pages, style.pageRangeFormat, delimiter),
    );
    return formatted(
      { delimiter: ' ' },
      ranges.map((pages) => literal(plainRich(pages))),
    );
  }

  private suffixOfYear(): StyleOutput | undefined {
    const number = this.scope.disambiguation?.yearSuffix;
    return number === undefined
      ? undefined
      : tagged({ is: 'yearSuffix', number }, literal(plainRich(yearLetters(number))));
  }

  yearSuffix(): StyleOutput | undefined {
    if (this.scope.style.printsYearSuffix || this.usedYearSuffix) return undefined;
    const suffix = this.suffixOfYear();
    this.usedYearSuffix = suffix !== undefined;
    return suffix;
  }

  term(query: TermQuery): StyleOutput | undefined {
    const text = this.scope.locale.term(query);
    return text === undefined ? undefined : literal(this.scope.locale.read(text));
  }

  private termOutput(query: TermQuery): StyleOutput {
    const term = this.term(query);
    const suffix = query.name === 'no date' ? this.yearSuffix() : undefined;
    const space = query.form === 'long' && suffix ? literal(plainRich(' ')) : undefined;
    return tagged({ is: 'term', name: query.name }, suffix ? formatted({}, [term, space, suffix]) : term);
  }

  private number(variable: string, form: Extract<StyleElement, { kind: 'number' }>['form']): StyleOutput | undefined {
    const { locale } = this.scope;
    const gender = locale.terms({ name: variable, form: 'long' })[0]?.gender;
    if (!this.ask(variable)) return undefined;
    const words = isOwnNumber(variable) ? String(this.ownNumber(variable) ?? '') : richWords(this.textOf(variable));
    this.substitute([variable]);
    return formatted(
      {},
      numberParts(words).map((part) => numberOutput(part, form, gender, locale)),
    );
  }

  private ownNumber(variable: OwnNumber): number | undefined {
    return variable === 'citation-number' ? this.cite.citationNumber : this.cite.firstNote;
  }

  label(variable: string, { form, plural, formatting }: LabelFormat): StyleOutput | undefined {
    const counted = this.counted(variable);
    const name = variable === 'locator' ? (this.cite.locator?.label ?? 'page') : variable;
    if (counted === undefined) return undefined;
    const isPlural =
      plural === 'always' || (plural === 'contextual' && (typeof counted === 'string' ? isPluralOf(variable, counted) : counted.length > 1));
    const term = this.term({ name, form, isPlural });
    const hasStop = formatting.suffix?.startsWith('.') === true && formatting.stripPeriods === undefined;
    if (!hasStop || term?.kind !== 'literal' || !richWords(term.text).endsWith('.')) return formatted(formatting, [term]);
    const { suffix = '', ...others } = formatting;
    return formatted(suffix.length === 1 ? others : { ...others, suffix: suffix.slice(1) }, [term]);
  }

  /** What a label counts: a text, or names. */
  private counted(variable: string): string | readonly PersonName[] | undefined {
    const { reference } = this.scope;
    if (variable === 'locator') return this.cite.locator?.value;
    if (isOwnNumber(variable)) return this.ownNumber(variable)?.toString();
    const asked = variable === 'editortranslator' ? 'editor' : variable;
    const names = reference.names(asked);
    if (names.length > 0) return names;
    return reference.has(asked) ? reference.words(asked) : undefined;
  }

  private holds(condition: Condition): boolean {
    const { reference, disambiguation } = this.scope;
    switch (condition.kind) {
      case 'type':
        return condition.values.has(reference.type);
      case 'variable':
        return condition.value === 'locator' ? this.cite.locator !== undefined : this.hasVariable(condition.value);
      case 'isNumeric':
        return this.isNumericVariable(condition.value);
      case 'isUncertainDate':
        return reference.date(condition.value)?.circa === true;
      case 'locator':
        return this.cite.locator?.label === (condition.value === 'sub verbo' ? 'sub-verbo' : condition.value);
      case 'position':
        return this.cite.positions.has(condition.value as CitePosition);
      case 'disambiguate':
        return disambiguation?.condition === true;
    }
  }

  private hasVariable(variable: string): boolean {
    return this.substituted.has(variable) || this.isFilled(variable);
  }

  private isNumericVariable(variable: string): boolean {
    const { reference } = this.scope;
    if (variable === 'locator') return this.cite.locator !== undefined && isNumeric(this.cite.locator.value);
    if (isOwnNumber(variable)) return this.isFilled(variable);
    const words = reference.words(variable);
    return words !== '' && !this.substituted.has(variable) && isNumeric(words);
  }
}

/** The numbers that a work has in this paper, and not of itself. */
type OwnNumber = 'citation-number' | 'first-reference-note-number';

function isOwnNumber(variable: string): variable is OwnNumber {
  return variable === 'citation-number' || variable === 'first-reference-note-number';
}

/** The letters of a year suffix: `a` for 1, `aa` after `z`. */
function yearLetters(number: number): string {
  const letter = (at: number): string => String.fromCharCode('a'.charCodeAt(0) + at);
  return number < 27 ? letter(number - 1) : letter(Math.floor((number - 1) / 26) - 1) + letter((number - 1) % 26);
}
