import { l10n, window } from 'vscode';
import type { NoteAction, NoteReply } from '../../server/protocol.ts';
import { CannotDoError } from '../commands.ts';
import type { Server } from '../server.ts';

/** Changes a note. Throws `CannotDoError` with the server's words if that is not possible. */
export async function changeNote(
  server: Server,
  uri: string | undefined,
  action: NoteAction,
): Promise<Extract<NoteReply, { id: string }>> {
  const reply = await server.request('pilcrow/changeNote', { ...(uri === undefined ? {} : { uri }), action });
  if ('problem' in reply) throw new CannotDoError(reply.problem);
  if (reply.keptBoth)
    void window.showInformationMessage(
      l10n.t('Somebody else has changed this note meanwhile. Both versions are kept.'),
    );
  return reply;
}
