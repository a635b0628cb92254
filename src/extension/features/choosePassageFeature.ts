import { l10n, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import type { WireCitableItem, WirePassageChoice } from '../../server/protocol.ts';
import { pickPassage } from '../citablePick.ts';
import { CannotDoError, registerCommand } from '../commands.ts';
import { toRange } from '../convert.ts';
import type { Feature, Pilcrow } from '../feature.ts';

/** “Choose the passage…”, the quick fix of citations whose passage only a person can know. */
export const choosePassageFeature: Feature = (pilcrow) =>
  registerCommand(pilcrow.log, 'pilcrow.choosePassage', (choice) =>
    choose(pilcrow, choice as WirePassageChoice),
  );

async function choose(pilcrow: Pilcrow, choice: WirePassageChoice): Promise<void> {
  const uri = Uri.parse(choice.uri, true);
  const document = await workspace.openTextDocument(uri);
  const { version } = document;
  const passage = await pickPassage(pilcrow, l10n.t('Choose the passage'), {
    key: choice.key,
    isWanted: (item) => isChoosable(item, choice),
  });
  if (!passage) return;
  if (document.version !== version)
    throw new CannotDoError(l10n.t('The paper has changed meanwhile. Choose the passage again.'));
  const edit = new WorkspaceEdit();
  const { range, newText } = replacedLocator(passage, choice);
  edit.replace(uri, range, newText);
  if (!(await workspace.applyEdit(edit)))
    throw new CannotDoError(l10n.t('The paper cannot be changed: it may be read-only.'));
  await window.showTextDocument(document);
}

function isChoosable({ label }: WireCitableItem, { number, onlyNumbers }: WirePassageChoice): boolean {
  return !onlyNumbers || !number || label.startsWith(number.sign);
}

function replacedLocator(
  { label, locator: written }: WireCitableItem,
  { locator, number }: WirePassageChoice,
) {
  return number && label.startsWith(number.sign)
    ? { range: toRange(number.range), newText: label.slice(number.sign.length) }
    : { range: toRange(locator.range), newText: `${locator.before}${written}${locator.after}` };
}
