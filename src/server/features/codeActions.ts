import { CodeActionKind, type CodeAction, type TextEdit } from 'vscode-languageserver';
import type { Fix } from '../../core/check/check.ts';
import type { Finding } from '../../core/check/findings.ts';
import { overlaps } from '../../core/text/range.ts';
import type { Server } from '../server.ts';
import type { Located } from '../studies.ts';
import { toDiagnostic } from '../publisher.ts';
import { fromRange, toRange } from '../wire.ts';

const fixAll = `${CodeActionKind.SourceFixAll}.pilcrow`;

/** Quick fixes of findings, and “fix all” for those that are safe. */
export function registerCodeActions(server: Server): void {
  server.connection.onCodeAction(async ({ textDocument, range, context }) => {
    const located = await server.studies.locate(textDocument.uri);
    if (!located) return null;
    const findings = located.folder.findingsOf(textDocument.uri);
    const wanted = fromRange(located.analysis, range);
    const here = findings.filter(
      (finding) =>
        overlaps(finding.range, { start: wanted.start, end: wanted.end + 1 }) ||
        finding.range.end === wanted.start,
    );
    const asks = (kind: string): boolean =>
      !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
    return [
      ...(asks(CodeActionKind.QuickFix) ? here.flatMap((finding) => quickFixes(located, finding)) : []),
      ...(asks(fixAll) ? fixAllAction(located, findings) : []),
    ];
  });
}

function quickFixes(located: Located, finding: Finding): CodeAction[] {
  const fixes = finding.fixes ?? [];
  return fixes.map((fix, index): CodeAction => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(located.analysis, finding, (uri) => located.folder.analysis(uri))],
    isPreferred: index === 0 && (fix.safe || fixes.length === 1),
    edit: { changes: changesOf(located, [fix]) },
  }));
}

function fixAllAction(located: Located, findings: readonly Finding[]): CodeAction[] {
  const safe = findings.flatMap((finding) => finding.fixes?.find((fix) => fix.safe) ?? []);
  if (safe.length === 0) return [];
  return [
    {
      title: 'Fix all that Pilcrow can fix safely',
      kind: fixAll,
      edit: { changes: changesOf(located, safe) },
    },
  ];
}

function changesOf(located: Located, fixes: readonly Fix[]): Record<string, TextEdit[]> {
  const changes: Record<string, TextEdit[]> = {};
  for (const edit of fixes.flatMap((fix) => fix.edits)) {
    const uri = edit.uri ?? located.analysis.file.uri;
    const analysis = located.folder.analysis(uri);
    if (analysis) (changes[uri] ??= []).push({ range: toRange(analysis, edit.range), newText: edit.newText });
  }
  return changes;
}
