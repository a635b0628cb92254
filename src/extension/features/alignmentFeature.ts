import { Disposable, l10n, ProgressLocation, Uri, ViewColumn, window, type WebviewPanel } from 'vscode';
import { alignmentFolders } from '../alignment/alignmentHtml.ts';
import { ReviewPanel } from '../alignment/reviewPanel.ts';
import { openBeside, SideBySide } from '../alignment/sideBySide.ts';
import { chooseTextPair, type PairKeys } from '../alignment/textPair.ts';
import type { TextPair } from '../../server/protocol.ts';
import { CannotDoError, registerCommand } from '../commands.ts';
import type { Pilcrow } from '../feature.ts';
import { optionsOf } from '../studyFolders.ts';
import { writeWhole } from '../writeWhole.ts';

const reviewType = 'pilcrow.alignment';

/** A text and its translation: “Align Translation”, “Review Alignment” and “Open Side by Side”. */
export function alignmentFeature(pilcrow: Pilcrow): Disposable {
  const { log } = pilcrow;
  const panels = new ReviewPanels(pilcrow);
  let beside: SideBySide | undefined;
  const endBeside = (): void => {
    beside?.dispose();
    beside = undefined;
  };
  return Disposable.from(
    panels,
    { dispose: endBeside },
    registerCommand(log, 'pilcrow.alignTranslation', async (argument) => {
      const pair = await alignAndWrite(pilcrow, optionsOf<PairKeys>(argument));
      return pair && panels.open(pair);
    }),
    registerCommand(log, 'pilcrow.reviewAlignment', async (argument) => {
      const title = l10n.t('Review Alignment');
      const isAligned = ({ open }: TextPair): boolean => open !== undefined;
      const pair = await chooseTextPair(pilcrow, optionsOf<PairKeys>(argument), title, isAligned);
      return pair && panels.open(pair);
    }),
    registerCommand(log, 'pilcrow.openSideBySide', async () => {
      const uris = await openBeside(pilcrow);
      if (!uris) return undefined;
      endBeside();
      beside = new SideBySide(pilcrow, uris, endBeside);
      await beside.follow(window.activeTextEditor);
      return uris;
    }),
  );
}

/** The reviews that are open, one for each pair of texts. VS Code restores them after a restart. */
class ReviewPanels {
  readonly #open = new Set<ReviewPanel>();
  readonly #serializer: Disposable;

  constructor(private readonly pilcrow: Pilcrow) {
    this.#serializer = window.registerWebviewPanelSerializer(reviewType, {
      deserializeWebviewPanel: (frame, state: unknown) => {
        const { base, text } = (state ?? {}) as Record<string, unknown>;
        frame.webview.options = panelOptions(pilcrow);
        if (typeof base === 'string' && typeof text === 'string') this.#adopt(frame, { base, text });
        else frame.dispose();
        return Promise.resolve();
      },
    });
  }

  open(pair: PairKeys): ReviewPanel {
    const known = [...this.#open].find((panel) => isSamePair(panel.pair, pair));
    known?.reveal();
    return known ?? this.#adopt(createReviewPanel(this.pilcrow), pair);
  }

  #adopt(frame: WebviewPanel, pair: PairKeys): ReviewPanel {
    const panel = new ReviewPanel(this.pilcrow, frame, pair);
    this.#open.add(panel);
    frame.onDidDispose(() => {
      this.#open.delete(panel);
      panel.dispose();
    });
    return panel;
  }

  dispose(): void {
    this.#serializer.dispose();
    for (const panel of this.#open) panel.dispose();
  }
}

function isSamePair(one: PairKeys, other: PairKeys): boolean {
  return one.base === other.base && one.text === other.text;
}

function createReviewPanel(pilcrow: Pilcrow): WebviewPanel {
  return window.createWebviewPanel(reviewType, l10n.t('Alignment'), ViewColumn.Active, {
    ...panelOptions(pilcrow),
    enableFindWidget: true,
  });
}

function panelOptions({ context }: Pilcrow) {
  return { enableScripts: true, localResourceRoots: alignmentFolders(context.extensionUri) };
}

/** Aligns two texts, and writes what is known of them. What a person has confirmed stays. */
async function alignAndWrite(pilcrow: Pilcrow, given: Partial<PairKeys>): Promise<PairKeys | undefined> {
  const { server, papers } = pilcrow;
  const pair = await chooseTextPair(pilcrow, given, l10n.t('Align Translation'));
  if (!pair) return undefined;
  const title = l10n.t('Putting the texts side by side…');
  const reply = await window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    (_progress, token) => server.request('pilcrow/alignTexts', { ...papers.study, ...pair }, token),
  );
  if ('problem' in reply) throw new CannotDoError(reply.problem);
  await writeWhole(Uri.parse(reply.uri, true), reply.newText);
  const { certain, open, confirmed } = reply;
  void window.showInformationMessage(
    l10n.t('Certain: {0}. To look at: {1}. Confirmed: {2}.', certain, open, confirmed),
  );
  return pair;
}
