import { commands, Disposable, EventEmitter, l10n, Uri, window, workspace, type WebviewPanel } from 'vscode';
import type { AlignmentReview } from '../../server/protocol.ts';
import { CannotDoError, isCancellation } from '../commands.ts';
import type { Pilcrow } from '../feature.ts';
import { noteAuthor } from '../notes/changeNote.ts';
import { withoutLinks } from '../withoutLinks.ts';
import { writeWhole } from '../writeWhole.ts';
import { alignmentHtml } from './alignmentHtml.ts';
import { alignmentWords } from './alignmentWords.ts';
import type { PairKeys } from './textPair.ts';

/** Paragraphs that a person confirms, by number. */
type Groups = readonly { readonly base: readonly number[]; readonly text: readonly number[] }[];

/** A message to the page. `remember` is kept by VS Code while the page is closed. */
type ReviewMessage =
  | { readonly type: 'review'; readonly review: AlignmentReview; readonly remember: PairKeys }
  | { readonly type: 'nothing'; readonly text: string }
  | { readonly type: 'confirmed' | 'undone' };

/** What a file held before it was written, and what it holds since. */
interface Written {
  readonly uri: Uri;
  readonly before: string;
  readonly after: string;
}

/** Shows two texts side by side while its page is open, and writes what a person confirms on it. */
export class ReviewPanel {
  readonly #drawn = new EventEmitter<ReviewMessage['type']>();
  readonly #subscriptions: Disposable;
  readonly #written: Written[] = [];
  #last: (AlignmentReview & { readonly uri: string }) | undefined;
  #isReady = false;
  #isOutdated = true;
  /** What is being written: one after the other, as each rests on the one before. */
  #work: Promise<void> = Promise.resolve();

  /** Fires after each message to the page. */
  readonly onDidDraw = this.#drawn.event;

  constructor(
    private readonly pilcrow: Pilcrow,
    private readonly panel: WebviewPanel,
    readonly pair: PairKeys,
  ) {
    this.#subscriptions = Disposable.from(
      this.#drawn,
      pilcrow.server.onDidChange(() => this.#outdate()),
      panel.onDidChangeViewState(() => this.#catchUp()),
      panel.webview.onDidReceiveMessage((message) => this.#receive(message)),
    );
    panel.webview.html = alignmentHtml(panel.webview, pilcrow.context.extensionUri, alignmentWords());
  }

  /** What was shown last, for tests: VS Code has no way to read a webview. */
  get last(): AlignmentReview | undefined {
    return this.#last;
  }

  reveal(): void {
    this.panel.reveal();
  }

  #outdate(): void {
    this.#isOutdated = true;
    this.#catchUp();
  }

  #catchUp(): void {
    if (this.#isOutdated && this.#isReady && this.panel.visible) void this.#ask();
  }

  async #ask(): Promise<void> {
    this.#isOutdated = false;
    try {
      const answer = await this.pilcrow.server.request('pilcrow/alignmentReview', {
        ...this.pilcrow.papers.study,
        ...this.pair,
      });
      const problem = answer && 'problem' in answer ? answer.problem : undefined;
      const review = answer && 'problem' in answer ? undefined : (answer ?? undefined);
      this.#last = review;
      if (!review)
        return await this.#tell({
          type: 'nothing',
          text:
            problem ??
            l10n.t('The two texts have not been put side by side yet. Choose “Align Translation” first.'),
        });
      this.panel.title = l10n.t('Alignment: {0}', review.text.title);
      await this.#tell({ type: 'review', review, remember: this.pair });
    } catch (error) {
      if (isCancellation(error)) return;
      this.pilcrow.log.warn(`An alignment could not be shown: ${String(error)}`);
      const text = l10n.t('Pilcrow’s language server does not answer. It may be starting again.');
      await this.#tell({ type: 'nothing', text });
    }
  }

  async #tell(message: ReviewMessage): Promise<void> {
    await this.panel.webview.postMessage(message);
    this.#drawn.fire(message.type);
  }

  /** Checks each value of a message before using it. */
  #receive(message: unknown): void {
    const { type, groups } = (message ?? {}) as Record<string, unknown>;
    if (type === 'ready') {
      this.#isReady = true;
      this.#outdate();
    }
    if (type === 'confirm' && isGroups(groups)) void this.confirm(groups);
    if (type === 'undo') void this.undo();
  }

  /** Writes what a person confirms. */
  confirm(groups: Groups): Promise<void> {
    return this.#next(async () => {
      const uri = this.#last && Uri.parse(this.#last.uri, true);
      const by =
        uri && (await noteAuthor(this.pilcrow.server, this.pilcrow.context.globalState, uri.toString()));
      if (!uri || by === undefined) return await this.#tell({ type: 'undone' });
      const before = await savedContent(uri);
      const reply = await this.pilcrow.server.request('pilcrow/confirmGroups', {
        ...this.pilcrow.papers.study,
        ...this.pair,
        groups,
        by,
        content: before,
      });
      if ('problem' in reply) throw new CannotDoError(reply.problem);
      await writeWhole(uri, reply.newText);
      this.#written.push({ uri, before, after: reply.newText });
      await this.#tell({ type: 'confirmed' });
    });
  }

  /** Takes back what was confirmed last, unless somebody else has changed the file since. */
  undo(): Promise<void> {
    return this.#next(async () => {
      const last = this.#written.at(-1);
      if (!last) return;
      if ((await savedContent(last.uri)) !== last.after) {
        this.#written.length = 0;
        throw new CannotDoError(l10n.t('The file has been changed since, so that nothing was taken back.'));
      }
      await writeWhole(last.uri, last.before);
      this.#written.pop();
      await this.#tell({ type: 'undone' });
    });
  }

  #next(work: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(work).catch(async (error: unknown) => {
      const isTold = error instanceof CannotDoError;
      if (!isTold) this.pilcrow.log.error('An alignment could not be written:', String(error));
      void window.showWarningMessage(
        withoutLinks(isTold ? error.message : l10n.t('Pilcrow could not do this. The output says why.')),
      );
      await this.#tell({ type: 'undone' });
      this.#outdate();
    });
    return this.#work;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}

/** @throws CannotDoError where an editor holds words that are not saved: they would be lost */
async function savedContent(uri: Uri): Promise<string> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open?.isDirty) {
    await commands.executeCommand('vscode.open', uri);
    throw new CannotDoError(
      l10n.t('The file of the alignment has changes that are not saved. Save it first.'),
    );
  }
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}

function isGroups(value: unknown): value is Groups {
  const isNumbers = (list: unknown): boolean =>
    Array.isArray(list) && list.every((item) => Number.isSafeInteger(item) && (item as number) > 0);
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((group) => {
      const { base, text } = (group ?? {}) as Record<string, unknown>;
      return isNumbers(base) && isNumbers(text);
    })
  );
}
