import type { Analysis, CitingFile, Study } from '../../study.ts';
import { languageOf } from '../../blocks.ts';
import type { Completion } from './completionItem.ts';
import { keyItems, prefixItems } from './keyItems.ts';
import { locatorItems } from './locatorItems.ts';
import { quotationItems } from './quotation.ts';
import { surroundingsOf } from './typedSurroundings.ts';
import { markedTermItems, termItems } from './termItems.ts';

export { documentationOf } from './documentation.ts';
export type { Completion, CompletionItem, CompletionSubject } from './completionItem.ts';

const keyBefore = /(?:^|[^\p{L}\p{N}\\@/.:])-?@(\{?)([^\s@[\]{};,]*)$/u;
const locatorBefore =
  /(?:\[[^[\]]*?@(?:\{([^\s{}]+)\}|([\p{L}\p{N}_][\p{L}\p{N}_:.#$%&\-+?<>~/]*)),\s*|@(?:\{([^\s{}]+)\}|([\p{L}\p{N}_][\p{L}\p{N}_:.#$%&\-+?<>~/]*))\s\[)([^[\];@]*)$/u;
/** How far before the cursor a citation is searched for. UTF-16 code units. */
const maxCitationReach = 400;

/** Returns what can be inserted at an offset of a paper or glossary. Undefined if nothing can, as in code. */
export function completionAt(analysis: Analysis, offset: number, study: Study): Completion | undefined {
  if (analysis.role !== 'paper' && analysis.role !== 'glossary') return undefined;
  const around = surroundingsOf(analysis, offset);
  if (!around) return undefined;
  const { before, after } = around;
  const citation = citationItems(analysis, before.slice(-maxCitationReach), offset, study);
  if (citation) return citation;
  const inBracket =
    markedTermItems(study, before, after, offset) ?? prefixItems(analysis, before, after, offset);
  if (inBracket) return inBracket;
  const items = [
    ...(analysis.role === 'paper' ? quotationItems(analysis, around, study) : []),
    ...termItems(analysis, study, before, offset),
  ];
  return items.length > 0 ? { range: { start: offset, end: offset }, items } : undefined;
}

function citationItems(
  file: CitingFile,
  before: string,
  offset: number,
  study: Study,
): Completion | undefined {
  const key = keyBefore.exec(before);
  if (key)
    return keyItems(file, study, { start: offset - (key[2]?.length ?? 0), end: offset }, key[1] === '{');
  const locator = locatorBefore.exec(before);
  if (!locator) return undefined;
  const source = study.sources.get(locator[1] ?? locator[2] ?? locator[3] ?? locator[4] ?? '');
  const typed = locator[5] ?? '';
  const range = { start: offset - typed.length, end: offset };
  return source ? locatorItems(source, study, range, typed, languageOf(file.document)) : { range, items: [] };
}
