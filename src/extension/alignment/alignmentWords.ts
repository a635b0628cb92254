import { l10n } from 'vscode';

/** The page's own texts, translated. What is known of a place is said by the server. */
export function alignmentWords() {
  return {
    review: l10n.t('Review Alignment'),
    view: l10n.t('View'),
    openPlaces: l10n.t('Open Places'),
    wholeText: l10n.t('Whole Text'),
    actions: l10n.t('What to do with the place'),
    confirm: l10n.t('Confirm'),
    enter: l10n.t('Enter'),
    nothing: l10n.t('Nothing Corresponds'),
    join: l10n.t('Join with Next'),
    part: l10n.t('Part'),
    take: l10n.t('Take Next Paragraph'),
    give: l10n.t('Give Last Paragraph'),
    next: l10n.t('Next Open Place'),
    undo: l10n.t('Undo'),
    grid: l10n.t(
      'Paragraphs side by side. Arrow keys move, Enter confirms, N says that nothing corresponds, J joins with the next row, P parts the row, Alt with an arrow key moves the border of the column.',
    ),
    state: l10n.t('What is known'),
    empty: l10n.t('nothing'),
    changed: l10n.t('changed, not confirmed'),
    confirmed: l10n.t('confirmed'),
    left: l10n.t('Places to look at: {0}'),
    none: l10n.t('Every paragraph has its place.'),
    saidConfirmed: l10n.t('Confirmed: {0}. Places to look at: {1}'),
    more: l10n.t('Show More Rows'),
  };
}

export type AlignmentWords = ReturnType<typeof alignmentWords>;
