import { messageOf } from '../messages.ts';
import type { Range } from '../text.ts';
import { aliasesOfCsl } from './workAliases.ts';
import { readCslItem } from './cslItem.ts';
import { relationOfCsl } from './relatedWorks.ts';
import { endOfString, splitJsonList, type JsonEntry } from './jsonEntries.ts';
import { findJsonError } from './jsonError.ts';
import { asMapping, scalarText } from './values.ts';
import type { BibliographyFile, BibliographyProblem, Work } from './work.ts';

/**
 * Reads CSL-JSON: a list of items, or an object whose `items` is such a list. In an entry that is not valid JSON, the first
 * mistake is reported. The entry is still a work, without its data, if its `id` can be read. Never throws.
 */
export function readCslJson(text: string): BibliographyFile {
  const open = listStart(text);
  if (open === undefined) {
    if (text.trim() === '') return { works: [], problems: [] };
    const message = messageOf('bibliography.noCslJson');
    return { works: [], problems: [{ message, range: firstFilledLine(text) }] };
  }
  const list = splitJsonList(text, open);
  const problems: BibliographyProblem[] = [...list.problems];
  const works = list.entries.flatMap((entry) => readJsonEntry(text, entry, problems) ?? []);
  problems.sort((a, b) => a.range.start - b.range.start);
  return { works, problems };
}

function firstFilledLine(text: string): Range {
  const start = text.search(/\S/);
  const end = text.slice(start).search(/[\n\r]/);
  return { start, end: end < 0 ? text.length : start + end };
}

/** Returns the offset of the `[` of the entries; undefined where there is none. */
function listStart(text: string): number | undefined {
  const first = /[^\s\uFEFF]/.exec(text)?.index ?? text.length;
  if (text.charAt(first) === '[') return first;
  return text.charAt(first) === '{' ? itemsStart(text, first) : undefined;
}

function itemsStart(text: string, object: number): number | undefined {
  let depth = 0;
  for (let at = object; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') depth--;
    else if (character === '"') {
      const { end } = endOfString(text, at);
      const isItems = depth === 1 && /^"(?:items|references)"$/.test(text.slice(at, end));
      const list = isItems ? /^\s*:\s*\[/.exec(text.slice(end, end + 200)) : null;
      if (list) return end + list[0].length - 1;
      at = end - 1;
    }
  }
  return undefined;
}

function readJsonEntry(text: string, entry: JsonEntry, problems: BibliographyProblem[]): Work | undefined {
  const data = entry.closed ? parseCslJson(text.slice(entry.range.start, entry.range.end)) : undefined;
  if (data === undefined) problems.push(findJsonError(text, entry.range, 'entry') ?? unreadableEntry(entry));
  const idText = entry.idRange && text.slice(entry.idRange.start, entry.idRange.end);
  const key = scalarText(data === undefined ? idText : asMapping(data)?.['id']);
  if (key === undefined || entry.idRange === undefined) {
    const range = { start: entry.range.start, end: entry.range.start + 1 };
    if (data !== undefined) problems.push({ message: messageOf('bibliography.noId'), range });
    return undefined;
  }
  return {
    key,
    format: 'csl-json',
    range: entry.range,
    keyRange: entry.idRange,
    data: readCslItem(data),
    ...aliasesOfCsl(data, key),
    ...relationOfCsl(data),
  };
}

function unreadableEntry(entry: JsonEntry): BibliographyProblem {
  return {
    message: messageOf('bibliography.unreadableEntry'),
    range: { start: entry.range.start, end: entry.range.start + 1 },
  };
}

function parseCslJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
