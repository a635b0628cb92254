import { Disposable, l10n, Uri } from 'vscode';
import type { Params, ViewNode } from '../../server/protocol.ts';
import { registerCommand } from '../commands.ts';
import { type ExportChoices, type Exported, exportFile } from '../exportDialogs.ts';
import type { Pilcrow } from '../feature.ts';
import { chooseStudyFolder, optionsOf, shownStudyFolder, titleIn } from '../studyFolders.ts';
import { today } from '../today.ts';

type DocumentName = Params<'pilcrow/exportDocument'>['document'];
type DocumentWords = Pick<Exported, 'title' | 'making' | 'done'> & {
  /** Of the file that is proposed. */
  readonly fileName: string;
};

/** What a test or a key may say beforehand. */
interface DocumentChoices extends ExportChoices {
  /** The source that it is about. */
  readonly key: string;
}

/** “Export Discussion Guide…”, “Export Coverage…” and “Export Notes…”: what a study has to tell, as a paper goes out. */
export function exportDocumentFeature(pilcrow: Pilcrow): Disposable {
  const register = (command: string, document: DocumentName): Disposable =>
    registerCommand(pilcrow.log, command, (argument) => exportDocument(pilcrow, document, argument));
  return Disposable.from(
    register('pilcrow.exportGuide', 'guide'),
    register('pilcrow.exportCoverage', 'coverage'),
    register('pilcrow.exportNotes', 'notes'),
  );
}

/** Has a document made and written. Undefined: the person gave up. */
export async function exportDocument(
  pilcrow: Pilcrow,
  document: DocumentName,
  argument: unknown,
): Promise<Uri | undefined> {
  const { server, papers } = pilcrow;
  const { target, format, key } = documentChoices(argument);
  const uri = papers.study.uri ?? (target ? undefined : (await chooseStudyFolder(pilcrow))?.toString());
  const about = uri === undefined ? {} : { uri };
  const { title, fileName, ...words } = documentWords(document);
  const folder = await shownStudyFolder(pilcrow, about);
  const name = [fileName, ...(key === undefined ? [] : [key.replace(/[^\p{L}\p{N}_-]+/gu, '-')])].join('-');
  const order = { ...about, document, date: today(), ...(key === undefined ? {} : { key }) };
  const exported: Exported = {
    ...words,
    title: await titleIn(pilcrow, about, title),
    proposed: (ending) => folder && Uri.joinPath(folder, `${name}.${ending}`),
    make: (file, token) => server.request('pilcrow/exportDocument', { ...order, ...file }, token),
  };
  return exportFile(pilcrow, exported, { ...(format ? { format } : {}), ...(target ? { target } : {}) });
}

/** What an argument of a command says; a row of the Sources view names its source. */
function documentChoices(argument: unknown): Partial<DocumentChoices> {
  const { id } = optionsOf<ViewNode>(argument);
  if (id === undefined) return optionsOf<DocumentChoices>(argument);
  return id.startsWith('source:') ? { key: id.slice('source:'.length) } : {};
}

function documentWords(document: DocumentName): DocumentWords {
  switch (document) {
    case 'guide':
      return {
        title: l10n.t('Export Discussion Guide'),
        making: l10n.t('Exporting the discussion guide…'),
        done: (name) => l10n.t('The discussion guide is in “{0}”.', name),
        fileName: 'discussion-guide',
      };
    case 'glossary':
      return {
        title: l10n.t('Export Glossary'),
        making: l10n.t('Exporting the glossary…'),
        done: (name) => l10n.t('The glossary is in “{0}”.', name),
        fileName: 'glossary-handout',
      };
    case 'coverage':
      return {
        title: l10n.t('Export Coverage'),
        making: l10n.t('Exporting the coverage…'),
        done: (name) => l10n.t('The coverage is in “{0}”.', name),
        fileName: 'coverage',
      };
    case 'notes':
      return {
        title: l10n.t('Export Notes'),
        making: l10n.t('Exporting the notes…'),
        done: (name) => l10n.t('The notes are in “{0}”.', name),
        fileName: 'notes',
      };
  }
}
