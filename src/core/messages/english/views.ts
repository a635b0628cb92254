import { counted } from './messageWords.ts';

/** What views, hovers and lists say. */
export const views = {
  'count.paragraphs': ({ count }: { count: number }) => counted(count, 'paragraph'),
  'count.moreParagraphs': ({ count }: { count: number }) => `… and ${counted(count, 'more paragraph')}`,
  'count.sections': ({ count }: { count: number }) => counted(count, 'section'),
  'count.notes': ({ count }: { count: number }) => counted(count, 'note'),
  'count.moreNotes': ({ count }: { count: number }) => `… and ${counted(count, 'more note')}`,
  'count.moreAnswers': ({ count }: { count: number }) => `… and ${counted(count, 'more answer')}`,
  'count.moreSenses': ({ count }: { count: number }) => `… and ${counted(count, 'more sense')}`,
  'count.answers': ({ count }: { count: number }) => counted(count, 'answer'),
  'count.uses': ({ count }: { count: number }) => counted(count, 'use'),
  'count.rows': ({ count }: { count: number }) => counted(count, 'row'),
  'count.problems': ({ count }: { count: number }) => counted(count, 'problem'),
  'count.builtInTerms': ({ count }: { count: number }) => counted(count, 'built-in term'),

  'cited.notYet': 'Not cited yet',
  'cited.times': ({ times }: { times: number }) => `Cited ${counted(times, 'time')}`,
  'cited.inPapers': ({ times, papers }: { times: number; papers: number }) =>
    `Cited ${counted(times, 'time')} in ${counted(papers, 'paper')}`,
  'cited.here': ({ times, papers, here }: { times: number; papers: number; here: number }) =>
    `Cited ${counted(times, 'time')} in ${counted(papers, 'paper')}${papers > 1 ? `, ${counted(here, 'time')} here` : ''}`,
  'cited.afterKey': ({ times, papers }: { times: number; papers: number }) =>
    times === 0 ? ', not cited yet' : `, cited ${counted(times, 'time')} in ${counted(papers, 'paper')}`,
  'cited.afterName': ({ times }: { times: number }) =>
    times === 0 ? ', not cited' : `, cited ${counted(times, 'time')}`,
  'cited.afterLabel': ({ times }: { times: number }) => ` · cited ${counted(times, 'time')}`,
  'cited.short': ({ times }: { times: number }) => `cited ${String(times)}×`,

  'sources.counting': 'Papers are being read; then you see here how often each paragraph is cited.',
  'sources.notImported': 'text not imported',
  'sources.onlyEdition':
    'Only the edition is here: numbers, sections and gists. Import your copy to read the passages and have quotations checked.',
  'sources.error': ({ name, problem }: { name: string; problem: string }) => `${name}, error: ${problem}`,
  'sources.notes': 'Notes',
  'sources.empty': 'empty',
  'sources.section': ({ label, title, numbers }: { label: string; title: string; numbers: string }) =>
    `Section ${label}, ${title}, ${numbers}`,
  'sources.paragraph': ({
    number,
    preview,
    cited,
    notes,
  }: {
    number: number;
    preview: string;
    cited: string;
    notes: number;
  }) => `Paragraph ${String(number)}, ${preview}${cited}${notes === 0 ? '' : `, ${counted(notes, 'note')}`}`,
  'sources.outline':
    'This is the edition: numbers, sections and a line on each paragraph, without the text itself. Import your copy to read the passages here and have quotations checked.',
  'sources.outlineWords': ({ count }: { count: number }) => `${String(count)} words`,

  'edition.anotherText': ({ paragraphs }: { paragraphs: number }) =>
    `This is another text: fewer than half of the edition's ${counted(paragraphs, 'paragraph')} stand in it.`,
  'edition.otherWords': ({ paragraph, edition }: { paragraph: number; edition: number }) =>
    paragraph === edition
      ? `¶ ${String(paragraph)} has other words.`
      : `¶ ${String(paragraph)} has other words than ¶ ${String(edition)} of the edition.`,
  'edition.added': ({ places, count }: { places: string; count: number }) =>
    `${places} ${count === 1 ? 'is' : 'are'} not in the edition.`,
  'edition.missing': ({ places, count }: { places: string; count: number }) =>
    `${places} of the edition ${count === 1 ? 'is' : 'are'} missing.`,
  'edition.moved': ({ count }: { count: number }) =>
    `${counted(count, 'paragraph')} moved: their numbers are not the edition's.`,
  'edition.headings': ({ heading }: { heading: string | undefined }) =>
    `The headings differ, first at ${heading === undefined ? 'the last of the edition' : `“${heading}”`}.`,
  'edition.noteDiffers': ({ note }: { note: number }) => `Note ${String(note)} has other words.`,
  'edition.noteMissing': ({ note }: { note: number }) => `Note ${String(note)} of the edition is missing.`,
  'edition.noteAdded': ({ note }: { note: number }) => `Note ${String(note)} is not in the edition.`,
  'edition.abstractDiffers': 'The abstract has other words.',
  'edition.abstractMissing': 'The abstract of the edition is missing.',

  'summary.counts': ({
    papers,
    citations,
    errors,
    warnings,
  }: {
    papers: number;
    citations: number;
    errors: number;
    warnings: number;
  }) => {
    const found = [
      errors > 0 ? counted(errors, 'error') : '',
      warnings > 0 ? counted(warnings, 'warning') : '',
    ].filter(Boolean);
    return `${counted(papers, 'paper')} with ${counted(citations, 'citation')}: ${found.join(' and ') || 'no problems'}`;
  },

  'papers.uncited': 'Without citation',
  'papers.shown': ({
    citations,
    quotations,
    isCut,
  }: {
    citations: number;
    quotations: number;
    isCut: boolean;
  }) =>
    `This paper has ${counted(citations, 'citation')} and ${counted(quotations, 'quotation')}. Listed are ${isCut ? 'the first of those' : 'those'} with problems.`,
  'papers.quotation': ({ words, state }: { words: string; state: string }) => `Quotation, ${words}, ${state}`,
  'papers.finding': ({
    level,
    message,
  }: {
    level: 'error' | 'warning' | 'information' | 'hint';
    message: string;
  }) => `${level}: ${message}`,
  'papers.resolved': ({ label, state }: { label: string; state: string }) => `${label}, resolved, ${state}`,
  'papers.workWithoutText': 'work without text',
  'papers.verified': ({
    status,
    places,
    byFingerprints,
  }: {
    status: string;
    places: readonly string[];
    byFingerprints: boolean;
  }) =>
    `${status}${places.length === 0 ? '' : ` at ${places.join(', ')}`}${byFingerprints ? ', by fingerprints' : ''}`,

  'templates.blank': 'Blank',
  'templates.aboutBlank': 'Title, author and date, and nothing below',
  'templates.aboutOwn': ({ name }: { name: string }) => `Your group’s own, templates/${name}.md`,
  'templates.summary': 'Summary',
  'templates.aboutSummary': 'What the text says, part by part, with a citation for every claim',
  'templates.critique': 'Critique',
  'templates.aboutCritique': 'A fair restatement first, then where you agree and where you object',
  'templates.questions': 'Questions for Discussion',
  'templates.aboutQuestions': 'What the group should talk about, each question tied to its passage',
  'templates.inEnglish': ({ about }: { about: string }) => `${about} (in English)`,

  'terms.addOwn': ({ name }: { name: string }) => `Add an entry of your own for “${name}” to the glossary`,
  'terms.add': ({ name }: { name: string }) => `Add “${name}” to the glossary`,
  'terms.selectWords': ({ words }: { words: number }) =>
    `Select the words of a term, at most ${String(words)}, or put the cursor into one. Code, citations and front matter have no terms.`,
  'terms.noGlossary':
    'pilcrow.json names no file for a glossary that could be made. Make one that it names, then try again.',
  'terms.notUsedHere': 'Not used here',
  'terms.notUsed': 'not used',
  'terms.notUsedYet': 'Not used yet',
  'terms.also': ({ names }: { names: string }) => ` · also ${names}`,
  'terms.seeAlso': ({ names }: { names: string }) => `See also ${names}`,
  'terms.definedAt': ({ place, title }: { place: string; title: string }) =>
    `Defined at ${place} of ${title}`,
  'terms.ofSource': ({ title }: { title: string }) => `_In ${title}:_ `,
  'terms.inThisSource': 'in this source',
  'terms.inThisPaper': 'in this paper',
  'terms.in': ({ title }: { title: string }) => `in ${title}`,
  'terms.inOtherSources': 'in other sources',
  'terms.inSources': 'in sources',
  'terms.inOtherPapers': 'in other papers',
  'terms.inPapers': 'in papers',
  'terms.use': ({ words, file, passage }: { words: string; file: string; passage: string }) =>
    `${words}, in ${file}${passage === '' ? '' : `, ${passage}`}`,
  'terms.frequencyHead': ({ sources, papers }: { sources: number; papers: number }) =>
    `| Sources ${String(sources)}, papers ${String(papers)} | Uses |`,
  'terms.beforeSections': 'before the first section',
};
