/** What is wrong in a file of notes, and why notes cannot be read, written or exchanged. */
export const notes = {
  'notes.noNote': 'This is no note: a note is an object of type “Annotation”.',
  'notes.noId': 'This note has no “id”, so that nothing could lead to it.',
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

  'notes.noTable': 'This is no table of notes: its first line names no “id” and “text”.',
  'notes.rowWithoutId': 'Row {$row} has no id.',
  'notes.noHypothesis': 'This is no list of Hypothesis: it has no “rows”.',
  'notes.badAnnotation': 'Annotation {$number} has no id, or words that cannot be read.',
  'notes.badLine': 'The note of line {$line} cannot be read.',
  'notes.noExport': 'There are no notes here that Pilcrow exported.',
} as const;
