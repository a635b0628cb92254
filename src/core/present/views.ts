import type { Paper, Source, Study } from '../index/study.ts';
import { findingsOf, type Finding } from '../check/findings.ts';
import { statusOf, type Resolution } from '../resolve/citation.ts';
import { citedIndex, countUses, type CitedSource } from '../resolve/citedIndex.ts';
import type { Section } from '../source/sections.ts';
import type { Note, Passage } from '../source/source.ts';
import { overlaps, type Range } from '../text/range.ts';
import { plural, quoteMarkdown, escapeMarkdown, shorten } from './markdown.ts';
import {
  passageNumbers,
  passagePreview,
  passageWords,
  sectionExtent,
  sectionName,
  sourceLine,
} from './passages.ts';
import { citationRange, type Place } from './places.ts';

/** A row of a sidebar view, before its places become addresses. */
export interface Row {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Markdown. */
  readonly tooltip: string;
  readonly accessibleLabel: string;
  readonly icon: string;
  readonly iconColor: string;
  readonly kind:
    | 'source'
    | 'editionOnly'
    | 'section'
    | 'passage'
    | 'note'
    | 'citation'
    | 'quotation'
    | 'group'
    | 'term'
    | 'use';
  readonly place: Place | { readonly editionKey: string; readonly passage: number | undefined } | undefined;
  readonly citation: string;
  /** Whether a finding stands here, so that the view can show these rows alone. */
  readonly problem: boolean;
  readonly children: readonly Row[];
}

/** A row with defaults for what it leaves out. */
export function row(given: Partial<Row> & Pick<Row, 'id' | 'label' | 'kind'>): Row {
  const description = given.description ?? '';
  const accessibleLabel = [given.label, description].filter(Boolean).join(', ');
  return {
    tooltip: '',
    icon: '',
    iconColor: '',
    place: undefined,
    citation: '',
    problem: false,
    children: [],
    accessibleLabel,
    ...given,
    description,
  };
}

/** A Pandoc citation of a passage. */
export function citationOf(key: string, locator: string): string {
  const simple = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_]))*$/u.test(key);
  return `[@${simple ? key : `{${key}}`}${locator === '' ? '' : `, ${locator}`}]`;
}

/** The Sources view: every source with its outline, passages and how often each is cited. */
export function sourcesView(study: Study): readonly Row[] {
  const { bySource } = citedIndex(study);
  return [...study.sources.values()].map((source) => sourceRow(source, bySource.get(source.key)));
}

function sourceRow(source: Source, cited: CitedSource | undefined): Row {
  const { citations, papers } = countUses(cited?.uses);
  const counted =
    citations === 0 ? 'not cited yet' : `cited ${plural(citations, 'time')} in ${plural(papers, 'paper')}`;
  const top = source.sections.filter((section) => section.parent === undefined);
  const notes = source.notes.map((note) => noteRow(source, note, cited));
  const textMissing = source.file === undefined ? ' · text not imported' : '';
  return row({
    id: `source:${source.key}`,
    label: source.title,
    description: `@${source.key} · ${plural(source.passages.length, 'paragraph')}${textMissing}`,
    tooltip: `**${escapeMarkdown(sourceLine(source))}**\n\n\`@${source.key}\`, ${counted}${source.file ? '' : '\n\nOnly the edition is here: numbers, sections and gists. Import your copy to read the passages and have quotations checked.'}`,
    kind: source.file ? 'source' : 'editionOnly',
    icon: source.file ? 'book' : 'notebook',
    citation: citationOf(source.key, ''),
    place: placeOf(source, source.file ? { start: 0, end: 0 } : undefined, undefined),
    children: [
      ...passagesOutside(source, top).map((passage) => passageRow(source, passage, cited)),
      ...top.map((section) => sectionRow(source, section, cited)),
      ...(notes.length > 0
        ? [
            row({
              id: `notes:${source.key}`,
              label: 'Notes',
              description: String(notes.length),
              kind: 'group',
              icon: 'note',
              children: notes,
            }),
          ]
        : []),
    ],
  });
}

/** Where a passage, note or section can be read: in its file, else on the page of its edition. */
export function placeOf(source: Source, range: Range | undefined, passage: number | undefined): Row['place'] {
  if (source.file && range) return { analysis: source.file, range };
  return source.file ? undefined : { editionKey: source.key, passage };
}

/** Passages of a source, or of a section, that stand in none of the given subsections. */
function passagesOutside(source: Source, sections: readonly Section[], within?: Section): readonly Passage[] {
  const first = within?.first ?? 1;
  const last = within?.last ?? source.passages.length;
  return source.passages
    .slice(first - 1, last)
    .filter(({ number }) => !sections.some((section) => section.first <= number && number <= section.last));
}

function sectionRow(source: Source, section: Section, cited: CitedSource | undefined): Row {
  const numbers = sectionExtent(section) || 'empty';
  const own = passagesOutside(source, section.children, section).map((passage) =>
    passageRow(source, passage, cited),
  );
  const below = section.children.map((child) => sectionRow(source, child, cited));
  return row({
    id: `section:${source.key}:${section.label}:${String(section.first)}:${section.title}`,
    label: sectionName(section),
    description: numbers,
    accessibleLabel: `Section ${section.label}, ${section.title}, ${numbers}`,
    kind: 'section',
    icon: 'bookmark',
    citation: citationOf(source.key, `sec. ${section.label}`),
    place: placeOf(source, section.range, section.first),
    children: [...own, ...below],
  });
}

function countText(count: number): string {
  return count === 0 ? '' : `cited ${String(count)}×`;
}

function passageRow(source: Source, passage: Passage, cited: CitedSource | undefined): Row {
  const count = cited?.byPassage.get(passage.number)?.length ?? 0;
  const preview = passagePreview(passage);
  const words = passageWords(passage);
  return row({
    id: `passage:${source.key}:${String(passage.number)}`,
    label: `¶ ${String(passage.number)}`,
    description: [preview, countText(count)].filter(Boolean).join(' · '),
    tooltip: [
      words === undefined ? '' : quoteMarkdown(shorten(words, 600)),
      passage.gist ? `_${escapeMarkdown(passage.gist)}_` : '',
      count === 0 ? 'Not cited yet' : `Cited ${plural(count, 'time')}`,
    ]
      .filter(Boolean)
      .join('\n\n'),
    accessibleLabel: `Paragraph ${String(passage.number)}, ${preview}, ${count === 0 ? 'not cited' : `cited ${plural(count, 'time')}`}`,
    kind: 'passage',
    icon: passage.kind === 'blockquote' ? 'quote' : count > 0 ? 'circle-filled' : 'circle-outline',
    iconColor: count > 0 ? 'charts.blue' : '',
    citation: citationOf(source.key, `¶ ${String(passage.number)}`),
    place: placeOf(source, passage.words?.range, passage.number),
  });
}

function noteRow(source: Source, note: Note, cited: CitedSource | undefined): Row {
  const count = cited?.byNote.get(note.number)?.length ?? 0;
  return row({
    id: `note:${source.key}:${String(note.number)}`,
    label: `n. ${String(note.number)}`,
    description: [passagePreview(note), countText(count)].filter(Boolean).join(' · '),
    tooltip: quoteMarkdown(shorten(passageWords(note) ?? passagePreview(note), 600)),
    kind: 'note',
    icon: 'note',
    citation: citationOf(source.key, `n. ${String(note.number)}`),
    place: placeOf(source, note.words?.range, note.anchor),
  });
}

/** The Paper view: the citations of a paper in reading order with their state. */
export function paperView(
  paper: Paper,
  study: Study,
): { readonly rows: readonly Row[]; readonly problems: number } {
  const findings = findingsOf(paper, study).filter((finding) => finding.check.startsWith('citation/'));
  const resolutions = citedIndex(study).byPaper.get(paper) ?? [];
  const rows = resolutions.map((resolution, index) => citationRow(paper, resolution, index, findings));
  return { rows, problems: rows.filter(({ problem }) => problem).length };
}

function citationRow(paper: Paper, resolution: Resolution, index: number, findings: readonly Finding[]): Row {
  const { citation, source, target } = resolution;
  const range = citationRange(citation);
  const own = findings.filter((finding) => overlaps(finding.range, range));
  const finding = own.find(({ level }) => level === 'error') ?? own.find(({ level }) => level === 'warning');
  const label = `@${citation.key}${citation.locator ? `, ${paper.text.slice(citation.locator.range.start, citation.locator.range.end).replace(/\s+/gu, ' ')}` : ''}`;
  const state = finding
    ? finding.message
    : statusOf(resolution) === 'resolved' || own.length === 0
      ? leadsTo(resolution)
      : (own[0]?.message ?? '');
  const numbers = target && target.passages.length > 0 ? passageNumbers(target.passages) : '';
  return row({
    id: `citation:${String(index)}`,
    label,
    description: state,
    tooltip: [
      finding ? `**${escapeMarkdown(finding.message)}**` : '',
      source ? escapeMarkdown(sourceLine(source)) : '',
      numbers,
    ]
      .filter(Boolean)
      .join('\n\n'),
    accessibleLabel: `${label}, ${finding ? `${finding.level}: ${finding.message}` : `resolved, ${state}`}`,
    kind: 'citation',
    problem: finding !== undefined,
    icon: finding ? (finding.level === 'error' ? 'error' : 'warning') : 'pass',
    iconColor: finding
      ? finding.level === 'error'
        ? 'list.errorForeground'
        : 'list.warningForeground'
      : 'testing.iconPassed',
    place: { analysis: paper, range },
  });
}

function leadsTo(resolution: Resolution): string {
  const { target, source, works } = resolution;
  if (!source) return works.length > 0 ? 'work without text' : '';
  if (!target) return source.title;
  if (target.section) return sectionName(target.section);
  const first = target.passages[0];
  const passage = first === undefined ? undefined : source.passages[first - 1];
  if (passage) return passagePreview(passage);
  const note = source.notes.find((candidate) => candidate.number === target.note);
  return note ? passagePreview(note) : source.title;
}
