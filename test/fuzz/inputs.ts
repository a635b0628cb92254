/** What the fuzzer makes up: whole study folders, and files to be imported, whole and damaged. */
import fc from 'fast-check';
import { adversarialText } from '../support/adversarialMarkdown.ts';
import { brokenText, plainWords } from '../support/broken.ts';
import type { Files } from '../support/doors.ts';
import { epubOf, xhtml } from '../support/epub.ts';
import { faultyPaper } from '../support/faultyPapers.ts';
import { docxOf, fodtOf, odtOf, wordParagraph, wordRun } from '../support/officeFiles.ts';
import { paper } from '../support/papers.ts';
import { buildPdf, setParagraphs } from '../support/pdfBuilder.ts';
import { passages } from '../support/phrases.ts';
import { alignment, changedText, editionOf, relation } from './relatedInputs.ts';

/** Names that objects have from the beginning, and others that somebody may give to a key. */
const key = fc.constantFrom('lamp', 'tale', 'a-b', 'constructor', '__proto__', 'toString', 'Öl', 'x1');
const citation = fc
  .tuple(key, fc.constantFrom('', ', ¶ 1', ', ¶¶ 2-9', ', sec. 1', ', n. 1', ' 3; see @tale', ', p. 4'))
  .map(([name, place]) => `[@${name}${place}]`);
const sentence = fc
  .tuple(plainWords, fc.oneof(fc.constantFrom(...passages), plainWords), citation)
  .map(([words, quoted, cited]) => `${words} “${quoted}” ${cited}`);

/** Mostly what people write, with some of what nobody does. */
function oftenWhole(whole: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const mixed = fc.tuple(whole, brokenText).map((parts) => parts.join('\n\n'));
  return fc.oneof(
    { weight: 5, arbitrary: whole },
    { weight: 2, arbitrary: mixed },
    { weight: 1, arbitrary: brokenText },
  );
}

const papers = oftenWhole(
  fc.oneof(
    paper,
    faultyPaper,
    adversarialText,
    fc.array(sentence, { minLength: 1, maxLength: 12 }).map((all) => all.join('\n\n')),
  ),
);
const source = oftenWhole(
  fc
    .tuple(key, relation, fc.array(fc.oneof(fc.constantFrom(...passages), plainWords), { maxLength: 20 }))
    .map(
      ([id, related, all]) =>
        `---\nid: ${id}\ntitle: A Text\n${related}---\n\n# One\n\n${all.join('\n\n')}\n\n[^1]: A note.\n`,
    ),
);
const glossary = oftenWhole(
  fc
    .array(fc.tuple(fc.oneof(key, plainWords), plainWords, citation), { maxLength: 8 })
    .map((all) => all.map(([term, words, at]) => `## ${term}\n\nDefined at: ${at}\n\n${words}\n`).join('\n')),
);
const biblatex = oftenWhole(
  fc
    .array(fc.tuple(key, plainWords, fc.constantFrom('book', 'article', 'inbook')), { maxLength: 8 })
    .map((all) =>
      all
        .map(([id, title, type]) => `@${type}{${id},\n  title = {${title}},\n  date = {1848},\n}\n`)
        .join('\n'),
    ),
);
const cslJson = oftenWhole(
  fc
    .array(fc.record({ id: key, type: fc.constantFrom('book', 'chapter'), title: plainWords }), {
      maxLength: 6,
    })
    .map((all) => JSON.stringify(all)),
);
const note = fc
  .tuple(key, plainWords, fc.constantFrom(...passages), fc.nat(3))
  .map(([id, value, exact, reply]) => ({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:example:${id}`,
    type: 'Annotation',
    motivation: reply === 0 ? 'replying' : 'commenting',
    creator: { type: 'Person', name: id },
    body: { type: 'TextualBody', value },
    target:
      reply === 0
        ? `urn:example:${id}`
        : { source: 'urn:x-pilcrow:source:lamp', selector: { type: 'TextQuoteSelector', exact } },
  }));
const notes = oftenWhole(fc.array(note, { maxLength: 8 }).map((all) => JSON.stringify(all)));
const settings = oftenWhole(
  fc
    .record(
      {
        papers: fc.constantFrom(['papers/*.md'], ['**/*.analysis.md'], ['{a,b}*'], 'papers', 3),
        bibliographies: fc.constantFrom(
          ['sources/*.bib'],
          ['constructor'],
          ['sources/works.*'],
          ['../x.bib'],
        ),
        checks: fc.dictionary(
          fc.constantFrom('quotation/altered', 'citation/unknown-key', 'toString', 'x/y'),
          fc.constantFrom('off', 'hint', 'error', 7),
        ),
        failOn: fc.constantFrom('error', 'hint', 'never'),
        unmarkedWords: fc.constantFrom(3, 12, -1),
      },
      { requiredKeys: [] },
    )
    .map((all) => JSON.stringify(all)),
);

const paperName = fc.constantFrom('a', 'constructor', 'é', 'a b', '__proto__', 'A');
/** A study folder. Each of its files may be missing. */
export const studyFolder: fc.Arbitrary<Files> = fc
  .tuple(
    fc.array(fc.tuple(paperName, papers), { minLength: 1, maxLength: 3 }),
    fc.record(
      {
        'sources/lamp.md': source,
        'sources/tale.md': source,
        'glossary.md': glossary,
        'sources/works.bib': biblatex,
        'sources/works.json': cslJson,
        'notes/lamp.ada.jsonld': notes,
        'pilcrow.json': settings,
        'sources/conte.md': source,
        'editions/lamp/edition.json': fc.oneof(changedText(editionOf(source)), oftenWhole(fc.json())),
        'alignments/lamp.tale.json': oftenWhole(changedText(alignment)),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([own, others]) => ({
    ...Object.fromEntries(own.map(([name, text]) => [`papers/${name}.analysis.md`, wellFormed(text)])),
    ...Object.fromEntries(Object.entries(others).map(([path, text]) => [path, wellFormed(text)])),
  }));

/** What is no UTF-8 is no text for an editor either. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

/** A file to be imported. */
export interface Import {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

const escaped = (text: string): string =>
  text.replace(/[<>&"\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/gu, '');
const paragraphs = fc.array(fc.oneof(plainWords, fc.constantFrom(...passages), brokenText.map(escaped)), {
  minLength: 1,
  maxLength: 60,
  size: 'max',
});
const html = (all: readonly string[]): string => all.map((one) => `<p>${one}</p>`).join('\n');

/** How a text becomes a file of a format. */
const makers: Readonly<Record<string, (all: readonly string[]) => Uint8Array>> = {
  docx: (all) => docxOf({ body: all.map((one) => wordParagraph(wordRun(one))).join('') }),
  odt: (all) => odtOf({ body: all.map((one) => `<text:p>${one}</text:p>`).join('') }),
  fodt: (all) => fodtOf({ body: all.map((one) => `<text:p>${one}</text:p>`).join('') }),
  epub: (all) => epubOf({ parts: { 'a.xhtml': xhtml(html(all)) } }),
  pdf: (all) =>
    buildPdf({
      pages: [
        setParagraphs(
          all.map((one) => one.replace(/[^ -~]/gu, 'x')),
          { x: 50, top: 700, letters: 60 },
        ),
      ],
    }),
  html: (all) => Buffer.from(`<!doctype html><title>A Text</title>${html(all)}`),
  md: (all) => Buffer.from(all.join('\n\n')),
  txt: (all) => Buffer.from(all.join('\n\n')),
};

/** Damage of bytes: some are removed, others put in. */
const damage = fc.array(
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(40), fc.uint8Array({ maxLength: 12 })),
  { maxLength: 4 },
);

function damaged(bytes: Uint8Array, all: readonly (readonly [number, number, Uint8Array])[]): Uint8Array {
  return all.reduce((now, [place, remove, put]) => {
    const at = Math.floor(place * now.length);
    return Buffer.concat([now.subarray(0, at), put, now.subarray(at + remove)]);
  }, bytes);
}

/** Formats of which files are made up. */
export const formats = Object.keys(makers);

/** A file of one of the formats. */
export function importOf(format: string): fc.Arbitrary<Import> {
  const make = makers[format];
  if (!make) throw new Error(`Nothing makes files of the format ${format}.`);
  return fc.tuple(paragraphs, fc.oneof(fc.constant([]), damage)).map(([all, wounds]) => ({
    fileName: `a.${format}`,
    bytes: new Uint8Array(damaged(make(all), wounds)),
  }));
}
