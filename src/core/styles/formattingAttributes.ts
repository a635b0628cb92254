import { tableOf } from '../text.ts';
import { childrenOf, type StyleNode } from './cslXml.ts';
import {
  type Formatting,
  type LabelFormat,
  type NameFormat,
  type NamesElement,
  type NamesFormat,
  noFormatting,
  type StyleElement,
  type LocaleForm,
} from './parsedStyle.ts';
import type { TextCase } from './textCase.ts';

type StyleAttributes = ReadonlyMap<string, string>;

/** The words of an attribute that lists several. */
export function wordsIn(value: string | undefined): readonly string[] {
  return value?.split(/\s+/).filter((word) => word !== '') ?? [];
}

const textCases = tableOf<TextCase>({
  lowercase: 'lowercase',
  uppercase: 'uppercase',
  'capitalize-first': 'capitalizeFirst',
  'capitalize-all': 'capitalizeAll',
  sentence: 'sentence',
  title: 'title',
});

/** What an attribute of a name and value says. */
const formattings = tableOf<Formatting>({
  'font-style=italic': { fontStyle: 'italic' },
  'font-style=oblique': { fontStyle: 'italic' },
  'font-style=normal': { fontStyle: 'normal' },
  'font-variant=small-caps': { fontVariant: 'smallCaps' },
  'font-variant=normal': { fontVariant: 'normal' },
  'font-weight=bold': { fontWeight: 'bold' },
  'font-weight=light': { fontWeight: 'normal' },
  'font-weight=normal': { fontWeight: 'normal' },
  'text-decoration=underline': { decoration: 'underline' },
  'text-decoration=none': { decoration: 'none' },
  'vertical-align=sup': { vertical: 'superscript' },
  'vertical-align=sub': { vertical: 'subscript' },
  'vertical-align=baseline': { vertical: 'baseline' },
  'strip-periods=true': { stripPeriods: true },
  'quotes=true': { quotes: true },
});

/** Reads what attributes say of formatting. */
export function formattingOf(attributes: StyleAttributes): Formatting {
  let formatting: Formatting = noFormatting;
  for (const [name, value] of attributes) formatting = withAttribute(formatting, name, value);
  return formatting;
}

function withAttribute(formatting: Formatting, name: string, value: string): Formatting {
  if (name === 'prefix' || name === 'suffix' || name === 'delimiter' || name === 'display')
    return { ...formatting, [name]: value };
  const textCase = name === 'text-case' ? textCases[value] : undefined;
  if (textCase !== undefined) return { ...formatting, textCase };
  const said = formattings[`${name}=${value}`];
  return said === undefined ? formatting : { ...formatting, ...said };
}

/** The form of a term. */
export function termForm(attributes: StyleAttributes): LocaleForm {
  const form = attributes.get('form');
  return form === 'short' || form === 'verb' || form === 'verb-short' || form === 'symbol' ? form : 'long';
}

/** Reads names as they are formatted where attributes of an outer element say so. */
export function inheritableNames(attributes: StyleAttributes): NameFormat {
  const delimiter = attributes.get('name-delimiter') ?? attributes.get('names-delimiter');
  return { ...commonNames(attributes, 'name-form'), ...(delimiter === undefined ? {} : { delimiter }) };
}

const precedences = ['contextual', 'after-inverted-name', 'always', 'never'] as const;
const nameForms = ['long', 'short', 'count'] as const;
const ands = ['text', 'symbol'] as const;
const sortOrders = ['first', 'all'] as const;

/** The keys of an object whose values are not undefined. */
function said<T extends object>(values: { [K in keyof T]: T[K] | undefined }): Partial<T> {
  const all: Partial<T> = {};
  for (const key in values) {
    const value = values[key];
    if (value !== undefined) all[key] = value;
  }
  return all;
}

function commonNames(attributes: StyleAttributes, formAttribute: string): NameFormat {
  const oneOf = <T extends string>(name: string, values: readonly T[]): T | undefined =>
    values.find((value) => value === attributes.get(name));
  const number = (name: string): number | undefined => {
    const value = attributes.get(name);
    return value !== undefined && /^\d{1,6}$/.test(value) ? Number(value) : undefined;
  };
  const flag = (name: string): boolean | undefined => {
    const value = oneOf(name, ['true', 'false']);
    return value === undefined ? undefined : value === 'true';
  };
  return said<NameFormat>({
    and: oneOf('and', ands),
    delimiterPrecedesEtAl: oneOf('delimiter-precedes-et-al', precedences),
    delimiterPrecedesLast: oneOf('delimiter-precedes-last', precedences),
    etAlMin: number('et-al-min'),
    etAlUseFirst: number('et-al-use-first'),
    etAlSubsequentMin: number('et-al-subsequent-min'),
    etAlSubsequentUseFirst: number('et-al-subsequent-use-first'),
    etAlUseLast: flag('et-al-use-last'),
    form: oneOf(formAttribute, nameForms),
    initialize: flag('initialize'),
    initializeWith: attributes.get('initialize-with'),
    asSortOrder: oneOf('name-as-sort-order', sortOrders),
    sortSeparator: attributes.get('sort-separator'),
  });
}

/** Reads `cs:names`. */
export function namesElement(
  node: StyleNode,
  substitutes: readonly StyleElement[],
  labelFormat: (node: StyleNode) => LabelFormat,
): NamesElement {
  const [name] = childrenOf(node, 'name');
  const [label] = childrenOf(node, 'label');
  const [etAl] = childrenOf(node, 'et-al');
  const at = (child: StyleNode | undefined): number => (child ? node.children.indexOf(child) : Infinity);
  const format: NamesFormat = {
    labelBeforeName: label !== undefined && at(label) < at(name),
    ...(label ? { label: labelFormat(label) } : {}),
    ...(etAl
      ? { etAl: { term: etAl.attributes.get('term') ?? 'et-al', formatting: formattingOf(etAl.attributes) } }
      : {}),
    ...(name ? { name: { format: nameFormat(name), formatting: formattingOf(name.attributes) } } : {}),
  };
  return {
    kind: 'names',
    variables: wordsIn(node.attributes.get('variable')),
    format,
    substitutes,
    formatting: formattingOf(node.attributes),
  };
}

function nameFormat(node: StyleNode): NameFormat {
  const partOf = (name: string): Formatting | undefined => {
    const part = childrenOf(node, 'name-part').find(({ attributes }) => attributes.get('name') === name);
    return part && formattingOf(part.attributes);
  };
  const [given, family, delimiter] = [partOf('given'), partOf('family'), node.attributes.get('delimiter')];
  return {
    ...commonNames(node.attributes, 'form'),
    ...(given ? { given } : {}),
    ...(family ? { family } : {}),
    ...(delimiter === undefined ? {} : { delimiter }),
  };
}
