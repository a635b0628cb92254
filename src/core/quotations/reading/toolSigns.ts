import type { Range } from '../../text.ts';

/** Shortcodes of Hugo and Quarto, and tags of Liquid and Jinja: `{{< figure src="a.png" >}}`, `{% include "a.html" %}`. */
const shortcode = /\{\{[^{}]*\}\}|\{%[^{}]*%\}/gu;
/** The title of an admonition or a tab of MkDocs, which is always in marks: `!!! quote "From the lamp"`. */
const admonitionTitle =
  /^(?:!!!|\?\?\?\+?|===[!+]?)[ \t]+(?:[\w-]+[ \t]+){0,6}"[^"\n\r]*"[ \t]*(?=[\n\r]|$)/u;

/** Returns the stretches of a paragraph that are signs of other tools: what they have in marks is no quotation. */
export function toolSignsIn(text: string): Range[] {
  const mayBeTitle = '!?='.includes(text.charAt(0));
  const title = mayBeTitle ? admonitionTitle.exec(text.slice(0, maxSignUnits))?.[0].length : undefined;
  const found = title === undefined ? [] : [{ start: 0, end: title }];
  if (!text.includes('{{') && !text.includes('{%')) return found;
  for (const { index, 0: sign } of text.matchAll(shortcode))
    found.push({ start: index, end: index + sign.length });
  return found;
}

const maxSignUnits = 400;
