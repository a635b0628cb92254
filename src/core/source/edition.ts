import * as z from 'zod/mini';
import { type Message, messageOf } from '../messages.ts';

/**
 * The edition file format: the frozen structure of a source. It contains no sentence of the text, only numbers, word
 * counts, fingerprints, headings, and gists in our own words.
 */

/** The kind of a numbered passage. `verse` is a line block or a passage of lines. */
export const passageKinds = ['paragraph', 'blockquote', 'list', 'table', 'code', 'verse'] as const;
export type PassageKind = (typeof passageKinds)[number];

const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const count = z.number().check(z.int(), z.nonnegative());

const printSchema = z.object({
  /** Number of words of the normalised text. */
  words: count,
  /** Fingerprint of the plain text without note marks. */
  sha256: hash,
  /** One line in our own words that distinguishes the passage from its neighbours. */
  gist: z.optional(z.string()),
});

const passageSchema = z.extend(printSchema, {
  number: count,
  /** The number that its author gave it; only where the source says `numbering: printed`. */
  printed: z.optional(z.string()),
  kind: z.enum(passageKinds),
  /** The attribution line of a block quotation. It has no number, and the quotation's fingerprint does not include it. */
  attribution: z.optional(printSchema),
  /** Numbers of the notes that are marked in the passage, in order. */
  notes: z.optional(z.array(count)),
});

const headingSchema = z.object({
  /** The label as printed, `(1)`, `(iv)`, `2.3`, `Chapter 3`; undefined where the heading has none. */
  label: z.optional(z.string()),
  /** The heading without its label. It is in our own words where the printed one is a sentence of the text. */
  title: z.string(),
  /** Words and fingerprint of the printed heading without its label. They identify the heading in a copy. */
  words: count,
  sha256: hash,
  /** Heading level in the source file, 1 to 6. */
  depth: count,
  /** Number of the first passage after the heading; one more than the last passage where none follows. */
  before: count,
});

const noteSchema = z.extend(printSchema, {
  number: count,
  /** Label of the note in the source file (`[^1]`). */
  label: z.string(),
  /** Number of the passage that has the note's mark; undefined where none has. */
  anchor: z.optional(count),
});

/**
 * Fingerprints of every run of five words, which verify quotations without the text. There is one string per passage,
 * heading and note, and one for the abstract, with four characters per window (src/core/match/shingles.ts).
 */
const shinglesSchema = z.object({
  width: z.literal(5),
  bits: z.literal(24),
  /** Text put before the hashed words, so that the hashes of two editions cannot be compared. */
  salt: z.string().check(z.minLength(8)),
  /** 2: of words without vowel points, and with attributions. Editions frozen before have none, and no attributions. */
  form: z.optional(z.literal(2)),
  passages: z.array(z.string()),
  /** Of the attribution line of each passage; empty where it has none. */
  attributions: z.optional(z.array(z.string())),
  headings: z.array(z.string()),
  notes: z.array(z.string()),
  abstract: z.optional(z.string()),
  /** Other readings of passages in which pages of the printed text divide words: with a hyphen, and without. */
  readings: z.optional(z.array(z.object({ passage: count, windows: z.string() }))),
});

export const editionSchema = z.object({
  format: z.literal(1),
  key: z.string(),
  /** CSL variables of the source's front matter (title, author, issued …), without the words of its abstract. */
  csl: z.record(z.string(), z.unknown()),
  headings: z.array(headingSchema),
  passages: z.array(passageSchema),
  notes: z.array(noteSchema),
  abstract: z.optional(printSchema),
  shingles: z.optional(shinglesSchema),
});

export type Edition = z.infer<typeof editionSchema>;
export type EditionPrint = z.infer<typeof printSchema>;
export type EditionPassage = z.infer<typeof passageSchema>;
export type EditionHeading = z.infer<typeof headingSchema>;
export type EditionNote = z.infer<typeof noteSchema>;
export type EditionShingles = z.infer<typeof shinglesSchema>;

/** Reads an edition file. `problem` is a sentence that says why the file cannot be read. Never throws. */
export function readEdition(json: string): { edition: Edition } | { problem: Message } {
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch (error) {
    return {
      problem: messageOf('edition.noJson', { error: error instanceof Error ? error.message : String(error) }),
    };
  }
  const result = z.safeParse(editionSchema, data);
  if (result.success) return { edition: result.data };
  const issue = result.error.issues[0];
  const told = { place: issue?.path.join('.') ?? '', error: issue?.message ?? '' };
  return { problem: messageOf('edition.noEdition', told) };
}
