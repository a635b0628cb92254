/** Numbers of paragraphs of two texts that belong together. */
interface NumberedGroup {
  readonly base: readonly number[];
  readonly text: readonly number[];
}

/** Puts groups in the order of the base; what only the other text has stands behind the group before it there. */
export function orderOfTexts<T>(groups: readonly T[], numbersOf: (group: T) => NumberedGroup): readonly T[] {
  const placed = groups.map((group) => {
    const { base, text } = numbersOf(group);
    return { group, base: Math.min(...base), text: Math.min(...text) };
  });
  const ordered = placed.filter(({ base }) => base < Infinity);
  ordered.sort((a, b) => a.base - b.base || a.text - b.text);
  const inText = placed.filter(({ text }) => text < Infinity).sort((a, b) => a.text - b.text);
  const alone = inText.filter(({ base }) => base === Infinity);
  for (const one of alone) {
    const after = ordered.findLastIndex(({ text }) => text < one.text);
    ordered.splice(after + 1, 0, one);
  }
  return ordered.map(({ group }) => group);
}
