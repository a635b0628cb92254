import type { CslName } from '../bibliography.ts';
import type { RichText } from './richText.ts';
import { type Formatting, isUnformatted, type NamesFormat } from './parsedStyle.ts';

/** What an element of a style gave, before it is formatted: disambiguation, collapsing and sorting look into it. */
export type StyleOutput =
  | { readonly kind: 'group'; readonly formatting: Formatting; readonly parts: readonly StyleOutput[] }
  | { readonly kind: 'literal'; readonly text: RichText }
  | { readonly kind: 'linked'; readonly address: string; readonly parts: readonly StyleOutput[] }
  /** What stands in a footnote of its own. */
  | { readonly kind: 'note'; readonly content: StyleOutput }
  | Tagged;

/** Something of which it is known what it is. It may be that with nothing to print. */
export interface Tagged {
  readonly kind: 'tagged';
  readonly tag: Tag;
  readonly content: StyleOutput | undefined;
}

/** A name of a work, with what its style needs to know. */
export type PersonName = CslName & { readonly commaSuffix?: boolean };

export type CiteMode = 'normal' | 'suppressAuthor' | 'authorOnly';

export type Tag =
  | { readonly is: 'item'; readonly mode: CiteMode; readonly id: string; readonly index: number }
  | { readonly is: 'names'; readonly variable: string; readonly format: NamesFormat; readonly names: readonly PersonName[] }
  | { readonly is: 'name'; readonly name: PersonName }
  | { readonly is: 'date'; readonly years: readonly (number | undefined)[] | undefined }
  | { readonly is: 'yearSuffix'; readonly number: number }
  | { readonly is: 'citationNumber'; readonly number: number }
  | { readonly is: 'term'; readonly name: string }
  | { readonly is: 'title' }
  | { readonly is: 'locator' }
  | { readonly is: 'prefix' }
  | { readonly is: 'suffix' };

export function literal(text: RichText): StyleOutput {
  return { kind: 'literal', text };
}

export function tagged(tag: Tag, content: StyleOutput | undefined): Tagged {
  return { kind: 'tagged', tag, content };
}

/** Puts parts together; undefined where there are none. */
export function formatted(formatting: Formatting, parts: readonly (StyleOutput | undefined)[]): StyleOutput | undefined {
  const there = parts.filter((part) => part !== undefined);
  if (there.length === 0) return undefined;
  if (there.length === 1 && isUnformatted(formatting)) return there[0];
  return { kind: 'group', formatting, parts: there };
}

const noParts: readonly StyleOutput[] = [];

/** What stands in an output. */
export function partsOf(output: StyleOutput): readonly StyleOutput[] {
  switch (output.kind) {
    case 'group':
    case 'linked':
      return output.parts;
    case 'note':
      return [output.content];
    case 'tagged':
      return output.content === undefined ? noParts : [output.content];
    case 'literal':
      return noParts;
  }
}

type TaggedAs<K extends Tag['is']> = Tagged & { readonly tag: Extract<Tag, { is: K }> };

/** Finds the first tagged output of a kind, from outside inwards. */
export function findTagged<K extends Tag['is']>(
  output: StyleOutput | undefined,
  is: K,
): TaggedAs<K> | undefined {
  if (output === undefined || isTagged(output, is)) return output;
  for (const part of partsOf(output)) {
    const found = findTagged(part, is);
    if (found) return found;
  }
  return undefined;
}

/** All tagged outputs of a kind, from outside inwards. */
export function eachTagged<K extends Tag['is']>(
  output: StyleOutput | undefined,
  is: K,
  found: TaggedAs<K>[] = [],
): readonly TaggedAs<K>[] {
  if (output === undefined) return found;
  if (isTagged(output, is)) found.push(output);
  for (const part of partsOf(output)) eachTagged(part, is, found);
  return found;
}

export function isTagged<K extends Tag['is']>(
  output: StyleOutput | undefined,
  is: K,
): output is TaggedAs<K> {
  return output?.kind === 'tagged' && output.tag.is === is;
}

/** Changes an output from inside outwards. What becomes undefined goes. */
export function transformed(
  output: StyleOutput,
  change: (output: StyleOutput) => StyleOutput | undefined,
): StyleOutput | undefined {
  switch (output.kind) {
    case 'literal':
      return change(output);
    case 'tagged':
      return change(
        output.content === undefined ? output : { ...output, content: transformed(output.content, change) },
      );
    case 'note': {
      const content = transformed(output.content, change);
      return content && change({ ...output, content });
    }
    case 'group':
    case 'linked':
      return change({ ...output, parts: output.parts.flatMap((part) => transformed(part, change) ?? []) });
  }
}

/** Whether two values of plain data are the same. */
export function isSameData(first: unknown, second: unknown): boolean {
  if (first === second) return true;
  if (typeof first !== 'object' || typeof second !== 'object' || first === null || second === null) return false;
  const a = Object.entries(first);
  const b = new Map(Object.entries(second));
  return a.length === b.size && a.every(([key, value]) => isSameData(value, b.get(key)));
}
