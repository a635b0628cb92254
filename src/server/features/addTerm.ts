import { inEnglish } from '../../core/messages.ts';
import { termToAdd } from '../../core/present/terms.ts';
import { answering, type Server } from '../context.ts';
import { fromRange, toLocation } from '../wire.ts';
import { uriBelow, workspaceEdit } from './codeActions.ts';

/** “Add to Glossary” as a command: writes the entry through the editor, and says where its definition goes. */
export function registerAddTerm(server: Server): void {
  const { connection, studies } = server;
  answering(server)('pilcrow/addTerm', async ({ uri, range }) => {
    const located = await studies.locate(uri);
    if (!located) return null;
    const found = termToAdd(located.analysis, fromRange(located.analysis, range), located.study);
    if ('problem' in found) return found;
    if ('known' in found) return { added: false, name: found.name, place: toLocation(found.known) };
    const { entry } = found;
    const edit = workspaceEdit(located, entry);
    const { applied } = edit
      ? await connection.workspace.applyEdit({ label: entry.title, edit })
      : { applied: false };
    if (!applied) return { problem: inEnglish('server.glossaryUnchanged') };
    const end = { line: entry.line, character: 0 };
    return {
      added: true,
      name: entry.name,
      place: { uri: uriBelow(located, entry.path), range: { start: end, end } },
    };
  });
}
