import { percentEncoded } from '../../text.ts';
import { escapeMarkdown, linkWords } from './escapeMarkdown.ts';

/** Signs that could end the tooltip of a link, or be read as Markdown by a viewer that does not know where it ends. */
const signsOfTitle = /[!"#$&*<>@[\\\]^_`{|}~]/g;

/**
 * A link of our own to a line of a file, as Markdown.
 * @param words plain text
 * @param line counts from 1
 * @param tooltip plain text; empty for none
 */
export function fileLink(words: string, uri: string, line: number, tooltip = ''): string {
  const address = uri.replace(/[<>\s\\()`]/gu, percentEncoded);
  const title = tooltip.replace(/\s+/gu, ' ').trim().replace(signsOfTitle, '\\$&');
  return `[${linkWords(escapeMarkdown(words))}](<${address}#L${String(line)}>${title === '' ? '' : ` "${title}"`})`;
}
