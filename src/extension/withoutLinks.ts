/**
 * A text for a notification, in which VS Code makes `[words](command:…)` a link that runs a command: titles and names of
 * files may be anybody's, so nothing in them is a link.
 */
export function withoutLinks(text: string): string {
  return text.replace(/\](?=\()/g, '] ');
}
