import { type Chunk, parseMarkdown } from '../blocks.ts';
import { type Citation, isInText, locatorPlace, readCitations } from '../citations.ts';
import { locatorAhead, locatorTerms } from '../locators.ts';
import { messageOf } from '../messages.ts';
import { resolveCitation } from '../resolve.ts';
import type { StudyContext } from '../study.ts';
import { bracedKey, citationOf } from '../syntax.ts';
import type { Problem } from './defineCheck.ts';

/** A place before a citation is looked for in so many code units. */
const maxAheadUnits = 80;
/** What stands between a place and the citation of its work: `¶ 4 of @key`, `¶ 4 (@key)`, `¶ 4, [@key]`. */
const joint =
  /^,?\s*(?:(?:of|in|from|by|du|de|des|dans|chez|von|aus|bei|del|della|di|en|do|da|em|van|uit|av|i|z|w|у|в|из)\s+)?[([]?-?$/iu;
const beginning = /(?<![\p{L}\p{N}])[\p{L}\p{N}¶§]/gu;

/**
 * Returns the hint for a citation without a place whose place stands before it, where Pandoc prints it as it stands: “in ¶ 4 of @key”.
 * Undefined where none does, and where it is no place of the work.
 */
export function placeAhead(
  citation: Citation,
  study: StudyContext,
  { text }: Chunk,
  lang: string | undefined,
): Problem<'citation/no-locator'> | undefined {
  const { start } = citation.group;
  const before = text.slice(Math.max(0, start - maxAheadUnits), start);
  if (!/[0-9]/.test(before)) return undefined;
  const terms = locatorTerms(lang);
  for (const { index } of before.matchAll(beginning)) {
    const found = locatorAhead(before, index, terms);
    if (!found || !joint.test(before.slice(found.end))) continue;
    const { end, written } = found;
    if (written === undefined || !isPlaceOf(citation.key, written, study, lang)) return undefined;
    const place = locatorPlace(citation);
    const newText = place.before + written + place.after;
    const whole = `${isInText(citation) ? '' : '['}@${bracedKey(citation.key)}${newText}${isInText(citation) ? '' : ']'}`;
    return {
      check: 'citation/no-locator',
      range: citation.range,
      message: messageOf('citations.unparsed', {
        text: before.slice(index, end),
        instead: messageOf('citations.write', { text: whole }),
      }),
      fixes: [
        {
          title: messageOf('fixes.changeToWords', { words: whole }),
          edits: [{ range: place.range, newText }],
          safe: false,
        },
      ],
    };
  }
  return undefined;
}

function isPlaceOf(key: string, locator: string, study: StudyContext, lang: string | undefined): boolean {
  const [read] = readCitations(parseMarkdown(citationOf(key, locator)), lang === undefined ? {} : { lang });
  return read?.locator !== undefined && resolveCitation(read, study).problems.length === 0;
}
