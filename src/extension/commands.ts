import { CancellationError, commands, l10n, window, type Disposable, type LogOutputChannel } from 'vscode';

/**
 * Something that cannot be done, said in words for the person who asked. Everything else that is thrown is a
 * fault of ours: it gets a general message, and its details go to the output channel.
 */
export class CannotDo extends Error {}

/**
 * Registers a command. What goes wrong in it is said once, in one notification; giving up half-way (`undefined`
 * from a dialog) is nothing to talk about.
 */
export function registerCommand(
  log: LogOutputChannel,
  id: string,
  run: (...args: unknown[]) => Promise<unknown>,
): Disposable {
  return commands.registerCommand(id, async (...args: unknown[]) => {
    try {
      return await run(...args);
    } catch (error) {
      if (!isCancellation(error)) reportFailure(log, id, error);
      return undefined;
    }
  });
}

/**
 * Registers a command for rows of the sidebar. From the moment in which a view is renewed until it has its new rows, VS Code
 * knows none, and calls the command of a row's button with nothing in place of the row. Doing then what is done without a
 * row would cite, or delete, something else than was pointed at. Keys and the palette give no argument at all.
 */
export function registerRowCommand(
  log: LogOutputChannel,
  id: string,
  run: (...args: unknown[]) => Promise<unknown>,
): Disposable {
  return registerCommand(log, id, (...args) => {
    const isLost = args.length > 0 && (args[0] === undefined || args[0] === null);
    if (isLost) throw new CannotDo(l10n.t('The list was just being renewed. Press the button again.'));
    return run(...args);
  });
}

/**
 * Registers a command that saves what stands in a text field of VS Code's comments. The field is emptied unless the command
 * fails, so what goes wrong is said and thrown on, and giving up half-way (`undefined`) is thrown too.
 */
export function registerSaving(
  log: LogOutputChannel,
  id: string,
  save: (...args: unknown[]) => Promise<unknown>,
): Disposable {
  return commands.registerCommand(id, async (...args: unknown[]) => {
    try {
      const saved = await save(...args);
      if (saved === undefined) throw new CancellationError();
      return saved;
    } catch (error) {
      if (!isCancellation(error)) reportFailure(log, id, error);
      throw error;
    }
  });
}

function reportFailure(log: LogOutputChannel, id: string, error: unknown): void {
  if (error instanceof CannotDo) {
    log.warn(`${id}: ${error.message}`);
    void window.showWarningMessage(error.message);
    return;
  }
  log.error(`${id}:`, error instanceof Error ? error : String(error));
  const showDetails = l10n.t('Show Output');
  const message = l10n.t('Pilcrow could not do this. The output says why.');
  void window.showErrorMessage(message, showDetails).then((chosen) => {
    if (chosen === showDetails) log.show();
  });
}

/** The person, or a newer request, took back what was asked. */
export function isCancellation(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  const requestCancelled = -32800;
  const contentModified = -32801;
  return error.name === 'Canceled' || code === requestCancelled || code === contentModified;
}
