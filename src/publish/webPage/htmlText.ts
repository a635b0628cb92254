import { base64Of } from '../../core/text.ts';
import type { ElementAttributes } from '../manuscript.ts';

/** What most texts have nothing of. */
const specialInHtml = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff&<>"]/;

/** Returns a text as it stands in HTML, also in attributes in double quotation marks. */
export function htmlText(text: string): string {
  if (!specialInHtml.test(text)) return text;
  return text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Returns an element; attributes without a value are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  content: string,
): string {
  return `<${name}${attributesText(attributes)}>${content}</${name}>`;
}

/** Returns attributes as they stand in a tag, each after a space. */
export function attributesText(attributes: Readonly<Record<string, string | undefined>>): string {
  let written = '';
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== '') written += ` ${name}="${htmlText(value)}"`;
  return written;
}

/** Returns what of the attributes of a paper may stand in a page: names, classes, language and direction. */
export function safeAttributes({
  id,
  classes,
  values,
}: ElementAttributes): Record<string, string | undefined> {
  const value = (name: string): string | undefined => values.find(([each]) => each === name)?.[1];
  const lang = value('lang') ?? '';
  const dir = value('dir') ?? '';
  return {
    id: idText(id),
    class: classes.filter((name) => /^[\p{L}\p{N}_-]+$/u.test(name)).join(' '),
    lang: /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(lang) ? lang : undefined,
    dir: /^(?:ltr|rtl|auto)$/.test(dir) ? dir : undefined,
  };
}

/** Identifiers of HTML hold no white space. */
export function idText(id: string): string {
  return id.replace(/\s+/gu, '-');
}

/** Returns the bytes of a file as an address that holds them. */
export function dataAddress(bytes: Uint8Array, type: string): string {
  return `data:${type};base64,${base64Of(bytes)}`;
}
