import { commands, Disposable, l10n, Uri, window, workspace } from 'vscode';
import type { WirePosition } from '../../server/protocol.ts';
import { CannotDo, registerCommand } from '../commands.ts';
import { toPosition } from '../convert.ts';
import type { Pilcrow } from '../feature.ts';
import { writeWhole } from '../files.ts';
import { chooseStudyFolder, optionsOf } from '../studyFolders.ts';

interface Options {
  /** Where the handout goes. */
  readonly target: Uri;
}

/** The order of the Terms view, “Export Glossary as Handout”, and where a new entry is written. */
export function glossary(pilcrow: Pilcrow): Disposable {
  const { log, termsOrder } = pilcrow;
  return Disposable.from(
    registerCommand(log, 'pilcrow.sortTermsByNextWord', () => termsOrder.set('next')),
    registerCommand(log, 'pilcrow.sortTermsByPlace', () => termsOrder.set('position')),
    registerCommand(log, 'pilcrow.exportGlossary', (argument) => exportGlossary(pilcrow, argument)),
    registerCommand(log, 'pilcrow.writeEntry', async (...args) => {
      const [uri, position] = args as [string, WirePosition];
      await writeEntry(Uri.parse(uri, true), position);
    }),
  );
}

async function exportGlossary({ server, papers }: Pilcrow, argument: unknown): Promise<Uri | undefined> {
  const { target } = optionsOf<Options>(argument);
  const study = papers.study.uri ?? (target ? undefined : (await chooseStudyFolder())?.toString());
  const { text, path, terms } = await server.request(
    'pilcrow/handout',
    study === undefined ? {} : { uri: study },
  );
  if (terms === 0) throw new CannotDo(l10n.t('The glossary has no terms yet.'));
  const home = workspace.workspaceFolders?.[0]?.uri;
  const uri =
    target ??
    (await window.showSaveDialog({
      title: l10n.t('Export Glossary as Handout'),
      filters: { Markdown: ['md'] },
      ...(home ? { defaultUri: Uri.joinPath(home, path) } : {}),
    }));
  if (!uri) return undefined;
  await writeWhole(uri, text);
  await window.showTextDocument(await workspace.openTextDocument(uri), { preview: false });
  return uri;
}

/** Shows where the definition of a new entry goes, the cursor ready for it. */
async function writeEntry(uri: Uri, position: WirePosition): Promise<void> {
  const at = toPosition(position);
  await commands.executeCommand('vscode.open', uri, { selection: { start: at, end: at }, preview: false });
}
