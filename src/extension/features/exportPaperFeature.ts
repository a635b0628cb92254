import { type Disposable, l10n, Uri } from 'vscode';
import { CannotDoError, registerCommand } from '../commands.ts';
import { type ExportChoices, exportFile } from '../exportDialogs.ts';
import type { Pilcrow } from '../feature.ts';
import { optionsOf } from '../studyFolders.ts';

/** What a test or a key may say beforehand. */
interface PaperChoices extends ExportChoices {
  readonly paper: Uri;
}

/** “Export Paper…”: a web page, Word file, PDF or plain Markdown of a paper. */
export function exportPaperFeature(pilcrow: Pilcrow): Disposable {
  return registerCommand(pilcrow.log, 'pilcrow.exportPaper', (argument) => exportPaper(pilcrow, argument));
}

async function exportPaper(pilcrow: Pilcrow, argument: unknown): Promise<Uri | undefined> {
  const given = argument instanceof Uri ? { paper: argument } : optionsOf<PaperChoices>(argument);
  const paper = given.paper ?? pilcrow.papers.current;
  if (!paper) throw new CannotDoError(l10n.t('Open the paper that you want to export.'));
  const path = paper.path.replace(/(?:\.analysis)?\.(?:md|markdown)$/iu, '');
  const words = {
    title: l10n.t('Export Paper'),
    making: l10n.t('Exporting the paper…'),
    done: (name: string) => l10n.t('The paper is in “{0}”.', name),
    proposed: (format: string) => paper.with({ path: `${path}.${format}` }),
  };
  return exportFile(
    pilcrow,
    {
      ...words,
      make: (order, token) =>
        pilcrow.server.request('pilcrow/export', { uri: paper.toString(), ...order }, token),
    },
    given,
  );
}
