import { counted, didYouMean, doYouMean, listed, paragraphRuns } from './messageWords.ts';

/** What is wrong with files, sources, terms, notes and links, and the fixes. */
export const checks = {
  'checks.unknown': 'There is no check “{$id}”.',
  'checks.nothingToSilence': 'Nothing to silence: the next block has no {$id}.',
  'checks.noBlock': 'Nothing to silence: no block follows this comment.',
  'checks.removeComment': 'Remove the comment',

  'conflicts.unmerged':
    'Git could not merge {$ours} and {$theirs} here. Keep what is right, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>. Nothing between them is checked.',
  'conflicts.upper': 'the upper lines',
  'conflicts.lower': 'the lower lines',
  'conflicts.upperOf': 'the upper lines (“{$name}”)',
  'conflicts.lowerOf': 'the lower lines (“{$name}”)',
  'conflicts.linesOf': 'Here begin {$side}',
  'conflicts.keepUpper': 'Keep the upper lines: “{$words}”',
  'conflicts.keepLower': 'Keep the lower lines: “{$words}”',
  'conflicts.keepUpperNone': 'Keep the upper side, which has no lines',
  'conflicts.keepLowerNone': 'Keep the lower side, which has no lines',
  'conflicts.keepBoth': 'Keep the lines of both',

  'frontMatter.unreadable': 'The front matter cannot be read: {$reason}',
  'frontMatter.indentedOpening': 'The front matter is read as text: its first line, ---, is indented.',
  'frontMatter.blankLine': 'Pandoc reads the front matter as text: a blank line follows its first line, ---.',
  'frontMatter.indentedClosing':
    'The front matter is not closed: its last line is indented. It must be --- alone.',
  'frontMatter.otherClosing': 'The front matter is not closed: its last line must be --- alone.',
  'frontMatter.noClosing':
    'The front matter is not closed. Write --- alone on the line after its last field.',
  'frontMatter.removeIndentation': 'Remove the indentation',
  'frontMatter.removeBlankLine': 'Remove the blank line',
  'frontMatter.close': 'Close the front matter with ---',

  'sources.noId':
    'The source has no id: it is cited as @{$key}, after its file. Write “id: {$key}” into the front matter to settle it.',
  'sources.alsoThisFile': '@{$key} is also this file',
  'sources.sameKey': (told: { key: string; files: readonly string[]; isCut: boolean; counts: boolean }) =>
    `The key “${told.key}” also names ${listed(told.files, told.isCut)}. ${told.counts ? 'Citations lead here.' : 'Citations lead there, not here.'} Give one of them another id.`,
  'sources.anotherText': ({ key, paragraphs }: { key: string; paragraphs: number }) =>
    `This is not the text of its edition, @${key}: fewer than half of the edition's ${counted(paragraphs, 'paragraph')} stand in it. ${takeOver(key)}`,
  'sources.otherWords': ({ paragraph, edition }: { paragraph: number; edition: number }) =>
    `¶ ${String(paragraph)} has other words than the edition${paragraph === edition ? '' : ` (¶ ${String(edition)} there)`}.`,
  'sources.noSuchParagraph':
    "The edition has no such paragraph: from ¶ {$paragraph} on, numbers differ from the edition's{$rest}",
  'sources.missing': ({ paragraphs, rest }: { paragraphs: readonly number[]; rest: string }) =>
    `The copy lacks ${paragraphRuns(paragraphs)} of the edition: from ¶ ${String(paragraphs[0] ?? 1)} on, numbers differ from the edition's${rest}`,
  'sources.putTogether': (told: { paragraph: number; edition: readonly number[]; rest: string }) =>
    `${paragraphRuns(told.edition)} of the edition are put together here, as ¶ ${String(told.paragraph)}: from ¶ ${String((told.edition[0] ?? 0) + 1)} on, numbers differ from the edition's${told.rest}`,
  'sources.parted': (told: { paragraphs: readonly number[]; edition: number; rest: string }) =>
    `¶ ${String(told.edition)} of the edition is parted here, into ${paragraphRuns(told.paragraphs)}: from ¶ ${String(told.edition + 1)} on, numbers differ from the edition's${told.rest}`,
  'sources.moved': ({ moved, key }: { moved: number; key: string }) =>
    `${moved === 0 ? '' : `: ${counted(moved, 'paragraph')} moved`}. ${takeOver(key)}`,
  'sources.renumbered': ({
    key,
    before,
    now,
    citations,
    files,
  }: {
    key: string;
    before: string;
    now: string | undefined;
    citations: number;
    files: number;
  }) =>
    `Earlier versions of Pilcrow numbered @${key} otherwise (${wasNumber(before, now)}): ${counted(citations, 'number')} in ${counted(files, 'file')} may lead elsewhere than meant, and no edition says which numbers count.`,
  'sources.wasNumber': ({ before, now }: { before: string; now: string | undefined }) =>
    `${wasNumber(before, now)}.`,
  'fixes.moveCitations': ({ citations, files }: { citations: number; files: number }) =>
    `Move ${counted(citations, 'number')} in ${counted(files, 'file')} to the places that had them`,
  'fixes.leaveCitations': 'Leave all citations: they follow the present numbers',
  'relations.unknownKey': ({
    field,
    key,
    nearest,
  }: {
    field: string;
    key: string;
    nearest: readonly string[];
  }) => `“${field}” leads to “${key}”: no source or work has this key.${didYouMean(nearest)}`,
  'relations.circle': ({ field, chain }: { field: string; chain: readonly string[] }) =>
    `“${field}” leads in a circle: ${chain.map((key) => `@${key}`).join(' → ')}. The base is the text that names no other.`,
  'relations.both':
    '“translation-of” and “printing-of” exclude each other: the first names a text of another language, the second one of the same words. “translation-of” counts.',
  'relations.noKey': '“{$field}” takes the key of a source or work.',
  'relations.noLanguage':
    'A translation needs its language: write “language: fr”, for instance, beside “translation-of”.',
  'sources.noteDiffers': 'Note {$note} has other words than the edition.',
  'sources.noteAdded': 'The edition has no note {$note}.',
  'sources.noteMissing': 'The copy lacks note {$note} of the edition.',
  'sources.moreHeadings': 'The copy has more headings than the edition.',
  'sources.headingsDiffer': "The headings differ from the edition's, first at “{$heading}”.",
  'sources.abstractDiffers': 'The abstract has other words than the edition.',
  'sources.abstractMissing': 'The copy lacks the abstract of the edition.',

  'bibliography.outside': 'The bibliography “{$path}” lies outside the study folder and is not read.',
  'bibliography.notFound': 'The bibliography “{$path}” cannot be found in the study folder.',
  'bibliography.uncited': 'No paper cites @{$key}.',
  'bibliography.sameKey': (told: {
    key: string;
    entries: number;
    files: readonly string[];
    isCut: boolean;
    counts: boolean;
  }) =>
    `The key “${told.key}” has ${String(told.entries)} entries, others in ${listed(told.files, told.isCut)}. ${told.counts ? 'This one counts.' : 'The first one counts.'}`,
  'bibliography.alsoHere': '@{$key} is also here',

  'terms.noWords': 'A term without words is marked here.',
  'terms.undefined': ({ name, nearest }: { name: string; nearest: readonly string[] }) =>
    `The glossary has no entry “${name}”.${didYouMean(nearest.map((each) => `“${each}”`)) || ' Add it to the glossary.'}`,
  'terms.duplicate': ({ name, others, isCut }: { name: string; others: readonly string[]; isCut: boolean }) =>
    `“${name}” is also claimed by ${listed(
      others.map((each) => `“${each}”`),
      isCut,
    )}. A name must lead to one entry.`,
  'terms.claimedHere': '“{$name}” is claimed here too',
  'terms.unused': 'No paper and no source uses “{$name}”.',
  'terms.lateField':
    '“{$field}:” stands after words of the definition and is not read. Write the fields above the definition, in a paragraph of their own.',
  'terms.joinedField':
    'Where do the names of “{$field}:” end? This reads like the definition. Leave a blank line between the fields and the definition.',
  'terms.wrappedField':
    'This line may be a name of “{$field}:” or the definition, as which it is read. Leave a blank line between the fields and the definition.',
  'terms.entry': "The glossary's entry “{$name}”",
  'terms.otherPlace': (told: {
    key: string;
    name: string;
    known: readonly string[];
    cited: readonly string[];
  }) =>
    `The glossary says that @${told.key} defines “${told.name}” at ${first(told.known)}, not at ${first(told.cited)}. Cite that paragraph, or change the entry.`,
  'terms.otherWords':
    'The glossary defines “{$name}” in other words. Cite the paragraph that this definition rests on, or change the entry.',

  'notes.sameIn': 'The note {$id} stands in {$file} too, and was changed last there: that one counts.',
  'notes.thatCounts': 'the note that counts',
  'notes.answeredGone': 'The note that this one answers is gone.',
  'notes.unknownSource': 'The study folder has no source “{$source}”, which this note is on.',
  'notes.ambiguous':
    'The words of this note, “{$words}”, stand in several places of {$source} that are as good: place it.',
  'notes.onlyPosition': 'This note gives a position in {$source} but no words to check it by: place it.',
  'notes.otherSelector':
    'This note says where it belongs in {$source} in a way that leads to no words here ({$ways}): place it.',
  'notes.uncertain':
    'Where the words of this note, “{$words}”, belong in {$source} is not certain: place it.',
  'notes.notFound': 'The words of this note, “{$words}”, are not in {$source}: place it.',
  'notes.moved': 'The words of this note, “{$words}”, are no longer in their place in {$source}: place it.',
  'notes.lost': 'The words of this note, “{$words}”, are no longer in {$source}: place it.',
  'notes.mayBelong': 'it may belong here',
  'notes.orHere': 'or here',

  'links.noFile': ({ path, nearest }: { path: string; nearest: string | undefined }) =>
    `There is no file or folder “${path}” in the study folder.${doYouMean(nearest)}`,
  'links.otherCase':
    'There is no file or folder “{$path}”, but {$spelled}: capitals count on Linux and on the web.',
  'links.thisFile': 'this file',
  'links.otherName':
    'Pandoc calls this heading #{$meant}. #{$fragment} is the name that VS Code’s preview or GitHub give it.',
  'links.noId': (told: { file: string; fragment: string; nearest: string | undefined }) =>
    `No heading and no id in ${told.file} is called #${told.fragment}.${doYouMean(told.nearest === undefined ? undefined : `#${told.nearest}`)}`,

  'footnotes.undefined': ({ label, nearest }: { label: string; nearest: string | undefined }) =>
    `No note is defined as [^${label}], so that it is printed as it stands.${doYouMean(nearest === undefined ? undefined : `[^${nearest}]`)}`,
  'footnotes.withinNote': 'Pandoc reads no note within a note: [^{$label}] is printed as it stands.',
  'footnotes.joined':
    'The line that defines [^{$label}] belongs to the text before it. Leave a blank line between them.',
  'footnotes.addAtEnd': 'Add [^{$label}] at the end',
  'footnotes.blankLine': 'Put a blank line before the note',
  'footnotes.unused': 'Nothing refers to the note [^{$label}].',
  'footnotes.definedAgain': 'The note [^{$label}] is defined again on line {$line}, which counts.',
} as const;

/** What a person can do about a source that has changed. */
function takeOver(key: string): string {
  return `Undo the change, or take it over with “pilcrow edition freeze ${key}” where it is meant.`;
}

function first(places: readonly string[]): string {
  return listed(places.slice(0, 4), places.length > 4);
}

function wasNumber(before: string, now: string | undefined): string {
  return now === undefined ? `what was ${before} is none now` : `what was ${before} is ${now} now`;
}
