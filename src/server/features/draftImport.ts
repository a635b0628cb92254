import { importPaper } from '../../convert/importPaper.ts';
import { inWords } from '../../core/messages.ts';
import { citableItems } from '../../core/resolve.ts';
import { bytesOfBase64 } from '../../core/text.ts';
import { pathOf, uriOf } from '../../files/paths.ts';
import type { ServerContext } from '../context.ts';
import type { PaperImportReply } from '../paperFileTypes.ts';
import type { Params } from '../protocol.ts';

/** Makes a paper of a draft. */
export async function importDraftText(
  server: ServerContext,
  { folder, fileName, base64 }: Params<'pilcrow/importPaper'>,
): Promise<PaperImportReply> {
  await server.studies.ready;
  const root = server.studies.rootFor(folder) ?? pathOf(folder);
  if (root === undefined) return { problem: inWords('importing.noFolder') };
  const { study } = server.studies.folderFor(folder);
  const works = citableItems(study).map(({ id, data }) => ({ key: id, data: { ...data } }));
  const made = await importPaper({ bytes: bytesOfBase64(base64), fileName, works, withAuthors: false });
  if ('problem' in made) return { problem: inWords(made.problem) };
  const { markdown, original, path, changes, newWorks } = made;
  const keys = newWorks.map((key) => `@${key}`).join(', ');
  return {
    folder: uriOf(root),
    path,
    text: markdown,
    original: original ?? null,
    changes,
    notes: [
      inWords('importing.paperMade', made),
      ...(newWorks.length > 0 ? [inWords('importing.worksAdded', { count: newWorks.length, keys })] : []),
    ],
  };
}
