import { dividesWord } from '../blocks.ts';

const label = String.raw`(\d{1,4}|[ivxlcdm]{1,8})`;
const pageClass = String.raw`(?:page-?(?:num(?:ber)?s?|nos?|break)|pg-?num|pb)[a-z]?`;
const printed = String.raw`[[({]?(?:pg?\.?|page)?\s*${label}[\])}]?`;
/** The ways in which the page numbers of books stand in Markdown. */
const pageSigns = new RegExp(
  [
    String.raw`<(span|a|div|p|small)\b[^<>]*\bclass=["'][^"'<>]*\b${pageClass}\b[^<>]*>(?:<a\b[^<>]*>)?\s*${printed}\s*(?:</a>)?</\1>`,
    String.raw`<(a|span)\b[^<>]*\b(?:id|name)=["']?(?:page|pg)[-_.]?${label}["']?[^<>]*>\s*</\3>`,
    String.raw`\[\s*${printed}\s*\]\{[^{}\n]*\.${pageClass}\b[^{}\n]*\}`,
    String.raw`\[\]\{#(?:page|pg)[-_.]?${label}\b[^{}\n]*\}`,
    String.raw`\\?\[(?:Pg|Page)\s?${label}\\?\]`,
  ].join('|'),
  'giu',
);
const permalink =
  /\s*(?:\[[^\p{L}\p{N}\]]*\]\(#[^()\s]*(?:\s+"[^"]*")?\)|<a\b[^<>]*\bhref=["']#[^<>]*>[^\p{L}\p{N}<]*<\/a>)\s*/gu;

/**
 * Writes the page numbers of a Markdown text as page marks, and takes out of its headings the signs that link them to
 * themselves. Lines stay where they are, except a page number that divides a paragraph on a line of its own.
 */
export function withPageMarks(text: string): string {
  const marked = text.replace(pageSigns, (...found: unknown[]) => {
    const labels = [found[2], found[4], found[5], found[6], found[7]];
    return `<!-- p. ${labels.find((one) => typeof one === 'string') ?? ''} -->`;
  });
  const signed = marked
    // A comment at the start of a line makes HTML of the line.
    .replace(/^([ >]*)((?:<!-- p\.(?: \w+)? -->)+)[ \t]*(?!<!--)(\S+)/gmu, '$1$3$2')
    .replace(/(\S)[ \t]*\r?\n((?:<!-- p\.(?: \w+)? -->)+)[ \t]*\r?\n(?=\S)/gu, '$1$2\n');
  const joined = signed.replace(
    /([-\u00AD\u2010])[ \t]*((?:<!-- p\.(?: \w+)? -->)+)[ \t]*/gu,
    (all: string, hyphen: string, marks: string, at: number) =>
      dividesWord(signed.slice(Math.max(0, at - 20), at + 1), signed.slice(at + all.length))
        ? hyphen + marks
        : all,
  );
  return joined.replace(/^#{1,6} .*$/gmu, (line) => line.replace(permalink, ' ').trimEnd());
}

/** Joins the paragraphs that a page mark divides where the one goes on in the other. */
export function joinMarkdownPages(body: string): string {
  return body.replace(
    // Italics end with the page and begin again.
    /([\p{L}\p{N},;]|\p{L}[-\u00AD\u2010])([*_]{0,3})((?:\n\n<!-- p\.(?: [\p{L}\p{N}]+)? -->)+)\n\n(?=[*_]{0,3}(\p{Ll}\p{L}*))/gu,
    (_all, before: string, signs: string, marks: string, rest: string) =>
      `${before}${signs}${marks.replace(/\n/g, '')}${dividesWord(before, rest) ? '' : ' '}`,
  );
}
