import { languageOf } from '../../blocks.ts';
import { citationFor } from '../../citations.ts';
import { buildMatcher, matchTerms } from '../../glossary.ts';
import { type Analysis, type GlossaryDocument, RoleFinder, type Source, type Study } from '../../study.ts';
import { isProse, termUseAt, undefinedTermAround } from '../../resolve.ts';
import type { Range } from '../../text.ts';
import type { Action } from '../editing.ts';
import { citationAt, isOpaque, type Place, placesOfTerm } from '../passages.ts';
import { shorten } from '../wording.ts';
import { sourceUnderDiscussion } from './termHover.ts';

/** What is longer is a sentence, not the name of a term. */
const mostWords = 8;
const longestName = 80;
const newGlossary = 'glossary.md';

/** An entry to be added to the glossary, and where its definition is to be written. */
export interface NewEntry extends Action {
  readonly name: string;
  /** Path of the glossary below the study folder. */
  readonly path: string;
  /** 0-based line of the glossary, once the entry is in it, on which the definition begins. */
  readonly line: number;
}

/**
 * “Add … to the glossary”, for the words selected in a paper or source, or for an undefined marked term under the
 * cursor; with the paragraph that defines them, where the source under discussion uses them. Undefined where there are
 * no such words, where an own entry goes by them, and where the study folder reads no such file.
 * @param selection in UTF-16 units; empty for a cursor
 * @param canCreate whether whoever asks can create files
 */
export function newEntry(
  analysis: Analysis,
  selection: Range,
  study: Study,
  canCreate: boolean,
): NewEntry | undefined {
  const name = nameAt(analysis, selection, study);
  if (name === undefined) return undefined;
  const known = study.glossary.find(name);
  if (known && !known.builtIn) return undefined;
  const title = known
    ? `Add an entry of your own for “${shorten(name, 40)}” to the glossary`
    : `Add “${shorten(name, 40)}” to the glossary`;
  const home = homeOf(study);
  const lang = home && languageOf(home.document);
  const entry = [`## ${asHeading(name)}`, ...definedAt(name, analysis, study, lang)].join('\n\n');
  if (home) return appended(home, { title, name, entry });
  const path = canCreate ? newGlossaryPath(study) : undefined;
  if (path === undefined) return undefined;
  const newText = `# Glossary\n\n${entry}\n\n`;
  const edits = [{ path, range: 'new' as const, newText }];
  return { title, name, path, line: linesOf(newText), edits };
}

/** Where a study folder without a glossary will read one: `glossary.md`, or the file that its settings name. */
function newGlossaryPath({ configuration }: Study): string | undefined {
  const roles = new RoleFinder(configuration);
  const named = configuration.glossaries.filter((path) => !/[*?{}[\]()!]/.test(path));
  return [newGlossary, ...named].find((path) => roles.roleOf(path) === 'glossary');
}

/** What “Add to Glossary” does at a place: adds an entry, leads to the one there is, or says why neither. */
export type TermToAdd =
  | { readonly entry: NewEntry }
  | { readonly known: Place; readonly name: string }
  | { readonly problem: string };

/**
 * The entry for the words that are selected, or for the word at the cursor, in a study folder with or without a glossary.
 * @param selection in UTF-16 units; empty for a cursor
 */
export function termToAdd(analysis: Analysis, selection: Range, study: Study): TermToAdd {
  const isCursor = selection.start === selection.end;
  const words = isCursor ? wordsAt(analysis, selection.start, study) : selection;
  const name = words && nameAt(analysis, words, study);
  if (!words || name === undefined)
    return {
      problem: `Select the words of a term, at most ${String(mostWords)}, or put the cursor into one. Code, citations and front matter have no terms.`,
    };
  const known = study.glossary.find(name);
  const [place] = known && !known.builtIn ? placesOfTerm(known, study) : [];
  if (place) return { known: place, name };
  const entry = newEntry(analysis, words, study, true);
  return entry
    ? { entry }
    : {
        problem:
          'pilcrow.json names no file for a glossary that could be made. Make one that it names, then try again.',
      };
}

/** The use of a term, the marked words or the word that an offset touches. */
function wordsAt(analysis: Analysis, offset: number, study: Study): Range | undefined {
  if (!isProse(analysis) || citationAt(analysis, offset)) return undefined;
  const here = { start: offset, end: offset };
  if (undefinedTermAround(analysis, here, study)) return here;
  const use = termUseAt(analysis, offset, study);
  if (use) return use.range;
  const before = /[\p{L}\p{M}\p{N}'’-]*$/u.exec(
    analysis.text.slice(Math.max(0, offset - longestName), offset),
  );
  const after = /^[\p{L}\p{M}\p{N}'’-]*/u.exec(analysis.text.slice(offset, offset + longestName));
  const word = { start: offset - (before?.[0].length ?? 0), end: offset + (after?.[0].length ?? 0) };
  return word.start < word.end ? word : undefined;
}

function nameAt(analysis: Analysis, selection: Range, study: Study): string | undefined {
  if (!isProse(analysis)) return undefined;
  const unknown = undefinedTermAround(analysis, selection, study);
  if (unknown) return unknown.text === '' ? undefined : unknown.text;
  if (selection.end - selection.start > 2 * longestName) return undefined;
  if (isOpaque(analysis.document, Math.floor((selection.start + selection.end) / 2))) return undefined;
  const selected = analysis.text.slice(selection.start, selection.end);
  if (/\n[ \t>]*\r?\n|[[\]{}@`<|#\\]/.test(selected)) return undefined;
  const name = selected
    .replace(/\n[ \t]*>[ \t>]*/g, ' ')
    .replace(/[*_]+/g, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}.]+$|(?<=\p{Ll}{2})\.+$/gu, '');
  const isName = /\p{L}/u.test(name) && name.length <= longestName && name.split(' ').length <= mostWords;
  return isName ? name : undefined;
}

/** A name as the text of a heading. */
function asHeading(name: string): string {
  return name.replace(/[\\`*_[\]{}<>#@$~|]/g, '\\$&');
}

/** The study's own first glossary; those of editions are about one source each and made elsewhere. */
function homeOf(study: Study): GlossaryDocument | undefined {
  const own = study.files.filter(
    (file): file is GlossaryDocument => file.role === 'glossary' && !file.file.path.startsWith('editions/'),
  );
  return own.find(({ file }) => file.path === newGlossary) ?? own[0];
}

function appended(
  { file, text }: GlossaryDocument,
  { title, name, entry }: { title: string; name: string; entry: string },
): NewEntry {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const end = text.trimEnd().length;
  const before = end === 0 ? '' : '\n\n';
  const newText = `${before}${entry}\n\n`.replaceAll('\n', eol);
  const range = { start: end, end: text.length };
  const line = linesOf(text.slice(0, end)) + linesOf(newText);
  return { title, name, path: file.path, line, edits: [{ path: file.path, range, newText }] };
}

function linesOf(text: string): number {
  return text.split('\n').length - 1;
}

function definedAt(name: string, analysis: Analysis, study: Study, lang: string | undefined): string[] {
  const key = sourceUnderDiscussion(analysis);
  const source = key === undefined ? undefined : study.sources.get(key);
  const number = source && definingPassage(name, source);
  return source && number !== undefined
    ? [`Defined at: ${citationFor(source.key, 'paragraph', [number], lang)}`]
    : [];
}

const before =
  /\b(?:by|called|calls?|named|termed|terms?|defines?|defined|means?|known as|so-called|concept of|notion of)\s+(?:(?:an?|the|this)\s+)?["“‘'*_]*$/iu;
const behind =
  /^["”’'*_]*,?\s*(?:(?:is|are)\s+(?:an?|the|what|those|people|that|not)\b|means?\b|(?:is|are)\s+(?:defined|understood|called|meant)\b|we\s+(?:\w+\s+)?mean\b|I\s+mean\b|refers?\s+to\b|consists?\s+(?:of|in)\b|that\s+is\b|i\.e\.|\(|:\s|[—–]\s)/iu;

/**
 * The number of the passage that is likely to define some words: the first that uses them as definitions do (“by X is
 * meant”, “X is a …”), otherwise the first that uses them; undefined where none does, or the text is not present.
 */
function definingPassage(name: string, source: Source): number | undefined {
  const matcher = buildMatcher({ terms: [{ name, aliases: [], not: [] }] });
  let first: number | undefined;
  for (const { number, words } of source.passages) {
    if (!words) continue;
    const { text } = words.plain;
    for (const { range } of matchTerms(matcher, text)) {
      first ??= number;
      if (before.test(text.slice(Math.max(0, range.start - 40), range.start))) return number;
      if (behind.test(text.slice(range.end, range.end + 40))) return number;
    }
  }
  return first;
}
