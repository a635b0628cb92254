import { ConfigurationTarget, l10n, type Memento, window, workspace } from 'vscode';
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

/** The name that git knows a person by; empty in a folder that nobody trusts, for which no program is started. */
export async function nameOfGit(server: Server, uri: string): Promise<string> {
  return workspace.isTrusted ? (await server.request('pilcrow/noteAuthor', { uri })).name : '';
}

const nameless = 'pilcrow.notesWithoutName';

/**
 * The name under which a person writes notes: from the settings, else from git. Otherwise the person is asked once
 * and the answer goes into the settings. Undefined: they gave up. Empty: they want no name.
 */
export async function noteAuthor(server: Server, memory: Memento, uri: string): Promise<string | undefined> {
  const settings = workspace.getConfiguration('pilcrow');
  const known = settings.get<string>('author', '').trim() || (await nameOfGit(server, uri));
  if (known !== '' || memory.get<boolean>(nameless)) return known;
  const answer = await window.showInputBox({
    title: l10n.t('Your Name'),
    prompt: l10n.t(
      'It stands on your notes, in the name of their file, and on what you confirm. Empty: they have no name.',
    ),
    ignoreFocusOut: true,
  });
  const name = answer?.trim();
  if (name === '') await memory.update(nameless, true);
  else if (name) await settings.update('author', name, ConfigurationTarget.Global);
  return name;
}
