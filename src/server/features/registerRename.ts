import { inWords } from '../../core/messages.ts';
import {
  ErrorCodes,
  MessageType,
  ResponseError,
  ShowMessageNotification,
  type AnnotatedTextEdit,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { leftOutWords, type RenameEdit, renameEdits, renameSubjectAt } from '../../core/present/editing.ts';
import type { ServerContext } from '../context.ts';
import type { Located } from '../studies.ts';
import { toOffset, wireRange } from '../wire.ts';

const plainUses = 'plain-uses';

/** Renaming of keys and terms across papers, sources, glossaries and bibliographies. */
export function registerRename(server: ServerContext): void {
  const { connection, studies } = server;
  connection.onPrepareRename(async ({ textDocument, position }) => {
    const located = await studies.locateInAll(textDocument.uri);
    if (!located) return null;
    const { analysis, study } = located;
    const subject = renameSubjectAt(analysis, toOffset(analysis, position), study);
    if (!subject) return null;
    if ('problem' in subject) return new ResponseError(ErrorCodes.InvalidRequest, subject.problem);
    return { range: wireRange(analysis, subject.range), placeholder: subject.placeholder };
  });
  connection.onRenameRequest(async ({ textDocument, position, newName }) => {
    const located = await studies.locateInAll(textDocument.uri);
    if (!located) return null;
    const { analysis, study } = located;
    const subject = renameSubjectAt(analysis, toOffset(analysis, position), study);
    if (!subject) return null;
    const edits =
      'problem' in subject
        ? subject
        : renameEdits(subject.subject, newName, study, {
            uri: analysis.file.uri,
            range: subject.range,
          });
    if ('problem' in edits) return new ResponseError(ErrorCodes.InvalidRequest, edits.problem);
    const { annotatesEdits } = server.client;
    const leftOut = annotatesEdits ? '' : leftOutWords(edits, study);
    if (leftOut !== '')
      void connection.sendNotification(ShowMessageNotification.type, {
        type: MessageType.Info,
        message: leftOut,
      });
    return annotatedEdit(located, edits, annotatesEdits);
  });
}

/** Doubtful edits are offered for confirmation where the client can ask, and left out where it cannot. */
function annotatedEdit(located: Located, edits: readonly RenameEdit[], annotates: boolean): WorkspaceEdit {
  const byUri = new Map<string, (TextEdit | AnnotatedTextEdit)[]>();
  for (const edit of edits) {
    const analysis = located.folder.analysis(edit.uri);
    if (!analysis || (edit.doubtful && !annotates)) continue;
    const wire = { range: wireRange(analysis, edit.range), newText: edit.newText };
    byUri.set(edit.uri, [
      ...(byUri.get(edit.uri) ?? []),
      edit.doubtful ? { ...wire, annotationId: plainUses } : wire,
    ]);
  }
  if (!annotates) return { changes: Object.fromEntries(byUri) };
  const documentChanges = [...byUri].map(([uri, list]): TextDocumentEdit => ({
    textDocument: { uri, version: null },
    edits: list,
  }));
  const annotation = {
    label: inWords('server.plainUses'),
    description: inWords('server.plainUsesOf'),
    needsConfirmation: true,
  };
  return { documentChanges, changeAnnotations: { [plainUses]: annotation } };
}
