import { counted } from './messageWords.ts';

/** What stands on the web pages of a study. */
export const site = {
  'site.skip': 'Skip to the text',
  'site.pages': 'Pages',
  'site.sources': 'Texts',
  'site.papers': 'Papers',
  'site.glossary': 'Glossary',
  'site.coverage': 'Coverage',
  'site.guide': 'Open questions',
  'site.works': 'Works cited',
  'site.search': 'Search',
  'site.titleOfStudy': 'A study of {$titles}',
  'site.untitledStudy': 'Our study',
  'site.untitledPaper': 'Paper {$number}',
  'site.otherStyle': '{$file}: {$message} It is set in the style of the study.',
  'site.madeWith': 'Made with Pilcrow',
  'site.close': 'Close',

  'site.sections': 'Sections',
  'site.notesOfText': 'Notes of the text',
  'site.beforeSections': 'Before the first section',
  'site.section': 'Section {$label}',
  'site.sharedGist':
    'This page says in a line what each paragraph is about. The words are in your own copy of the text.',
  'site.sharedNumbers':
    'This page has the numbers of the paragraphs. The words are in your own copy of the text.',
  'site.wordCount': '{$count word}',
  'site.onPlace': 'on {$place}',
  'site.voicePapers': '{$count paper}',
  'site.voiceQuotations': '{$count quotation}',
  'site.voiceQuestions': '{$count question}',
  'site.voiceNotes': '{$count note}',
  'site.quotedIn': 'Quoted',
  'site.askedIn': 'Asked',
  'site.citedIn': 'Cited',
  'site.noted': 'Noted',
  'site.answers': 'Answers',
  'site.resolved': 'settled',

  'site.passagesCited': 'Passages cited',
  'site.footnotes': 'Notes',
  'site.abstract': 'Abstract',
  'site.backToText': 'Back to the text, {$number}',

  'site.also': 'Also: {$names}',
  'site.seeAlso': 'See also',
  'site.inSource': 'In {$title}',
  'site.definedAt': 'Defined at',
  'site.usedIn': 'Used in',
  'site.toGlossary': 'To the glossary',
  'site.toPassage': 'To the text',
  'site.letters': 'Letters',

  'site.coverageOf': 'Each square is a paragraph: the fuller, the more often papers cite it.',
  'site.legendNone': 'not discussed',
  'site.legendSection': 'cited with its whole section',
  'site.legendCited': 'cited once, twice, three or four times, more often',
  'site.legendQuoted': 'quoted',
  'site.legendNoted': 'has a note',
  'site.asTable': 'As a table',
  'site.paragraph': 'Paragraph',
  'site.about': 'About',
  'site.totals': (told: { passages: number; discussed: number }) =>
    `${String(told.discussed)} of ${counted(told.passages, 'paragraph')} discussed`,
  'site.group': '{$discussed} of {$all} discussed',
  'site.counts': (told: { citations: number; bySection: number; quotations: number; notes: number }) => {
    const own = told.citations - told.bySection;
    const parts = [
      ...(own > 0 ? [`cited ${timesInWords(own)}`] : []),
      ...(told.bySection > 0 ? [`cited ${timesInWords(told.bySection)} with its whole section`] : []),
      ...(told.quotations > 0 ? [`quoted ${timesInWords(told.quotations)}`] : []),
      ...(told.notes > 0 ? [counted(told.notes, 'note')] : []),
    ];
    return parts.length > 0 ? parts.join('; ') : 'not discussed';
  },

  'site.guideOpening': (told: { questions: number; papers: number }) =>
    `${counted(told.questions, 'open question')}${told.papers > 0 ? ` from ${counted(told.papers, 'paper')}` : ''}, in the order of the text.`,
  'site.noQuestions': 'Nobody asks anything yet.',
  'site.disputed': 'Words in dispute',
  'site.homeless': 'On no passage',
  'site.askedBy': 'Asked in',
  'site.askedInNote': 'Asked in a note',

  'site.workCitedIn': 'Cited in',
  'site.noWorks': 'Papers cite no works yet.',
  'site.noPapers': 'There are no papers yet.',
  'site.noTerms': 'The glossary has no words yet.',
  'site.noSources': 'There is no text yet.',

  'site.searchFor': 'Words to look for',
  'site.searchNeedsScript': 'Search needs JavaScript, which this browser does not run here.',
  'site.searchEmpty': 'Type a word. What has all the words that you type is listed, the best first.',
  'site.searchNothing': 'Nothing here has these words.',
  'site.searchFound': 'Found: {0}',
  'site.searchFirst': 'Found: {0}, of which the first {1} are listed',
  'site.kindPassage': 'Text',
  'site.kindPaper': 'Paper',
  'site.kindTerm': 'Glossary',
  'site.kindQuestion': 'Question',
  'site.kindWork': 'Work',
} as const;

function timesInWords(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${String(count)} times`;
}
