import type { SemanticTokensLegend } from 'vscode-languageserver';
import type { SemanticMark } from '../core/present/structure.ts';
import type { ClientSupport } from './clientSupport.ts';

/** Our own names of token types, and the protocol's that come nearest, as package.json has them for themes of VS Code. */
const protocolTypes = { citation: 'variable', locator: 'number', term: 'type' } as const;
const modifiers = { unresolved: 'deprecated', suppressedAuthor: undefined } as const;

interface Legend extends SemanticTokensLegend {
  /** Index of the type of a mark; -1 where the client knows none for it. */
  readonly typeOf: (mark: SemanticMark) => number;
  /** The modifiers of a mark, a bit each. */
  readonly modifiersOf: (mark: SemanticMark) => number;
}

/** Names that the client knows: ours, else standard ones. Undefined where it asks for no tokens or knows none of either. */
export function legendFor({ tokens }: ClientSupport): Legend | undefined {
  if (!tokens) return undefined;
  const typeNames = namesKnown(protocolTypes, tokens.types);
  const modifierNames = namesKnown(modifiers, tokens.modifiers);
  const tokenTypes = [...new Set(typeNames.values())];
  const tokenModifiers = [...new Set(modifierNames.values())];
  if (tokenTypes.length === 0) return undefined;
  const bitOf = (modifier: keyof typeof modifiers): number => {
    const name = modifierNames.get(modifier);
    return name === undefined ? 0 : 1 << tokenModifiers.indexOf(name);
  };
  return {
    tokenTypes,
    tokenModifiers,
    typeOf: ({ type }) => tokenTypes.indexOf(typeNames.get(type) ?? ''),
    modifiersOf: ({ unresolved, suppressedAuthor }) =>
      (unresolved ? bitOf('unresolved') : 0) | (suppressedAuthor ? bitOf('suppressedAuthor') : 0),
  };
}

/** What each of our names is called for a client; those that it has no word for are missing. */
function namesKnown<T extends string>(
  names: Readonly<Record<T, string | undefined>>,
  known: ReadonlySet<string>,
): ReadonlyMap<T, string> {
  const map = new Map<T, string>();
  for (const [ours, standard] of Object.entries(names) as [T, string | undefined][]) {
    const name = [ours, standard].find((each) => each !== undefined && known.has(each));
    if (name !== undefined) map.set(ours, name);
  }
  return map;
}
