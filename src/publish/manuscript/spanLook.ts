/** How words in a span look. Most classes, as `.term`, say what words are and not how they look. */
export type SpanLook = 'smallCaps' | 'underline' | 'mark';

/** Returns how words in a span of these classes look; undefined where as those around it. */
export function spanLook(classes: readonly string[]): SpanLook | undefined {
  if (classes.includes('smallcaps')) return 'smallCaps';
  if (classes.includes('underline') || classes.includes('ul')) return 'underline';
  return classes.includes('mark') ? 'mark' : undefined;
}
