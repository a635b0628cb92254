import { counted } from './messageWords.ts';

/** What views, hovers and lists say. */
export const views = {
  'count.paragraphs': '{$count paragraph}',
  'count.moreParagraphs': '… and {$count more paragraph}',
  'count.sections': '{$count section}',
  'count.notes': '{$count note}',
  'count.moreNotes': '… and {$count more note}',
  'count.moreAnswers': '… and {$count more answer}',
  'count.moreSenses': '… and {$count more sense}',
  'count.answers': '{$count answer}',
  'count.uses': '{$count use}',
  'count.rows': '{$count row}',
  'count.problems': '{$count problem}',
  'count.builtInTerms': '{$count built-in term}',

  'completion.source': '{$paragraphs paragraph}, cited {$uses time}.',
  'completion.passage': 'Cited {$uses time}.',
  'completion.onlyEdition': 'Known by its edition: the text is not in this study folder.',
  'hover.noParagraphs': 'no paragraphs',
  'hover.cited': 'Cited: {$words}',
  'outline.emptyHeading': '(empty heading)',
  'places.more': '{$listed} and {$more} more',

  'actions.removeRepeatedCitations': 'Remove the repeated citations',
  'actions.removeRepeated': 'Remove the repeated {$citation}',
  'actions.createEntry': 'Create a bibliography entry for @{$key} in {$path}',
  'rename.builtInKey': '@{$key} is built in and keeps its key. Import your copy, and give it another id.',
  'rename.builtInTerm':
    '“{$name}” is defined by the built-in glossary. Write an entry of your own to change it.',
  'rename.empty': 'The new name is empty.',
  'rename.badKey': 'A key has no spaces or braces.',
  'rename.takenKey': 'The key “{$key}” is taken.',
  'rename.takenName': '“{$name}” already leads to the entry “{$entry}”.',
  'rename.leftOut': ({ count, places }: { count: number; places: string }) =>
    count === 1
      ? `1 use was not renamed, as it may not mean the term or is quoted: ${places}.`
      : `${String(count)} uses were not renamed, as they may not mean the term or are quoted: ${places}.`,

  'cited.notYet': 'Not cited yet',
  'cited.times': 'Cited {$times time}',
  'cited.inPapers': 'Cited {$times time} in {$papers paper}',
  'cited.here': ({ times, papers, here }: { times: number; papers: number; here: number }) =>
    `Cited ${counted(times, 'time')} in ${counted(papers, 'paper')}${papers > 1 ? `, ${counted(here, 'time')} here` : ''}`,
  'cited.afterKey': ({ times, papers }: { times: number; papers: number }) =>
    times === 0 ? ', not cited yet' : `, cited ${counted(times, 'time')} in ${counted(papers, 'paper')}`,
  'cited.afterName': ({ times }: { times: number }) =>
    times === 0 ? ', not cited' : `, cited ${counted(times, 'time')}`,
  'cited.afterLabel': ' · cited {$times time}',
  'cited.short': 'cited {$times}×',

  'sources.counting': 'Papers are being read; then you see here how often each paragraph is cited.',
  'sources.notImported': 'text not imported',
  'sources.onlyEdition':
    'Only the edition is here: numbers, sections and gists. Import your copy to read the passages and have quotations checked.',
  'sources.error': '{$name}, error: {$problem}',
  'sources.notes': 'Notes',
  'sources.empty': 'empty',
  'sources.section': 'Section {$label}, {$title}, {$numbers}',
  'sources.paragraph': (told: { number: number; preview: string; cited: string; notes: number }) =>
    `Paragraph ${String(told.number)}, ${told.preview}${told.cited}${told.notes === 0 ? '' : `, ${counted(told.notes, 'note')}`}`,
  'sources.outline':
    'This is the edition: numbers, sections and a line on each paragraph, without the text itself. Import your copy to read the passages here and have quotations checked.',
  'sources.outlineWords': '{$count} words',

  'edition.anotherText':
    "This is another text: fewer than half of the edition's {$paragraphs paragraph} stand in it.",
  'edition.otherWords': ({ paragraph, edition }: { paragraph: number; edition: number }) =>
    paragraph === edition
      ? `¶ ${String(paragraph)} has other words.`
      : `¶ ${String(paragraph)} has other words than ¶ ${String(edition)} of the edition.`,
  'edition.added': ({ places, count }: { places: string; count: number }) =>
    `${places} ${count === 1 ? 'is' : 'are'} not in the edition.`,
  'edition.missing': ({ places, count }: { places: string; count: number }) =>
    `${places} of the edition ${count === 1 ? 'is' : 'are'} missing.`,
  'edition.moved': "{$count paragraph} moved: their numbers are not the edition's.",
  'edition.headings': ({ heading }: { heading: string | undefined }) =>
    `The headings differ, first at ${heading === undefined ? 'the last of the edition' : `“${heading}”`}.`,
  'edition.noteDiffers': 'Note {$note} has other words.',
  'edition.noteMissing': 'Note {$note} of the edition is missing.',
  'edition.noteAdded': 'Note {$note} is not in the edition.',
  'edition.abstractDiffers': 'The abstract has other words.',
  'edition.abstractMissing': 'The abstract of the edition is missing.',

  'summary.counts': ({ papers, citations, errors, warnings, information, hints }: CheckCounts) => {
    const counts = [
      errors > 0 ? counted(errors, 'error') : '',
      warnings > 0 ? counted(warnings, 'warning') : '',
      information > 0 ? counted(information, 'piece of information', 'pieces of information') : '',
      hints > 0 ? counted(hints, 'hint') : '',
    ].filter(Boolean);
    const found = counts.join(', ').replace(/, ([^,]*)$/, ' and $1') || 'no problems';
    return `${counted(papers, 'paper')} with ${counted(citations, 'citation')}: ${found}`;
  },

  'said.quoted': '“{$words}”',
  'papers.uncited': 'Without citation',
  'papers.shown': (told: { citations: number; quotations: number; isCut: boolean }) =>
    `This paper has ${counted(told.citations, 'citation')} and ${counted(told.quotations, 'quotation')}. Listed are ${told.isCut ? 'the first of those' : 'those'} with problems.`,
  'papers.quotation': 'Quotation, {$words}, {$state}',
  'papers.finding': (told: { level: 'error' | 'warning' | 'information' | 'hint'; message: string }) =>
    `${told.level}: ${told.message}`,
  'papers.resolved': '{$label}, resolved, {$state}',
  'papers.workWithoutText': 'work without text',
  'papers.verified': (told: { status: string; places: readonly string[]; byFingerprints: boolean }) =>
    `${told.status}${told.places.length === 0 ? '' : ` at ${told.places.join(', ')}`}${told.byFingerprints ? ', by fingerprints' : ''}`,

  'templates.blank': 'Blank',
  'templates.aboutBlank': 'Title, author and date, and nothing below',
  'templates.aboutOwn': 'Your group’s own, templates/{$name}.md',
  'templates.summary': 'Summary',
  'templates.aboutSummary': 'What the text says, part by part, with a citation for every claim',
  'templates.critique': 'Critique',
  'templates.aboutCritique': 'A fair restatement first, then where you agree and where you object',
  'templates.questions': 'Questions for Discussion',
  'templates.aboutQuestions': 'What the group should talk about, each question tied to its passage',
  'templates.inWords': '{$about} (in English)',

  'terms.glossary': 'Glossary',
  'terms.addOwn': 'Add an entry of your own for “{$name}” to the glossary',
  'terms.add': 'Add “{$name}” to the glossary',
  'terms.selectWords':
    'Select the words of a term, at most {$words}, or put the cursor into one. Code, citations and front matter have no terms.',
  'terms.noGlossary':
    'pilcrow.json names no file for a glossary that could be made. Make one that it names, then try again.',
  'terms.notUsedHere': 'Not used here',
  'terms.notUsed': 'not used',
  'terms.notUsedYet': 'Not used yet',
  'terms.also': ' · also {$names}',
  'terms.seeAlso': 'See also {$names}',
  'terms.definedAt': 'Defined at {$place} of {$title}',
  'terms.ofSource': '_In {$title}:_ ',
  'terms.inThisSource': 'in this source',
  'terms.inThisPaper': 'in this paper',
  'terms.in': 'in {$title}',
  'terms.inOtherSources': 'in other sources',
  'terms.inSources': 'in sources',
  'terms.inOtherPapers': 'in other papers',
  'terms.inPapers': 'in papers',
  'terms.use': ({ words, file, passage }: { words: string; file: string; passage: string }) =>
    `${words}, in ${file}${passage === '' ? '' : `, ${passage}`}`,
  'terms.frequencyHead': '| Sources {$sources}, papers {$papers} | Uses |',
  'terms.beforeSections': 'before the first section',
} as const;

/** What the last line of a check counts. */
interface CheckCounts {
  readonly papers: number;
  readonly citations: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly hints: number;
}
