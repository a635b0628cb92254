import type { Range } from '../../core/text.ts';
import type { ManuscriptInline } from './manuscriptTypes.ts';

/** A mark, and the index of the inline that it stands before. */
interface RemarkMark {
  readonly at: number;
  readonly mark: Extract<ManuscriptInline, { readonly remark: number }>;
}

/**
 * Returns where the marks of remarks stand among the inlines of a block, in order. The words of a remark that go on into another
 * block end with this one.
 * @param ranges those of the inlines
 * @param remarks in the order of their places
 */
export function remarkMarks(
  ranges: readonly Range[],
  remarks: readonly { readonly range: Range }[],
): readonly RemarkMark[] {
  const first = ranges[0]?.start ?? 0;
  const last = ranges.at(-1)?.end ?? first;
  const marks = remarks.flatMap(({ range }, remark): RemarkMark[] => {
    if (range.start < first || range.start >= last) return [];
    const from = ranges.findIndex(({ end }) => end > range.start);
    const to = Math.max(
      from,
      ranges.findLastIndex(({ start }) => start < range.end),
    );
    return [
      { at: from, mark: { kind: 'remarkStart', remark } },
      { at: to + 1, mark: { kind: 'remarkEnd', remark } },
    ];
  });
  return marks.sort((a, b) => a.at - b.at);
}
