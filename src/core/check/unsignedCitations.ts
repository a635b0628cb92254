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
/** A key with blanks between its braces, and a place behind or within them. */
const blankKey =
  /^(-?)(@\{)([^{}\n,;]*?[^{}\s,;][ \t\u00A0][^{}\n,;]*)(?:\}|(?=,))[,\s]*([^{}]*?)[ \t]*\}?$/u;
/** A chunk has no more; all but these are passed over. */
const maxUnsigned = 50;

/**
 * Brackets in which a key of the study folder and a place stand, but no citation: its `@` is missing, is not an ASCII one, is parted
 * from the key, or has braces around the place, too. With any sign, a place alone shows that a citation is meant, of a key that the
 * folder lacks or in which blanks stand.
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
    const read =
      readUnsigned(unsignedKey.exec(inside), study, lang) ?? readUnsigned(blankKey.exec(inside), study, lang);
    if (!read) continue;
    found.push({ range: { start: index, end: index + written.length }, ...read });
    if (found.length >= maxUnsigned) break;
  }
  return found;
}

/** @param parts what stands before the key, the key, and what follows */
function readUnsigned(
  parts: RegExpExecArray | null,
  study: StudyContext,
  lang: string | undefined,
): Omit<UnsignedCitation, 'range'> | undefined {
  const [, minus = '', sign = '', spelled = '', place] = parts ?? [];
  const key = spelled.replace(/\s+/gu, '');
  if (key === '') return undefined;
  const isKnown = study.sources.has(key) || study.works.has(key);
  const rest = afterUnsignedKey(place, sign, isKnown, locatorTerms(lang));
  return rest === undefined ? undefined : { key, right: `[${minus}@${bracedKey(key)}${rest}]` };
}

/** What follows the key; undefined where nothing shows that a citation is meant: a sign and a known key, or a place and either. */
function afterUnsignedKey(
  place: string | undefined,
  sign: string,
  isKnown: boolean,
  terms: LocatorTerms,
): string | undefined {
  const locator = place === undefined ? undefined : readStrayLocator(place, terms);
  if (locator !== undefined) return isKnown || sign !== '' ? `, ${locator}` : undefined;
  if (sign === '' || !isKnown) return undefined;
  return place === undefined || place === '' ? '' : `, ${place}`;
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
