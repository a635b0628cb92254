import type { Evaluator } from './scope.ts';
import { personKey } from './personKey.ts';
import { nameOutput } from './nameOutput.ts';
import { eachTagged, formatted, isTagged, literal, type StyleOutput, type PersonName, tagged } from './output.ts';
import { plainRich } from './richText.ts';
import type { Formatting, NameFormat, NamesElement, NamesFormat } from './parsedStyle.ts';

/** Names as a style prints them, or what it puts in their place. */
export function namesOutput(evaluation: Evaluator, element: NamesElement): StyleOutput | undefined {
  const { nameFormat: inherited } = evaluation.scope;
  const delimiter = element.formatting.delimiter ?? inherited.delimiter;
  const formatting: Formatting = { ...element.formatting, ...(delimiter === undefined ? {} : { delimiter }) };
  const format = inSubstitute(evaluation, element.format);
  const variables = withBothRoles(evaluation, element.variables, format);
  const nameFormat = { ...inherited, ...format.name?.format };
  const { prefix: _p, suffix: _s, delimiter: _d, ...looks } = formatting;
  const nameFormatting = { ...looks, ...format.name?.formatting };
  const filled = variables.filter((variable) => evaluation.ask(personsOf(variable)));
  if (filled.length === 0) return substituted(evaluation, element, format, formatting);
  const parts = filled.map((variable) => new NameList(evaluation, format, nameFormat, nameFormatting).output(variable));
  evaluation.substitute(filled);
  if (nameFormat.form === 'count') return literal(plainRich(String(countNames(parts))));
  return formatted(onlyAffixes(formatting), parts);
}

function onlyAffixes({ prefix, suffix, delimiter }: Formatting): Formatting {
  return {
    ...(prefix === undefined ? {} : { prefix }),
    ...(suffix === undefined ? {} : { suffix }),
    ...(delimiter === undefined ? {} : { delimiter }),
  };
}

function countNames(parts: readonly (StyleOutput | undefined)[]): number {
  return parts.reduce((count, part) => count + eachTagged(part, 'name').length, 0);
}

function personsOf(variable: string): string {
  return variable === 'editortranslator' ? 'editor' : variable;
}

/** Names in `cs:substitute` take what they do not say from the names that they stand in for. */
function inSubstitute(evaluation: Evaluator, own: NamesFormat): NamesFormat {
  const outer = evaluation.substitutedNames;
  if (outer === undefined) return own;
  const { label: ownLabel, ...withoutLabel } = own;
  const label = evaluation.scope.place === 'sortKey' ? undefined : (ownLabel ?? outer.label);
  return {
    ...(outer.etAl ? { etAl: outer.etAl } : {}),
    ...(outer.name ? { name: outer.name } : {}),
    ...withoutLabel,
    ...(label ? { label } : {}),
    labelBeforeName: own.name && ownLabel ? own.labelBeforeName : outer.labelBeforeName,
  };
}

/** Where the same people edited and translated, they are named once, if the locale has a term for both. */
function withBothRoles(
  evaluation: Evaluator,
  variables: readonly string[],
  format: NamesFormat,
): readonly string[] {
  if (!variables.includes('editor') || !variables.includes('translator')) return variables;
  const hasEditor = evaluation.ask('editor');
  const hasTranslator = evaluation.ask('translator');
  const { reference } = evaluation.scope;
  const areSame =
    hasEditor === hasTranslator &&
    nameListKey(reference.names('editor')) === nameListKey(reference.names('translator'));
  const term = evaluation.term({ name: 'editortranslator', form: format.label?.form ?? 'long' });
  if (!areSame || term === undefined) return variables;
  return ['editortranslator', ...variables.filter((variable) => variable !== 'editor' && variable !== 'translator')];
}

function nameListKey(names: readonly PersonName[]): string {
  return names.map(personKey).join('\n');
}

function substituted(
  evaluation: Evaluator,
  element: NamesElement,
  format: NamesFormat,
  formatting: Formatting,
): StyleOutput | undefined {
  if (element.substitutes.length === 0 || evaluation.substitutedNames) return undefined;
  evaluation.substitutedNames = format;
  const output = evaluation.firstOf(element.substitutes);
  evaluation.substitutedNames = undefined;
  if (isTagged(output, 'names')) return formatted(formatting, [output]);
  // It stands for names where works are told apart or put together.
  return formatted(formatting, [tagged({ is: 'names', variable: '', format, names: [] }, output)]);
}

/** The names of one variable. */
class NameList {
  constructor(
    private readonly evaluation: Evaluator,
    private readonly format: NamesFormat,
    private readonly nameFormat: NameFormat,
    private readonly formatting: Formatting,
  ) {}

  output(variable: string): StyleOutput {
    const { scope } = this.evaluation;
    const names = scope.reference.names(personsOf(variable));
    const labelFormat = scope.place === 'sortKey' ? undefined : this.format.label;
    const label = labelFormat && this.evaluation.label(variable, labelFormat);
    const listed = this.listed(names);
    const parts = this.format.labelBeforeName ? [label, ...listed] : [...listed, label];
    return tagged({ is: 'names', variable, format: this.format, names }, formatted({}, parts));
  }

  private listed(names: readonly PersonName[]): (StyleOutput | undefined)[] {
    const { scope } = this.evaluation;
    const isSortKey = scope.place === 'sortKey';
    const shown = this.countShown(names);
    const isLastShown = this.nameFormat.etAlUseLast === true && shown !== undefined;
    const delimiter = this.delimiter();
    return names.map((name, index) => {
      const isLast = index === names.length - 1;
      const output = nameOutput(this.evaluation, this.nameFormat, this.formatting, name, index === 0);
      if (shown === 0) return undefined;
      if (index === 0) return output;
      if (index === shown) return isSortKey ? undefined : this.etAl(names, shown);
      if (isLast && isLastShown && index >= shown) return output;
      if (shown !== undefined && index > shown) return undefined;
      if (isSortKey) return output;
      const prefix = isLast ? this.beforeLast(names.length) : delimiter;
      return formatted({ prefix }, [output]);
    });
  }

  /** How many names stand before “et al.”; undefined where all are shown. */
  private countShown(names: readonly PersonName[]): number | undefined {
    const { scope } = this.evaluation;
    const { etAlMin, etAlUseFirst, etAlSubsequentMin, etAlSubsequentUseFirst } = this.nameFormat;
    const isSubsequent =
      (etAlSubsequentMin ?? etAlSubsequentUseFirst) !== undefined &&
      scope.place !== 'bibliography' &&
      this.evaluation.cite.positions.has('subsequent');
    const min = (isSubsequent ? etAlSubsequentMin : undefined) ?? etAlMin;
    const useFirst = (isSubsequent ? etAlSubsequentUseFirst : undefined) ?? etAlUseFirst;
    if (min === undefined) return undefined;
    if (names.length < min) return meansOthers(names.at(-1)) ? names.length - 1 : undefined;
    const told = scope.disambiguation?.etAlNames;
    return told !== undefined && useFirst !== undefined ? Math.max(told, useFirst) : useFirst;
  }

  private delimiter(): string {
    const delimiter = this.formatting.delimiter ?? this.nameFormat.delimiter ?? ', ';
    const trimmedStart = /^\s/u.test(this.formatting.suffix ?? '') ? delimiter.trimStart() : delimiter;
    return /\s$/u.test(this.formatting.prefix ?? '') ? trimmedStart.trimEnd() : trimmedStart;
  }

  private and(): string | undefined {
    const { locale } = this.evaluation.scope;
    if (this.nameFormat.and === undefined) return undefined;
    if (this.nameFormat.and === 'symbol') return locale.terms({ name: 'and', form: 'symbol' })[0]?.text ?? '&';
    return locale.terms({ name: 'and', form: 'long' })[0]?.text;
  }

  /** What stands before the last name. */
  private beforeLast(count: number): string {
    const and = this.and();
    if (and === undefined) return this.delimiter();
    const delimiter = this.precedesLast(count) ? this.delimiter() : '';
    const isSpaced = /\s$/u.test(delimiter === '' ? (this.formatting.suffix ?? '') : delimiter);
    const after = /^\s/u.test(this.formatting.prefix ?? '') ? '' : ' ';
    return `${delimiter}${isSpaced ? '' : ' '}${and}${after}`;
  }

  private precedesLast(count: number): boolean {
    switch (this.nameFormat.delimiterPrecedesLast ?? 'contextual') {
      case 'contextual':
        return count > 2;
      case 'after-inverted-name':
        return this.isInverted(count < 3);
      case 'always':
        return true;
      case 'never':
        return false;
    }
  }

  private isInverted(isOneBefore: boolean): boolean {
    const order = this.nameFormat.asSortOrder;
    return order === 'all' || (order === 'first' && isOneBefore);
  }

  private precedesEtAl(count: number, shown: number): boolean {
    switch (this.nameFormat.delimiterPrecedesEtAl ?? 'contextual') {
      case 'contextual':
        return count > 2 && shown > 1;
      case 'after-inverted-name':
        return this.isInverted(shown < 2);
      case 'always':
        return true;
      case 'never':
        return false;
    }
  }

  private etAl(names: readonly PersonName[], shown: number): StyleOutput | undefined {
    const space = /\s$/u.test(this.formatting.suffix ?? '') ? '' : ' ';
    const prefix = this.precedesEtAl(names.length, shown) ? this.delimiter() : space;
    const { etAl } = this.format;
    if (etAl) {
      const formatting = { ...etAl.formatting, prefix: (prefix + (etAl.formatting.prefix ?? '')).replaceAll('  ', ' ') };
      return formatted(formatting, [this.evaluation.term({ name: etAl.term, form: 'long' })]);
    }
    const isDots = this.nameFormat.etAlUseLast === true && !meansOthers(names.at(-1));
    const shownWord = isDots ? literal(plainRich('… ')) : this.evaluation.term({ name: 'et-al', form: 'long' });
    return { kind: 'group', formatting: { prefix }, parts: shownWord ? [shownWord] : [] };
  }
}

/** Whether a name means “and others”, as conversions from BibTeX have it. */
function meansOthers(name: PersonName | undefined): boolean {
  return name?.literal === 'others';
}
