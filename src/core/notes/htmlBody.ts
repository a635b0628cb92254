/** A tag. What no `>` closes before the next `<` is text. */
import { tableOf } from '../text.ts';

const htmlTag = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)\b([^<>]*)>/g;
const href = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/i;
const htmlComment = /<!--[^]*?(?:-->|$)/g;
const unseen = /<(script|style|template)\b[^<>]*>[^]*?(?:<\/\1\s*>|$)/gi;
const markdownSigns = /[\\`*_[\]<>~$@^#|]/g;

/** Elements whose words are marked in Markdown, by name. */
const inlineMarks = tableOf<string | undefined>({
  b: '**',
  strong: '**',
  em: '*',
  i: '*',
  code: '`',
  del: '~~',
  s: '~~',
});
const blockTags = /^(?:p|div|h[1-6]|ul|ol|blockquote|pre|table|section|article|hr)$/;

/**
 * Returns the text of a body in HTML as Markdown: paragraphs, list items, emphasis and links. Other tags go and their words
 * stay; references such as `&amp;` mean the same in both. Takes any text, in linear time.
 */
export function markdownOfHtml(html: string): string {
  const links: string[] = [];
  let out = '';
  let at = 0;
  const shown = html.replace(htmlComment, '').replace(unseen, '');
  for (const match of shown.matchAll(htmlTag)) {
    out += shown.slice(at, match.index).replace(markdownSigns, '\\$&');
    at = match.index + match[0].length;
    const [, slash = '', written = '', attributes = ''] = match;
    out += markdownOfTag(written.toLowerCase(), slash === '/', attributes, links);
  }
  out += shown.slice(at).replace(markdownSigns, '\\$&');
  return out
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function markdownOfTag(name: string, closes: boolean, attributes: string, links: string[]): string {
  if (name === 'br') return '\n';
  if (name === 'li') return closes ? '' : '\n- ';
  if (blockTags.test(name)) return '\n\n';
  if (name !== 'a') return inlineMarks[name] ?? '';
  if (closes) return links.length > 0 ? `](<${links.pop() ?? ''}>)` : '';
  const [, double, single] = href.exec(attributes) ?? [];
  const address = (double ?? single ?? '').trim();
  if (!/^(?:https?|mailto):[^<>\s]+$/i.test(address)) return '';
  links.push(address);
  return '[';
}
