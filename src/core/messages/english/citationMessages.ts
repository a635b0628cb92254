import { counted, didYouMean, listed, paragraphRange } from './messageWords.ts';

/** What is wrong with citations, and the fixes. */
export const citations = {
  'citations.unknownKey': (told: {
    key: string;
    nearest: readonly string[];
    known: readonly string[];
    isCut: boolean;
  }) => {
    const hint =
      told.known.length > 0
        ? ` Known keys: ${listed(told.known, told.isCut)}.`
        : ' The study folder has no sources yet: import one.';
    return `@${told.key}: no source or work has this key.${didYouMean(told.nearest) || hint}`;
  },
  'citations.alias': ({ alias, key }: { alias: string; key: string }) =>
    `@${alias}: another name of @${key}, by which Pandoc does not find it.`,
  'citations.undefinedReference': ({ key, nearest }: { key: string; nearest: readonly string[] }) =>
    `@${key}: this paper defines no such label.${didYouMean(nearest)}`,
  'citations.noLocator': (told: { key: string; first: string; last: string; notes: number }) => {
    const paragraphs = told.first === '' ? 'no paragraphs' : paragraphRange(told.first, told.last);
    return `@${told.key}: which passage? It has ${paragraphs}${told.notes > 0 ? ` and ${counted(told.notes, 'note')}` : ''}.`;
  },
  'citations.otherPrinting':
    '{$before} in the edition of @{$key}, {$now} in its text of today. Move the citation if it follows the edition; if it follows the text, freeze the edition again.',
  'fixes.moveToOwnKey': ({ key, citations }: { key: string; citations: number }) =>
    `Give the text of today the key ${key}, and move ${counted(citations, 'citation')} of this file to it`,
  'citations.locatorLanguage':
    '“{$written}” is “{$here}” in this paper; where the language is {$language}, which is a language of the cited text too, it is “{$there}”.',
  'fixes.clearTerms': ({ citations }: { citations: number }) =>
    `Write terms that are clear in ${counted(citations, 'citation')} of this file`,
  'citations.reversed': '{$first}–{$last}: the range ends before it begins.',
  'citations.completeRange': 'Write the end in full: {$first}-{$last}',
  'citations.turnRound': 'Turn round: {$last}-{$first}',
  'citations.citeBoth': 'Cite both: {$first}, {$last}',
  'citations.unparsed': '“{$text}”: printed as it stands, leads nowhere. {$instead}',
  'citations.halfParsed': '“{$text}”: Pandoc reads only “{$read}”. {$instead}',
  'citations.swallowed':
    '“{$text}”: Pandoc takes the word for a roman number and prints “{$read}” as the place, which leads nowhere. {$instead}',
  'citations.afterSemicolon':
    '“{$text}” stands after a semicolon and belongs to no key: Pandoc reads no citation in these brackets and prints them as they stand. {$instead}',
  'citations.touching':
    '“{$text}”: brackets that touch. Pandoc reads no citation in the first and prints them as they stand, with the author’s name. {$instead}',
  'citations.write': 'Write “{$text}”.',
  'citations.writeComma': 'Write a comma before it.',
  'citations.uniteBrackets': 'Put both into one pair of brackets, with a semicolon between.',
  'citations.writePlain': 'Write it without emphasis or other marks.',
  'citations.waysToCite': 'Cite a paragraph as {$paragraph}, a section as {$section}, a note as {$note}.',
  'citations.onlyFirst': '“{$text}”: only the first place is understood. Cite one place, or cite twice.',
  'citations.contradiction':
    '“{$text}”: {$place} is not in {$first}. Write the one that is meant, or cite twice.',
  'citations.onlyFirstOf': '“{$text}”: only the first place is understood. Write “{$place}”.',
  'citations.escaped':
    'With its backslashes “{$text}” is not the citation that it looks like. Some formatters write them; remove them.',
  'citations.unsigned':
    '“{$text}” is no citation, and is printed as it stands: an @ has to stand right before the key. Write “{$right}”.',
  'citations.inCode':
    '“{$text}” stands in code, as its block is set in by four spaces or more, and is no citation. Set the block in like what it belongs to.',
  'citations.olderAuthor':
    '“{$text}”: Pandoc 2.17 prints a hyphen and the author; in brackets 2.17 and 3.10 both leave the author out.',
  'citations.olderMark':
    '“{$text}”: Pandoc 2.17 drops the “!” and the place, and cites by the author’s name.',
  'citations.olderBehind':
    '“{$text}”: with “{$next}” right behind it, Pandoc 2.17 prints the brackets as they stand, with the author’s name.',
  'citations.olderTerm':
    '“{$term}”: Pandoc 2.17 does not understand the term, or takes it for another, and may print the words as they stand.',
  'citations.writeForBoth': 'Write what Pandoc 2.17 and 3.10 read alike',
  'citations.removeBackslashes': 'Remove the backslashes',

  'citations.noParagraphs': '¶ {$value}: @{$key} has no paragraphs.',
  'citations.noSuchParagraph': (told: { value: string; key: string; first: string; last: string }) =>
    `¶ ${told.value}: @${told.key} has ${paragraphRange(told.first, told.last)}.`,
  'citations.noSuchPrinted':
    '¶ {$value}: no paragraph of @{$key} is printed with this number; its author numbered them from {$first} to {$last}.',
  'citations.printedTwice':
    '¶ {$value}: more than one paragraph of @{$key} is printed with this number: {$openings}. Cite a section, or take “numbering: printed” out of the source.',
  'citations.noSuchSection': (told: {
    value: string;
    key: string;
    sections: readonly string[];
    isCut: boolean;
  }) => {
    const some = `${told.sections.length === 1 ? 'section' : 'sections'} ${listed(told.sections, told.isCut)}`;
    return `sec. ${told.value}: @${told.key} has ${told.sections.length === 0 ? 'no sections' : some}.`;
  },
  'citations.noSuchNote': (told: {
    value: string;
    key: string;
    first: number;
    last: number;
    count: number;
  }) => {
    const numbers =
      told.count === 1
        ? `one note, n. ${String(told.first)}`
        : `n. ${String(told.first)}–${String(told.last)}`;
    return `n. ${told.value}: @${told.key} has ${told.count === 0 ? 'no notes' : numbers}.`;
  },
  'citations.otherLocator':
    '{$term} {$value}: @{$key} is cited by {$paragraph}, {$section} or {$note}, and has nothing else to look up.',
  'citations.noSuchPage': 'p. {$value}: @{$key} marks p. {$first}–{$last}.',
  'citations.noPages':
    'p. {$value}: @{$key} has no page numbers. Cite the paragraph, as {$paragraph} and its number.',
  'citations.bareNumber':
    '{$value}: a number alone means a page, and @{$key} has no page numbers. Cite the paragraph{$instead}.',
  'citations.asParagraph': ' as {$paragraph}',
  'citations.asSign': ', as {$sign} and its number',

  'fixes.changeTo': 'Change to {$text}',
  'fixes.changeToWords': ({ words, preview = '' }: { words: string; preview?: string }) =>
    `Change to “${words}”${preview === '' ? '' : `: ${preview}`}`,
  'fixes.changeToPlace': ({
    place,
    preview,
    which = '',
  }: {
    place: string;
    preview: string;
    which?: string;
  }) => `Change to ${which === '' ? '' : `${which}, `}${place}${preview === '' ? '' : `: ${preview}`}`,
  'fixes.citeParagraph': ({ place, preview }: { place: string; preview: string }) =>
    `Cite the paragraph: ${place}${preview === '' ? '' : `: ${preview}`}`,
  'fixes.existingOfRange': 'what exists of it',
  'fixes.lastParagraph': 'the last paragraph',
  'fixes.firstParagraph': 'the first paragraph',
  'fixes.onlyNote': 'the only note',
  'fixes.lastNote': 'the last note',
} as const;
