import {
  type CodeAction,
  CodeActionKind,
  CreateFile,
  TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { inWords } from '../../core/messages.ts';
import { type Finding, type Fix, safeFixes, type TextEdit as Edit } from '../../core/check.ts';
import { newEntry, termToAdd } from '../../core/present/terms.ts';
import {
  type Action,
  bibliographyEntry,
  duplicateCitations,
  ignoreComment,
} from '../../core/present/editing.ts';
import { LineIndex, overlaps, type Range, percentEncoded } from '../../core/text.ts';
import { answering, type ServerContext } from '../context.ts';
import type { Located } from '../studies.ts';
import { fitAction } from '../fit.ts';
import { rangeFromWire, wireLocation, wireRange } from '../wire.ts';
import { passageChoice } from '../../core/present/passages.ts';
import type { WirePassageChoice } from '../protocol.ts';
import { toDiagnostic } from '../publisher.ts';

const fixAll = `${CodeActionKind.SourceFixAll}.pilcrow`;

/** Quick fixes of findings, “fix all” for those that are safe, and what can be tidied without a finding. */
export function registerCodeActions(server: ServerContext): void {
  server.connection.onCodeAction(async ({ textDocument, range, context }) => {
    if (!server.client.codeActions) return null;
    const located = await server.studies.locate(textDocument.uri);
    if (!located) return null;
    const findings = located.folder.findingsOf(textDocument.uri);
    const wanted = rangeFromWire(located.analysis, range);
    const here = findings.filter((finding) => isAt(finding, wanted));
    const asks = (kind: string): boolean =>
      !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
    const quick = asks(CodeActionKind.QuickFix);
    return [
      ...(quick ? here.flatMap((finding) => quickFixes(server, located, finding)) : []),
      ...(quick ? here.flatMap((finding) => entryActions(server, located, finding)) : []),
      ...glossaryActions(server, located, wanted, here, asks),
      ...(quick ? fixAllOfCheck(server, located, here, findings) : []),
      ...(quick ? ignoring(server, located, here) : []),
      ...(asks(CodeActionKind.RefactorRewrite) ? tidying(located, wanted) : []),
      ...(asks(fixAll) ? fixAllAction(located, findings) : []),
    ].map((action) => fitAction(action, server.client));
  });
}

function isAt({ range, about = range }: Finding, wanted: Range): boolean {
  return overlaps(about, { start: wanted.start, end: wanted.end + 1 }) || about.end === wanted.start;
}

function entryActions(server: ServerContext, located: Located, finding: Finding): CodeAction[] {
  const action = bibliographyEntry(finding, located.study, server.client.createsFiles);
  const edit = action && workspaceEdit(located, action);
  if (!action || !edit) return [];
  const diagnostics = [diagnosticOf(server, located, finding)];
  return [{ title: action.title, kind: CodeActionKind.QuickFix, diagnostics, edit }];
}

/** “Add … to the glossary”: a quick fix of an undefined term, otherwise offered for what is selected. */
function glossaryActions(
  server: ServerContext,
  located: Located,
  wanted: Range,
  here: readonly Finding[],
  asks: (kind: string) => boolean,
): CodeAction[] {
  const { client } = server;
  const undefinedTerms = here.filter(({ check }) => check === 'term/undefined');
  const kind = undefinedTerms.length > 0 ? CodeActionKind.QuickFix : CodeActionKind.RefactorExtract;
  const entry = asks(kind)
    ? newEntry(located.analysis, wanted, located.study, client.createsFiles)
    : undefined;
  const edit = entry && workspaceEdit(located, entry);
  if (!entry || !edit) return [];
  const { title, path, line } = entry;
  const diagnostics = undefinedTerms.map((finding) => diagnosticOf(server, located, finding));
  const command = 'pilcrow.writeEntry';
  const show = { title, command, arguments: [uriBelow(located, path), { line, character: 0 }] };
  return [
    {
      title,
      kind,
      edit,
      ...(diagnostics.length > 0 ? { diagnostics } : {}),
      ...(client.commandLinks ? { command: show } : {}),
    },
  ];
}

/** The URI of a file of the study folder, be it there or not. */
function uriBelow({ folder, study }: Located, path: string): string {
  const known = study.files.find(({ file }) => file.path === path);
  return known?.file.uri ?? `${folder.root}/${path.split('/').map(percentEncoded).join('/')}`;
}

/** One action for each check under the cursor that has more than one safe fix in the file. */
function fixAllOfCheck(
  server: ServerContext,
  located: Located,
  here: readonly Finding[],
  all: readonly Finding[],
): CodeAction[] {
  return [...new Set(here.map(({ check }) => check))].flatMap((check) => {
    const { fixes, edits } = safeFixes(all, check);
    if (fixes.length < 2) return [];
    const diagnostics = all
      .filter((finding) => finding.check === check)
      .map((finding) => diagnosticOf(server, located, finding));
    return [
      {
        title: inWords('server.fixAllOf', { check }),
        kind: CodeActionKind.QuickFix,
        diagnostics,
        edit: { changes: changesOf(located, edits) },
      },
    ];
  });
}

function tidying(located: Located, wanted: Range): CodeAction[] {
  return duplicateCitations(located.analysis, wanted).flatMap((action) => {
    const edit = workspaceEdit(located, action);
    return edit ? [{ title: action.title, kind: CodeActionKind.RefactorRewrite, edit }] : [];
  });
}

function fixAllAction(located: Located, findings: readonly Finding[]): CodeAction[] {
  const { edits } = safeFixes(findings);
  if (edits.length === 0) return [];
  const edit = { changes: changesOf(located, edits) };
  return [{ title: inWords('server.fixAll'), kind: fixAll, edit }];
}

/** Edits of files by their path; those of a new file create it first. */
function workspaceEdit(located: Located, { edits }: Action): WorkspaceEdit | undefined {
  const [first] = edits;
  if (first?.range === 'new') {
    const uri = uriBelow(located, first.path);
    const start = { line: 0, character: 0 };
    return {
      documentChanges: [
        CreateFile.create(uri, { ignoreIfExists: true }),
        TextDocumentEdit.create({ uri, version: null }, [
          { range: { start, end: start }, newText: first.newText },
        ]),
      ],
    };
  }
  const { files } = located.study;
  const placed = edits.flatMap(({ path, range, newText }) => {
    const uri = files.find(({ file }) => file.path === path)?.file.uri;
    return uri === undefined || range === 'new' ? [] : [{ uri, range, newText }];
  });
  return placed.length === edits.length ? { changes: changesOf(located, placed) } : undefined;
}

/**
 * The quick fixes of a finding. Only one that is safe is preferred: an editor applies a preferred fix without showing it, and
 * any other leads to one of several places. What leads to the nearest place, whatever was meant, comes after the choice.
 */
function quickFixes(server: ServerContext, located: Located, finding: Finding): CodeAction[] {
  const fixes = finding.fixes ?? [];
  const preferred = fixes.find(({ safe }) => safe);
  const actions = (wanted: readonly Fix[]): CodeAction[] =>
    wanted.map((fix) => ({
      title: inWords(fix.title),
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(server, located, finding)],
      isPreferred: fix === preferred,
      edit: { changes: changesOf(located, fix.edits) },
    }));
  return [
    ...actions(fixes.filter(({ isLast }) => !isLast)),
    ...(server.client.commandLinks ? choosing(server, located, finding) : []),
    ...actions(fixes.filter(({ isLast }) => isLast)),
  ];
}

/** A finding as a code action refers to it. */
function diagnosticOf(
  { pageOfCheck }: ServerContext,
  located: Located,
  finding: Finding,
): NonNullable<CodeAction['diagnostics']>[number] {
  return toDiagnostic(located.analysis, finding, (uri) => located.folder.analysis(uri), pageOfCheck);
}

/** “Choose the passage…”, for clients that have our commands. */
function choosing(server: ServerContext, located: Located, finding: Finding): CodeAction[] {
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
  const title = inWords('server.choosePassage');
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(server, located, finding)],
      command: { title, command: 'pilcrow.choosePassage', arguments: [wire] },
    },
  ];
}

/** “Ignore here…” for each finding: what is offered when nothing else is wanted, and so last. */
function ignoring(server: ServerContext, located: Located, findings: readonly Finding[]): CodeAction[] {
  const checks = new Set(findings.map(({ check }) => check));
  return findings.flatMap((finding) => {
    const comment = ignoreComment(finding, located.study);
    const { analysis } = located;
    if (!comment || !('text' in analysis)) return [];
    const { at, text, reason } = comment;
    const title =
      checks.size > 1
        ? inWords('server.ignoreHereOf', { check: finding.check })
        : inWords('server.ignoreHere');
    const range = { start: at, end: at };
    const action: CodeAction = {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [diagnosticOf(server, located, finding)],
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

/** Edits as the protocol has them, by file; of a file that is not there any more none. */
function changesOf(located: Located, edits: readonly Edit[]): Record<string, TextEdit[]> {
  const changes = new Map<string, TextEdit[]>();
  for (const edit of edits) {
    const uri = edit.uri ?? located.analysis.file.uri;
    const analysis = located.folder.analysis(uri);
    if (!analysis) continue;
    const change = { range: wireRange(analysis, edit.range), newText: edit.newText };
    const ofFile = changes.get(uri);
    if (ofFile) ofFile.push(change);
    else changes.set(uri, [change]);
  }
  return Object.fromEntries(changes);
}

/** “Add to Glossary” as a command: writes the entry through the editor, and says where its definition goes. */
export function registerAddTerm(server: ServerContext): void {
  const { connection, studies } = server;
  answering(server)('pilcrow/addTerm', async ({ uri, range }) => {
    const located = await studies.locate(uri);
    if (!located) return null;
    const found = termToAdd(located.analysis, rangeFromWire(located.analysis, range), located.study);
    if ('problem' in found) return found;
    if ('known' in found) return { added: false, name: found.name, place: wireLocation(found.known) };
    const { entry } = found;
    const edit = workspaceEdit(located, entry);
    const { applied } = edit
      ? await connection.workspace.applyEdit({ label: entry.title, edit })
      : { applied: false };
    if (!applied) return { problem: inWords('server.glossaryUnchanged') };
    const end = { line: entry.line, character: 0 };
    return {
      added: true,
      name: entry.name,
      place: { uri: uriBelow(located, entry.path), range: { start: end, end } },
    };
  });
}
