import { countKeys } from '../../citations.ts';
import { languageOf } from '../../blocks.ts';
import { english, languageFor } from '../../languages.ts';
import { bracedKey } from '../../syntax.ts';
import { describeWork } from '../../bibliography.ts';
import { relationsOf } from '../../resolve.ts';
import type { CitingFile, Study } from '../../study.ts';
import type { Range } from '../../text.ts';
import { shorten } from '../wording.ts';
import { sourceLine } from '../passages.ts';
import type { Completion, CompletionItem } from './completionItem.ts';

/** Before what is said of a translation or printing, which stands under its base. */
const underBase = '↳ ';

/**
 * Items for keys: sources, then works without text, in both cases those that the paper cites first. Sources that only ship with
 * Pilcrow come after the folder's own. Translations and printings stand under their base.
 */
export function keyItems(file: CitingFile, study: Study, range: Range, braced: boolean): Completion {
  const here = countKeys(file.document);
  const orderOfWork = (key: string): string => `1${here.has(key) ? '0' : '1'}${key}`;
  const relations = relationsOf(study);
  const baseOf = (key: string): string => relations.get(key)?.base ?? key;
  const bases = new Set([...here.keys()].map(baseOf));
  const orderOfSource = (key: string): string => {
    const base = baseOf(key);
    const rank = bases.has(base) ? '0' : study.sources.get(base)?.file ? '1' : '2';
    return `0${rank}${base}${key === base ? '' : ` ${key}`}`;
  };
  const itemOf = (key: string, line: string, sortText: string): CompletionItem => ({
    label: key,
    description: shorten(line, 80),
    subject: { kind: 'key', key },
    kind: 'key',
    newText: braced ? key : bracedKey(key),
    filterText: `${key} ${line}`,
    sortText,
  });
  const sources = [...study.sources.values()].map((source) => {
    const { key } = source;
    const item = itemOf(key, sourceLine(source), orderOfSource(key));
    return baseOf(key) === key ? item : { ...item, description: underBase + item.description };
  });
  const works = [...study.works].flatMap(([key, [placed]]) => {
    if (!placed || study.sources.has(key)) return [];
    return [itemOf(key, describeWork(placed.work), orderOfWork(key))];
  });
  return { range, items: [...sources, ...works] };
}

/** An open bracket, or the next citation in one, with letters but no key yet. */
const prefixBefore = /(?:^|[^\]\\!])(?:\[|\[[^[\]]*@[^[\];]*;\s*)(\p{L}[\p{L}. ]{0,30})$/u;

/**
 * Offers words before a key once a letter is typed in a bracket, first those used in the paper. Undefined if the
 * bracket is a link or a span, or has a key already.
 */
export function prefixItems(
  file: CitingFile,
  before: string,
  after: string,
  offset: number,
): Completion | undefined {
  const typed = prefixBefore.exec(before)?.[1];
  if (typed === undefined || /^[^[\]\n]*(?:@|\][({[:])/u.test(after)) return undefined;
  const language = languageFor(languageOf(file.document));
  const own = file.citations.map(({ prefix }) => prefix).filter((prefix) => prefix.length < 30);
  const known = [...new Set([...own, ...(language?.citationPrefixes ?? english.citationPrefixes)])];
  const wanted = typed.toLowerCase();
  const items = known
    .filter((prefix) => prefix.toLowerCase().startsWith(wanted))
    .map((prefix, index): CompletionItem => ({
      label: `${prefix} @`,
      description: '',
      subject: undefined,
      kind: 'prefix',
      newText: `${prefix} @`,
      filterText: prefix,
      sortText: `0${String(index).padStart(3, '0')}`,
      goesOn: true,
    }));
  return items.length > 0 ? { range: { start: offset - typed.length, end: offset }, items } : undefined;
}
