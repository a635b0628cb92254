import { l10n } from 'vscode';

/** The page's own texts, translated. Everything about a source and its figures comes from the server. */
export function pageWords() {
  return {
    coverage: l10n.t('Coverage'),
    filter: l10n.t('What counts'),
    source: l10n.t('Text'),
    paper: l10n.t('Paper'),
    author: l10n.t('Author'),
    since: l10n.t('From'),
    until: l10n.t('To'),
    clear: l10n.t('Count Everything'),
    allPapers: l10n.t('All papers ({0})'),
    everybody: l10n.t('Everybody'),
    view: l10n.t('View'),
    picture: l10n.t('Picture'),
    table: l10n.t('Table'),
    grid: l10n.t(
      'Paragraphs by section. Arrow keys move, Enter opens the passage, a number goes to that paragraph.',
    ),
    details: l10n.t('The paragraph'),
    legend: l10n.t('What the marks mean'),
    undiscussed: l10n.t('not discussed'),
    level1: l10n.t('cited once'),
    level2: l10n.t('twice'),
    level3: l10n.t('3–4 times'),
    level4: l10n.t('more often'),
    onlySection: l10n.t('only with its whole section'),
    isQuoted: l10n.t('quoted'),
    isNoted: l10n.t('noted'),
    caption: l10n.t('{0}: every paragraph and note with its figures. Choose a heading to sort by it.'),
    paragraph: l10n.t('Paragraph'),
    section: l10n.t('Section'),
    text: l10n.t('Gist or first words'),
    cited: l10n.t('Cited'),
    quoted: l10n.t('Quoted'),
    notes: l10n.t('Notes'),
    papers: l10n.t('Papers'),
    inPapers: l10n.t('Papers: {0}'),
    cell: l10n.t('{0}, {1}: {2}'),
    wide: l10n.t('({0} with the section)'),
    more: l10n.t('Show More Rows'),
    jumped: l10n.t('Paragraph {0}'),
    noSuch: l10n.t('There is no paragraph {0}.'),
  };
}

export type PageWords = ReturnType<typeof pageWords>;
