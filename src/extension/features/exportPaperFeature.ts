import { commands, env, type Disposable, l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import { bytesOfBase64, type ExportReply } from '../../server/protocol.ts';
import { CannotDoError, registerCommand } from '../commands.ts';
import type { Pilcrow } from '../feature.ts';
import { withoutLinks } from '../withoutLinks.ts';
import { optionsOf } from '../studyFolders.ts';
import { writeAllWhole } from '../writeWhole.ts';

type ExportKind = Extract<ExportReply, { format: unknown }>['format'];

/** What a test or a key may say beforehand. */
interface ExportOptions {
  readonly paper: Uri;
  readonly format: ExportKind;
  /** The file to write. */
  readonly target: Uri;
}

/** “Export Paper…”: a web page, Word file, PDF or plain Markdown of a paper. */
export function exportPaperFeature(pilcrow: Pilcrow): Disposable {
  return registerCommand(pilcrow.log, 'pilcrow.exportPaper', (argument) => exportPaper(pilcrow, argument));
}

async function exportPaper(pilcrow: Pilcrow, argument: unknown): Promise<Uri | undefined> {
  const given = argument instanceof Uri ? { paper: argument } : optionsOf<ExportOptions>(argument);
  const paper = given.paper ?? pilcrow.papers.current;
  if (!paper) throw new CannotDoError(l10n.t('Open the paper that you want to export.'));
  const format = given.format ?? (await askFormat());
  const file = format && (given.target ?? (await askTarget(paper, format)));
  if (!format || !file) return undefined;
  const reply = await makeFile(pilcrow, paper, format, file);
  if (!reply) return undefined;
  if ('problem' in reply) throw new CannotDoError(reply.problem);
  const written = reply.format === format ? file : withEnding(file, reply.format);
  const bytes = bytesOfBase64(reply.base64);
  await writeAllWhole([{ uri: written, content: bytes }]);
  void sayDone(pilcrow, written, reply);
  return written;
}

async function askFormat(): Promise<ExportKind | undefined> {
  const formats: readonly {
    readonly label: string;
    readonly description: string;
    readonly format: ExportKind;
  }[] = [
    { format: 'docx', label: l10n.t('Word File'), description: '.docx' },
    { format: 'pdf', label: 'PDF', description: '.pdf' },
    { format: 'html', label: l10n.t('Web Page'), description: '.html' },
    { format: 'odt', label: 'OpenDocument', description: '.odt' },
    { format: 'md', label: l10n.t('Plain Markdown'), description: '.md' },
  ];
  const placeHolder = l10n.t('What is the paper to become?');
  return (await window.showQuickPick(formats, { placeHolder, title: l10n.t('Export Paper') }))?.format;
}

/** The dialog asks by itself before a file is replaced. */
async function askTarget(paper: Uri, format: ExportKind): Promise<Uri | undefined> {
  const path = paper.path.replace(/(?:\.analysis)?\.(?:md|markdown)$/iu, '');
  return window.showSaveDialog({
    title: l10n.t('Export Paper'),
    defaultUri: paper.with({ path: `${path}.${format}` }),
    filters: { [format.toUpperCase()]: [format] },
  });
}

function withEnding(file: Uri, format: ExportKind): Uri {
  return file.with({ path: file.path.replace(/\.[^./]*$/u, '') + `.${format}` });
}

/** Returns undefined where the person cancelled. */
async function makeFile(
  { server }: Pilcrow,
  paper: Uri,
  to: ExportKind,
  file: Uri,
): Promise<ExportReply | undefined> {
  const title = l10n.t('Exporting the paper…');
  return window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    async (_progress, token) => {
      const order = { uri: paper.toString(), to, file: file.toString(), isTrusted: workspace.isTrusted };
      const reply = await server.request('pilcrow/export', order, token);
      return token.isCancellationRequested ? undefined : reply;
    },
  );
}

async function sayDone(
  { log }: Pilcrow,
  written: Uri,
  { notes, problems, unresolved }: Extract<ExportReply, { format: unknown }>,
): Promise<void> {
  for (const { range, message } of problems)
    log.info(`${written.path}: ${String(range.start.line + 1)}: ${message}`);
  const [open, reveal, details] = [l10n.t('Open'), l10n.t('Reveal'), l10n.t('Show Output')];
  const name = written.path.slice(written.path.lastIndexOf('/') + 1);
  const parts = [l10n.t('The paper is in “{0}”.', name), ...notes];
  if (unresolved > 0) parts.push(l10n.t('Citations that could not be resolved: {0}', unresolved));
  const message = withoutLinks(parts.join(' '));
  const actions = problems.length > 0 ? [open, reveal, details] : [open, reveal];
  const show = problems.length > 0 ? window.showWarningMessage : window.showInformationMessage;
  const chosen = await show(message, ...actions);
  if (chosen === open) await openFile(written);
  if (chosen === reveal)
    await commands.executeCommand(written.scheme === 'file' ? 'revealFileInOS' : 'revealInExplorer', written);
  if (chosen === details) log.show();
}

async function openFile(file: Uri): Promise<void> {
  if (file.path.endsWith('.md')) await window.showTextDocument(file);
  // Only a file of this machine has an address that other programs know.
  else if (file.scheme === 'file') await env.openExternal(file);
  else await commands.executeCommand('vscode.open', file);
}
