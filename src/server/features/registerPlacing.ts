import { inWords } from '../../core/messages.ts';
import { clearPlaceRows } from '../../core/present/notes.ts';
import { type EachStep, planClearPlaces, planRestore } from '../../core/resolve.ts';
import { appendAll } from '../../core/text.ts';
import { join } from '../../files/pathNames.ts';
import { uriOf } from '../../files/paths.ts';
import { changeTextFile } from '../../files/texts.ts';
import { answering, type ServerContext, studyFor } from '../context.ts';
import type { PlacedNotes } from '../protocol.ts';

/**
 * Many notes that have lost their place, put on the places that are clearly the first choice, and back.
 * @param changed called when notes files have been written
 */
export function registerPlacing(server: ServerContext, changed: () => void): void {
  const answer = answering(server);
  answer('pilcrow/clearPlaces', async ({ uri }) => {
    const rows = clearPlaceRows(await studyFor(server, uri), ({ file }) => file.path);
    return rows.map(({ id, source, author, text, quote, found, label }) => ({
      id,
      source,
      author,
      text,
      quote,
      found,
      label,
    }));
  });
  answer('pilcrow/placeNotes', async ({ uri, ids }) => {
    const study = await studyFor(server, uri);
    const steps = planClearPlaces(new Set(ids), study, new Date().toISOString());
    const placed = await carryOutSteps(server, uri, steps);
    changed();
    return placed;
  });
  answer('pilcrow/restoreNotes', async ({ uri, notes }) => {
    const study = await studyFor(server, uri);
    const restored = await carryOutSteps(server, uri, planRestore(notes, study));
    changed();
    return restored;
  });
}

/** Writes file after file. One that cannot be written stops no other. */
async function carryOutSteps(
  server: ServerContext,
  uri: string | undefined,
  steps: readonly EachStep[],
): Promise<PlacedNotes> {
  const root = server.studies.rootFor(uri);
  if (root === undefined) return { replaced: [], problem: inWords('server.noFolder') };
  const all: PlacedNotes['replaced'][number][] = [];
  let problem: string | undefined;
  for (const { path, change } of steps) {
    const file = join(root, path);
    let replaced: PlacedNotes['replaced'] = [];
    const failed = await changeTextFile(root, file, (text) => {
      const result = change(text);
      replaced = 'problem' in result ? [] : result.replaced;
      return result;
    });
    await server.studies.fileChanged(uriOf(file));
    if (failed) problem = inWords(failed.problem);
    else appendAll(all, replaced);
  }
  return { replaced: all, ...(problem === undefined ? {} : { problem }) };
}
