import { readCitations } from '../citations.ts';
import { languageOf, parseMarkdown } from '../blocks.ts';
import { quotationsIn } from '../quotations.ts';
import { type NotePlan, notesIndex, planNoteEdit } from '../resolve.ts';
import { type Analysis, type CitingFile, type Study, studyQueries } from '../study.ts';
import { appendTo } from '../text.ts';
import { type CitationMove, citationMovesIn } from './citationMoves.ts';
import type { PrintingPair } from './locatorMoves.ts';

/** A citation in a file of the study folder, and what it is as a citation of another printing. */
export interface FiledMove extends CitationMove {
  readonly file: Analysis;
  /** The note in whose text the citation stands: `range` is one of that text. Undefined in papers and glossaries. */
  readonly note:
    { readonly id: string; readonly text: string; readonly seen: string | undefined } | undefined;
}

/** Returns all citations of a printing in papers, then in glossaries, then in notes. */
export function migrationOf(pair: PrintingPair, study: Study): readonly FiledMove[] {
  const citing = [...study.papers, ...study.glossaries].flatMap((file) => movesInFile(file, pair, study));
  return [...citing, ...movesInNotes(pair, study)];
}

/** Returns all citations of a printing in a paper or glossary. */
function movesInFile(file: CitingFile, pair: PrintingPair, study: Study): readonly FiledMove[] {
  const isCited =
    file.role === 'paper'
      ? file.citedKeys.includes(pair.old.key)
      : file.citations.some(({ key }) => key === pair.old.key);
  if (!isCited) return [];
  const { text, citations } = file;
  const quotations = file.role === 'paper' ? quotationsIn(file, study) : [];
  const lang = languageOf(file.document);
  return citationMovesIn({ text, citations, lang, quotations }, pair, study).map((move) => ({
    ...move,
    file,
    note: undefined,
  }));
}

function movesInNotes(pair: PrintingPair, study: Study): FiledMove[] {
  const { byId } = studyQueries.ask(study, notesIndex);
  return [...byId.values()].flatMap(({ annotation, file }) => {
    const { id, text, modified } = annotation;
    if (!text.includes(pair.old.key)) return [];
    const citations = readCitations(parseMarkdown(text));
    return citationMovesIn({ text, citations, lang: undefined, quotations: [] }, pair, study).map((move) => ({
      ...move,
      file,
      note: { id, text, seen: modified },
    }));
  });
}

/** A replacement of a stretch of a file. */
interface FiledEdit {
  readonly uri: string;
  readonly range: CitationMove['range'];
  readonly newText: string;
}

/** Returns the edits of papers and glossaries that move what is certain. */
export function fileEdits(moves: readonly FiledMove[]): readonly FiledEdit[] {
  return moves.flatMap(({ note, file, range, newText }) =>
    note || newText === undefined ? [] : [{ uri: file.file.uri, range, newText }],
  );
}

/**
 * Returns the changes of files of notes whose texts have citations that move. A note that cannot be changed stays as it is.
 * @param moment when the change is made
 */
export function movedNoteSteps(
  moves: readonly FiledMove[],
  study: Study,
  moment: Parameters<typeof planNoteEdit>[2],
): Extract<NotePlan, { steps: unknown }>['steps'] {
  const byId = new Map<string, FiledMove[]>();
  for (const move of moves) if (move.note && move.newText !== undefined) appendTo(byId, move.note.id, move);
  return [...byId.values()].flatMap((own) => {
    const { note } = own[0] ?? {};
    if (!note) return [];
    const { id, seen } = note;
    const plan: NotePlan = planNoteEdit(
      { do: 'edit', id, seen, text: withEdits(note.text, own) },
      study,
      moment,
    );
    return 'problem' in plan ? [] : plan.steps;
  });
}

/** Returns a text with some stretches replaced. */
export function withEdits(
  text: string,
  edits: readonly { readonly range: CitationMove['range']; readonly newText: string | undefined }[],
): string {
  return [...edits]
    .sort((a, b) => b.range.start - a.range.start)
    .reduce(
      (result, { range, newText }) =>
        newText === undefined ? result : result.slice(0, range.start) + newText + result.slice(range.end),
      text,
    );
}
