import { l10n, Uri, workspace, type Disposable } from 'vscode';
import { codeOf, refusal, sayRefusal } from '../../server/protocol.ts';
import { CannotDo, registerCommand } from '../commands.ts';
import type { Pilcrow } from '../feature.ts';
import { freeName } from '../files.ts';
import { openStudyFolder, optionsOf, pickFolder } from '../studyFolders.ts';

interface Options {
  /** The folder in which the copy is made. */
  readonly place: Uri;
  /** False: copy it without opening it. */
  readonly open: boolean;
}

/** “Open Sample”: copies the built-in sample study folder to a place the person chooses, and opens the copy. */
export function openSample({ log, context }: Pilcrow): Disposable {
  return registerCommand(log, 'pilcrow.openSample', async (argument) => {
    const options = optionsOf<Options>(argument);
    const title = l10n.t('Where Shall the Sample Go?');
    const place = options.place ?? (await pickFolder(title, l10n.t('Copy the Sample Here')));
    if (!place) return undefined;
    const target = await freeName(place, 'pilcrow-sample');
    try {
      await workspace.fs.copy(Uri.joinPath(context.extensionUri, 'examples', 'study-folder'), target);
    } catch (error) {
      throw new CannotDo(sayRefusal(refusal(target.fsPath, 'written', codeOf(error))));
    }
    const exercise = Uri.joinPath(target, 'papers', 'exercise.analysis.md');
    if (options.open !== false) await openStudyFolder(target, exercise, context.globalState);
    return target;
  });
}
