import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import type { ClientSupport } from './clientSupport.ts';

/** A diagnostic without what the client does not take. */
export function fitDiagnostic(diagnostic: Diagnostic, client: ClientSupport): Diagnostic {
  const { relatedInformation, codeDescription, tags, ...rest } = diagnostic;
  const known = tags?.filter((tag) => client.diagnosticTags.has(tag)) ?? [];
  return {
    ...rest,
    ...(codeDescription && client.codeDescription ? { codeDescription } : {}),
    ...(relatedInformation && client.relatedInformation ? { relatedInformation } : {}),
    ...(known.length > 0 ? { tags: known } : {}),
  };
}

/** A code action without what the client does not take. */
export function fitAction(action: CodeAction, client: ClientSupport): CodeAction {
  const { isPreferred, diagnostics, ...rest } = action;
  return {
    ...rest,
    ...(diagnostics ? { diagnostics: diagnostics.map((each) => fitDiagnostic(each, client)) } : {}),
    ...(isPreferred === undefined || !client.preferredActions ? {} : { isPreferred }),
  };
}
