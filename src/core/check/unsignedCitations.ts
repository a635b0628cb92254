import { type Chunk, languageOf, parseMarkdown } from '../blocks.ts';
import { readCitations } from '../citations.ts';
import { type LocatorTerms, locatorTerms, readStrayLocator } from '../locators.ts';
import { messageOf } from '../messages.ts';
import { contextQueries, type StudyContext } from '../study.ts';
import { bracedKey } from '../syntax.ts';
import type { ChunkRange, Range } from '../text.ts';
import { defineCheck, moveProblem, type Problem } from './defineCheck.ts';

/** Brackets that would be a citation if the sign before the key stood where it belongs. Offsets are into the chunk. */
interface UnsignedCitation {
  readonly range: Range;
  readonly key: string;
  /** What to write in place of the brackets. */
  readonly right: string;
}

/** Brackets without others in them that are no link, note, image or citation. */
const unsignedBrackets = /(?<![\\!\]])\[(?!-?@[^ \t\u00A0{])([^[\]\n]{2,200})\](?![([:{])/gu;
/** Without brackets that begin with anything but a usual citation, or a mark of a note, there are none. */
const unusualBracket = /\[(?!-?@[^ \t\u00A0{]|\^)/u;
/** A hyphen, the sign as it is written in place of `@`, a key, and a place. */
const unsignedKey =
  /^(-?)(@[ \t\u00A0]+|＠[ \t]*|@\{[ \t]*|)([\p{L}\p{N}_](?:[^\s,;{}]{0,99}[^\s,;{}.])?)(?:(?:,\s*|\s+)([^{}]+?))?[ \t]*\}?$/u;
/** A chunk has no more; all but these are passed over. */
const maxUnsigned = 50;

/**
 * Brackets in which a key of the study folder and a place stand, but no citation: its `@` is missing, is not an ASCII one, is parted
 * from the key, or has braces around the place, too.
 */
export const unsignedCitations = defineCheck({
  ids: ['citation/escaped'],
  looksAt: 'document',
  check: ({ document }, study, { role }) => {
    if (role !== 'paper' && role !== 'glossary') return [];
    const lang = languageOf(document);
    const bracketed = document.chunks.filter(({ chunk }) => unusualBracket.test(chunk.text));
    return bracketed.flatMap(({ chunk, start }) =>
      unsignedInChunk(chunk, study, lang)
        .map((problem) => moveProblem(problem, start))
        // What is defined in the document is the label of a link.
        .filter(({ range }) => !document.text.includes(`${document.text.slice(range.start, range.end)}:`)),
    );
  },
});

const unsignedInChunk = contextQueries.query(
  'citations without their sign in a chunk',
  (chunk: Chunk, study, lang: string | undefined): readonly Problem<'citation/escaped', ChunkRange>[] => {
    const found = unsignedIn(chunk.text, study, lang);
    const read = found.length > 0 ? citedAt(chunk.text, found) : [];
    return found
      .filter(({ key }, index) => read[index] === key)
      .map(({ range, right }) => ({
        check: 'citation/escaped',
        range,
        message: messageOf('citations.unsigned', { text: chunk.text.slice(range.start, range.end), right }),
        fixes: [
          {
            title: messageOf('fixes.changeToWords', { words: right }),
            edits: [{ range, newText: right }],
            safe: false,
          },
        ],
      }));
  },
);

function unsignedIn(text: string, study: StudyContext, lang: string | undefined): UnsignedCitation[] {
  const found: UnsignedCitation[] = [];
  for (const { index, 0: written, 1: inside = '' } of text.matchAll(unsignedBrackets)) {
    const [, minus = '', sign = '', key = '', place] = unsignedKey.exec(inside) ?? [];
    if (key === '' || !(study.sources.has(key) || study.works.has(key))) continue;
    const rest = afterUnsignedKey(place, sign, locatorTerms(lang));
    if (rest === undefined) continue;
    const range = { start: index, end: index + written.length };
    found.push({ range, key, right: `[${minus}@${bracedKey(key)}${rest}]` });
    if (found.length >= maxUnsigned) break;
  }
  return found;
}

/** What follows the key. Without any sign, nothing but a place shows that a citation is meant. */
function afterUnsignedKey(place: string | undefined, sign: string, terms: LocatorTerms): string | undefined {
  const locator = place === undefined ? undefined : readStrayLocator(place, terms);
  if (locator !== undefined) return `, ${locator}`;
  if (sign === '') return undefined;
  return place === undefined ? '' : `, ${place}`;
}

/** Returns the key that would be cited in each of the brackets: none where they stand in code, a comment or a formula. */
function citedAt(text: string, places: readonly UnsignedCitation[]): (string | undefined)[] {
  let repaired = '';
  let from = 0;
  const starts = places.map(({ range, right }) => {
    repaired += text.slice(from, range.start);
    const start = repaired.length;
    repaired += right;
    from = range.end;
    return start;
  });
  const keys = new Map(
    readCitations(parseMarkdown(repaired + text.slice(from))).map(({ group, key }) => [group.start, key]),
  );
  return starts.map((start) => keys.get(start));
}
