import type { Heading, RootContent } from 'mdast';
import { appendAll } from '../text.ts';

/** A term of a definition list of Pandoc, as the heading and blocks of an entry. */
export interface DefinedTerm {
  readonly heading: Heading;
  readonly blocks: readonly RootContent[];
}

/** Returns the terms of a definition list (`lamp`, then `:   A jar.`); undefined for other blocks. */
export function definedTermsOf(node: RootContent): readonly DefinedTerm[] | undefined {
  if (node.type !== 'definitionList') return undefined;
  const terms: { readonly heading: Heading; readonly blocks: RootContent[] }[] = [];
  for (const part of node.children)
    if (part.type === 'definitionTerm')
      terms.push({ heading: { ...part, type: 'heading', depth: 2 }, blocks: [] });
    else appendAll(terms[terms.length - 1]?.blocks ?? [], part.children);
  return terms;
}
