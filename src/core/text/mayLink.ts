/** Whether a text may contain links with brackets, or link definitions. `false` is certain; `true` may be wrong. */
export function mayLink(text: string): boolean {
  return text.includes('](') || /^(?![ \t>]*\[\^).*\]:/m.test(text);
}
