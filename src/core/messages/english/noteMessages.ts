import { counted } from './messageWords.ts';

/** The kinds of notes, what their view says, what is wrong in a file of notes, and why notes cannot be read, written or exchanged. */
export const notes = {
  'noteKinds.question': 'Question',
  'noteKinds.remark': 'Remark',
  'noteKinds.disagreement': 'Disagreement',
  'noteKinds.example': 'Example',
  'noteKinds.definition': 'Definition',
  'noteKinds.todo': 'To do',

  'notes.resolved': 'resolved',
  'notes.noNote': 'This is no note: a note is an object of type “Annotation”.',
  'notes.noId': 'This note has no “id”, so that nothing could lead to it.',
  'notes.openCell':
    'A quotation mark is opened and never closed. Close it, or write it twice if it belongs to the words.',
  'notes.noTarget': 'This note has no “target”: it does not say what it is about.',
  'notes.noSource': 'The target of this note names no source.',
  'notes.noWords': 'The words of this note (“exact”) are missing or empty.',
  'notes.sameId': 'The id {$id} stands twice in this file; the first counts.',
  'notes.deepNote': 'This note is nested too deeply to be read.',
  'notes.notClosed': 'The note is not closed.',
  'notes.unreadableNote': 'This note cannot be read. {$reason}',
  'notes.noList': 'This file has no list of notes (“items”) and is no note itself.',
  'notes.deepFile': 'This file is nested too deeply to be read.',
  'notes.conflict':
    'This file holds a conflict of git. “pilcrow notes merge” can put its two sides together.',
  'notes.noJson': 'This file is not JSON here. {$reason}',

  'notes.gone': 'The note is not there any more.',
  'notes.notWritable': 'The notes file cannot be read as a whole, so that nothing can be written into it.',
  'notes.fileNotWritable': '{$file} cannot be read as a whole, so that nothing can be written into it.',
  'notes.versionUnreadable': 'One of the versions cannot be read as a whole.',

  'notes.note': 'Note',
  'notes.answer': 'Answer',
  'notes.noneFound': 'No note has what you look for.',
  'notes.found': '{$found} of {$all note}',
  'notes.ofSource': '@{$key} · {$count note}',
  'notes.withoutPlace': 'Without a place',
  'notes.notAllReadable': 'not all of its notes can be read',
  'notes.placeThem':
    'The words of these notes have changed or stand in several places. Place them, or delete them.',
  'notes.elsewhere': 'Elsewhere',
  'notes.withoutName': 'Without a name',
  'notes.withoutTag': 'Without a tag',
  'notes.hasSeveralPlaces': 'its words stand in several places',
  'notes.hasNoPlace': 'its words have lost their place',
  'notes.hasNoSource': 'its source is not in the study folder',
  'notes.hasNoNote': 'the note that it answers is gone',

  'notes.noTable':
    'This is no table of notes: no line names its columns, such as “quote” and “comment”, or “id” and “text”.',
  'notes.noHypothesis':
    'This is no file of notes of Hypothesis or of another program: it has no “annotations”, “rows” or “items”.',
  'notes.noComments': 'This file holds no comments of readers.',
  'notes.noClippings': 'There are no clippings of a Kindle here.',
  'notes.unreadableItems': ({ count, first, reason }: { count: number; first: number; reason: string }) =>
    `${counted(count, 'note')} cannot be read: ${whichOfMany('number', count, first)} ${reason}`,
  'notes.unreadableRows': ({ count, first, reason }: { count: number; first: number; reason: string }) =>
    `${counted(count, 'row')} cannot be read: ${whichOfMany('row', count, first)} ${reason}`,
  'notes.unreadEntries': '{$count entry} cannot be read.',
  'notes.morePages': 'This collection has more pages elsewhere, which were not read.',
  'notes.answersToNothing':
    '{$count answer}: the table does not say to what. They stand as notes on the whole source.',
  'notes.badLine': 'The note of line {$line} cannot be read.',
  'notes.noExport': 'There are no notes here that Pilcrow exported.',
} as const;

function whichOfMany(what: string, count: number, first: number): string {
  return count === 1 ? `${what} ${String(first)}.` : `the first is ${what} ${String(first)}.`;
}
