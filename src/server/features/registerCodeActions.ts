import { inEnglish } from '../../core/messages.ts';
import {
  CodeActionKind,
  CreateFile,
  TextDocumentEdit,
  type CodeAction,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { type Finding, safeFixes } from '../../core/check.ts';
import { newEntry } from '../../core/present/terms.ts';
import { type Action, bibliographyEntry, duplicateCitations } from '../../core/present/editing.ts';
import { overlaps, type Range } from '../../core/text.ts';
import type { ServerContext } from '../context.ts';
import type { Located } from '../studies.ts';
import { fitAction } from '../fit.ts';
import { rangeFromWire } from '../wire.ts';
import { changesOf } from './changesOf.ts';
import { ignoring } from './ignoring.ts';
import { diagnosticOf, quickFixes } from './quickFixes.ts';

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
      ...(quick ? here.flatMap((finding) => entryActions(located, finding, server.client.createsFiles)) : []),
      ...glossaryActions(server, located, wanted, here, asks),
      ...(quick ? fixAllOfCheck(located, here, findings) : []),
      ...(quick ? ignoring(server, located, here) : []),
      ...(asks(CodeActionKind.RefactorRewrite) ? tidying(located, wanted) : []),
      ...(asks(fixAll) ? fixAllAction(located, findings) : []),
    ].map((action) => fitAction(action, server.client));
  });
}

function isAt({ range, about = range }: Finding, wanted: Range): boolean {
  return overlaps(about, { start: wanted.start, end: wanted.end + 1 }) || about.end === wanted.start;
}

function entryActions(located: Located, finding: Finding, canCreate: boolean): CodeAction[] {
  const action = bibliographyEntry(finding, located.study, canCreate);
  const edit = action && workspaceEdit(located, action);
  if (!action || !edit) return [];
  const diagnostics = [diagnosticOf(located, finding)];
  return [{ title: action.title, kind: CodeActionKind.QuickFix, diagnostics, edit }];
}

/** “Add … to the glossary”: a quick fix of an undefined term, otherwise offered for what is selected. */
function glossaryActions(
  { client }: ServerContext,
  located: Located,
  wanted: Range,
  here: readonly Finding[],
  asks: (kind: string) => boolean,
): CodeAction[] {
  const undefinedTerms = here.filter(({ check }) => check === 'term/undefined');
  const kind = undefinedTerms.length > 0 ? CodeActionKind.QuickFix : CodeActionKind.RefactorExtract;
  const entry = asks(kind)
    ? newEntry(located.analysis, wanted, located.study, client.createsFiles)
    : undefined;
  const edit = entry && workspaceEdit(located, entry);
  if (!entry || !edit) return [];
  const { title, path, line } = entry;
  const diagnostics = undefinedTerms.map((finding) => diagnosticOf(located, finding));
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
export function uriBelow({ folder, study }: Located, path: string): string {
  const known = study.files.find(({ file }) => file.path === path);
  return known?.file.uri ?? `${folder.root}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** One action for each check under the cursor that has more than one safe fix in the file. */
function fixAllOfCheck(located: Located, here: readonly Finding[], all: readonly Finding[]): CodeAction[] {
  return [...new Set(here.map(({ check }) => check))].flatMap((check) => {
    const { fixes, edits } = safeFixes(all, check);
    if (fixes.length < 2) return [];
    const diagnostics = all
      .filter((finding) => finding.check === check)
      .map((finding) => diagnosticOf(located, finding));
    return [
      {
        title: inEnglish('server.fixAllOf', { check }),
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
  return [{ title: inEnglish('server.fixAll'), kind: fixAll, edit }];
}

/** Edits of files by their path; those of a new file create it first. */
export function workspaceEdit(located: Located, { edits }: Action): WorkspaceEdit | undefined {
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
