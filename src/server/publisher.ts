import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DiagnosticSeverity, DiagnosticTag, type Connection, type Diagnostic } from 'vscode-languageserver';
import type { Finding } from '../core/check/findings.ts';
import type { Analysis } from '../core/index/study.ts';
import { packageFolder } from '../files/builtIns.ts';
import { uriOf } from '../files/folder.ts';
import { changedNotification } from './protocol.ts';
import type { Studies } from './studies.ts';
import { toLocation, toRange } from './wire.ts';

/** How long typing must pause before findings are sent, in milliseconds. */
const pause = 120;

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

/** Sends findings to the editor: open documents first, then the others, giving way to whatever is asked meanwhile. */
export class Publisher {
  private timer: NodeJS.Timeout | undefined;
  private generation = 0;
  /** What was sent last, by URI, so that nothing is sent twice. */
  private readonly sent = new Map<string, string>();

  constructor(
    private readonly connection: Connection,
    private readonly studies: Studies,
  ) {}

  /** Sends what changed soon; a later call within the pause takes the place of an earlier one. */
  schedule(_uri?: string): void {
    this.generation++;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.publish(this.generation), pause);
  }

  private async publish(generation: number): Promise<void> {
    const alive = new Set<string>();
    for (const [uri, findings] of this.inOrder(alive)) {
      if (generation !== this.generation) return;
      this.send(uri, findings());
      await new Promise((resolve) => setImmediate(resolve));
    }
    for (const uri of [...this.sent.keys()]) if (!alive.has(uri)) this.send(uri, []);
    void this.connection.sendNotification(changedNotification);
  }

  private *inOrder(alive: Set<string>): Generator<[string, () => Diagnostic[]]> {
    const open = new Set(this.studies.openUris);
    for (const wanted of [true, false])
      for (const folder of this.studies.folders)
        for (const analysis of folder.study.files) {
          const { uri } = analysis.file;
          if (open.has(uri) !== wanted) continue;
          alive.add(uri);
          yield [
            uri,
            () => diagnosticsOf(analysis, folder.findingsOf(uri), (other) => folder.analysis(other)),
          ];
        }
  }

  private send(uri: string, diagnostics: Diagnostic[]): void {
    const content = JSON.stringify(diagnostics);
    if ((this.sent.get(uri) ?? '[]') === content) return;
    if (diagnostics.length === 0) this.sent.delete(uri);
    else this.sent.set(uri, content);
    void this.connection.sendDiagnostics({ uri, diagnostics });
  }
}

const packageRoot = packageFolder(import.meta.dirname);

/** The page that explains a check. */
function pageOf(check: string): string | undefined {
  if (packageRoot === undefined) return undefined;
  const page = join(packageRoot, 'docs', 'checks', `${check.replace('/', '-')}.md`);
  return existsSync(page) ? uriOf(page) : undefined;
}

function diagnosticsOf(
  analysis: Analysis,
  findings: readonly Finding[],
  find: (uri: string) => Analysis | undefined,
): Diagnostic[] {
  const configuration = analysis.role === 'configuration' ? analysis.problems : [];
  return [
    ...findings.map((finding) => toDiagnostic(analysis, finding, find)),
    ...configuration.map(({ message, range }) => ({
      range: toRange(analysis, range),
      severity: DiagnosticSeverity.Warning,
      source: 'pilcrow',
      message,
    })),
  ];
}

/** A finding as the protocol has it. */
export function toDiagnostic(
  analysis: Analysis,
  finding: Finding,
  find: (uri: string) => Analysis | undefined,
): Diagnostic {
  const related = (finding.related ?? []).flatMap((item) => {
    const other = find(item.uri);
    return other
      ? [{ location: toLocation({ analysis: other, range: item.range }), message: item.message }]
      : [];
  });
  const href = pageOf(finding.check);
  return {
    range: toRange(analysis, finding.range),
    severity: severities[finding.level],
    source: 'pilcrow',
    code: finding.check,
    message: finding.message,
    ...(href === undefined ? {} : { codeDescription: { href } }),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
    ...(finding.unnecessary ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  };
}
