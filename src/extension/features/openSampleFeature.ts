import { l10n, Uri, workspace, type Disposable } from 'vscode';
import { errorCode, refusal, sayRefusal } from '../../server/protocol.ts';
import { CannotDoError, registerCommand } from '../commands.ts';
import type { Pilcrow } from '../feature.ts';
import { packagedNames } from '../packaged.ts';
import { freeName } from '../writeWhole.ts';
import { openStudyFolder, optionsOf, pickFolder } from '../studyFolders.ts';

interface SampleOptions {
  /** The folder in which the copy is made. */
  readonly place: Uri;
  /** False: copy it without opening it. */
  readonly open: boolean;
}

/** “Open Sample”: copies the built-in sample study folder to a place the person chooses, and opens the copy. */
export function openSampleFeature({ log, context }: Pilcrow): Disposable {
  return registerCommand(log, 'pilcrow.openSample', async (argument) => {
    const options = optionsOf<SampleOptions>(argument);
    const title = l10n.t('Where Shall the Sample Go?');
    const place = options.place ?? (await pickFolder(title, l10n.t('Copy the Sample Here')));
    if (!place) return undefined;
    const target = await freeName(place, 'pilcrow-sample');
    try {
      await copySample(context.extensionUri, target);
    } catch (error) {
      throw new CannotDoError(sayRefusal(refusal(target.fsPath, 'written', errorCode(error))));
    }
    const exercise = Uri.joinPath(target, 'papers', 'exercise.analysis.md');
    if (options.open !== false) await openStudyFolder(target, exercise, context.globalState);
    return target;
  });
}

/** Copies the sample file by file where the extension is on the web: a folder there cannot be listed. */
async function copySample(extensionUri: Uri, target: Uri): Promise<void> {
  const sample = 'examples/study-folder/';
  if (extensionUri.scheme === 'file') {
    await workspace.fs.copy(Uri.joinPath(extensionUri, sample), target);
    return;
  }
  for (const name of await packagedNames(extensionUri))
    if (name.startsWith(sample)) {
      const file = Uri.joinPath(target, name.slice(sample.length));
      await workspace.fs.createDirectory(Uri.joinPath(file, '..'));
      await workspace.fs.writeFile(file, await workspace.fs.readFile(Uri.joinPath(extensionUri, name)));
    }
}
