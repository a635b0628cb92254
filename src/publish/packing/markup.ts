/** Attributes of an element, in the order in which they are written. Undefined ones are left out. */
import { tableOf } from '../../core/text.ts';

export type MarkupAttributes = Readonly<Record<string, string | number | undefined>>;

/** What XML 1.0 holds in no form (2.2): control characters, halves of surrogate pairs, non-characters. */
const forbidden = /[^\P{Cc}\t\n\r\u0080-\u009F]|\p{Cs}|[\uFFFE\uFFFF]/gu;
const escapedSigns = /[&<>"\r]/g;
const entities = tableOf<string>({
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
});

/** A text as XML has it, in an element or an attribute. What XML cannot hold is left out. */
export function escapeMarkup(text: string): string {
  return text.replace(forbidden, '').replace(escapedSigns, (character) => entities[character] ?? '');
}

/** The text of an attribute. Line ends and tabs stay: a parser makes spaces of those that stand as they are. */
function attributeText(value: string | number): string {
  return escapeMarkup(String(value)).replace(/[\n\t]/g, (character) =>
    character === '\n' ? '&#10;' : '&#9;',
  );
}

/**
 * An element as text.
 * @param content markup, already escaped; an element without any is written as `<name/>`
 */
export function markup(name: string, attributes: MarkupAttributes = {}, content = ''): string {
  let start = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value !== undefined) start += ` ${key}="${attributeText(value)}"`;
  }
  return content === '' ? `${start}/>` : `${start}>${content}</${name}>`;
}

/** A whole XML file. */
export function xmlFile(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}
