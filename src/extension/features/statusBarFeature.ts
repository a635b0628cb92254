import { Disposable, l10n, StatusBarAlignment, window, type StatusBarItem } from 'vscode';
import type { View } from '../../server/protocol.ts';
import type { Pilcrow } from '../feature.ts';
import { isPaper } from '../paperTracker.ts';

/** Shows, while a paper is open, how many citations and problems it has. */
export function statusBarFeature({ models }: Pilcrow): Disposable {
  const item = window.createStatusBarItem('pilcrow.paper', StatusBarAlignment.Right, 110);
  item.name = l10n.t('Pilcrow: Citations of the Paper');
  item.command = 'pilcrow.checkStudyFolder';
  const update = (): void => {
    const known = models.paper.state === 'answered';
    if (known && isPaper(window.activeTextEditor?.document)) showCounts(item, models.paper.view);
    else item.hide();
  };
  update();
  return Disposable.from(item, models.paper.onDidChange(update), window.onDidChangeActiveTextEditor(update));
}

function showCounts(item: StatusBarItem, { citations = 0, badge }: View): void {
  const count = citations === 1 ? l10n.t('1 citation') : l10n.t('{0} citations', citations);
  const problems = badge === 1 ? l10n.t('1 problem') : l10n.t('{0} problems', badge);
  const parts = badge > 0 ? [count, problems] : [count];
  item.text = `¶ ${parts.join(' · ')}`;
  item.tooltip = l10n.t('{0} in this paper. Click to check the study folder.', parts.join(', '));
  item.accessibilityInformation = { label: l10n.t('Pilcrow: {0}', parts.join(', ')), role: 'button' };
  item.show();
}
