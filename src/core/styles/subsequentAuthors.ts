import { eachTagged, isSameData, isTagged, literal, type StyleOutput, type PersonName, type Tagged, transformed } from './output.ts';
import { plainRich } from './richText.ts';
import { personKey } from './personKey.ts';
import type { StyleLayout } from './parsedStyle.ts';

type NamesOutput = ReturnType<typeof firstNames>;

/** Puts a dash or another text in place of names that the entry before has, too (CSL 1.0.2, “Reference Grouping”). */
export function withSubsequentAuthors(entries: readonly StyleOutput[], { attributes }: StyleLayout): readonly StyleOutput[] {
  const substitute = attributes.get('subsequent-author-substitute');
  if (substitute === undefined) return entries;
  const rule = attributes.get('subsequent-author-substitute-rule') ?? 'complete-all';
  const shown: StyleOutput[] = [];
  let names: NamesOutput;
  for (const entry of entries) {
    const replaced = replacedIn(entry, names, substitute, rule);
    if (replaced === undefined) names = firstNames(entry);
    shown.push(replaced ?? entry);
  }
  return shown;
}

/** The names that an entry begins with, or what stands for them. */
function firstNames(entry: StyleOutput): ReturnType<typeof namesWithin> | undefined {
  const [first] = entry.kind === 'group' ? entry.parts : [];
  return first && namesWithin(first);
}

function namesWithin(output: StyleOutput) {
  for (const names of eachTagged(output, 'names')) return names;
  return undefined;
}

/** An entry with its first names replaced; undefined where they are others. */
function replacedIn(
  entry: StyleOutput,
  names: NamesOutput,
  substitute: string,
  rule: string,
): StyleOutput | undefined {
  if (names === undefined) return undefined;
  if (isTagged(entry, 'item')) {
    const content = entry.content && replacedIn(entry.content, names, substitute, rule);
    return content && { ...entry, content };
  }
  if (entry.kind === 'group') {
    const [first, ...rest] = entry.parts;
    const replaced = first && replacedIn(first, names, substitute, rule);
    return replaced && { ...entry, parts: [replaced, ...rest] };
  }
  return isTagged(entry, 'names') ? replacedNames(entry, entry.tag.names, names, substitute, rule) : undefined;
}

function replacedNames(
  entry: Tagged,
  own: readonly PersonName[],
  before: NonNullable<NamesOutput>,
  substitute: string,
  rule: string,
): StyleOutput | undefined {
  const earlier = before.tag.names;
  const text = literal(plainRich(substitute));
  const replaceNames = (isReplaced: (name: PersonName) => boolean): StyleOutput | undefined =>
    transformed(entry, (output) =>
      isTagged(output, 'name') && isReplaced(output.tag.name) ? { ...output, content: text } : output,
    );
  const isAmong = (names: readonly PersonName[]) => {
    const keys = new Set(names.map(personKey));
    return (name: PersonName): boolean => keys.has(personKey(name));
  };
  if (rule === 'partial-each' || rule === 'partial-first') {
    const same = countSame(own, earlier);
    if (same === 0) return undefined;
    return replaceNames(isAmong(own.slice(0, rule === 'partial-first' ? 1 : same)));
  }
  if (!isSameData(own, earlier)) return undefined;
  if (earlier.length === 0) return isSameData(entry.content, before.content) ? { ...entry, content: text } : undefined;
  return rule === 'complete-each' ? replaceNames(isAmong(earlier)) : allReplaced(entry, text);
}

/** Replaces all names at once. Their label stays. */
function allReplaced(entry: Tagged, text: StyleOutput): StyleOutput {
  const label = entry.content && transformed(entry.content, (output) => (isTagged(output, 'name') ? undefined : output));
  return { ...entry, content: label?.kind === 'group' ? { ...label, parts: [text, ...label.parts] } : text };
}

function countSame(first: readonly PersonName[], second: readonly PersonName[]): number {
  let same = 0;
  while (same < first.length && same < second.length && isSameData(first[same], second[same])) same++;
  return same;
}
