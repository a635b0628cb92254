import { inEnglish } from '../../core/messages.ts';
import { CodeActionKind, type CodeAction } from 'vscode-languageserver';
import type { Finding } from '../../core/check.ts';
import { ignoreComment } from '../../core/present/editing.ts';
import { LineIndex } from '../../core/text.ts';
import type { ServerContext } from '../context.ts';
import type { Located } from '../studies.ts';
import { changesOf } from './changesOf.ts';
import { diagnosticOf } from './quickFixes.ts';

/** “Ignore here…” for each finding: what is offered when nothing else is wanted, and so last. */
export function ignoring(
  server: ServerContext,
  located: Located,
  findings: readonly Finding[],
): CodeAction[] {
  const checks = new Set(findings.map(({ check }) => check));
  return findings.flatMap((finding) => {
    const comment = ignoreComment(finding, located.study);
    const { analysis } = located;
    if (!comment || !('text' in analysis)) return [];
    const { at, text, reason } = comment;
    const title =
      checks.size > 1
        ? inEnglish('server.ignoreHereOf', { check: finding.check })
        : inEnglish('server.ignoreHere');
    const range = { start: at, end: at };
    const action: CodeAction = {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(located, finding)],
      edit: { changes: changesOf(located, [{ range, newText: text }]) },
    };
    if (!server.client.commandLinks) return [action];
    const lines = new LineIndex(analysis.text.slice(0, at) + text);
    const position = (offset: number) => {
      const { line, column } = lines.positionAt(offset);
      return { line, character: column };
    };
    const selected = { start: position(reason.start), end: position(reason.end) };
    const command = 'pilcrow.writeReason';
    return [{ ...action, command: { title, command, arguments: [analysis.file.uri, selected] } }];
  });
}
