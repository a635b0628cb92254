import type { Nodes, PhrasingContent } from 'mdast';
import { MappedTextBuilder, type MappedText } from '../../text/mappedText.ts';
import type { Range } from '../../text/range.ts';
import type { Citation } from '../citation.ts';
import { plainTextOf } from '../plainText.ts';

/** What a character of a paragraph is to the reader of quotations. */
export const role = { word: 0, code: 1, cut: 2, citation: 3 } as const;

/** A citation group of a paragraph, or a note mark whose note cites. */
export interface CitingPlace {
  /** Offsets in the paragraph's words. */
  readonly start: number;
  readonly end: number;
  readonly citations: readonly Citation[];
  readonly authorInText: boolean;
  /** Whether the citations stand in a note and only the mark stands here. */
  readonly note: boolean;
}

/** The words of a paragraph, heading or cell, each character with its role. */
export interface Prose {
  readonly words: MappedText;
  readonly roles: Uint8Array;
  readonly places: readonly CitingPlace[];
}

/** The citations of a paper by group, and by the label of the note they stand in. */
export interface CitationGroups {
  readonly groups: readonly { readonly range: Range; readonly citations: readonly Citation[] }[];
  readonly notes: ReadonlyMap<string, readonly Citation[]>;
}

interface Draft {
  readonly text: string;
  readonly builder: MappedTextBuilder;
  readonly roles: number[];
  readonly marks: { readonly at: number; readonly label: string }[];
}

/** Reads the words of phrasing content. `text` is the document. */
export function readProse(nodes: readonly PhrasingContent[], text: string, citations: CitationGroups): Prose {
  const draft: Draft = { text, builder: new MappedTextBuilder(), roles: [], marks: [] };
  for (const node of nodes) append(node, draft);
  const words = draft.builder.build();
  const roles = Uint8Array.from(draft.roles);
  cutSpans(words.text, roles);
  const places = [...placeGroups(words, roles, citations), ...placeNotes(draft, citations)];
  return { words, roles, places: places.sort((a, b) => a.start - b.start || a.end - b.end) };
}

function append(node: Nodes, draft: Draft): void {
  if (node.type === 'footnoteReference') {
    draft.marks.push({ at: draft.roles.length, label: node.identifier });
    return;
  }
  if ('children' in node) {
    for (const child of node.children) append(child, draft);
    return;
  }
  const mapped = plainTextOf([node], draft.text);
  const kind = node.type === 'inlineCode' || node.type === 'citationKey' ? role.code : role.word;
  for (let i = 0; i < mapped.text.length; i++) {
    draft.builder.append(mapped.text.charAt(i), mapped.starts[i] ?? 0, mapped.ends[i] ?? 0);
    draft.roles.push(kind);
  }
}

/** Pandoc's bracketed spans, `[mass line]{.term}`: the brackets and attributes are no words. */
function cutSpans(text: string, roles: Uint8Array): void {
  for (const match of text.matchAll(/\[([^[\]]{0,1000})\]\{[.#\w][^{}\n]{0,200}\}/gu)) {
    const open = match.index;
    const close = open + 1 + (match[1] ?? '').length;
    roles[open] = role.cut;
    roles.fill(role.cut, close, open + match[0].length);
  }
}

function placeGroups(words: MappedText, roles: Uint8Array, citations: CitationGroups): CitingPlace[] {
  const first = words.starts[0];
  const last = words.ends[words.text.length - 1];
  if (first === undefined || last === undefined) return [];
  const places: CitingPlace[] = [];
  let at = 0;
  for (const { range, citations: members } of groupsWithin(citations, first, last)) {
    while (at < words.text.length && (words.starts[at] ?? 0) < range.start) at++;
    const start = at;
    while (at < words.text.length && (words.starts[at] ?? 0) < range.end) at++;
    roles.fill(role.citation, start, at);
    cutSpaceBefore(words.text, roles, start, at);
    places.push({
      start,
      end: at,
      citations: members,
      authorInText: members[0]?.mode === 'authorInText',
      note: false,
    });
  }
  return places;
}

function groupsWithin(citations: CitationGroups, first: number, last: number): CitationGroups['groups'] {
  const { groups } = citations;
  let low = 0;
  let high = groups.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((groups[middle]?.range.start ?? 0) < first) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < groups.length && (groups[end]?.range.start ?? Infinity) < last) end++;
  return groups.slice(low, end);
}

/** The space before a citation goes with it where a point or the end follows. */
function cutSpaceBefore(text: string, roles: Uint8Array, start: number, end: number): void {
  if (end < text.length && /[\p{L}\p{N}]/u.test(text.charAt(end))) return;
  for (let i = start - 1; i >= 0 && /\s/u.test(text.charAt(i)); i--) roles[i] = role.cut;
}

function placeNotes(draft: Draft, citations: CitationGroups): CitingPlace[] {
  return draft.marks.flatMap(({ at, label }) => {
    const found = citations.notes.get(label);
    return found ? [{ start: at, end: at, citations: found, authorInText: false, note: true }] : [];
  });
}

/** A stretch of a paragraph's words without citations, trimmed; undefined where nothing is left. */
export function quotedWords(prose: Prose, start: number, end: number): MappedText | undefined {
  const { words, roles } = prose;
  const kept: number[] = [];
  for (let i = start; i < end; i++) {
    if (roles[i] !== role.word && roles[i] !== role.code) continue;
    if (kept.length > 0 || !isSpace(words.text, i)) kept.push(i);
  }
  while (kept.length > 0 && isSpace(words.text, kept.at(-1))) kept.pop();
  if (kept.length === 0) return undefined;
  return {
    text: kept.map((i) => words.text.charAt(i)).join(''),
    starts: kept.map((i) => words.starts[i] ?? 0),
    ends: kept.map((i) => words.ends[i] ?? 0),
  };
}

function isSpace(text: string, at: number | undefined): boolean {
  return at !== undefined && /\s/u.test(text.charAt(at));
}
