/**
 * HTML that is known to be well formed and escaped. Only this file and the writer of papers make it: everything else gives texts and
 * elements, so that nothing that a paper or source says can become markup.
 */
import { tableOf } from '../../core/text.ts';

export class Markup {
  constructor(readonly html: string) {}
}

/** What stands in an element: text, which is escaped, elements, or nothing. */
export type MarkupContent = string | Markup | undefined | readonly MarkupContent[];

/** Values of attributes. `true` writes the name alone; `undefined` and `false` leave the attribute out. */
export type AttributeValues = Readonly<Record<string, string | number | boolean | undefined>>;

const htmlReferences = tableOf<string>({
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
});

/** What most texts have nothing of. Halves of pairs are looked at one by one afterwards: this is asked of every word. */
const unsafeCharacter = /[&<>"'\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;

/** Escapes text for content and quoted attributes. What HTML cannot hold, as U+0000, becomes U+FFFD. */
function escapedForHtml(text: string): string {
  if (!unsafeCharacter.test(text)) return text;
  return text
    .replace(/[&<>"']/g, (character) => htmlReferences[character] ?? '')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/gu, '\uFFFD');
}

const voidElements = new Set(['br', 'hr', 'img', 'input', 'link', 'meta']);

/** An element with its content. Names of elements and attributes are those of the code, never of a file. */
export function h(
  name: string,
  attributes: AttributeValues = {},
  ...content: readonly MarkupContent[]
): Markup {
  let start = `<${name}`;
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    start += value === true ? ` ${attribute}` : ` ${attribute}="${escapedForHtml(String(value))}"`;
  }
  start += '>';
  return new Markup(voidElements.has(name) ? start : `${start}${htmlOf(content)}</${name}>`);
}

/** MarkupContent as HTML. */
export function htmlOf(content: MarkupContent): string {
  if (content === undefined) return '';
  if (typeof content === 'string') return escapedForHtml(content);
  if (content instanceof Markup) return content.html;
  let html = '';
  for (const part of content) html += htmlOf(part);
  return html;
}
