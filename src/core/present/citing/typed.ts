import type { Source } from '../../study.ts';
import type { Locator } from '../../locators.ts';
import { readCitations } from '../../citations.ts';
import { parseMarkdown } from '../../blocks.ts';
import { resolveLocator, sectionKinds } from '../../resolve.ts';
import { printedValue } from '../../source.ts';
import { citableItems, citationFields, passageItem, type CitableItem } from './citable.ts';
import { passageNumbers, passagePreview, rowPlace } from '../passages.ts';
import { locatorValue, type WantedPlace, wantedPlaceOf } from './wantedCitation.ts';

/** Longer texts are not read as a locator. UTF-16 code units. */
const maxTypedUnits = 200;
const locatorLike = /^[\p{L}\p{N}¶§ᵒ.,;:()&\s–—‑-]+$/u;

/**
 * The items that typed numbers name, in every source that has them: `9`, `9-12`, `9, 20 and 25`, `¶ 9`, `sec.
 * 1(iii)`, `n. 2`. The beginning of a key or title may come first. Numbers alone are paragraphs.
 */
export function typedItems(
  sources: readonly Source[],
  typed: string,
  lang: string | undefined,
): readonly CitableItem[] {
  const text = typed
    .trim()
    .replace(/^\[?@?/u, '')
    .replace(/\]$/u, '');
  if (text.length > maxTypedUnits || !locatorLike.test(text)) return [];
  const whole = readTyped(text, lang);
  if (whole) return sources.flatMap((source) => itemOf(source, whole));
  const [name = ''] = /^\S+?(?=,?\s)/u.exec(text) ?? [];
  const rest = name === '' ? undefined : readTyped(text.slice(name.length).replace(/^,?\s+/u, ''), lang);
  return rest
    ? sources.filter((source) => goesBy(source, name)).flatMap((source) => itemOf(source, rest))
    : [];
}

function goesBy({ key, title, author }: Source, name: string): boolean {
  const wanted = name.toLowerCase();
  const words = `${key} ${title} ${author}`.toLowerCase().split(/[^\p{L}\p{N}_:.-]+/u);
  return words.some((word) => word.startsWith(wanted));
}

/** Reads a whole text as a locator: with terms of the paper's language, of English, or as people abbreviate. */
function readTyped(text: string, lang: string | undefined): Locator | undefined {
  const isNumber = /^[0-9]/.test(text);
  const languages = lang === undefined ? ['en'] : [lang, 'en'];
  for (const language of languages) {
    const sign = isNumber ? (locatorOf('¶ 1', language) ? '¶¶ ' : '§ ') : '';
    const found = locatorOf(`${sign}${text}`, language);
    if (found && found.label !== 'page') return found;
  }
  return undefined;
}

function locatorOf(text: string, lang: string, isSuggested = false): Locator | undefined {
  const [citation] = readCitations(parseMarkdown(`[@key, ${text}]`), { lang });
  if (!citation) return undefined;
  const { locator, rest, attempt } = citation;
  if (attempt) {
    const { suggestion } = attempt;
    const isWhole = attempt.text.trim() === text.trim() && !isSuggested;
    return isWhole && suggestion !== undefined ? locatorOf(suggestion, lang, true) : undefined;
  }
  return rest.trim() === '' || /^[\s,;.-]*$/u.test(rest) ? locator : undefined;
}

/** The item for a locator, if the source has all its numbers. Sections and notes are those of the list. */
function itemOf(source: Source, locator: Locator): CitableItem[] {
  const { parts, problems } = resolveLocator(locator, source);
  if (problems.length > 0 || parts.length === 0) return [];
  const numbers = parts.flatMap(({ passages }) => passages);
  if (locator.label === 'paragraph') return passagesItem(source, numbers, locator);
  const listed = parts.flatMap(({ section, note }) =>
    citableItems(source).filter(({ names }) =>
      section
        ? sectionKinds[names.label] !== undefined && names.numbers === section.label
        : note !== undefined && names.label === 'note' && String(names.numbers) === String(note),
    ),
  );
  const [first] = listed;
  if (!first) return [];
  if (parts.length === 1 && parts[0]?.part.last === undefined) return [first];
  const value = locatorValue(locator.parts.map(wantedPlaceOf));
  return [
    {
      ...first,
      ...citationFields(source, first.names.label, value),
      label: `${locator.term} ${value}`.trim(),
      detail: [...new Set(listed.map(({ detail }) => detail))].join(' · '),
    },
  ];
}

function passagesItem(source: Source, numbers: readonly number[], locator: Locator): CitableItem[] {
  const passages = numbers.flatMap((number) => source.passages[number - 1] ?? []);
  const [first] = passages;
  const last = passages.at(-1);
  if (!first || !last) return [];
  const item = passageItem(source, first);
  if (passages.length === 1) return [item];
  const places: WantedPlace[] = locator.parts.map(wantedPlaceOf);
  const isCounted = places.every((place) => typeof place !== 'string');
  return [
    {
      ...item,
      ...citationFields(
        source,
        'paragraph',
        printedValue(numbers, source) ?? locatorValue(isCounted ? places : numbers),
      ),
      label: passageNumbers(
        [...new Set(numbers)].sort((a, b) => a - b),
        source,
      ),
      detail: `${passagePreview(first)} – ${passagePreview(last)}`,
      words: '',
      place: rowPlace(source, first.words?.range, first.number),
    },
  ];
}
