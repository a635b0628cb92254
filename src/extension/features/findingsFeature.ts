import { commands, Disposable, Uri } from 'vscode';
import type { WireRange } from '../../server/protocol.ts';
import { registerCommand } from '../commands.ts';
import { toRange } from '../convert.ts';
import type { Feature } from '../feature.ts';

/** The commands that quick fixes run after their edit, and the pages that explain checks. */
export const findingsFeature: Feature = ({ log }) =>
  Disposable.from(
    registerCommand(log, 'pilcrow.writeReason', async (uri, reason) => {
      await commands.executeCommand('vscode.open', Uri.parse(uri as string, true), {
        selection: toRange(reason as WireRange),
        preview: false,
      });
    }),
    registerCommand(log, 'pilcrow.explainCheck', async (page) => {
      await commands.executeCommand('markdown.showPreview', Uri.parse(page as string, true));
    }),
  );
