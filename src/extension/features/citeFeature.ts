import { commands, Disposable, env, l10n, ThemeIcon, Uri, window, workspace } from 'vscode';
import type { Result, ViewNode } from '../../server/protocol.ts';
import { openPassage, pickPassage } from '../citablePick.ts';
import { CannotDoError, registerCommand, registerRowCommand } from '../commands.ts';
import { fromRange } from '../convert.ts';
import type { Pilcrow } from '../feature.ts';
import { citeInPaper, quoteInPaper } from '../insertion.ts';
import { isPaper, paperLanguage } from '../paperTracker.ts';
import { rowWithFocus } from '../openView.ts';
import { optionsOf } from '../studyFolders.ts';

/** “Cite”, “Quote”, “Copy Citation” and “Go to Passage”. */
export function citeFeature(pilcrow: Pilcrow): Disposable {
  const { log, papers } = pilcrow;
  const inPaper = async <T>(wanted: T | undefined, write: (paper: Uri, wanted: T) => Promise<string>) => {
    const paper = wanted === undefined ? undefined : (papers.current ?? (await pickPaper()));
    return wanted === undefined || !paper ? undefined : write(paper, wanted);
  };
  return Disposable.from(
    registerRowCommand(log, 'pilcrow.cite', async (row) =>
      inPaper(await citationWanted(pilcrow, row), (paper, citation) => citeInPaper(pilcrow, paper, citation)),
    ),
    registerCommand(log, 'pilcrow.quote', async () =>
      inPaper(await quotationOfSelection(pilcrow), (paper, quotation) =>
        quoteInPaper(papers, paper, quotation),
      ),
    ),
    registerRowCommand(log, 'pilcrow.copyCitation', async (row) => {
      const wanted = await citationWanted(pilcrow, row);
      if (wanted === undefined) return;
      const citation = await inLanguageOfPaper(pilcrow, wanted);
      await env.clipboard.writeText(citation);
      window.setStatusBarMessage(l10n.t('Copied {0}', citation), 3000);
    }),
    registerCommand(log, 'pilcrow.goToPassage', async () => {
      await openPassage(pilcrow, l10n.t('Go to Passage'));
    }),
  );
}

/** A row of the sidebar, or the view in which a key was pressed. */
interface RowOrView extends ViewNode {
  readonly view: string;
}

/**
 * Returns a citation, in its English form: that of the row, else of the selection in a source, else of a picked
 * passage. Undefined when the person gave up.
 */
async function citationWanted(pilcrow: Pilcrow, argument: unknown): Promise<string | undefined> {
  const { citation, view } = optionsOf<RowOrView>(argument);
  if (citation) return citation;
  if (view) {
    const row = await rowWithFocus(view);
    if (row?.citation) return row.citation;
  }
  const selected = view ? undefined : await citationToWrite(pilcrow, false);
  if (selected) return selected.citation;
  return (await pickPassage(pilcrow, l10n.t('Cite')))?.citation;
}

/** @param isFinal true: in the language of the current paper; false: in its English form, to be translated later */
async function citationToWrite(
  { server, papers }: Pilcrow,
  isFinal: boolean,
): Promise<Result<'pilcrow/citationOf'>> {
  const editor = window.activeTextEditor;
  if (!editor || isPaper(editor.document)) return null;
  const uri = editor.document.uri.toString();
  const paper = isFinal && papers.current ? { paper: papers.current.toString() } : {};
  return server.request('pilcrow/citationOf', { uri, range: fromRange(editor.selection), ...paper });
}

async function quotationOfSelection(pilcrow: Pilcrow) {
  const selected = await citationToWrite(pilcrow, true);
  if (selected?.quotation) return { ...selected, quotation: selected.quotation };
  throw new CannotDoError(l10n.t('Select the words to quote in a source first.'));
}

async function inLanguageOfPaper({ server, papers }: Pilcrow, citation: string): Promise<string> {
  const { current } = papers;
  return server.request('pilcrow/citationFor', { ...(current ? { uri: current.toString() } : {}), citation });
}

/** Asks for one of the papers of the open folders, used when there is no current paper. */
async function pickPaper(): Promise<Uri | undefined> {
  const papers = await workspace.findFiles(`**/*.${paperLanguage}.md`, '**/node_modules/**', 1000);
  const make = { label: l10n.t('New Paper…'), iconPath: new ThemeIcon('new-file'), uri: undefined };
  const items = papers
    .map((uri) => ({ label: workspace.asRelativePath(uri), uri }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const chosen = await window.showQuickPick([...items, make], {
    title: l10n.t('Cite'),
    placeHolder: l10n.t('In which paper?'),
  });
  if (!chosen || chosen.uri) return chosen?.uri;
  const made: unknown = await commands.executeCommand('pilcrow.newPaper');
  return made instanceof Uri ? made : undefined;
}
