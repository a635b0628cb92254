import { citationRange, readCitations } from '../../citations.ts';
import { findTerms, matchTerms } from '../../glossary.ts';
import type { Study } from '../../study.ts';
import { type MarkdownDocument, parseMarkdown } from '../../blocks.ts';
import { selfMapped } from '../../match.ts';
import { resolveCitation } from '../../resolve.ts';
import { passagePreview, passageWords, type Place, placesOfTerm } from '../passages.ts';
import { fileLink, harmlessMarkdown, type ShownLink, shorten } from '../wording.ts';

/** The most of a passage or definition in a tooltip. UTF-16 code units. */
const maxPassageTooltip = 300;
/** A text without any of these characters needs no escaping. */
const maybeMarkup = /[<>[\]@&!\\`]|:\/\//;

/**
 * The text of a note, safe to show. Citations and terms become links with a tooltip of what they lead to. HTML is
 * shown as text, an image as its description, and links lead only to the web, to mail or to files. Anybody may have
 * written the text, so nothing in it is run or fetched.
 */
export function shownText(written: string, study: Study): string {
  const text = written.replace(/^\uFEFF/, '');
  if (!maybeMarkup.test(text) && matchTerms(study.terms.matcher, selfMapped(text)).length === 0) return text;
  const document = parseMarkdown(text);
  return harmlessMarkdown(document, [...citationLinks(document, study), ...termLinks(document, study)]);
}

function citationLinks(document: MarkdownDocument, study: Study): ShownLink[] {
  return readCitations(document).flatMap((citation): ShownLink[] => {
    const { source, target } = resolveCitation(citation, study);
    const number = target?.passages[0];
    const item =
      number === undefined
        ? source?.notes.find((note) => note.number === target?.note)
        : source?.passages[number - 1];
    const place = source?.file && {
      analysis: source.file,
      range: item?.words?.range ?? { start: 0, end: 0 },
    };
    if (!place || !target) return [];
    const range = citationRange(citation);
    const tooltip = item ? (passageWords(item) ?? passagePreview(item)) : source.title;
    return [{ range, markdown: link(document.text.slice(range.start, range.end), place, tooltip) }];
  });
}

/** Links for the first use of each term. */
function termLinks(document: MarkdownDocument, study: Study): ShownLink[] {
  const seen = new Set<unknown>();
  return findTerms(document, study.terms.matcher).uses.flatMap(({ term, range, span, text }): ShownLink[] => {
    const [place] = placesOfTerm(term, study);
    if (seen.has(term) || !place) return [];
    seen.add(term);
    const definition = term.senses[0]?.definition.plain.map((each) => each.text).join(' ') ?? '';
    return [{ range: span ?? range, markdown: link(text, place, definition) }];
  });
}

function link(words: string, { analysis, range }: Place, tooltip: string): string {
  const line = 'lines' in analysis ? analysis.lines.positionAt(range.start).line + 1 : 1;
  return fileLink(words, analysis.file.uri, line, shorten(tooltip.trim(), maxPassageTooltip));
}
