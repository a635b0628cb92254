import { CancellationError, commands, l10n, window, type Disposable, type LogOutputChannel } from 'vscode';
import { withoutLinks } from './withoutLinks.ts';

/**
 * Says, in words for the person who asked, that something cannot be done. Any other error is a defect of Pilcrow: it
 * gets a general message, and its details go to the output channel.
 */
export class CannotDoError extends Error {}

/**
 * Registers a command. An error is reported in one notification. A cancelled dialog (`undefined`) is not an error.
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
 * Registers a command for rows of the sidebar. While a view is being refreshed, VS Code does not know its rows and
 * calls the command of a row's button with nothing in place of the row. Falling back to what the command does without
 * a row would cite or delete something other than the row clicked, so the command refuses instead. Keys and the
 * palette pass no argument at all.
 */
export function registerRowCommand(
  log: LogOutputChannel,
  id: string,
  run: (...args: unknown[]) => Promise<unknown>,
): Disposable {
  return registerCommand(log, id, (...args) => {
    const isLost = args.length > 0 && (args[0] === undefined || args[0] === null);
    if (isLost) throw new CannotDoError(l10n.t('The list was just being renewed. Press the button again.'));
    return run(...args);
  });
}

/**
 * Registers a command that saves a text field of VS Code's comments. VS Code empties the field unless the command
 * fails, so an error is reported and then rethrown, and a cancelled dialog (`undefined`) throws a
 * `CancellationError`.
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
  if (error instanceof CannotDoError) {
    log.warn(`${id}: ${error.message}`);
    void window.showWarningMessage(withoutLinks(error.message));
    return;
  }
  log.error(`${id}:`, error instanceof Error ? error : String(error));
  const showDetails = l10n.t('Show Output');
  const message = l10n.t('Pilcrow could not do this. The output says why.');
  void window.showErrorMessage(message, showDetails).then((chosen) => {
    if (chosen === showDetails) log.show();
  });
}

/** Whether the person, or a newer request, cancelled the operation. */
export function isCancellation(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  const requestCancelled = -32800;
  const contentModified = -32801;
  return error.name === 'Canceled' || code === requestCancelled || code === contentModified;
}
