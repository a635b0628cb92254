import type { Json } from '../annotation.ts';
import { isObject, parseJson } from '../readAnnotation.ts';
import { blankNote, type ExchangedNote, type ExchangeFormat, type ExchangeReading } from './note.ts';
import { inWords, type Message, messageOf } from '../../messages.ts';

const commentOpening = '<!-- pilcrow-note ';
const marker = /^<!-- pilcrow-note (\{.*\}) -->[ \t]*$/;

/** Notes as a document to read and print. */
export const markdownNotesFormat: ExchangeFormat = {
  extension: 'md',
  write: (notes, { headingOf }) => toMarkdown(notes, headingOf),
  read: fromMarkdown,
};

/**
 * Returns notes as a Markdown document that can be read, printed and imported again. Each note has a heading, its words as
 * a quotation, its text, and a comment with data that people need not see. Changes to the text of a note are imported.
 */
function toMarkdown(notes: readonly ExchangedNote[], headingOf: (note: ExchangedNote) => string): string {
  const blocks = notes.map((note) => {
    const quote = note.quote ? `${asBlockQuotation(note.quote.exact)}\n\n` : '';
    const level = note.answers === undefined ? '##' : '###';
    const text = isPlainText(note.text) ? `${note.text}\n` : '';
    return `${commentOpening}${noteComment(note)} -->\n${level} ${headingOf(note).replace(/\s+/gu, ' ')}\n\n${quote}${text}`;
  });
  return [`# ${inWords('sources.notes')}\n`, ...blocks].join('\n');
}

function asBlockQuotation(words: string): string {
  return `> ${words.replace(/\s+/gu, ' ').trim()}`;
}

/** Whether a note's text can be read back unchanged from between its quotation and the next comment. */
function isPlainText(text: string): boolean {
  return (
    text === text.trim() && !text.includes(commentOpening) && !text.includes('\r') && !/^\s*>/.test(text)
  );
}

/** Returns everything except the printed text, as JSON that cannot end the comment. */
function noteComment(note: ExchangedNote): string {
  const { text, ...rest } = note;
  const json = JSON.stringify(isPlainText(text) ? rest : note);
  return json.replace(/[<>]/g, (sign) => (sign === '<' ? '\\u003c' : '\\u003e')).replace(/--/g, '-\\u002d');
}

/** Reads a document that `toMarkdown` wrote. */
function fromMarkdown(text: string): ExchangeReading {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const starts = lines.flatMap((line, index) => (marker.test(line) ? [index] : []));
  const problems: Message[] = [];
  const notes = starts.flatMap((start, at): ExchangedNote[] => {
    const note = readExchangedNote(lines.slice(start, starts[at + 1] ?? lines.length));
    if (!note) problems.push(messageOf('notes.badLine', { line: start + 1 }));
    return note ? [note] : [];
  });
  if (starts.length === 0) problems.push(messageOf('notes.noExport'));
  return { notes, problems };
}

function readExchangedNote(lines: readonly string[]): ExchangedNote | undefined {
  const json = parseJson(marker.exec(lines[0] ?? '')?.[1] ?? '');
  if (!isObject(json) || typeof json['id'] !== 'string' || json['id'] === '') return undefined;
  // The types are those that this code wrote. Of values changed by hand, only the valid ones are kept.
  const fields = Object.fromEntries(
    Object.entries(json).filter(([name, value]) => Object.hasOwn(blankNote, name) && fits(name, value)),
  ) as Partial<ExchangedNote>;
  const note = { ...blankNote, ...fields };
  return typeof json['text'] === 'string' ? note : { ...note, text: textBelow(lines.slice(1), note) };
}

function fits(name: string, value: Json | undefined): boolean {
  switch (name) {
    case 'tags':
      return Array.isArray(value) && value.every((each) => typeof each === 'string');
    case 'resolved':
      return typeof value === 'boolean';
    case 'quote':
      return (
        isObject(value) &&
        (['exact', 'prefix', 'suffix'] as const).every((each) => typeof value[each] === 'string')
      );
    case 'position':
      return (
        isObject(value) && (['start', 'end'] as const).every((each) => Number.isSafeInteger(value[each]))
      );
    default:
      return typeof value === 'string';
  }
}

/** Returns the text after the heading and the quotation. */
function textBelow(lines: readonly string[], note: ExchangedNote): string {
  const body = [...lines];
  const skipBlank = (): void => {
    while (body[0]?.trim() === '') body.shift();
  };
  skipBlank();
  if (/^#{2,3} /.test(body[0] ?? '')) body.shift();
  skipBlank();
  if (note.quote) while (body[0]?.startsWith('>')) body.shift();
  return body.join('\n').trim();
}
