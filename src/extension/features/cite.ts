import { commands, Disposable, env, l10n, Uri, window, workspace } from 'vscode';
import type { ViewNode } from '../../server/protocol.ts';
import { pickPassage } from '../citablePick.ts';
import { CannotDo, registerCommand, registerRowCommand } from '../commands.ts';
import { fromRange, toLocation } from '../convert.ts';
import type { Pilcrow } from '../feature.ts';
import { insertIntoPaper } from '../insertion.ts';
import { isPaper, paperLanguage } from '../papers.ts';
import { optionsOf } from '../studyFolders.ts';

/** “Cite”, “Quote”, “Copy Citation” and “Go to Passage”. */
export function cite(pilcrow: Pilcrow): Disposable {
  const { log, papers } = pilcrow;
  const insert = async (text: string | undefined): Promise<string | undefined> => {
    const paper = text ? (papers.current ?? (await pickPaper())) : undefined;
    if (text && paper) await insertIntoPaper(papers, paper, text);
    return paper && text;
  };
  return Disposable.from(
    registerRowCommand(log, 'pilcrow.cite', async (row) => insert(await citationWanted(pilcrow, row))),
    registerCommand(log, 'pilcrow.quote', async () => insert(await quotationOfSelection(pilcrow))),
    registerRowCommand(log, 'pilcrow.copyCitation', async (row) => {
      const citation = await citationWanted(pilcrow, row);
      if (!citation) return;
      await env.clipboard.writeText(citation);
      window.setStatusBarMessage(l10n.t('Copied {0}', citation), 3000);
    }),
    registerCommand(log, 'pilcrow.goToPassage', () => goToPassage(pilcrow)),
  );
}

/** The citation of a row of the sidebar, else of what is selected in a source, else of a passage picked. */
async function citationWanted(pilcrow: Pilcrow, row: unknown): Promise<string | undefined> {
  const { citation } = optionsOf<ViewNode>(row);
  if (citation) return citation;
  const selected = await citationOfSelection(pilcrow);
  if (selected) return selected.citation;
  return (await pickPassage(pilcrow, l10n.t('Cite')))?.citation;
}

async function citationOfSelection({
  server,
}: Pilcrow): Promise<{ citation: string; quotation: string | null } | undefined> {
  const editor = window.activeTextEditor;
  if (!editor || isPaper(editor.document)) return undefined;
  const uri = editor.document.uri.toString();
  return (
    (await server.request('pilcrow/citationOf', { uri, range: fromRange(editor.selection) })) ?? undefined
  );
}

async function quotationOfSelection(pilcrow: Pilcrow): Promise<string> {
  const selected = await citationOfSelection(pilcrow);
  if (selected?.quotation) return selected.quotation;
  throw new CannotDo(l10n.t('Select the words to quote in a source first.'));
}

/** Papers of the open folders, where none was worked on yet. */
async function pickPaper(): Promise<Uri | undefined> {
  const papers = await workspace.findFiles(`**/*.${paperLanguage}.md`, '**/node_modules/**', 1000);
  const make = { label: l10n.t('$(new-file) New Paper…'), uri: undefined };
  const items = papers.map((uri) => ({ label: workspace.asRelativePath(uri), uri })).sort(byLabel);
  const chosen = await window.showQuickPick([...items, make], {
    title: l10n.t('Cite'),
    placeHolder: l10n.t('In which paper?'),
  });
  if (!chosen || chosen.uri) return chosen?.uri;
  const made: unknown = await commands.executeCommand('pilcrow.newPaper');
  return made instanceof Uri ? made : undefined;
}

function byLabel(one: { label: string }, other: { label: string }): number {
  return one.label.localeCompare(other.label);
}

async function goToPassage(pilcrow: Pilcrow): Promise<void> {
  const passage = await pickPassage(pilcrow, l10n.t('Go to Passage'));
  if (!passage) return;
  if (!passage.target) throw new CannotDo(l10n.t('The text of this passage is not in the study folder.'));
  const { uri, range } = toLocation(passage.target);
  await commands.executeCommand('vscode.open', uri, { selection: range });
}
