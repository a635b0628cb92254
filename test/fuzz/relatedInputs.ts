/** Files of a study folder that hang on its texts: what they freeze, and which of their paragraphs correspond. */
import fc from 'fast-check';
import { type AlignmentLine, writeAlignment } from '../../src/core/alignment.ts';
import { parseMarkdown } from '../../src/core/blocks.ts';
import { freezeEdition, readSource } from '../../src/core/source.ts';
import { fingerprint } from '../../src/core/text.ts';
import { passages } from '../support/phrases.ts';

/** What a text says of its relation to others, in its front matter: to itself, in a circle, to none, too. */
export const relation = fc.constantFrom(
  '',
  '',
  'translation-of: lamp\nlanguage: fr\n',
  'translation-of: tale\nlanguage: de\n',
  'printing-of: lamp\n',
  'printing-of: tale\n',
  'printing-of: constructor\nlanguage: fr\n',
  'translation-of: a-b\nshare: words\n',
);

const words = fc.constantFrom(...passages, 'words of nobody');
/** A paragraph by its number and what it was. */
const mark = fc
  .tuple(fc.integer({ min: 0, max: 22 }), words)
  .map(([number, text]): [number, string] => [number, fingerprint(text).slice(0, 16)]);
const numbers = fc.array(fc.integer({ min: 0, max: 25 }), { maxLength: 2 });
const line: fc.Arbitrary<AlignmentLine> = fc
  .record({
    base: fc.array(mark, { maxLength: 3 }),
    text: fc.array(mark, { maxLength: 3 }),
    state: fc.constantFrom('computed', 'confirmed', 'open'),
    perhaps: fc.option(fc.record({ base: numbers, text: numbers }), { nil: undefined }),
  })
  .map(({ perhaps, ...given }) => ({
    ...given,
    ...(given.state === 'confirmed' ? { by: 'Ann', on: '2026-11-30' } : {}),
    ...(perhaps ? { perhaps } : {}),
  }));

/** A file of alignments. */
export const alignment = fc
  .record({
    base: fc.constantFrom('lamp', 'tale', 'nobody'),
    text: fc.constantFrom('tale', 'constructor', 'lamp'),
    groups: fc.array(line, { maxLength: 12 }),
    notes: fc.array(line, { maxLength: 3 }),
  })
  .map(writeAlignment);

/** Text with one change, or none: a letter more, a line less. */
export function changedText(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const change = fc.tuple(fc.nat(2), fc.double({ min: 0, max: 1, noNaN: true }));
  return fc.tuple(text, change).map(([whole, [kind, place]]) => {
    const at = Math.floor(place * whole.length);
    if (kind === 0) return whole;
    if (kind === 1) return `${whole.slice(0, at)}7${whole.slice(at)}`;
    return whole.replace(/\n[^\n]*/g, (found, index: number) =>
      index < at && at < index + found.length ? '' : found,
    );
  });
}

/** The edition of a text, with shingles or without. */
export function editionOf(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(text, fc.constantFrom(undefined, 'salt')).map(([source, salt]) => {
    const edition = freezeEdition('lamp', readSource(parseMarkdown(source)), undefined, salt);
    return `${JSON.stringify(edition, null, 2)}\n`;
  });
}
