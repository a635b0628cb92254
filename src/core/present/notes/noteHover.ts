import { inWords } from '../../messages.ts';
import type { Analysis, Study } from '../../study.ts';
import type { Annotation } from '../../notes.ts';
import { notesIndex, type NoteThread } from '../../resolve.ts';
import { appendTo, type Range } from '../../text.ts';
import { escapeMarkdown } from '../wording.ts';
import type { LensView } from '../structure.ts';
import { sourceOf } from '../passages.ts';
import { shownText } from './shown.ts';
import { threadLabel, threadsAt } from './thread.ts';

/** The most notes shown in a hover. */
const maxHoverNotes = 3;
const maxAnswers = 3;

/**
 * The hover of the notes at an offset of a source. The note on the fewest words comes first. Undefined if there are
 * none.
 */
export function noteHover(
  analysis: Analysis,
  offset: number,
  study: Study,
): { readonly range: Range; readonly markdown: string } | undefined {
  if (analysis.role !== 'source') return undefined;
  const sorted = threadsAt(analysis.file.uri, offset, study);
  const [first] = sorted;
  if (!first?.range) return undefined;
  const blocks = sorted.slice(0, maxHoverNotes).map((thread) => threadMarkdown(thread, study));
  if (sorted.length > maxHoverNotes)
    blocks.push(inWords('count.moreNotes', { count: sorted.length - maxHoverNotes }));
  return { range: first.range, markdown: blocks.join('\n\n---\n\n') };
}

function threadMarkdown(thread: NoteThread, study: Study): string {
  const { annotation, answers, kind } = thread;
  const tags = annotation.tags.map((tag) => escapeMarkdown(`#${tag}`)).join(' ');
  const head = `**${escapeMarkdown(`${kind.symbol} ${threadLabel(thread)}`)}**${bylineOf(annotation)}`;
  const replies = answers
    .slice(0, maxAnswers)
    .map((answer) => `↳${bylineOf(answer.annotation)}: ${shownText(answer.annotation.text, study)}`);
  if (answers.length > maxAnswers)
    replies.push(inWords('count.moreAnswers', { count: answers.length - maxAnswers }));
  return [head, shownText(annotation.text, study), tags, ...replies].filter(Boolean).join('\n\n');
}

function bylineOf({ author, created }: Annotation): string {
  const day = created.slice(0, 10);
  const by = [author, day].filter(Boolean).join(', ');
  return by === '' ? '' : ` ${escapeMarkdown(by)}`;
}

/** A lens “2 notes” above each paragraph and note of a source that has readers' notes. */
export function noteLenses(analysis: Analysis, study: Study): readonly LensView[] {
  const source = analysis.role === 'source' ? sourceOf(analysis, study) : undefined;
  if (!source) return [];
  const counts = new Map<Range, NoteThread[]>();
  const add = (range: Range | undefined, thread: NoteThread): void => {
    if (range) appendTo(counts, range, thread);
  };
  for (const thread of notesIndex(study).bySource.get(source.key) ?? []) {
    if (thread.state !== 'anchored') continue;
    const [passage] = thread.passages;
    const [note] = thread.sourceNotes;
    if (passage !== undefined) add(source.passages[passage - 1]?.words?.range, thread);
    else if (note !== undefined)
      add(source.notes.find(({ number }) => number === note)?.words?.range, thread);
  }
  return [...counts].map(([range, threads]) => ({
    range,
    title: inWords('count.notes', { count: threads.length }),
    of: 'notes' as const,
    places: () => threads.flatMap(({ range: place }) => (place ? [{ analysis, range: place }] : [])),
  }));
}
