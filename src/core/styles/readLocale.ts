import { appendAll } from "../text.ts";
import { childrenOf, readStyleXml, type StyleNode } from './cslXml.ts';
import { formattingOf, termForm } from './formattingAttributes.ts';
import type { DateElement, DatePart, LocaleSheet, LocaleTerm } from './parsedStyle.ts';

/** Reads a locale file; undefined where it is none. Never throws. */
export function readLocale(xml: string): LocaleSheet | undefined {
  const root = readStyleXml(xml);
  return root?.name === 'locale' ? localeSheet(root) : undefined;
}

/** Reads `cs:locale`, of a file or in a style. */
export function localeSheet(node: StyleNode): LocaleSheet {
  const options = childrenOf(node, 'style-options')[0]?.attributes;
  const flag = (name: string): boolean | undefined => {
    const value = options?.get(name);
    return value === undefined ? undefined : value === 'true';
  };
  const dates = childrenOf(node, 'date').map(dateElement);
  return {
    language: node.attributes.get('lang'),
    punctuationInQuote: flag('punctuation-in-quote'),
    limitDayOrdinalsToDay1: flag('limit-day-ordinals-to-day-1'),
    dates: new Map(dates.map((date) => [date.form ?? '', date])),
    terms: termsOf(childrenOf(node, 'terms').flatMap((terms) => childrenOf(terms, 'term'))),
  };
}

/** Of two terms that say the same, the later one holds, so it comes first. */
function termsOf(nodes: readonly StyleNode[]): ReadonlyMap<string, readonly LocaleTerm[]> {
  const terms = new Map<string, LocaleTerm[]>();
  for (const node of [...nodes].reverse()) {
    const name = node.attributes.get('name') ?? '';
    const list = terms.get(name) ?? [];
    appendAll(list, termVariants(node));
    terms.set(name, list);
  }
  return terms;
}

function termVariants(node: StyleNode): readonly LocaleTerm[] {
  const optional = (key: 'gender' | 'genderForm' | 'match', attribute: string): Partial<LocaleTerm> => {
    const value = node.attributes.get(attribute);
    return value === undefined ? {} : { [key]: value };
  };
  const common = {
    form: termForm(node.attributes),
    ...optional('gender', 'gender'),
    ...optional('genderForm', 'gender-form'),
    ...optional('match', 'match'),
  };
  const textOf = (name: string): string => childrenOf(node, name)[0]?.text ?? '';
  const single = textOf('single');
  if (single === '') return [{ ...common, text: node.text }];
  return [
    { ...common, isPlural: false, text: single },
    { ...common, isPlural: true, text: textOf('multiple') },
  ];
}

const partForms = ['numeric', 'numeric-leading-zeros', 'ordinal', 'long', 'short'] as const;
const shownParts = ['year', 'year-month', 'year-month-day'] as const;

/** Reads `cs:date`, of a style or of a locale. */
export function dateElement(node: StyleNode): DateElement {
  const form = node.attributes.get('form');
  return {
    kind: 'date',
    variable: node.attributes.get('variable') ?? '',
    form: form === 'numeric' || form === 'text' ? form : undefined,
    shown: shownParts.find((parts) => parts === node.attributes.get('date-parts')),
    parts: childrenOf(node, 'date-part').map(datePart),
    formatting: formattingOf(node.attributes),
  };
}

function datePart({ attributes }: StyleNode): DatePart {
  const named = attributes.get('name');
  const name = named === 'day' || named === 'month' ? named : 'year';
  return {
    name,
    form: partForms.find((form) => form === attributes.get('form')) ?? (name === 'day' ? 'numeric' : 'long'),
    rangeDelimiter: attributes.get('range-delimiter') ?? '–',
    formatting: formattingOf(attributes),
  };
}
