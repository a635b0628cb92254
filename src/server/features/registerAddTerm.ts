import { inEnglish } from '../../core/messages.ts';
import { termToAdd } from '../../core/present/terms.ts';
import { answering, type ServerContext } from '../context.ts';
import { rangeFromWire, wireLocation } from '../wire.ts';
import { uriBelow, workspaceEdit } from './registerCodeActions.ts';

/** “Add to Glossary” as a command: writes the entry through the editor, and says where its definition goes. */
export function registerAddTerm(server: ServerContext): void {
  const { connection, studies } = server;
  answering(server)('pilcrow/addTerm', async ({ uri, range }) => {
    const located = await studies.locate(uri);
    if (!located) return null;
    const found = termToAdd(located.analysis, rangeFromWire(located.analysis, range), located.study);
    if ('problem' in found) return found;
    if ('known' in found) return { added: false, name: found.name, place: wireLocation(found.known) };
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
