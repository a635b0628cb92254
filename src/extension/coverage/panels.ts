import { Disposable, l10n, Uri, ViewColumn, window, type WebviewPanel, type WebviewView } from 'vscode';
import type { ViewNode } from '../../server/protocol.ts';
import { registerCommand } from '../commands.ts';
import type { Pilcrow } from '../feature.ts';
import { optionsOf } from '../studyFolders.ts';
import { pageFolder } from './coverageHtml.ts';
import { CoveragePanel, readFilter, shownFor, type PanelFrame, type Shown } from './panel.ts';

const viewType = 'pilcrow.coverage';
/** The id of the view in the sidebar. */
const viewId = 'pilcrow.coverageView';

/**
 * The Coverage view of the sidebar and the command “Show Coverage”. The command opens one editor for each source; VS
 * Code restores these editors after a restart.
 */
export function coverageFeature(pilcrow: Pilcrow): Disposable {
  const { log } = pilcrow;
  const open = new Set<CoveragePanel>();
  const icon = (look: string): Uri =>
    Uri.joinPath(pilcrow.context.extensionUri, 'media', `analysis-${look}.svg`);
  const adopt = (webviewPanel: WebviewPanel, shown: Shown): CoveragePanel => {
    const panel = new CoveragePanel(pilcrow, editorFrame(webviewPanel), shown);
    open.add(panel);
    webviewPanel.iconPath = { light: icon('light'), dark: icon('dark') };
    webviewPanel.onDidDispose(() => {
      open.delete(panel);
      panel.dispose();
    });
    return panel;
  };
  return Disposable.from(
    registerCommand(log, 'pilcrow.showCoverage', (argument) => {
      const shown = wantedBy(pilcrow, argument);
      const known = [...open].find((panel) => sameSource(panel.shown, shown));
      known?.reveal();
      return Promise.resolve(known ?? adopt(createPanel(pilcrow), shown));
    }),
    window.registerWebviewPanelSerializer(viewType, {
      deserializeWebviewPanel: (panel, state: unknown) => {
        panel.webview.options = webviewOptions(pilcrow);
        adopt(panel, restoreState(state));
        return Promise.resolve();
      },
    }),
    window.registerWebviewViewProvider(viewId, {
      resolveWebviewView: (view, { state }) => {
        view.webview.options = webviewOptions(pilcrow);
        const page = new CoveragePanel(pilcrow, viewFrame(view), restoreState(state));
        view.onDidDispose(() => page.dispose());
      },
    }),
    {
      dispose: () => {
        for (const panel of open) panel.dispose();
      },
    },
  );
}

function editorFrame(panel: WebviewPanel): PanelFrame {
  return {
    webview: panel.webview,
    isVisible: () => panel.visible,
    onDidChange: panel.onDidChangeViewState,
    reveal: () => panel.reveal(),
    setSource: (title) => {
      panel.title = l10n.t('Coverage: {0}', title);
    },
    // The page stays in sight, because a person who opens one passage soon opens another.
    column: ViewColumn.Beside,
  };
}

function viewFrame(view: WebviewView): PanelFrame {
  return {
    webview: view.webview,
    isVisible: () => view.visible,
    onDidChange: view.onDidChangeVisibility,
    reveal: () => view.show(),
    setSource: (title) => {
      view.description = title;
    },
    column: ViewColumn.Active,
  };
}

function createPanel(pilcrow: Pilcrow): WebviewPanel {
  return window.createWebviewPanel(viewType, l10n.t('Coverage'), ViewColumn.Active, {
    ...webviewOptions(pilcrow),
    enableFindWidget: true,
  });
}

function webviewOptions({ context }: Pilcrow) {
  return { enableScripts: true, localResourceRoots: [pageFolder(context.extensionUri)] };
}

/**
 * What the argument of the command asks for: a file from a menu, a row of the Sources view, else the active editor.
 */
function wantedBy({ papers }: Pilcrow, argument: unknown): Shown {
  if (argument instanceof Uri) return shownFor(argument, undefined);
  const { id } = optionsOf<ViewNode>(argument);
  const key = id?.startsWith('source:') ? id.slice('source:'.length) : undefined;
  const active = window.activeTextEditor?.document.uri;
  return shownFor(key === undefined ? active : undefined, key, papers.study.uri);
}

function sameSource(one: Shown, other: Shown): boolean {
  return other.key === undefined ? one.uri === other.uri : one.key === other.key;
}

/** Reads the state that a page stored. Fields of a wrong type are left out. */
function restoreState(state: unknown): Shown {
  const { shown } = (state ?? {}) as { shown?: unknown };
  const { uri, key, filter } = (shown ?? {}) as Record<string, unknown>;
  return {
    ...(typeof uri === 'string' ? { uri } : {}),
    ...(typeof key === 'string' ? { key } : {}),
    filter: readFilter(filter),
  };
}
