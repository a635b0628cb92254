/** How a writer marks words left out: an ellipsis, alone or in brackets, or a word for it in brackets. */

/** “Left out” as Japanese, Chinese, Korean and Italian have it: before, between and after what is quoted. */
const wordsForOmission = String.raw`[\u4E2D\u524D\u540E\u5F8C\u4E0B\u4EE5\u7701]{0,2}\u7565|(?:\uC911|\uC0DD|\uC804|\uD6C4|\uD558)\uB7B5|omissis`;

/** The source of a regular expression, without groups, for comparable text. */
export const omissionSource = [
  String.raw`\[ ?\u2026\.? ?\]`,
  String.raw`\( ?\u2026\.? ?\)`,
  String.raw`<\u2026>|\{\u2026\}|/\u2026/`,
  String.raw`[([\uFF08\uFF3B\u3014\u3010] ?\u2026?(?:${wordsForOmission})\u2026? ?[)\]\uFF09\uFF3D\u3015\u3011]`,
  String.raw`[\uFF08\uFF3B\u3014\u3010]\u2026[\uFF09\uFF3D\u3015\u3011]`,
  String.raw`\u2026`,
].join('|');

/** A cheap test: whether a text may mark words left out, or hold a bracket. */
export function mayHoldGaps(text: string): boolean {
  return (
    text.includes('\u2026') ||
    text.includes('[') ||
    text.includes('\u7565') ||
    text.includes('\uB7B5') ||
    text.includes('omissis')
  );
}
