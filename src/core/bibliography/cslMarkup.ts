import { appendAll, tableOf } from '../text.ts';

/** How the texts of an item are marked: as CSL-JSON does, or in Markdown, as in YAML. */
export type TextMarkup = 'html' | 'markdown';

type Style = 'italic' | 'bold' | 'superscript' | 'subscript' | 'smallCaps' | 'asIs';

/** A stretch of a text, with the styles that it has. */
export interface StyledPiece {
  readonly text: string;
  readonly styles: readonly Style[];
}

const htmlTags: readonly (readonly [style: Style, open: string, close: string])[] = [
  ['italic', '<i>', '</i>'],
  ['bold', '<b>', '</b>'],
  ['superscript', '<sup>', '</sup>'],
  ['subscript', '<sub>', '</sub>'],
  ['smallCaps', '<span style="font-variant:small-caps;">', '</span>'],
  ['asIs', '<span class="nocase">', '</span>'],
];

const markdownMarks: readonly (readonly [style: Style, open: string, close: string])[] = [
  ['italic', '*', '*'],
  ['bold', '**', '**'],
  ['superscript', '^', '^'],
  ['subscript', '~', '~'],
  ['smallCaps', '[', ']{.smallcaps}'],
  ['asIs', '[', ']{.nocase}'],
];

const latexMarks: readonly (readonly [style: Style, open: string, close: string])[] = [
  ['italic', '\\emph{', '}'],
  ['bold', '\\textbf{', '}'],
  ['superscript', '\\textsuperscript{', '}'],
  ['subscript', '\\textsubscript{', '}'],
  ['smallCaps', '\\textsc{', '}'],
  ['asIs', '{', '}'],
];

/** How deep styles may stand in each other; what stands deeper is text. */
const maxStyles = 8;
/** One construct of each markup at a time; what is not matched is text. A stretch with a style has at most 2000 code points. */
const htmlPattern =
  /<(i|em|b|strong|sup|sub|sc)>(.{0,2000}?)<\/\1>|<span (?:style="font-variant: ?small-caps;?"|class="(nocase)")>(.{0,2000}?)<\/span>/gsu;
const markdownPattern =
  /\\([!-/:-@[-`{-~])|(?<![\p{L}\p{N}*_])(\*\*|__)(?=\S)(.{1,2000}?)(?<=\S)\2(?![\p{L}\p{N}*_])|(?<![\p{L}\p{N}*_])([*_])(?=\S)([^*_]{1,2000}?)(?<=\S)\4(?![\p{L}\p{N}*_])|\^([^\s^]{1,2000})\^|~([^\s~]{1,2000})~|\[([^[\]]{0,2000})\]\{\.?([\w-]{1,40})\}/gsu;

/** Reads the styles of a text. Markup that is not closed, or that citation processors do not know, is text. */
export function readStyled(text: string, markup: TextMarkup): StyledPiece[] {
  return piecesOf(text, markup, []);
}

function piecesOf(text: string, markup: TextMarkup, styles: readonly Style[]): StyledPiece[] {
  const pieces: StyledPiece[] = [];
  const add = (words: string): void => {
    if (words !== '') pieces.push({ text: words, styles });
  };
  let end = 0;
  for (const found of text.matchAll(markup === 'html' ? htmlPattern : markdownPattern)) {
    add(text.slice(end, found.index));
    end = found.index + found[0].length;
    const { style, text: inside } = markup === 'html' ? htmlInside(found) : markdownInside(found);
    if (style === undefined || styles.length >= maxStyles) add(inside);
    else appendAll(pieces, piecesOf(inside, markup, [...styles, style]));
  }
  add(text.slice(end));
  return pieces;
}

interface Inside {
  readonly style: Style | undefined;
  readonly text: string;
}

const styleOfTag = tableOf<Style>({
  i: 'italic',
  em: 'italic',
  b: 'bold',
  strong: 'bold',
  sup: 'superscript',
  sub: 'subscript',
  sc: 'smallCaps',
});

const styleOfSpan = tableOf<Style>({ smallcaps: 'smallCaps', sc: 'smallCaps', nocase: 'asIs' });

function htmlInside([, tag, marked = '', nocase, spanned = '']: RegExpExecArray): Inside {
  if (tag !== undefined) return { style: styleOfTag[tag], text: marked };
  return { style: nocase === undefined ? 'smallCaps' : 'asIs', text: spanned };
}

function markdownInside(found: RegExpExecArray): Inside {
  const [, escaped, , strong, , weak, raised, lowered, spanned = '', name = ''] = found;
  if (escaped !== undefined) return { style: undefined, text: escaped };
  if (strong !== undefined) return { style: 'bold', text: strong };
  if (weak !== undefined) return { style: 'italic', text: weak };
  if (raised !== undefined) return { style: 'superscript', text: raised };
  if (lowered !== undefined) return { style: 'subscript', text: lowered };
  return { style: styleOfSpan[name], text: spanned };
}

/** Writes styled text, with the marks of one format around what has a style. Neighbours share what they have in common. */
function written(
  pieces: readonly StyledPiece[],
  marks: typeof htmlTags,
  escape: (text: string, styles: readonly Style[]) => string,
): string {
  const markOf = new Map(marks.map(([style, open, close]) => [style, { open, close }]));
  let out = '';
  let open: readonly Style[] = [];
  const change = (styles: readonly Style[]): void => {
    let same = 0;
    while (same < open.length && open[same] === styles[same]) same++;
    for (const style of open.slice(same).reverse()) out += markOf.get(style)?.close ?? '';
    for (const style of styles.slice(same)) out += markOf.get(style)?.open ?? '';
    open = styles;
  };
  for (const { text, styles } of pieces) {
    change(styles);
    out += escape(text, styles);
  }
  change([]);
  return out;
}

/** Writes a text for CSL-JSON. */
export function asHtmlMarkup(pieces: readonly StyledPiece[]): string {
  return written(pieces, htmlTags, (text) => text);
}

/** Writes a text for CSL-YAML, which Pandoc reads as Markdown. */
export function asMarkdownMarkup(pieces: readonly StyledPiece[]): string {
  const escape = (text: string, styles: readonly Style[]): string => {
    const escaped = text.replace(/[\\`*_[\]^~$@<{}]|(?<=^)[#>+-](?=\s)|(?<=^\d{1,9})[.)](?=\s)/gu, '\\$&');
    // These hold no space that is not escaped.
    const isRaised = styles.includes('superscript') || styles.includes('subscript');
    return isRaised ? escaped.replace(/ /g, '\\ ') : escaped;
  };
  return written(pieces, markdownMarks, escape);
}

/** Writes in Markdown what is marked as in CSL-JSON. */
export function htmlToMarkdown(text: string): string {
  return asMarkdownMarkup(readStyled(text, 'html'));
}

/** Writes with the marks of CSL-JSON what is marked as in Markdown. */
export function markdownToHtml(text: string): string {
  return asHtmlMarkup(readStyled(text, 'markdown'));
}

/**
 * Writes a text for BibLaTeX.
 * @param guarded is given each stretch as LaTeX, to put braces around what must stay as it is
 */
export function asLatex(
  pieces: readonly StyledPiece[],
  guarded: (latex: string, isAsIs: boolean) => string = (latex) => latex,
): string {
  return written(pieces, latexMarks, (text, styles) => guarded(latexEscaped(text), styles.includes('asIs')));
}

const latexCommands = tableOf<string>({
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '`': '\\`{}',
});

function latexEscaped(text: string): string {
  return text
    .replace(/[\\~^`]|[&%$#_{}]/g, (sign) => latexCommands[sign] ?? `\\${sign}`)
    .replace(/-(?=-)/g, '-{}');
}
