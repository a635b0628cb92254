import { l10n, window, type LogOutputChannel } from 'vscode';
import { CloseAction, ErrorAction, type ErrorHandler } from 'vscode-languageclient';

const maxRestarts = 4;
const restartWindowMs = 3 * 60 * 1000;

/**
 * Restarts a server that ends, without a message. If it ends more than four times in three minutes, one message says
 * so and offers to start it again.
 */
export function restartPolicy(log: LogOutputChannel, restart: () => Promise<void>): ErrorHandler {
  const ends: number[] = [];
  return {
    error: (error, _message, count) => {
      log.error('The connection to the language server has an error:', error);
      return { action: (count ?? 0) <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown, handled: true };
    },
    closed: () => {
      const now = Date.now();
      ends.push(now);
      const recent = ends.filter((end) => now - end < restartWindowMs);
      if (recent.length <= maxRestarts) {
        const message = l10n.t('The language server ended unexpectedly and is being started again.');
        return { action: CloseAction.Restart, handled: true, message };
      }
      ends.length = 0;
      void offerRestart(log, restart);
      const message = l10n.t('The language server ended {0} times in three minutes.', recent.length);
      return { action: CloseAction.DoNotRestart, handled: true, message };
    },
  };
}

async function offerRestart(log: LogOutputChannel, restart: () => Promise<void>): Promise<void> {
  const again = l10n.t('Start Again');
  const details = l10n.t('Show Output');
  const message = l10n.t('Pilcrow keeps failing and has stopped: citations are not checked at the moment.');
  const chosen = await window.showErrorMessage(message, again, details);
  if (chosen === again) await restart();
  if (chosen === details) log.show();
}
