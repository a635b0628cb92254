import * as z from 'zod/mini';
import { findJsonError, splitJsonList } from '../bibliography.ts';
import { type Message, messageOf } from '../messages.ts';
import { orderOfTexts } from './orderOfTexts.ts';
import type { Range } from '../text.ts';

/** The version of the format. A file with a higher one is of a later version of Pilcrow, and left alone. */
const alignmentFormat = 1;

/** Digits of a fingerprint that are written down: enough to tell the paragraphs of a text. */
export const printLength = 16;

const passageNumber = z.number().check(z.int(), z.positive());
const mark = z.tuple([passageNumber, z.string().check(z.regex(/^[0-9a-f]{12,64}$/))]);
const side = z.array(mark);

/**
 * `computed`: both methods say so. `confirmed`: a person says so, also that one side has nothing. `open`: nobody knows.
 */
const lineStates = ['computed', 'confirmed', 'open'] as const;

const alignmentLineSchema = z.object({
  /** Numbers of paragraphs of the base, each with the first digits of its fingerprint. */
  base: side,
  /** The same of the other text. */
  text: side,
  state: z.enum(lineStates),
  /** Who confirmed the line. */
  by: z.optional(z.string()),
  /** When: a day, `2026-11-29`. */
  on: z.optional(z.string()),
  /** Of an open line: numbers of paragraphs that may belong to it, of either text. */
  perhaps: z.optional(z.object({ base: z.array(passageNumber), text: z.array(passageNumber) })),
});

export const alignmentSchema = z.object({
  format: z.literal(alignmentFormat),
  /** The key of the base. */
  base: z.string().check(z.minLength(1)),
  /** The key of its translation or printing. */
  text: z.string().check(z.minLength(1)),
  /** Groups of paragraphs that belong together, a line each. */
  groups: z.array(alignmentLineSchema),
  /** Notes of the texts that belong together, by their running numbers. */
  notes: z.optional(z.array(alignmentLineSchema)),
});

/** A passage by its number and the first digits of its fingerprint, when the line was written. */
export type PassageMark = readonly [number: number, print: string];
export type LineState = (typeof lineStates)[number];

/** Passages that belong together, as a file of alignments has them. */
export interface AlignmentLine {
  readonly base: readonly PassageMark[];
  readonly text: readonly PassageMark[];
  readonly state: LineState;
  readonly by?: string | undefined;
  readonly on?: string | undefined;
  readonly perhaps?: { readonly base: readonly number[]; readonly text: readonly number[] } | undefined;
}

/** What a file of alignments says. */
export interface TextAlignment {
  readonly base: string;
  readonly text: string;
  readonly groups: readonly AlignmentLine[];
  readonly notes: readonly AlignmentLine[];
}

/** A file of alignments, read by itself. */
export interface AlignmentReading {
  /** Undefined where the file cannot be used. Lines that cannot be read are left out. */
  readonly alignment: TextAlignment | undefined;
  /** Where each line stands in the file. */
  readonly places: ReadonlyMap<AlignmentLine, Range>;
  readonly problems: readonly { readonly message: Message; readonly range: Range }[];
}

const headSchema = z.object({ format: z.number(), base: z.string(), text: z.string() });
const listsSchema = z.object({
  groups: z.optional(z.array(z.unknown())),
  notes: z.optional(z.array(z.unknown())),
});

/** Reads a file of alignments. Never throws: a line that cannot be read is a problem, and the others are read. */
export function readAlignment(text: string): AlignmentReading {
  const broken = (message: Message, range: Range): AlignmentReading => ({
    alignment: undefined,
    places: new Map(),
    problems: [{ message, range }],
  });
  const whole = { start: 0, end: text.trimEnd().length };
  const json = parsed(text);
  if (json === undefined) {
    const error = findJsonError(text, whole, 'file');
    const reason = error?.message ?? messageOf('json.noValue');
    const { start, end } = error?.range ?? { start: 0, end: 1 };
    // An empty file has no character that could be at fault.
    const range = { start: Math.min(start, text.length), end: Math.min(end, text.length) };
    return broken(messageOf('alignments.noJson', { reason }), range);
  }
  const head = z.safeParse(headSchema, json).data;
  const top = { start: 0, end: Math.max(1, text.indexOf('\n')) };
  if (!head) return broken(messageOf('alignments.noHead'), top);
  if (head.format > alignmentFormat) return broken(messageOf('alignments.later'), top);
  // What is no list would count as an empty one, and be written over as such.
  if (!z.safeParse(listsSchema, json).success) return broken(messageOf('alignments.noHead'), top);
  const reader = new LinesReader(text);
  const [groups, notes] = [reader.read('groups'), reader.read('notes')];
  return {
    alignment: { base: head.base, text: head.text, groups, notes },
    places: reader.places,
    problems: reader.problems,
  };
}

class LinesReader {
  readonly places = new Map<AlignmentLine, Range>();
  readonly problems: AlignmentReading['problems'][number][] = [];

  constructor(private readonly text: string) {}

  read(list: 'groups' | 'notes'): readonly AlignmentLine[] {
    const open = new RegExp(`"${list}"\\s*:\\s*\\[`).exec(this.text);
    if (!open) return [];
    const { entries } = splitJsonList(this.text, open.index + open[0].length - 1);
    const known = { base: new Set<string>(), text: new Set<string>() };
    return entries.flatMap(({ range }) => {
      const { data: line } = z.safeParse(
        alignmentLineSchema,
        parsed(this.text.slice(range.start, range.end)),
      );
      if (!line || line.base.length + line.text.length === 0) {
        this.problems.push({ message: messageOf('alignments.noLine'), range });
        return [];
      }
      if (line.state !== 'confirmed' && repeats(line, known)) {
        this.problems.push({ message: messageOf('alignments.twice'), range });
        return [];
      }
      this.places.set(line, range);
      return [line];
    });
  }
}

/** Whether a line names a passage that another one has; notes those that it names. */
function repeats(line: AlignmentLine, known: { base: Set<string>; text: Set<string> }): boolean {
  let isKnown = false;
  for (const own of ['base', 'text'] as const)
    for (const mark of line[own]) {
      isKnown ||= known[own].has(mark.join(' '));
      known[own].add(mark.join(' '));
    }
  return isKnown;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The path of the file for a text and its base, from the study folder. */
export function alignmentPath(base: string, text: string): string {
  return `alignments/${fileNameOfKey(base)}.${fileNameOfKey(text)}.json`;
}

function fileNameOfKey(key: string): string {
  return key.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-') || 'text';
}

/**
 * Writes a file of alignments in one way: a line for each group, those of the base in order, and what only the other text has
 * after the group before it. Git merges it line by line.
 */
export function writeAlignment({ base, text, groups, notes }: TextAlignment): string {
  const list = (name: string, lines: readonly AlignmentLine[]): string => {
    const written = inOrderOfTexts(lines).map((line) => `    ${lineText(line)}`);
    return `  "${name}": [${written.length === 0 ? '' : `\n${written.join(',\n')}\n  `}]`;
  };
  const head = `  "format": ${alignmentFormat},\n  "base": ${JSON.stringify(base)},\n  "text": ${JSON.stringify(text)}`;
  return `{\n${head},\n${list('groups', groups)},\n${list('notes', notes)}\n}\n`;
}

/** Writes one line of a file of alignments. */
export function lineText({ base, text, state, by, on, perhaps }: AlignmentLine): string {
  const confirmed = state === 'confirmed' ? { ...(by && { by }), ...(on && { on }) } : {};
  return JSON.stringify({ base, text, state, ...confirmed, ...(state === 'open' && perhaps && { perhaps }) });
}

function inOrderOfTexts(lines: readonly AlignmentLine[]): readonly AlignmentLine[] {
  const numbersOf = (marks: readonly PassageMark[]): readonly number[] => marks.map(([at]) => at);
  return orderOfTexts(lines, ({ base, text }) => ({ base: numbersOf(base), text: numbersOf(text) }));
}

/** How many groups of paragraphs are certain, open and confirmed. */
export function stateCounts({
  groups,
}: TextAlignment): Readonly<Record<'certain' | 'open' | 'confirmed', number>> {
  const count = (state: LineState): number => groups.filter((line) => line.state === state).length;
  return { certain: count('computed'), open: count('open'), confirmed: count('confirmed') };
}
