/** Whether a text may hold links with brackets, or define any: false only where it holds none. */
export function mayLink(text: string): boolean {
  return text.includes('](') || /^(?![ \t>]*\[\^).*\]:/m.test(text);
}
