import { inWords } from '../../messages.ts';
import { languageOf } from '../../blocks.ts';
import { buildMatcher, matchTerms } from '../../glossary.ts';
import { type Analysis, type GlossaryDocument, RoleFinder, type Source, type Study } from '../../study.ts';
import { isProse, termUseAt, undefinedTermNear } from '../../resolve.ts';
import type { Range } from '../../text.ts';
import type { Action } from '../editing.ts';
import { citationAt, citationOfPassages, isOpaque, type Place, placesOfTerm } from '../passages.ts';
import { shorten } from '../wording.ts';
import { sourceUnderDiscussion } from './termHover.ts';

/** Longer selections are a sentence, not a term. */
const maxTermWords = 8;
const maxNewNameUnits = 80;
const newGlossary = 'glossary.md';

/** An entry to add to the glossary. */
export interface NewEntry extends Action {
  readonly name: string;
  /** The path of the glossary, relative to the study folder. */
  readonly path: string;
  /** The line on which its definition begins once the entry is added. Lines count from 0. */
  readonly line: number;
}

/**
 * “Add … to the glossary” for the words selected in a paper or source, or for the undefined marked term at the
 * cursor. The entry cites the paragraph that defines the words, if the source under discussion uses them. Undefined
 * if there are no such words, if the glossary has an entry for them, or if the study folder would not read the file.
 * @param selection UTF-16 code units; empty for a cursor
 * @param canCreate whether the client can create files
 */
export function newEntry(
  analysis: Analysis,
  selection: Range,
  study: Study,
  canCreate: boolean,
): NewEntry | undefined {
  const name = nameAt(analysis, selection, study);
  if (name === undefined) return undefined;
  const known = study.terms.glossary.find(name);
  if (known && !known.builtIn) return undefined;
  const title = known
    ? inWords('terms.addOwn', { name: shorten(name, 40) })
    : inWords('terms.add', { name: shorten(name, 40) });
  const home = ownGlossary(study);
  const lang = home && languageOf(home.document);
  const entry = [`## ${termAsHeading(name)}`, ...definedAtField(name, analysis, study, lang)].join('\n\n');
  if (home) return appendEntry(home, { title, name, entry });
  const path = canCreate ? newGlossaryPath(study) : undefined;
  if (path === undefined) return undefined;
  const newText = `# Glossary\n\n${entry}\n\n`;
  const edits = [{ path, range: 'new' as const, newText }];
  return { title, name, path, line: lineCount(newText), edits };
}

/**
 * The path of a new glossary: `glossary.md`, or the one that the settings name. Undefined if the folder would not
 * read it.
 */
function newGlossaryPath({ configuration }: Study): string | undefined {
  const roles = new RoleFinder(configuration);
  const named = configuration.glossaries.filter((path) => !/[*?{}[\]()!]/.test(path));
  return [newGlossary, ...named].find((path) => roles.roleOf(path) === 'glossary');
}

/** The result of “Add to Glossary”: a new entry, the place of an existing one, or why neither is possible. */
export type TermToAdd =
  | { readonly entry: NewEntry }
  | { readonly known: Place; readonly name: string }
  | { readonly problem: string };

/**
 * The entry for the selected words, or for the word at the cursor. The study folder need not have a glossary.
 * @param selection UTF-16 code units; empty for a cursor
 */
export function termToAdd(analysis: Analysis, selection: Range, study: Study): TermToAdd {
  const isCursor = selection.start === selection.end;
  const words = isCursor ? wordsAt(analysis, selection.start, study) : selection;
  const name = words && nameAt(analysis, words, study);
  if (!words || name === undefined) return { problem: inWords('terms.selectWords', { words: maxTermWords }) };
  const known = study.terms.glossary.find(name);
  const [place] = known && !known.builtIn ? placesOfTerm(known, study) : [];
  if (place) return { known: place, name };
  const entry = newEntry(analysis, words, study, true);
  return entry ? { entry } : { problem: inWords('terms.noGlossary') };
}

/** The range of the term, the marked words or the word at an offset. */
function wordsAt(analysis: Analysis, offset: number, study: Study): Range | undefined {
  if (!isProse(analysis) || citationAt(analysis, offset)) return undefined;
  const here = { start: offset, end: offset };
  if (undefinedTermNear(analysis, here, study)) return here;
  const use = termUseAt(analysis, offset, study);
  if (use) return use.range;
  const before = /[\p{L}\p{M}\p{N}'’-]*$/u.exec(
    analysis.text.slice(Math.max(0, offset - maxNewNameUnits), offset),
  );
  const after = /^[\p{L}\p{M}\p{N}'’-]*/u.exec(analysis.text.slice(offset, offset + maxNewNameUnits));
  const word = { start: offset - (before?.[0].length ?? 0), end: offset + (after?.[0].length ?? 0) };
  return word.start < word.end ? word : undefined;
}

function nameAt(analysis: Analysis, selection: Range, study: Study): string | undefined {
  if (!isProse(analysis)) return undefined;
  const unknown = undefinedTermNear(analysis, selection, study);
  if (unknown) return unknown.text === '' ? undefined : unknown.text;
  if (selection.end - selection.start > 2 * maxNewNameUnits) return undefined;
  if (isOpaque(analysis.document, Math.floor((selection.start + selection.end) / 2))) return undefined;
  const selected = analysis.text.slice(selection.start, selection.end);
  if (/\n[ \t>]*\r?\n|[[\]{}@`<|#\\]/.test(selected)) return undefined;
  const name = selected
    .replace(/\n[ \t]*>[ \t>]*/g, ' ')
    .replace(/[*_]+/g, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.]+$|(?<=\p{Ll}{2})\.+$/gu, '');
  const isName =
    /\p{L}/u.test(name) && name.length <= maxNewNameUnits && name.split(' ').length <= maxTermWords;
  return isName ? name : undefined;
}

/** A name as the text of a heading, with markup escaped. */
function termAsHeading(name: string): string {
  return name.replace(/[\\`*_[\]{}<>#@$~|]/g, '\\$&');
}

/** The study's own first glossary. The glossary of an edition is about one source, and is not changed here. */
function ownGlossary(study: Study): GlossaryDocument | undefined {
  const own = study.files.filter(
    (file): file is GlossaryDocument => file.role === 'glossary' && !file.file.path.startsWith('editions/'),
  );
  return own.find(({ file }) => file.path === newGlossary) ?? own[0];
}

function appendEntry(
  { file, text }: GlossaryDocument,
  { title, name, entry }: { title: string; name: string; entry: string },
): NewEntry {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const end = text.trimEnd().length;
  const before = end === 0 ? '' : '\n\n';
  const newText = `${before}${entry}\n\n`.replaceAll('\n', eol);
  const range = { start: end, end: text.length };
  const line = lineCount(text.slice(0, end)) + lineCount(newText);
  return { title, name, path: file.path, line, edits: [{ path: file.path, range, newText }] };
}

function lineCount(text: string): number {
  return text.split('\n').length - 1;
}

function definedAtField(name: string, analysis: Analysis, study: Study, lang: string | undefined): string[] {
  const key = sourceUnderDiscussion(analysis);
  const source = key === undefined ? undefined : study.sources.get(key);
  const number = source && definingPassage(name, source);
  return source && number !== undefined ? [`Defined at: ${citationOfPassages(source, [number], lang)}`] : [];
}

const introducesTerm =
  /\b(?:by|called|calls?|named|termed|terms?|defines?|defined|means?|known as|so-called|concept of|notion of)\s+(?:(?:an?|the|this)\s+)?["“‘'*_]*$/iu;
const followsTerm =
  /^["”’'*_]*,?\s*(?:(?:is|are)\s+(?:an?|the|what|those|people|that|not)\b|means?\b|(?:is|are)\s+(?:defined|understood|called|meant)\b|we\s+(?:\w+\s+)?mean\b|I\s+mean\b|refers?\s+to\b|consists?\s+(?:of|in)\b|that\s+is\b|i\.e\.|\(|:\s|[—–]\s)/iu;

/**
 * The number of the passage that probably defines some words: the first that uses them in the way of a definition
 * (“by X is meant”, “X is a …”), else the first that uses them. Undefined if none does, or if the text is not here.
 */
function definingPassage(name: string, source: Source): number | undefined {
  const matcher = buildMatcher({ terms: [{ name, aliases: [], not: [] }] });
  let first: number | undefined;
  for (const { number, words } of source.passages) {
    if (!words) continue;
    const { text } = words.plain;
    for (const { range } of matchTerms(matcher, text)) {
      first ??= number;
      if (introducesTerm.test(text.slice(Math.max(0, range.start - 40), range.start))) return number;
      if (followsTerm.test(text.slice(range.end, range.end + 40))) return number;
    }
  }
  return first;
}
