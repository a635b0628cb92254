import { eachTagged, type StyleOutput, partsOf, type PersonName } from './output.ts';
import { delimited, withoutDoublePunctuation } from './punctuation.ts';
import {
  isBlank,
  joinRich,
  mapText,
  type Mark,
  enclosedIn,
  noText,
  ofCitation,
  type RichText,
  trimmedStart,
  richWords,
} from './richText.ts';
import type { StyleLocale } from './styleLocale.ts';
import type { Formatting } from './parsedStyle.ts';
import { withCase } from './textCase.ts';

/** Formats an output. */
export function renderOutput(output: StyleOutput | undefined, locale: StyleLocale): RichText {
  if (output === undefined) return noText;
  switch (output.kind) {
    case 'literal':
      return output.text;
    case 'group':
      return renderGroup(output, locale);
    case 'linked':
      return linked(output.address, output.parts, locale);
    case 'note':
      return renderOutput(output.content, locale);
    case 'tagged': {
      const text = renderOutput(output.content, locale);
      if (output.tag.is === 'item') return ofCitation(text, output.tag.index);
      // A name in small letters keeps them at the beginning of a footnote.
      const isSmall = output.tag.is === 'names' && output.tag.names.some(beginsSmall);
      return isSmall && text.length > 0 ? enclosedIn('asIs', text) : text;
    }
  }
}

function renderGroup({ formatting, parts }: Extract<StyleOutput, { kind: 'group' }>, locale: StyleLocale): RichText {
  const [first, second] = parts;
  // An address that is printed after a prefix such as `https://doi.org/` is a link with it.
  if (first?.kind === 'linked' && second === undefined) {
    const anchor = first.parts.map((part) => richWords(renderOutput(part, locale))).join('');
    if (first.address === (formatting.prefix ?? '') + anchor)
      return linked(first.address, [{ kind: 'group', formatting, parts: first.parts }], locale);
  }
  const texts = parts.map((part) => renderOutput(part, locale)).filter((text) => text.length > 0);
  const between = formatting.delimiter === undefined ? texts : delimited(texts, formatting.delimiter);
  return withFormatting(joinRich(withoutDoublePunctuation(between)), formatting, locale);
}

function linked(address: string, parts: readonly StyleOutput[], locale: StyleLocale): RichText {
  const text = joinRich(withoutDoublePunctuation(parts.map((part) => renderOutput(part, locale))));
  return text.length === 0 ? noText : enclosedIn('link', text, address);
}

/** Whether the first letter of a part of a name is small. */
function beginsSmall({ given, family, literal }: PersonName): boolean {
  return [given, family, literal].some((part) => /^\P{L}*\p{Ll}/u.test(part ?? ''));
}

/** Formats a text, from inside outwards. */
function withFormatting(text: RichText, formatting: Formatting, locale: StyleLocale): RichText {
  if (isBlank(text)) return noText;
  const { textCase, affixesInside } = formatting;
  const stripped = formatting.stripPeriods ? mapText(text, (words) => words.replaceAll('.', '')) : text;
  const inside = affixesInside ? withAffixes(stripped, formatting, locale) : stripped;
  const italic = formatting.fontStyle === 'italic' ? enclosedIn('italic', inside) : inside;
  const cased = textCase === undefined ? italic : withCase(italic, textCase);
  const looks = marksOf(formatting).reduce((inner, mark) => enclosedIn(mark, inner), cased);
  return affixesInside ? looks : withAffixes(looks, formatting, locale);
}

/** The marks of a formatting, the inner ones first, without italics. */
function marksOf({ fontVariant, fontWeight, decoration, vertical, quotes }: Formatting): readonly Mark[] {
  const marks: (Mark | undefined)[] = [
    fontVariant === 'smallCaps' ? 'smallCaps' : undefined,
    fontWeight === 'bold' ? 'bold' : undefined,
    decoration === 'underline' ? 'underline' : decoration === 'none' ? 'apart' : undefined,
    vertical === 'baseline' ? undefined : vertical,
    quotes ? 'quoted' : undefined,
  ];
  return marks.filter((mark) => mark !== undefined);
}

function withAffixes(text: RichText, { prefix, suffix }: Formatting, locale: StyleLocale): RichText {
  const ended =
    suffix === undefined ? text : joinRich(withoutDoublePunctuation([text, locale.read(suffix)]));
  return prefix === undefined ? ended : joinRich(withoutDoublePunctuation([locale.read(prefix), ended]));
}

/** What a footnote prints: without the punctuation that would have stood between author and citation. */
export function renderNote(output: StyleOutput, locale: StyleLocale): RichText {
  const text = trimmedStart(renderOutput(output, locale), (sign) => /[,;.:]/.test(sign));
  return trimmedStart(text, (sign) => /\s/u.test(sign));
}

/** The words of an output by which works are told apart: those of its literals, with spaces between. */
export function comparedWords(output: StyleOutput): string {
  if (output.kind === 'literal') return richWords(output.text);
  return partsOf(output).map(comparedWords).join(' ');
}

/** Whether an output prints “ibid.”. */
export function isIbid(output: StyleOutput): boolean {
  for (const { tag } of eachTagged(output, 'term')) if (tag.name === 'ibid') return true;
  return false;
}
