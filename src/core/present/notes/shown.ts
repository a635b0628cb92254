import { citationRange, readCitations } from '../../citations.ts';
import type { Nodes } from 'mdast';
import { findTerms, matchTerms } from '../../glossary.ts';
import type { Study } from '../../study.ts';
import { type MarkdownDocument, parseMarkdown, rangeOf } from '../../blocks.ts';
import { selfMapped } from '../../match.ts';
import { resolveCitation } from '../../resolve.ts';
import type { Range } from '../../text.ts';
import { passagePreview, passageWords, type Place, placesOfTerm } from '../passages.ts';
import { escapeMarkdown, shorten } from '../wording.ts';

interface Replacement {
  readonly range: Range;
  readonly newText: string;
}

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
  const isPlain = !maybeMarkup.test(text);
  if (isPlain && matchTerms(study.terms.matcher, selfMapped(text)).length === 0) return text;
  const document = parseMarkdown(text);
  const unsafe = !isPlain ? document.tree.children.flatMap((node) => harmlessText(node, document)) : [];
  const wanted = [...unsafe, ...citationLinks(document, study), ...termLinks(document, study)];
  return applyReplacements(text, wanted);
}

/**
 * Applies replacements. If two overlap, the first in the list counts, so those that remove unsafe parts come first.
 */
function applyReplacements(text: string, replacements: readonly Replacement[]): string {
  const kept: Replacement[] = [];
  for (const one of replacements)
    if (!kept.some(({ range }) => range.start < one.range.end && one.range.start < range.end)) kept.push(one);
  let out = '';
  let at = 0;
  for (const { range, newText } of kept.sort((a, b) => a.range.start - b.range.start)) {
    out += text.slice(at, range.start) + newText;
    at = range.end;
  }
  return out + text.slice(at);
}

/** Replacements for nodes that must not be shown as they are. */
function harmlessText(node: Nodes, document: MarkdownDocument): Replacement[] {
  const range = rangeOf(node);
  const written = document.text.slice(range.start, range.end);
  switch (node.type) {
    case 'html':
    case 'yaml':
      return [{ range, newText: escapeMarkdown(written) }];
    case 'image':
    case 'imageReference':
      return [{ range, newText: `_${escapeMarkdown(node.alt ?? '') || 'picture'}_` }];
    case 'definition':
      return isSafe(node.url) ? [] : [{ range, newText: '' }];
    case 'link':
      if (!isSafe(node.url)) return [{ range, newText: escapeMarkdown(written) }];
      break;
    default:
  }
  return 'children' in node ? node.children.flatMap((child) => harmlessText(child, document)) : [];
}

/** Whether an address may be followed: web, mail and paths, but no command, script or data. */
function isSafe(url: string): boolean {
  const bare = url.replace(/[\u0000-\u0020\u007F-\u009F\u00AD\u200B-\u200F\u2028-\u202E\u2060\uFEFF]/gu, '');
  if (bare.startsWith('//') || bare.startsWith('\\\\')) return false;
  return /^(?:https?:\/\/|mailto:)/i.test(bare) || !/^[^/?#]*:/.test(bare);
}

function citationLinks(document: MarkdownDocument, study: Study): Replacement[] {
  return readCitations(document).flatMap((citation): Replacement[] => {
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
    return [{ range, newText: link(document.text.slice(range.start, range.end), place, tooltip) }];
  });
}

/** Links for the first use of each term. */
function termLinks(document: MarkdownDocument, study: Study): Replacement[] {
  const seen = new Set<unknown>();
  return findTerms(document, study.terms.matcher).uses.flatMap(
    ({ term, range, span, text }): Replacement[] => {
      const [place] = placesOfTerm(term, study);
      if (seen.has(term) || !place) return [];
      seen.add(term);
      const definition = term.senses[0]?.definition.plain.map((each) => each.text).join(' ') ?? '';
      return [{ range: span ?? range, newText: link(text, place, definition) }];
    },
  );
}

function link(words: string, { analysis, range }: Place, tooltip: string): string {
  const line = 'lines' in analysis ? analysis.lines.positionAt(range.start).line + 1 : 1;
  const address = analysis.file.uri.replace(/[<>\s\\()]/gu, (character) => encodeURIComponent(character));
  const title = shorten(tooltip.replace(/\s+/gu, ' ').trim(), maxPassageTooltip).replace(
    /[\\"<>&]/gu,
    '\\$&',
  );
  return `[${escapeMarkdown(words)}](<${address}#L${String(line)}> "${title}")`;
}
