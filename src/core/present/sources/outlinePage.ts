import { inWords } from '../../messages.ts';
import type { Source } from '../../study.ts';
import { escapeMarkdown } from '../wording.ts';
import { paragraphLabel, passagePreview, sectionName, sourceLine } from '../passages.ts';

/** A page for a source without its text: outline, numbers and gists. */
export interface OutlinePage {
  readonly text: string;
  /** The offset of each passage's line, by its number. */
  readonly passages: ReadonlyMap<number, number>;
  readonly notes: ReadonlyMap<number, number>;
}

/** Writes the outline page of a source from its edition. */
export function outlinePage(source: Source): OutlinePage {
  const passages = new Map<number, number>();
  const notes = new Map<number, number>();
  let text = `# ${escapeMarkdown(sourceLine(source))}\n\n${inWords('sources.outline')}\n`;
  const headings = [...source.sections];
  for (const passage of source.passages) {
    while (headings[0] && headings[0].first <= passage.number) {
      const section = headings.shift();
      if (section)
        text += `\n${'#'.repeat(Math.min(section.depth, 6))} ${escapeMarkdown(sectionName(section))}\n`;
    }
    text += '\n';
    passages.set(passage.number, text.length);
    text += `${paragraphLabel(passage)}: ${escapeMarkdown(passagePreview(passage))} (${inWords('sources.outlineWords', { count: passage.wordCount })})\n`;
  }
  if (source.notes.length > 0) text += `\n## ${inWords('sources.notes')}\n`;
  for (const note of source.notes) {
    text += '\n';
    notes.set(note.number, text.length);
    text += `n. ${String(note.number)}: ${escapeMarkdown(passagePreview(note))}\n`;
  }
  return { text, passages, notes };
}
