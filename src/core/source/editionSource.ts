import { comparable, encodeShingles, selfMapped } from '../match.ts';
import { countWords, fingerprint, normaliseText } from '../text.ts';
import type { Edition, EditionHeading, EditionPassage, EditionPrint, EditionShingles } from './edition.ts';
import { otherReadingsOf } from './pageDivisions.ts';
import { citedNumbers, indexPrinted } from './printedNumbers.ts';
import { buildSections, type Heading } from './sections.ts';
import type { Note, Passage, SourceStructure, SourceText, Words } from './readSource.ts';

/** Returns the structure that an edition freezes. It has no words of the text. */
export function structureOfEdition(edition: Edition): SourceStructure {
  const headings = edition.headings.map((heading): Heading => ({
    text: [heading.label, heading.title].filter(Boolean).join(' '),
    depth: heading.depth,
    before: heading.before,
    range: undefined,
  }));
  const own = edition.passages.map((passage) => passage.printed);
  const cited = citedNumbers(own, headings);
  const printed = indexPrinted(own, cited);
  return {
    passages: edition.passages.map((passage, index) => passageOfEdition(passage, printed && cited[index])),
    headings,
    sections: buildSections(headings, edition.passages.length),
    notes: edition.notes.map((note): Note => ({
      number: note.number,
      label: note.label,
      wordCount: note.words,
      fingerprint: note.sha256,
      words: undefined,
      anchor: note.anchor,
      gist: note.gist,
    })),
    pages: [],
    printed,
  };
}

function passageOfEdition(passage: EditionPassage, printed: string | undefined): Passage {
  return {
    number: passage.number,
    printed,
    kind: passage.kind,
    wordCount: passage.words,
    fingerprint: passage.sha256,
    words: undefined,
    attribution: undefined,
    notes: passage.notes ?? [],
    gist: passage.gist,
  };
}

/**
 * Freezes the structure of a source. A passage whose words are unchanged keeps the gist of the earlier edition.
 * @param key the source's key
 * @param salt asks for shingles, made with this salt; without it, shingles are made where the earlier edition has some
 */
export function freezeEdition(key: string, source: SourceText, earlier?: Edition, salt?: string): Edition {
  const gists = new Map<string, string>();
  for (const print of [...(earlier?.passages ?? []), ...(earlier?.notes ?? [])])
    if (print.gist !== undefined) gists.set(print.sha256, print.gist);
  const { abstract: _, ...csl } = source.frontMatter.data;
  const abstract = frozenAbstract(source, earlier?.abstract?.gist);
  const shingleSalt = salt ?? earlier?.shingles?.salt;
  return {
    format: 1,
    key,
    csl: { ...csl, id: key },
    headings: frozenHeadings(source),
    passages: source.passages.map((passage) => frozenPassage(passage, source, gists)),
    notes: source.notes.map((note) => ({
      number: note.number,
      label: note.label,
      ...fingerprintFields(note.wordCount, note.fingerprint, gists.get(note.fingerprint)),
      ...(note.anchor === undefined ? {} : { anchor: note.anchor }),
    })),
    ...(abstract ? { abstract } : {}),
    ...(shingleSalt === undefined ? {} : { shingles: frozenShingles(source, shingleSalt) }),
  };
}

/** Returns the headings of a source in the form of an edition. */
export function frozenHeadings(source: SourceText): EditionHeading[] {
  return source.headings.map((heading) => frozenHeading(heading, source));
}

/** Returns the abstract of a source in the form of an edition; undefined where the source has none. */
export function frozenAbstract(source: SourceText, gist?: string): EditionPrint | undefined {
  const { abstract } = source.frontMatter.data;
  return typeof abstract === 'string' ? fingerprintFieldsOf(abstract, gist) : undefined;
}

function frozenShingles(source: SourceText, salt: string): EditionShingles {
  const { abstract } = source.frontMatter.data;
  const ofWords = (words: Words | undefined): string => (words ? encodeShingles(salt, words.plain) : '');
  return {
    width: 5,
    bits: 24,
    salt,
    form: 2,
    passages: source.passages.map((passage) => ofWords(passage.words)),
    attributions: source.passages.map(({ attribution }) =>
      attribution ? encodeShingles(salt, attribution) : '',
    ),
    headings: source.headings.map((heading) => encodeShingles(salt, selfMapped(heading.text))),
    notes: source.notes.map((note) => ofWords(note.words)),
    ...(typeof abstract === 'string' ? { abstract: encodeShingles(salt, selfMapped(abstract)) } : {}),
    ...frozenReadings(source, salt),
  };
}

function frozenReadings({ passages, pages }: SourceText, salt: string): Pick<EditionShingles, 'readings'> {
  if (pages.length === 0) return {};
  const readings = passages.flatMap(({ number, words }) =>
    (words ? otherReadingsOf(comparable(words.plain), pages) : []).map((text) => ({
      passage: number,
      windows: encodeShingles(salt, selfMapped(text)),
    })),
  );
  return readings.length > 0 ? { readings } : {};
}

function fingerprintFields(words: number, sha256: string, gist: string | undefined) {
  return { words, sha256, ...(gist === undefined ? {} : { gist }) };
}

function fingerprintFieldsOf(text: string, gist?: string) {
  return fingerprintFields(countWords(normaliseText(text)), fingerprint(text), gist);
}

function frozenHeading(heading: Heading, source: SourceText): EditionHeading {
  const section = source.sections.find((candidate) => candidate.range === heading.range);
  const title = section?.title ?? heading.text;
  const label = section?.printed === undefined ? {} : { label: section.printed };
  return { ...label, title, ...fingerprintFieldsOf(title), depth: heading.depth, before: heading.before };
}

/** Whether the number by which a passage is cited is printed before it, and not before one that it continues. */
function isOpening({ number, printed = '' }: Passage, source: SourceText): boolean {
  return source.printed?.get(printed)?.some(({ first }) => first === number) ?? false;
}

function frozenPassage(
  passage: Passage,
  source: SourceText,
  gists: ReadonlyMap<string, string>,
): EditionPassage {
  return {
    number: passage.number,
    ...(isOpening(passage, source) ? { printed: passage.printed } : {}),
    kind: passage.kind,
    ...fingerprintFields(passage.wordCount, passage.fingerprint, gists.get(passage.fingerprint)),
    ...(passage.attribution
      ? { attribution: fingerprintFieldsOf(withoutAttributionDash(passage.attribution.text)) }
      : {}),
    ...(passage.notes.length > 0 ? { notes: [...passage.notes] } : {}),
  };
}

/** Removes the dash before an attribution, which is typography and not words. */
function withoutAttributionDash(attribution: string): string {
  return attribution.replace(/^\s*[\u2013-\u2015-]+\s*/u, '');
}
