import { commands, Disposable, Uri, window, workspace } from 'vscode';
import type { View } from '../../server/protocol.ts';
import type { Pilcrow } from '../feature.ts';
import { openView } from '../openView.ts';
import { hasSettings } from '../studyFolders.ts';
import type { RowQuestions } from '../viewTree.ts';
import { importDropped } from './importSourceFeature.ts';

/** The Sources and Terms views. They ask the server only while they are visible. */
export function sidebarFeature(pilcrow: Pilcrow): Disposable {
  const { server, papers, models, termsOrder } = pilcrow;
  const sources = openView('pilcrow.sources', models.sources, {
    tooltipOf: async ({ id, kind }) =>
      kind === 'passage' ? server.request('pilcrow/sourceTooltip', { ...papers.study, row: id }) : null,
    onDropFiles: (files) => void commands.executeCommand(importDropped, files),
  });
  const terms = openView('pilcrow.terms', models.terms, termRowQuestions(pilcrow));
  const outdate = (): void => {
    sources.outdate();
    terms.outdate();
  };
  return Disposable.from(
    sources,
    terms,
    server.onDidChange(outdate),
    papers.onDidChange(outdate),
    termsOrder.onDidChange(() => terms.tree.updateUnfolded()),
    models.sources.onDidChange(tellMenusOfSources),
    // The menus of an editor depend on the sources, even if the sidebar was never opened.
    window.onDidChangeActiveTextEditor(() => {
      sources.catchUp();
    }),
  );
}

/** Tells the menus of the editor which files are sources. Their conditions can only test the path. */
function tellMenusOfSources({ nodes }: View): void {
  const files = nodes.filter(({ kind }) => kind === 'source');
  const paths = files.flatMap(({ target }) => (target ? [Uri.parse(target.uri).fsPath] : []));
  void commands.executeCommand('setContext', 'pilcrow.sourcePaths', paths);
  void commands.executeCommand('setContext', 'pilcrow.onlyBuiltIn', nodes.length > 0 && paths.length === 0);
}

/** Tells menus and the palette whether a study folder is open: one that has settings or sources. */
export function studyFolderContextFeature({ models, log }: Pilcrow): Disposable {
  let settings = false;
  const tell = (): void => {
    const hasSources = models.sources.view.nodes.some(({ kind, target }) => kind === 'source' && target);
    void commands.executeCommand('setContext', 'pilcrow.hasStudyFolder', settings || hasSources);
  };
  const look = async (): Promise<void> => {
    settings = await hasSettings();
    tell();
  };
  const lookAgain = (): void => {
    look().catch((error: unknown) => log.error('The folders could not be looked at:', String(error)));
  };
  lookAgain();
  return Disposable.from(
    models.sources.onDidChange(tell),
    workspace.onDidChangeWorkspaceFolders(lookAgain),
    workspace.onDidCreateFiles(lookAgain),
  );
}

/** What the Terms view asks for its rows: the uses of a term in the chosen order, and its meaning as a tooltip. */
export function termRowQuestions({ server, papers, termsOrder }: Pilcrow): Required<RowQuestions> {
  return {
    tooltipOf: async ({ id, kind }) =>
      kind === 'term' ? server.request('pilcrow/termTooltip', { ...papers.study, row: id }) : null,
    childrenOf: ({ id }) =>
      server.request('pilcrow/termUses', { ...papers.study, row: id, order: termsOrder.current }),
  };
}
