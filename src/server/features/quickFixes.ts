import { inEnglish } from '../../core/messages.ts';
import { CodeActionKind, type CodeAction } from 'vscode-languageserver';
import type { Finding, Fix } from '../../core/check.ts';
import { passageChoice } from '../../core/present/passages.ts';
import type { WirePassageChoice } from '../protocol.ts';
import type { ServerContext } from '../context.ts';
import { toDiagnostic } from '../publisher.ts';
import type { Located } from '../studies.ts';
import { wireRange } from '../wire.ts';
import { changesOf } from './changesOf.ts';

/**
 * The quick fixes of a finding. Only one that is safe is preferred: an editor applies a preferred fix without showing it, and
 * any other leads to one of several places. What leads to the nearest place, whatever was meant, comes after the choice.
 */
export function quickFixes(server: ServerContext, located: Located, finding: Finding): CodeAction[] {
  const fixes = finding.fixes ?? [];
  const preferred = fixes.find(({ safe }) => safe);
  const actions = (wanted: readonly Fix[]): CodeAction[] =>
    wanted.map((fix) => ({
      title: inEnglish(fix.title),
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(located, finding)],
      isPreferred: fix === preferred,
      edit: { changes: changesOf(located, fix.edits) },
    }));
  return [
    ...actions(fixes.filter(({ isLast }) => !isLast)),
    ...(server.client.commandLinks ? choosing(located, finding) : []),
    ...actions(fixes.filter(({ isLast }) => isLast)),
  ];
}

/** A finding as a code action refers to it. */
export function diagnosticOf(
  located: Located,
  finding: Finding,
): NonNullable<CodeAction['diagnostics']>[number] {
  return toDiagnostic(located.analysis, finding, (uri) => located.folder.analysis(uri));
}

/** “Choose the passage…”, for clients that have our commands. */
function choosing(located: Located, finding: Finding): CodeAction[] {
  const choice = passageChoice(finding, located.study);
  if (!choice) return [];
  const { key, locator, number, onlyNumbers } = choice;
  const { analysis } = located;
  const wire: WirePassageChoice = {
    uri: analysis.file.uri,
    key,
    locator: { ...locator, range: wireRange(analysis, locator.range) },
    ...(number ? { number: { ...number, range: wireRange(analysis, number.range) } } : {}),
    onlyNumbers,
  };
  const title = inEnglish('server.choosePassage');
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(located, finding)],
      command: { title, command: 'pilcrow.choosePassage', arguments: [wire] },
    },
  ];
}
