import { Disposable, EventEmitter, workspace, type Uri } from 'vscode';
import type { Pilcrow } from '../feature.ts';

/**
 * Serves documents of scheme `pilcrow`: pages that the server writes for editions whose text is not in the folder.
 */
export function editionDocumentsFeature({ server }: Pilcrow): Disposable {
  const changed = new EventEmitter<Uri>();
  const scheme = 'pilcrow';
  return Disposable.from(
    changed,
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri, token) =>
        server.request('pilcrow/content', { uri: uri.toString() }, token),
    }),
    server.onDidChange(() => {
      for (const { uri } of workspace.textDocuments) if (uri.scheme === scheme) changed.fire(uri);
    }),
  );
}
