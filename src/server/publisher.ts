import { inWords } from '../core/messages.ts';
import {
  CodeLensRefreshRequest,
  DiagnosticSeverity,
  DiagnosticTag,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
  type Connection,
  type Diagnostic,
  type RequestType0,
} from 'vscode-languageserver';
import type { Finding } from '../core/check.ts';
import { type Analysis, type Study } from '../core/study.ts';
import { sameItems } from '../core/text.ts';
import type { PageOfCheck } from './checkPages.ts';
import { noSupport, type ClientSupport } from './clientSupport.ts';
import { fitDiagnostic } from './fit.ts';
import { changedNotification } from './protocol.ts';
import type { StudyFolder } from '../workspace/studyFolder.ts';
import { TimeSlicer } from './timeSlicer.ts';
import type { Studies } from './studies.ts';
import { wireLocation, wireRange } from './wire.ts';

/** How long typing must pause before everything is checked, in milliseconds. */
const pauseMs = 120;
/** Where the last check of what is near took no longer than this, the next one waits for no pause. Milliseconds. */
const maxQuickMs = 30;

/** Checking more files than this at once leaves memory behind that is worth giving back. */
const minFilesToCollect = 50;

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

interface PromiseWithResolvers {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
}

function withResolvers(): PromiseWithResolvers {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}

interface Sent {
  readonly analysis: Analysis;
  readonly findings: readonly Finding[];
  /** As it went over the wire. */
  readonly content: string;
}

/**
 * Sends findings to the editor: of what the person sees first, then of what is open, then of everything else, giving
 * way to whatever is asked meanwhile.
 */
export class Publisher {
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Settles when what is open has been checked; undefined when it has. */
  private near: PromiseWithResolvers | undefined;
  private generation = 0;
  /** How long the last check of what is near took, with all that was answered meanwhile. Milliseconds. */
  private nearMs = Infinity;
  /** What the client can take; known when it has said so. */
  client: ClientSupport = noSupport;
  /** The studies of which editors were told last. */
  private told: readonly Study[] = [];
  /** What colours and hints in papers rest on beside the paper, as it was when editors were told last. */
  private toldBasis: readonly object[] = [];
  /** What was sent last, by URI, so that nothing is sent twice. */
  private readonly sent = new Map<string, Sent>();

  constructor(
    private readonly connection: Connection,
    private readonly studies: Studies,
    private readonly pageOfCheck: PageOfCheck,
    private readonly whenRead: () => void = () => undefined,
  ) {}

  /**
   * Sends what changed soon; a later call takes the place of an earlier one, wherever that is in its work.
   * @param wait milliseconds; without it typing must pause, but that what is near comes at once where it is quickly checked
   */
  schedule(wait?: number): void {
    this.generation++;
    if (this.studies.openUris.length > 0) this.near ??= withResolvers();
    clearTimeout(this.timer);
    const { generation } = this;
    const isQuick = wait === undefined && this.nearMs <= maxQuickMs;
    const start = isQuick ? 0 : (wait ?? pauseMs);
    this.timer = setTimeout(() => void this.publish(generation, isQuick ? pauseMs : 0), start);
  }

  /** Settles when no open document waits for its findings: whoever has less urgent work lets these go first. */
  get nearIsDone(): Promise<void> {
    return this.near?.promise ?? Promise.resolve();
  }

  /** @param pause how long to wait behind what is near, in milliseconds: views are drawn anew and other files checked then */
  private async publish(generation: number, pause: number): Promise<void> {
    await this.studies.usable;
    if (generation !== this.generation) return;
    const start = performance.now();
    this.studies.readNamed();
    const slices = new TimeSlicer();
    const alive = new Set<string>();
    let isNear = true;
    let news = false;
    let count = 0;
    for (const { folder, uri, near } of this.inOrder()) {
      if (generation !== this.generation) return;
      if (isNear && !near) {
        isNear = false;
        await this.finishNear(start, pause);
        if (generation !== this.generation) return;
        this.tellChanged(news);
        news = false;
      }
      alive.add(uri);
      const checked = await this.check(folder, uri, slices, () => generation === this.generation);
      news = checked || news;
      if (checked) count++;
    }
    if (generation !== this.generation) return;
    for (const uri of [...this.sent.keys()]) if (!alive.has(uri)) this.take(uri);
    if (isNear) await this.finishNear(start, pause);
    if (generation !== this.generation) return;
    this.tellChanged(news);
    if (this.studies.isComplete && count > minFilesToCollect) this.whenRead();
  }

  private async finishNear(start: number, pause: number): Promise<void> {
    this.nearMs = performance.now() - start;
    this.near?.resolve();
    this.near = undefined;
    if (pause > 0) await new Promise((resolve) => setTimeout(resolve, pause));
  }

  /** Tells that answers may differ from those given before, where findings or a study do. */
  private tellChanged(news: boolean): void {
    const studies = this.studies.folders.map(({ study }) => study);
    if (!news && sameItems(studies, this.told)) return;
    this.told = studies;
    if (this.client.changedNotification) void this.connection.sendNotification(changedNotification, {});
    const { lenses, tokens, hints } = this.client.refreshes;
    // Lenses of a source count what stands in other files, and an editor asks again only when it is told to.
    if (lenses) this.refresh(CodeLensRefreshRequest.type);
    const basis = studies.flatMap(({ sources, works, terms }) => [sources, works, terms]);
    if (sameItems(basis, this.toldBasis)) return;
    this.toldBasis = basis;
    if (tokens) this.refresh(SemanticTokensRefreshRequest.type);
    if (hints) this.refresh(InlayHintRefreshRequest.type);
  }

  /** A client that is about to end no longer answers. */
  private refresh(request: RequestType0<void, void>): void {
    this.connection.sendRequest(request).catch(() => undefined);
  }

  /** Visible documents, open ones, all others, and at last those whose findings are sums over all others. */
  private inOrder(): { folder: StudyFolder; uri: string; near: boolean }[] {
    const { visible, openUris, isComplete } = this.studies;
    const open = new Set(openUris);
    const stages: { folder: StudyFolder; uri: string; near: boolean }[][] = [[], [], [], []];
    for (const folder of this.studies.folders)
      for (const { file, role } of folder.study.files) {
        const { uri } = file;
        const isSum = role === 'glossary' || role === 'bibliography';
        if (isSum && !isComplete) continue;
        const near = visible.has(uri) || open.has(uri);
        stages[isSum ? 3 : visible.has(uri) ? 0 : near ? 1 : 2]?.push({ folder, uri, near: near && !isSum });
      }
    return stages.flat();
  }

  /** Checks one file and sends what it found; false where it found what it had found before. */
  private async check(
    folder: StudyFolder,
    uri: string,
    slices: TimeSlicer,
    isWanted: () => boolean,
  ): Promise<boolean> {
    const analysis = folder.analysis(uri);
    if (!analysis) return false;
    const findings = await slices.run(folder.findingSteps(uri), isWanted);
    const last = this.sent.get(uri);
    if (!findings) return false;
    if (last?.findings === findings && last.analysis === analysis) return false;
    const diagnostics = findings.map((finding) =>
      fitDiagnostic(
        toDiagnostic(analysis, finding, (other) => folder.analysis(other), this.pageOfCheck),
        this.client,
      ),
    );
    const content = JSON.stringify(diagnostics);
    this.sent.set(uri, { analysis, findings, content });
    if ((last?.content ?? '[]') !== content) void this.connection.sendDiagnostics({ uri, diagnostics });
    return true;
  }

  /** Sends the findings of a file again, changed or not. */
  sayAgain(uri: string): void {
    this.sent.delete(uri);
    this.schedule(0);
  }

  /** Takes back what was said of a file that is gone. */
  private take(uri: string): void {
    if (this.sent.get(uri)?.content !== '[]') void this.connection.sendDiagnostics({ uri, diagnostics: [] });
    this.sent.delete(uri);
  }
}

/** A finding as the protocol has it. */
export function toDiagnostic(
  analysis: Analysis,
  finding: Finding,
  find: (uri: string) => Analysis | undefined,
  pageOfCheck: PageOfCheck,
): Diagnostic {
  const related = (finding.related ?? []).flatMap((item) => {
    const other = find(item.uri);
    return other
      ? [{ location: wireLocation({ analysis: other, range: item.range }), message: inWords(item.message) }]
      : [];
  });
  const page = pageOfCheck(finding.check);
  return {
    range: wireRange(analysis, finding.range),
    severity: severities[finding.level],
    source: 'pilcrow',
    code: finding.check,
    message: inWords(finding.message),
    ...(page !== undefined && { codeDescription: { href: page } }),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
    ...(finding.unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  };
}
