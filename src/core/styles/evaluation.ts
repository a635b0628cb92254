import { dateOutput } from './dateOutput.ts';
import { namesOutput } from './namesOutput.ts';
import { isNumeric, numberOutput, numberParts } from './numbers.ts';
import { formatted, literal, type StyleOutput, type PersonName, tagged } from './output.ts';
import { formattedRange, pagesIn } from './pageRanges.ts';
import { plainRich, type RichText, richWords } from './richText.ts';
import type { CitePosition, Evaluator, StyleScope } from './scope.ts';
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
  /** Whether an identifier was printed as a link, and whether the title was printed. */
  usedIdentifier = false;
  usedTitle = false;
  substitutedNames: NamesFormat | undefined;

  constructor(readonly scope: StyleScope) {}

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
        return this.macro(element.name, element.formatting);
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
    if (variable === 'citation-number') return this.scope.citationNumber !== undefined;
    if (variable === 'first-reference-note-number') return this.scope.firstNote !== undefined;
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

  private macro(name: string, formatting: Formatting): StyleOutput | undefined {
    const elements = this.scope.style.macros.get(name);
    if (elements === undefined || this.macroDepth >= maxMacroDepth) return undefined;
    this.macroDepth++;
    const output = this.group(elements, formatting, true);
    this.macroDepth--;
    return output;
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
    const { reference, locale, citationNumber } = this.scope;
    switch (variable) {
      case 'locator':
        return this.locator();
      case 'year-suffix':
        return this.suffixOfYear();
      case 'citation-number':
        return this.ask(variable) && citationNumber !== undefined
          ? tagged({ is: 'citationNumber', number: citationNumber }, literal(plainRich(String(citationNumber))))
          : undefined;
      case 'first-reference-note-number':
        return this.ask(variable) ? literal(plainRich(String(this.scope.firstNote ?? ''))) : undefined;
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
    this.usedIdentifier = true;
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
    this.usedTitle = true;
    return tagged({ is: 'title' }, literal(text));
  }

  private textOf(variable: string): RichText {
    if (variable !== 'page-first') return this.scope.reference.text(variable);
    const [first = ''] = /^[^,;\-\u2013]*/u.exec(this.scope.reference.words('page')) ?? [];
    return plainRich(first);
  }

  private locator(): StyleOutput | undefined {
    const { locator, locale, style } = this.scope;
    this.asked++;
    if (locator === undefined) return undefined;
    this.filled++;
    const and = locator.value.includes('&') ? locale.terms({ name: 'and', form: 'symbol' })[0]?.text : undefined;
    const value = and === undefined ? locator.value : locator.value.replaceAll('&', and);
    const content =
      locator.label === 'page'
        ? this.pages(value, locale, style)
        : literal(locale.read(formattedRange(value, undefined, '–')));
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
    const { locale, citationNumber, firstNote } = this.scope;
    const gender = locale.terms({ name: variable, form: 'long' })[0]?.gender;
    if (!this.ask(variable)) return undefined;
    const own = variable === 'citation-number' ? citationNumber : firstNote;
    const isOwn = variable === 'citation-number' || variable === 'first-reference-note-number';
    const words = isOwn ? String(own ?? '') : richWords(this.textOf(variable));
    this.substitute([variable]);
    return formatted(
      {},
      numberParts(words).map((part) => numberOutput(part, form, gender, locale)),
    );
  }

  label(variable: string, { form, plural, formatting }: LabelFormat): StyleOutput | undefined {
    const counted = this.counted(variable);
    const name = variable === 'locator' ? (this.scope.locator?.label ?? 'page') : variable;
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
    const { locator, reference, citationNumber, firstNote } = this.scope;
    if (variable === 'locator') return locator?.value;
    if (variable === 'citation-number') return citationNumber?.toString();
    if (variable === 'first-reference-note-number') return firstNote?.toString();
    const asked = variable === 'editortranslator' ? 'editor' : variable;
    const names = reference.names(asked);
    if (names.length > 0) return names;
    return reference.has(asked) ? reference.words(asked) : undefined;
  }

  private holds(condition: Condition): boolean {
    const { reference, locator, positions, disambiguation } = this.scope;
    switch (condition.kind) {
      case 'type':
        return condition.values.has(reference.type);
      case 'variable':
        return condition.value === 'locator' ? locator !== undefined : this.hasVariable(condition.value);
      case 'isNumeric':
        return this.isNumericVariable(condition.value);
      case 'isUncertainDate':
        return reference.date(condition.value)?.circa === true;
      case 'locator':
        return locator?.label === (condition.value === 'sub verbo' ? 'sub-verbo' : condition.value);
      case 'position':
        return positions.has(condition.value as CitePosition);
      case 'disambiguate':
        return disambiguation?.condition === true;
    }
  }

  private hasVariable(variable: string): boolean {
    return this.substituted.has(variable) || this.isFilled(variable);
  }

  private isNumericVariable(variable: string): boolean {
    const { locator, reference } = this.scope;
    if (variable === 'locator') return locator !== undefined && isNumeric(locator.value);
    if (variable === 'citation-number' || variable === 'first-reference-note-number') return this.isFilled(variable);
    const words = reference.words(variable);
    return words !== '' && !this.substituted.has(variable) && isNumeric(words);
  }
}

function isPluralOf(variable: string, text: string): boolean {
  if (variable === 'number-of-volumes' && text !== '1' && text !== '0') return true;
  return !text.includes('\\-') && numberParts(text).length > 1;
}

/** The letters of a year suffix: `a` for 1, `aa` after `z`. */
function yearLetters(number: number): string {
  const letter = (at: number): string => String.fromCharCode('a'.charCodeAt(0) + at);
  return number < 27 ? letter(number - 1) : letter(Math.floor((number - 1) / 26) - 1) + letter((number - 1) % 26);
}
