import { describeWork } from '../bibliography/work.ts';
import type { Analysis, CitingFile, Source, Study } from '../index/study.ts';
import { citedIndex, type CitedSource } from '../resolve/citedIndex.ts';
import type { Section } from '../source/sections.ts';
import type { Note, Passage } from '../source/source.ts';
import type { Range } from '../text/range.ts';
import { plural, shorten } from './markdown.ts';
import {
  passagePreview,
  passageWords,
  sectionExtent,
  sectionName,
  sectionTrail,
  sourceLine,
} from './passages.ts';
import { isOpaque } from './places.ts';

/** Something to insert. */
export interface CompletionItem {
  readonly label: string;
  /** Shown behind the label, faintly. */
  readonly description: string;
  /** Shown when the item is chosen. */
  readonly documentation: string;
  readonly kind: 'key' | 'passage' | 'section' | 'note' | 'term';
  readonly newText: string;
  /** What typed words are compared with. */
  readonly filterText: string;
  readonly sortText: string;
}

/** Items for one place, all replacing the same stretch. */
export interface Completion {
  readonly range: Range;
  readonly items: readonly CompletionItem[];
}

/** How far back from the cursor a citation may have begun. */
const reach = 400;
const keyBefore = /(?:^|[^\p{L}\p{N}\\@/.:])-?@(\{?)([^\s@[\]{};,]*)$/u;
const locatorBefore =
  /(?:\[[^[\]]*?@(?:\{([^\s{}]+)\}|([\p{L}\p{N}_][\p{L}\p{N}_:.#$%&\-+?<>~/]*)),\s*|@(?:\{([^\s{}]+)\}|([\p{L}\p{N}_][\p{L}\p{N}_:.#$%&\-+?<>~/]*))\s\[)([^[\];@]*)$/u;

/** What can be inserted at an offset of a paper; undefined where nothing can, as in code. */
export function completionAt(analysis: Analysis, offset: number, study: Study): Completion | undefined {
  if ((analysis.role !== 'paper' && analysis.role !== 'glossary') || isOpaque(analysis.document.tree, offset))
    return undefined;
  const before = paragraphBefore(analysis, offset);
  const key = keyBefore.exec(before);
  if (key) return keys(study, { start: offset - (key[2]?.length ?? 0), end: offset }, key[1] === '{');
  const locator = locatorBefore.exec(before);
  const source = locator && study.sources.get(locator[1] ?? locator[2] ?? locator[3] ?? locator[4] ?? '');
  if (!locator || !source) return undefined;
  return locators(
    source,
    study,
    { start: offset - (locator[5]?.length ?? 0), end: offset },
    locator[5] ?? '',
  );
}

/** What stands before the cursor in its own paragraph, as far back as a citation may have begun. */
function paragraphBefore(paper: CitingFile, offset: number): string {
  const lines = paper.text.slice(Math.max(0, offset - reach), offset).split(/\r\n|\r|\n/);
  const blank = lines.findLastIndex((line, index) => index < lines.length - 1 && /^[ \t>]*$/.test(line));
  return lines.slice(blank + 1).join('\n');
}

function keys(study: Study, range: Range, braced: boolean): Completion {
  const cited = citedIndex(study).bySource;
  const sources = [...study.sources.values()].map((source): CompletionItem => {
    const uses = cited.get(source.key)?.uses.length ?? 0;
    return {
      label: source.key,
      description: shorten(sourceLine(source), 80),
      documentation: `${sourceLine(source)}. ${plural(source.passages.length, 'paragraph')}, cited ${plural(uses, 'time')}.`,
      kind: 'key',
      newText: braced ? source.key : bareKey(source.key),
      filterText: `${source.key} ${source.title} ${source.author}`,
      sortText: `0${source.key}`,
    };
  });
  const works = [...study.works].flatMap(([key, [placed]]): CompletionItem[] => {
    if (!placed || study.sources.has(key)) return [];
    const line = describeWork(placed.work);
    const newText = braced ? key : bareKey(key);
    return [
      {
        label: key,
        description: shorten(line, 80),
        documentation: line,
        kind: 'key',
        newText,
        filterText: `${key} ${line}`,
        sortText: `1${key}`,
      },
    ];
  });
  return { range, items: [...sources, ...works] };
}

/** A key that Pandoc would not read whole without braces gets them. */
function bareKey(key: string): string {
  const simple = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*$/u;
  return simple.test(key) ? key : `{${key}}`;
}

/** Passages, sections and notes of a source. The typed words find a passage by its number, its gist or its own words. */
function locators(source: Source, study: Study, range: Range, typed: string): Completion {
  const cited = citedIndex(study).bySource.get(source.key);
  const items = [
    ...source.passages.map((passage) => passageItem(source, passage, typed, cited)),
    ...source.sections.map((section, index) => sectionItem(section, index, typed)),
    ...source.notes.map((note) => noteItem(note, typed)),
  ];
  return { range, items: items.filter((item) => item.filterText !== '') };
}

function passageItem(
  source: Source,
  passage: Passage,
  typed: string,
  cited: CitedSource | undefined,
): CompletionItem {
  const number = String(passage.number);
  const preview = passagePreview(passage);
  const words = passageWords(passage) ?? '';
  const uses = cited?.byPassage.get(passage.number)?.length ?? 0;
  const trail = sectionTrail(source, passage.number);
  return {
    label: `¶ ${number}`,
    description: shorten(preview, 90),
    documentation: [trail, words || preview, `Cited ${plural(uses, 'time')}.`].filter(Boolean).join('\n\n'),
    kind: 'passage',
    newText: `¶ ${number}`,
    filterText: filterText(typed, [`¶ ${number}`, number, `para. ${number}`, preview, words]),
    sortText: `0${number.padStart(7, '0')}`,
  };
}

function sectionItem(section: Section, index: number, typed: string): CompletionItem {
  return {
    label: `sec. ${section.label}`,
    description: shorten(section.title, 90),
    documentation: [sectionName(section), sectionExtent(section)].filter(Boolean).join('\n\n'),
    kind: 'section',
    newText: `sec. ${section.label}`,
    filterText: filterText(typed, [`sec. ${section.label}`, `§ ${section.label}`, section.title]),
    sortText: `1${String(index).padStart(5, '0')}`,
  };
}

function noteItem(note: Note, typed: string): CompletionItem {
  const label = `n. ${String(note.number)}`;
  const preview = passagePreview(note);
  const words = passageWords(note) ?? '';
  return {
    label,
    description: shorten(preview, 90),
    documentation: words || preview,
    kind: 'note',
    newText: label,
    filterText: filterText(typed, [label, preview, words]),
    sortText: `2${String(note.number).padStart(5, '0')}`,
  };
}

/**
 * Editors compare what is typed with the filter text letter by letter from its beginning. Where all typed words stand in
 * one of the texts, what is typed is itself the filter text, so that “mass line teach” finds its paragraph; otherwise
 * empty, and the item is left out.
 */
function filterText(typed: string, texts: readonly string[]): string {
  const wanted = fold(typed);
  if (wanted === '') return texts[0] ?? '';
  const words = wanted.split(' ');
  const matches = texts.some((text) => {
    const folded = fold(text);
    return folded.startsWith(wanted) || words.every((word) => ` ${folded}`.includes(` ${word}`));
  });
  return matches ? typed : '';
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}¶§]+/gu, ' ')
    .trim();
}
