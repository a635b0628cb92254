import { fileEdits, type FiledMove, migrationOf, movedNoteSteps } from '../../core/printings.ts';
import { printingsOf } from '../../core/resolve.ts';
import type { Source, Study } from '../../core/study.ts';
import { appendTo } from '../../core/text.ts';
import { answering, type ServerContext, studyFor } from '../context.ts';
import type { CitationMoves } from '../protocol.ts';
import { wireRange } from '../wire.ts';

/** Citations of one printing of a text as those of another. The client makes the edits, as it shows them first. */
export function registerPrintings(server: ServerContext): void {
  const answer = answering(server);
  answer('pilcrow/printings', async ({ uri }) => {
    const study = await studyFor(server, uri);
    const texts = [...study.sources.values()].filter(({ passages }) => passages.length > 0);
    texts.sort((a, b) => (a.key < b.key ? -1 : 1));
    return texts.map(({ key, title }) => ({ key, title, printings: printingsOf(key, study) }));
  });
  answer('pilcrow/moveCitations', async ({ uri, old, now }) => {
    const study = await studyFor(server, uri);
    const pair = { old: study.sources.get(old), now: study.sources.get(now) };
    return hasBoth(pair) ? citationMovesOf(migrationOf(pair, study), study) : null;
  });
}

interface SourcePair {
  readonly old: Source;
  readonly now: Source;
}

function hasBoth(pair: { readonly [Side in keyof SourcePair]: Source | undefined }): pair is SourcePair {
  return pair.old !== undefined && pair.now !== undefined && pair.old !== pair.now;
}

function citationMovesOf(moves: readonly FiledMove[], study: Study): CitationMoves {
  const files = new Map<string, CitationMoves['files'][number]['edits'][number][]>();
  for (const { uri, range, newText } of fileEdits(moves)) {
    const file = study.byUri.get(uri);
    if (file) appendTo(files, uri, { range: wireRange(file, range), newText });
  }
  const stays = moves.filter(({ newText }) => newText === undefined);
  return {
    files: [...Array.from(files, ([uri, edits]) => ({ uri, edits })), ...movedNoteFiles(moves, study)],
    moved: moves.length - stays.length,
    stays: stays.map(({ file, range, note }) => ({
      uri: file.file.uri,
      range: wireRange(file, note ? { start: 0, end: 0 } : range),
    })),
  };
}

/** The files of notes whose texts have citations that move, each written anew as a whole. */
function movedNoteFiles(moves: readonly FiledMove[], study: Study): CitationMoves['files'] {
  const moment = { now: new Date().toISOString(), newId: `urn:uuid:${crypto.randomUUID()}` };
  const texts = new Map<string, string>();
  const fileAt = new Map(study.notes.map((file) => [file.file.path, file]));
  for (const { path, change } of movedNoteSteps(moves, study, moment)) {
    const changed = change(texts.get(path) ?? fileAt.get(path)?.text ?? '');
    if ('text' in changed) texts.set(path, changed.text);
  }
  return Array.from(texts).flatMap(([path, newText]) => {
    const file = fileAt.get(path);
    if (!file) return [];
    return [
      {
        uri: file.file.uri,
        edits: [{ range: wireRange(file, { start: 0, end: file.text.length }), newText }],
      },
    ];
  });
}
