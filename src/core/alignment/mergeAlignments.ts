import { type Message, messageOf } from '../messages.ts';
import {
  type AlignmentLine,
  type PassageMark,
  readAlignment,
  type TextAlignment,
  writeAlignment,
} from './alignmentFile.ts';

/** The merged file, or the reason why it cannot be made. */
export type AlignmentMerge =
  { readonly text: string; readonly conflicts: number } | { readonly problem: Message };

/**
 * Merges two versions of a file of alignments, line by line, without asking anybody. What one side changed is taken. A line that
 * a person confirmed wins against one that was computed; two that say different things of a passage both stay, and are a conflict
 * for `alignment/conflict`. What is left without a line is open.
 */
export function mergeAlignments(base: string | undefined, ours: string, theirs: string): AlignmentMerge {
  if (ours.trim() === '') return { text: theirs, conflicts: 0 };
  if (theirs.trim() === '') return { text: ours, conflicts: 0 };
  const [own, other] = [readAlignment(ours), readAlignment(theirs)];
  const old = base === undefined || base.trim() === '' ? undefined : readAlignment(base);
  const isReadable = [own, other, ...(old ? [old] : [])].every(({ problems }) => problems.length === 0);
  const isOneText =
    own.alignment?.base === other.alignment?.base && own.alignment?.text === other.alignment?.text;
  if (!isReadable || !own.alignment || !other.alignment || !isOneText)
    return { problem: messageOf('alignments.versionUnreadable') };
  const groups = mergeAlignedLines(old?.alignment?.groups, own.alignment.groups, other.alignment.groups);
  const notes = mergeAlignedLines(old?.alignment?.notes, own.alignment.notes, other.alignment.notes);
  const merged: TextAlignment = { ...own.alignment, groups: groups.lines, notes: notes.lines };
  return { text: writeAlignment(merged), conflicts: groups.conflicts + notes.conflicts };
}

interface MergedLines {
  readonly lines: readonly AlignmentLine[];
  readonly conflicts: number;
}

const sides = ['base', 'text'] as const;
type MarkedSide = (typeof sides)[number];

/** A line with a name for each passage that is the same in all versions, though its number may be another. */
interface NamedLine {
  readonly line: AlignmentLine;
  readonly names: readonly string[];
  readonly key: string;
}

function mergeAlignedLines(
  before: readonly AlignmentLine[] | undefined,
  ours: readonly AlignmentLine[],
  theirs: readonly AlignmentLine[],
): MergedLines {
  const [old, own, other] = [namedLines(before ?? []), namedLines(ours), namedLines(theirs)];
  const oldNumbers = numbersByName(before ?? []);
  const ownNumbers = numbersByName(ours);
  const otherNumbers = numbersByName(theirs);
  const oldKeys = new Set(old.map(({ key }) => key));
  const inBoth = new Set(own.filter(({ key }) => other.some((one) => one.key === key)).map(({ key }) => key));
  // A line of one side stays if the other has it too, or never had it; without a common version nobody removed anything.
  const stays = ({ key }: NamedLine): boolean => inBoth.has(key) || !oldKeys.has(key);
  const lines = [...own.filter(stays), ...other.filter((one) => stays(one) && !inBoth.has(one.key))];
  const chosen = chosenLines(lines);
  // Numbers that one side has changed are those of the newer text.
  const renumbered = (name: string, number: number): number => {
    const [was, mine, yours] = [oldNumbers.get(name), ownNumbers.get(name), otherNumbers.get(name)];
    return (mine === was ? (yours ?? mine) : (mine ?? yours)) ?? number;
  };
  const all = [...chosen.lines, ...leftOpen([...own, ...other], chosen.lines)];
  return {
    lines: all.map((named) => withNumbers(named, renumbered)),
    conflicts: chosen.conflicts,
  };
}

/** Of lines that share a passage: what a person confirmed, all of it; of others those that nobody contradicts. */
function chosenLines(lines: readonly NamedLine[]): { lines: readonly NamedLine[]; conflicts: number } {
  const confirmed = lines.filter(({ line }) => line.state === 'confirmed');
  const byName = linesByName(confirmed);
  const others = lines.filter(({ line }) => line.state !== 'confirmed');
  const otherNames = linesByName(others);
  const undisputed = others.filter(
    (named) =>
      named.names.every((name) => !byName.has(name)) &&
      named.names.every((name) => otherNames.get(name)?.length === 1),
  );
  const disputed = confirmed.filter(({ names }) => names.some((name) => (byName.get(name)?.length ?? 0) > 1));
  return { lines: [...confirmed, ...undisputed], conflicts: disputed.length };
}

/** A line for each passage that no line has any more: nobody knows its counterpart. */
function leftOpen(all: readonly NamedLine[], chosen: readonly NamedLine[]): readonly NamedLine[] {
  const has = new Set(chosen.flatMap(({ names }) => names));
  const open: NamedLine[] = [];
  for (const { line, names } of all)
    for (const side of sides)
      for (const [at, mark] of line[side].entries()) {
        const name = names[side === 'base' ? at : line.base.length + at] ?? '';
        if (has.has(name)) continue;
        has.add(name);
        const empty = { base: [], text: [], state: 'open' } as const;
        open.push({ line: { ...empty, [side]: [mark] }, names: [name], key: name });
      }
  return open;
}

function linesByName(lines: readonly NamedLine[]): ReadonlyMap<string, readonly NamedLine[]> {
  const byName = new Map<string, NamedLine[]>();
  for (const named of lines)
    for (const name of named.names) byName.set(name, [...(byName.get(name) ?? []), named]);
  return byName;
}

function namedLines(lines: readonly AlignmentLine[]): readonly NamedLine[] {
  const nameOf = { base: namesOfMarks(lines, 'base'), text: namesOfMarks(lines, 'text') };
  return lines.map((line) => {
    const names = sides.flatMap((side) => line[side].map((mark) => nameOf[side].get(mark) ?? ''));
    return { line, names, key: JSON.stringify([names, line.state, line.by, line.on]) };
  });
}

/** Equal words are told by how many of them stand before. */
function namesOfMarks(lines: readonly AlignmentLine[], side: MarkedSide): ReadonlyMap<PassageMark, string> {
  const counts = new Map<string, number>();
  const numbers = new Map<number, string>();
  const marks = lines.flatMap((line) => line[side]);
  for (const [number, print] of [...marks].sort(([a], [b]) => a - b)) {
    if (numbers.has(number)) continue;
    counts.set(print, (counts.get(print) ?? 0) + 1);
    numbers.set(number, `${side} ${print} ${counts.get(print) ?? 0}`);
  }
  return new Map(marks.map((mark) => [mark, numbers.get(mark[0]) ?? '']));
}

function numbersByName(lines: readonly AlignmentLine[]): ReadonlyMap<string, number> {
  return new Map(
    sides.flatMap((side) =>
      Array.from(namesOfMarks(lines, side), ([mark, name]): [string, number] => [name, mark[0]]),
    ),
  );
}

function withNumbers(
  { line, names }: NamedLine,
  numberOf: (name: string, number: number) => number,
): AlignmentLine {
  const renumbered = (marks: readonly PassageMark[], from: number): PassageMark[] =>
    marks.map(([number, print], at) => [numberOf(names[from + at] ?? '', number), print]);
  return { ...line, base: renumbered(line.base, 0), text: renumbered(line.text, line.base.length) };
}
