import { type Message, messageOf } from '../messages.ts';
import { childrenOf, readStyleXml, type StyleNode } from './cslXml.ts';
import { formattingOf, inheritableNames, namesElement, termForm, wordsIn } from './formattingAttributes.ts';
import { dateElement, localeSheet } from './readLocale.ts';
import type {
  Branch,
  Condition,
  LabelFormat,
  StyleLayout,
  SortKey,
  StyleElement,
  StyleSheet,
  TermQuery,
} from './parsedStyle.ts';

/** A style that cannot be used, and why. */
export interface StyleProblem {
  readonly problem: Message;
}

/** An element or attribute that this processor does not know. Thrown inside this file only. */
class NotSupported extends Error {
  constructor(readonly what: string) {
    super(what);
  }
}

/** Reads a style. Never throws. */
export function readStyleSheet(xml: string): StyleSheet | StyleProblem {
  const root = readStyleXml(xml);
  if (root?.name !== 'style') return { problem: messageOf('styles.notAStyle') };
  const parent = childrenOf(childrenOf(root, 'info')[0], 'link').find(
    (link) => link.attributes.get('rel') === 'independent-parent',
  );
  if (parent) return { problem: messageOf('styles.dependent', { parent: parent.attributes.get('href') ?? '?' }) };
  try {
    return sheetOf(root);
  } catch (error) {
    if (!(error instanceof NotSupported)) throw error;
    return { problem: messageOf('styles.unsupported', { what: error.what }) };
  }
}

function sheetOf(root: StyleNode): StyleSheet {
  const macros = new Map(
    childrenOf(root, 'macro').map((macro) => [macro.attributes.get('name') ?? '', styleElements(macro)]),
  );
  const citation = layoutOf(childrenOf(root, 'citation'), 'citation');
  if (citation === undefined) throw new NotSupported('<style> without <citation>');
  const bibliography = layoutOf(childrenOf(root, 'bibliography'), 'bibliography');
  const layouts = [...citation.elements, ...(bibliography?.elements ?? [])];
  const attribute = (name: string): string | undefined => root.attributes.get(name);
  const demote = attribute('demote-non-dropping-particle');
  return {
    title: childrenOf(childrenOf(root, 'info')[0], 'title')[0]?.text.trim() ?? '',
    isNoteStyle: (attribute('class') ?? 'note') === 'note',
    defaultLocale: attribute('default-locale'),
    demoteParticle: demote === 'never' || demote === 'sort-only' ? demote : 'display-and-sort',
    initializeWithHyphen: attribute('initialize-with-hyphen') !== 'false',
    pageRangeFormat: attribute('page-range-format'),
    nearNoteDistance: Number(citation.attributes.get('near-note-distance') ?? attribute('near-note-distance') ?? 5),
    nameFormat: inheritableNames(root.attributes),
    macros,
    locales: childrenOf(root, 'locale').map(localeSheet),
    citation,
    bibliography,
    printsYearSuffix: printsYearSuffix(layouts, macros, new Set()),
  };
}

function printsYearSuffix(
  elements: readonly StyleElement[],
  macros: StyleSheet['macros'],
  seen: Set<string>,
): boolean {
  return elements.some((element) => {
    if (element.kind === 'variable') return element.variable === 'year-suffix';
    if (element.kind === 'group') return printsYearSuffix(element.elements, macros, seen);
    if (element.kind === 'choose')
      return element.branches.some((branch) => printsYearSuffix(branch.elements, macros, seen));
    if (element.kind !== 'macro' || seen.has(element.name)) return false;
    return printsYearSuffix(macros.get(element.name) ?? [], macros, seen.add(element.name));
  });
}

function layoutOf(nodes: readonly StyleNode[], name: string): StyleLayout | undefined {
  const [node, second] = nodes;
  if (node === undefined) return undefined;
  const [layout, another] = childrenOf(node, 'layout');
  if (second || another || layout === undefined) throw new NotSupported(`<${name}> with other than one <layout>`);
  return {
    formatting: { ...formattingOf(layout.attributes), affixesInside: true },
    elements: styleElements(layout),
    sortKeys: childrenOf(node, 'sort').flatMap((sort) => childrenOf(sort, 'key').map(sortKeyOf)),
    nameFormat: inheritableNames(node.attributes),
    attributes: node.attributes,
  };
}

/** Names of `cs:key`, which hold for all names of its macro. */
const keyNames: ReadonlyMap<string, string> = new Map([
  ['names-min', 'et-al-min'],
  ['names-use-first', 'et-al-use-first'],
  ['names-use-last', 'et-al-use-last'],
]);

function sortKeyOf({ attributes }: StyleNode): SortKey {
  const names = new Map([...attributes].map(([name, value]) => [keyNames.get(name) ?? name, value]));
  const macro = attributes.get('macro');
  return {
    isDescending: attributes.get('sort') === 'descending',
    nameFormat: inheritableNames(names),
    ...(macro === undefined ? { variable: attributes.get('variable') ?? '' } : { macro }),
  };
}

function styleElements(node: StyleNode): readonly StyleElement[] {
  return node.children.map(elementOf);
}

function elementOf(node: StyleNode): StyleElement {
  const { attributes, name } = node;
  const formatting = formattingOf(attributes);
  const variable = attributes.get('variable') ?? '';
  switch (name) {
    case 'text':
      return textElement(node);
    case 'group':
      return { kind: 'group', elements: styleElements(node), formatting };
    case 'choose':
      return { kind: 'choose', branches: branchesOf(node) };
    case 'number': {
      const form = attributes.get('form');
      const isKnown = form === 'ordinal' || form === 'long-ordinal' || form === 'roman';
      return { kind: 'number', variable, form: isKnown ? form : 'numeric', formatting };
    }
    case 'label':
      return { kind: 'label', variable, label: labelFormat(node) };
    case 'date':
      return dateElement(node);
    case 'names': {
      const [substitute] = childrenOf(node, 'substitute');
      const unknown = node.children.find((child) => !namesChildren.has(child.name));
      if (unknown) throw new NotSupported(`<${unknown.name}>`);
      return namesElement(node, substitute ? styleElements(substitute) : [], labelFormat);
    }
    default:
      throw new NotSupported(`<${name}>`);
  }
}

const namesChildren: ReadonlySet<string> = new Set(['name', 'et-al', 'label', 'substitute']);

function labelFormat({ attributes }: StyleNode): LabelFormat {
  const plural = attributes.get('plural');
  return {
    form: termForm(attributes),
    plural: plural === 'always' || plural === 'never' ? plural : 'contextual',
    formatting: formattingOf(attributes),
  };
}

function textElement({ attributes }: StyleNode): StyleElement {
  const formatting = formattingOf(attributes);
  const variable = attributes.get('variable');
  if (variable !== undefined)
    return { kind: 'variable', variable, isShort: attributes.get('form') === 'short', formatting };
  const macro = attributes.get('macro');
  if (macro !== undefined) return { kind: 'macro', name: macro, formatting };
  const term = attributes.get('term');
  if (term !== undefined) return { kind: 'term', term: termQuery(term, attributes), formatting };
  const text = attributes.get('value');
  if (text === undefined) throw new NotSupported('<text> without content');
  return { kind: 'value', text, formatting };
}

function termQuery(name: string, attributes: ReadonlyMap<string, string>): TermQuery {
  const plural = attributes.get('plural');
  return {
    name,
    form: termForm(attributes),
    ...(plural === 'true' || plural === 'false' ? { isPlural: plural === 'true' } : {}),
  };
}

function branchesOf(node: StyleNode): readonly Branch[] {
  const unknown = node.children.find(({ name }) => !['if', 'else-if', 'else'].includes(name));
  if (unknown) throw new NotSupported(`<${unknown.name}>`);
  return node.children.map((branch) => {
    const match = branch.attributes.get('match');
    if (branch.children.some(({ name }) => name === 'conditions')) throw new NotSupported('<conditions>');
    return {
      match: match === 'any' || match === 'none' ? match : 'all',
      conditions: branch.name === 'else' ? [] : conditionsOf(branch.attributes),
      elements: styleElements(branch),
    };
  });
}

const conditionKinds = [
  ['is-numeric', 'isNumeric'],
  ['is-uncertain-date', 'isUncertainDate'],
  ['locator', 'locator'],
  ['position', 'position'],
  ['variable', 'variable'],
] as const;

function conditionsOf(attributes: ReadonlyMap<string, string>): readonly Condition[] {
  const conditions: Condition[] = conditionKinds.flatMap(([attribute, kind]) =>
    wordsIn(attributes.get(attribute)).map((value) => ({ kind, value })),
  );
  const types = attributes.get('type');
  if (types !== undefined) conditions.push({ kind: 'type', values: new Set(wordsIn(types)) });
  if (attributes.get('disambiguate') === 'true') conditions.push({ kind: 'disambiguate' });
  return conditions;
}
