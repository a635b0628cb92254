import { inWords } from '../../core/messages.ts';
import type { ImportPlan } from '../../core/resolve.ts';
import { bytesOfBase64 } from '../../core/text.ts';
import { join } from '../../files/pathNames.ts';
import { uriOf } from '../../files/paths.ts';
import { changeTextFile, decode } from '../../files/texts.ts';
import { answering, type ServerContext } from '../context.ts';
import type { NoteImportParams, NoteImportReply } from '../protocol.ts';

/**
 * Notes of other programs, taken in as `pilcrow notes import` does.
 * @param changed called when notes files have been written
 */
export function registerNoteImport(server: ServerContext, changed: () => void): void {
  answering(server)('pilcrow/importNotes', async (params) => {
    const reply = await takeInNotes(server, params);
    if (!params.isTrial) changed();
    return reply;
  });
}

async function takeInNotes(
  server: ServerContext,
  { uri, fileName, base64, source, takesPrivate = false, isTrial = false }: NoteImportParams,
): Promise<NoteImportReply> {
  await server.studies.ready;
  const root = server.studies.rootFor(uri);
  if (root === undefined) return { problem: inWords('server.noFolder') };
  const { study } = server.studies.folderFor(uri);
  const { notesOfFile, planNoteImport, sourceKeyFor } = await import('../../convert/fileNotes.ts');
  const keyOf = (name: string): string | undefined => sourceKeyFor(name, study) ?? source;
  const read = await notesOfFile({ bytes: bytesOfBase64(base64), fileName, keyOf, decode });
  if ('problem' in read) return { problem: inWords(read.problem) };
  const plan = planNoteImport(read.notes, study, { source, takesPrivate });
  const problems = read.problems.map((problem) => inWords(problem));
  const failed = isTrial ? [] : await writeImport(server, root, plan);
  const { added, known, unplaced, privateNotes, ofOtherSources, otherWorks } = plan;
  const left = read.left ?? 0;
  const counts = { added, known, unplaced, privateNotes, ofOtherSources, otherWorks, left };
  return { ...counts, problems: [...problems, ...failed] };
}

/** Writes file after file. Returns why some could not be written. */
async function writeImport(
  server: ServerContext,
  root: string,
  { steps }: ImportPlan,
): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const { path, change } of steps) {
    const file = join(root, path);
    const problem = await changeTextFile(root, file, change);
    if (problem) failed.push(inWords(problem.problem));
    await server.studies.fileChanged(uriOf(file));
  }
  return failed;
}
