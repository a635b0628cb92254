import { inWords } from '../../messages.ts';
import { citationFor } from '../../citations.ts';
import { citationOf } from '../../syntax.ts';
import type { Source, Study } from '../../study.ts';
import { citedIndex, type CitedSource, countUses } from '../../citedBy.ts';
import type { Note, Passage, Section } from '../../source.ts';
import { codeMarkdown, escapeMarkdown, quoteMarkdown, shorten } from '../wording.ts';
import { noteCounts, type NoteCounts } from '../notes.ts';
import {
  passagePreview,
  citationOfPassages,
  citationOfSection,
  passageWords,
  row,
  type Row,
  rowPlace,
  sectionExtent,
  sectionName,
  sourceLine,
  unreadableSources,
  paragraphLabel,
} from '../passages.ts';

/** Shown above the Sources view until all papers have been read. */
export function countingMessage(): string {
  return inWords('sources.counting');
}

/**
 * Every source with its outline, its passages and how often each is cited, then the sources that cannot be read.
 * @param isCounted whether all papers have been read; if not, no counts of citations are shown
 */
export function sourcesView(study: Study, isCounted = true): readonly Row[] {
  const bySource = isCounted ? citedIndex(study).bySource : undefined;
  const rows = [...study.sources.values()].map((source) =>
    sourceViewRow(source, { isCounted, cited: bySource?.get(source.key), noted: noteCounts(source, study) }),
  );
  return [...rows, ...unreadableRows(study)];
}

function unreadableRows(study: Study): Row[] {
  return unreadableSources(study).map(({ analysis, name, problem: message }) => {
    const problem = inWords(message);
    return row({
      id: `unreadable:${analysis.file.path}`,
      label: name,
      description: problem.startsWith(`${name} `) ? problem.slice(name.length + 1) : problem,
      tooltip: escapeMarkdown(problem),
      accessibleLabel: inWords('sources.error', { name, problem }),
      kind: 'group',
      icon: 'error',
      iconColor: 'list.errorForeground',
      place: { analysis, range: { start: 0, end: 0 } },
    });
  });
}

/** What is known of how a source is used. */
interface Said {
  /** Whether citations have been counted. */
  readonly isCounted: boolean;
  readonly cited: CitedSource | undefined;
  readonly noted: NoteCounts;
}

function sourceViewRow(source: Source, said: Said): Row {
  const { noted } = said;
  const top = source.sections.filter((section) => section.parent === undefined);
  const notes = source.notes.map((note) => sourceNoteRow(source, note, said));
  const textMissing = source.file === undefined ? ` · ${inWords('sources.notImported')}` : '';
  return row({
    id: `source:${source.key}`,
    label: source.title,
    description: `@${source.key} · ${inWords('count.paragraphs', { count: source.passages.length })}${textMissing}${noted.all === 0 ? '' : ` · ${inWords('count.notes', { count: noted.all })}`}`,
    tooltip: `**${escapeMarkdown(sourceLine(source))}**\n\n${codeMarkdown(`@${source.key}`)}${citedText(said)}${source.file ? '' : `\n\n${inWords('sources.onlyEdition')}`}`,
    kind: source.file ? 'source' : 'editionOnly',
    icon: source.file ? 'book' : 'notebook',
    citation: citationOf(source.key, ''),
    place: rowPlace(source, source.file ? { start: 0, end: 0 } : undefined, undefined),
    children: [
      ...passagesOutside(source, top).map((passage) => passageRow(source, passage, said)),
      ...top.map((section) => sectionViewRow(source, section, said)),
      ...(notes.length > 0
        ? [
            row({
              id: `notes:${source.key}`,
              label: inWords('sources.notes'),
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

function citedText({ isCounted, cited }: Said): string {
  if (!isCounted) return '';
  const { citations, papers } = countUses(cited?.uses);
  return inWords('cited.afterKey', { times: citations, papers });
}

/** The passages of a source, or of the section `within`, that are in none of `sections`. */
function passagesOutside(source: Source, sections: readonly Section[], within?: Section): readonly Passage[] {
  const first = within?.first ?? 1;
  const last = within?.last ?? source.passages.length;
  return source.passages
    .slice(first - 1, last)
    .filter(({ number }) => !sections.some((section) => section.first <= number && number <= section.last));
}

function sectionViewRow(source: Source, section: Section, said: Said): Row {
  const numbers = sectionExtent(section, source) || inWords('sources.empty');
  const own = passagesOutside(source, section.children, section).map((passage) =>
    passageRow(source, passage, said),
  );
  const below = section.children.map((child) => sectionViewRow(source, child, said));
  return row({
    id: `section:${source.key}:${section.label}:${String(section.first)}:${section.title}`,
    label: sectionName(section),
    description: numbers,
    accessibleLabel: inWords('sources.section', { label: section.label, title: section.title, numbers }),
    kind: 'section',
    icon: 'bookmark',
    citation: citationOfSection(source, section, undefined),
    place: rowPlace(source, section.range, section.first),
    children: [...own, ...below],
  });
}

function countText(count: number, notes: number): string {
  return [
    count === 0 ? '' : inWords('cited.short', { times: count }),
    notes === 0 ? '' : inWords('count.notes', { count: notes }),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The tooltip of a passage's row, as Markdown. Undefined if there is no such passage. */
export function sourceTooltip(rowId: string, study: Study): string | undefined {
  for (const source of study.sources.values()) {
    const passage = source.passages.find((each) => passageId(source, each) === rowId);
    if (!passage) continue;
    const words = passageWords(passage);
    const cited = citedIndex(study).bySource.get(source.key);
    const count = cited?.byPassage.get(passage.number)?.length ?? 0;
    const notes = noteCounts(source, study).byPassage.get(passage.number) ?? 0;
    return [
      words === undefined ? '' : quoteMarkdown(shorten(words, 600)),
      passage.gist ? `_${escapeMarkdown(passage.gist)}_` : '',
      count === 0 ? inWords('cited.notYet') : inWords('cited.times', { times: count }),
      notes === 0 ? '' : inWords('count.notes', { count: notes }),
    ]
      .filter(Boolean)
      .join('\n\n');
  }
  return undefined;
}

function passageId(source: Source, { number }: Passage): string {
  return `passage:${source.key}:${String(number)}`;
}

/** The row of a passage, without its tooltip. That is asked for when the pointer rests on it; a text has hundreds. */
function passageRow(source: Source, passage: Passage, { isCounted, cited, noted }: Said): Row {
  const notes = noted.byPassage.get(passage.number) ?? 0;
  const count = cited?.byPassage.get(passage.number)?.length ?? 0;
  const preview = passagePreview(passage);
  const counted = isCounted ? inWords('cited.afterName', { times: count }) : '';
  return row({
    id: passageId(source, passage),
    label: paragraphLabel(passage),
    description: [preview, countText(count, notes)].filter(Boolean).join(' · '),
    accessibleLabel: inWords('sources.paragraph', {
      number: passage.number,
      preview,
      cited: counted,
      notes,
    }),
    kind: 'passage',
    icon: passage.kind === 'blockquote' ? 'quote' : count > 0 ? 'circle-filled' : 'circle-outline',
    iconColor: count > 0 ? 'charts.blue' : '',
    citation: citationOfPassages(source, [passage.number], undefined),
    place: rowPlace(source, passage.words?.range, passage.number),
  });
}

function sourceNoteRow(source: Source, note: Note, { cited, noted }: Said): Row {
  const notes = noted.byNote.get(note.number) ?? 0;
  const count = cited?.byNote.get(note.number)?.length ?? 0;
  return row({
    id: `note:${source.key}:${String(note.number)}`,
    label: `n. ${String(note.number)}`,
    description: [passagePreview(note), countText(count, notes)].filter(Boolean).join(' · '),
    tooltip: quoteMarkdown(shorten(passageWords(note) ?? passagePreview(note), 600)),
    kind: 'note',
    icon: 'note',
    citation: citationFor(source.key, 'note', [note.number], undefined),
    place: rowPlace(source, note.words?.range, note.anchor),
  });
}
