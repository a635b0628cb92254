import {
  type CancellationToken,
  commands,
  env,
  l10n,
  ProgressLocation,
  type QuickPickItem,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { bytesOfBase64, type Params, type Result } from '../server/protocol.ts';
import { CannotDoError } from './commands.ts';
import type { Pilcrow } from './feature.ts';
import { withoutLinks } from './withoutLinks.ts';
import { writeAllWhole } from './writeWhole.ts';

type ExportAnswer = Result<'pilcrow/export'>;

/** The formats that papers and documents go out in. */
export type ExportKind = Params<'pilcrow/export'>['to'];

/** What goes out, in the words of its dialogs. */
export interface Exported {
  /** “Export Paper”, the title of the dialogs. */
  readonly title: string;
  /** Said while it is made. */
  readonly making: string;
  /** Said afterwards, with the name of its file. */
  readonly done: (name: string) => string;
  /** The file that is proposed. */
  readonly proposed: (format: ExportKind) => Uri | undefined;
  /** Has the server make it. */
  readonly make: (order: ExportOrder, token: CancellationToken) => Promise<ExportAnswer>;
}

/** What the server is told of the file. */
export type ExportOrder = Pick<Params<'pilcrow/export'>, 'to' | 'file' | 'isTrusted'>;

/** What a test or a key may say beforehand. */
export interface ExportChoices {
  readonly format: ExportKind;
  /** The file to write. */
  readonly target: Uri;
}

/** A choice among formats. */
export interface FormatItem<T> extends QuickPickItem {
  readonly format: T;
}

/** The formats, the most wanted first. */
export function exportFormatItems(): readonly FormatItem<ExportKind>[] {
  return [
    { format: 'docx', label: l10n.t('Word File'), description: '.docx' },
    { format: 'pdf', label: 'PDF', description: '.pdf' },
    { format: 'html', label: l10n.t('Web Page'), description: '.html' },
    { format: 'odt', label: 'OpenDocument', description: '.odt' },
    { format: 'md', label: l10n.t('Plain Markdown'), description: '.md' },
  ];
}

/** Asks for a format. Undefined: the person gave up. */
export async function askFormat<T>(items: readonly FormatItem<T>[], title: string): Promise<T | undefined> {
  const placeHolder = l10n.t('What is it to become?');
  return (await window.showQuickPick(items, { placeHolder, title }))?.format;
}

/** Asks what was not said, has the file made, writes it and says so. Undefined: the person gave up. */
export async function exportFile(
  pilcrow: Pilcrow,
  exported: Exported,
  { format: given, target }: Partial<ExportChoices>,
): Promise<Uri | undefined> {
  const { title } = exported;
  const format = given ?? (await askFormat(exportFormatItems(), title));
  const file = format && (target ?? (await askExportTarget(exported, format)));
  if (!format || !file) return undefined;
  const reply = await made(exported, format, file);
  if (!reply) return undefined;
  if ('problem' in reply) throw new CannotDoError(reply.problem);
  const written = reply.format === format ? file : withEnding(file, reply.format);
  await writeAllWhole([{ uri: written, content: bytesOfBase64(reply.base64) }]);
  void sayDone(pilcrow, exported, written, reply);
  return written;
}

/** The dialog asks by itself before a file is replaced. */
async function askExportTarget({ title, proposed }: Exported, format: ExportKind): Promise<Uri | undefined> {
  const defaultUri = proposed(format);
  return window.showSaveDialog({
    title,
    filters: { [format.toUpperCase()]: [format] },
    ...(defaultUri ? { defaultUri } : {}),
  });
}

function withEnding(file: Uri, format: ExportKind): Uri {
  return file.with({ path: file.path.replace(/\.[^./]*$/u, '') + `.${format}` });
}

/** Returns undefined where the person cancelled. */
async function made(
  { making: title, make }: Exported,
  to: ExportKind,
  file: Uri,
): Promise<ExportAnswer | undefined> {
  return window.withProgress(
    { location: ProgressLocation.Notification, title, cancellable: true },
    async (_progress, token) => {
      const reply = await make({ to, file: file.toString(), isTrusted: workspace.isTrusted }, token);
      return token.isCancellationRequested ? undefined : reply;
    },
  );
}

async function sayDone(
  { log }: Pilcrow,
  { done }: Exported,
  written: Uri,
  { notes, problems, unresolved }: Extract<ExportAnswer, { format: unknown }>,
): Promise<void> {
  for (const { range, message } of problems)
    log.info([written.path, ...(range ? [String(range.start.line + 1)] : []), message].join(': '));
  const [open, reveal, details] = [l10n.t('Open'), l10n.t('Reveal'), l10n.t('Show Output')];
  const name = written.path.slice(written.path.lastIndexOf('/') + 1);
  const parts = [done(name), ...notes];
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
