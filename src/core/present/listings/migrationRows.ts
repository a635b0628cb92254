import type { FateState, FiledMove } from '../../printings.ts';
import { LineIndex } from '../../text.ts';
import { type FileName, type PlaceFields, placeFields } from './listingRows.ts';

/** A citation and what it is in another printing: a row of `pilcrow migrate`. In a note, places are those of the text of the note. */
export interface MigrationRow extends PlaceFields {
  /** Id of the note in whose text the citation stands. */
  readonly note: string | null;
  readonly state: FateState;
  /** The locator as it is written; empty where there is none. */
  readonly before: string;
  /** The locator for the other printing; null where the citation stays as it is. */
  readonly after: string | null;
  /** What is written in place of the citation, from its `@` to the end of its locator; null where it stays. */
  readonly newText: string | null;
  /** Paragraphs that may be meant where it is doubtful. */
  readonly candidates: readonly number[];
  readonly byQuotation: boolean;
}

/** Returns a row for each citation, in their order. */
export function migrationRows(moves: readonly FiledMove[], name: FileName): MigrationRow[] {
  return moves.map((move): MigrationRow => {
    const { file, note, range, state, before, now, newText, candidates, byQuotation } = move;
    const lines = note ? new LineIndex(note.text) : 'lines' in file ? file.lines : undefined;
    return {
      ...placeFields(name(file), lines, range),
      note: note?.id ?? null,
      state,
      before,
      after: now ?? null,
      newText: newText ?? null,
      candidates: newText === undefined ? candidates : [],
      byQuotation,
    };
  });
}
