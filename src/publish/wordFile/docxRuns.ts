import type { StyledRun } from '../../core/styles.ts';
import { escapeMarkup, looksOfRun, markup, type SharedLooks } from '../packing.ts';
import { tableOf } from '../../core/text.ts';

/** How words look. */
export interface WordLooks extends SharedLooks {
  /** A character style: `Hyperlink`, `VerbatimChar`. */
  readonly style?: string;
}

/** The properties of a run in the order of the schema (17.3.2.28). */
function runProperties(looks: WordLooks): string {
  const style = looks.style ?? (looks.term ? 'PilcrowTerm' : undefined);
  const properties = [
    style === undefined ? '' : markup('w:rStyle', { 'w:val': style }),
    looks.bold ? '<w:b/><w:bCs/>' : '',
    looks.italic ? '<w:i/><w:iCs/>' : '',
    looks.smallCaps ? '<w:smallCaps/>' : '',
    looks.strike ? '<w:strike/>' : '',
    looks.marked ? '<w:highlight w:val="yellow"/>' : '',
    looks.underline ? '<w:u w:val="single"/>' : '',
    looks.vertical === undefined ? '' : markup('w:vertAlign', { 'w:val': looks.vertical }),
    looks.language === undefined ? '' : markup('w:lang', { 'w:val': looks.language }),
  ].join('');
  return properties === '' ? '' : markup('w:rPr', {}, properties);
}

/** What is no text in a run: a tab, a line end, a hyphen that shows only where a word is divided. */
const elementsInText = tableOf<string>({
  '\t': '<w:tab/>',
  '\n': '<w:br/>',
  '\u00AD': '<w:softHyphen/>',
});

/** A run of text; empty where the text is. */
export function textRun(text: string, looks: WordLooks = {}): string {
  const content = text
    .split(/([\t\n\u00AD])/)
    .map((piece) => elementsInText[piece] ?? wordsElement(piece))
    .join('');
  return content === '' ? '' : elementRun(content, looks);
}

/** A run that holds elements other than text. */
export function elementRun(content: string, looks: WordLooks = {}): string {
  return `<w:r>${runProperties(looks)}${content}</w:r>`;
}

function wordsElement(text: string): string {
  if (text === '') return '';
  const keepsSpace = /^\s|\s$|\s\s/.test(text);
  return markup('w:t', keepsSpace ? { 'xml:space': 'preserve' } : {}, escapeMarkup(text));
}

/** A run that a citation style made, on words that look as `looks` say. */
export function styledRun(run: StyledRun, looks: WordLooks): string {
  return textRun(run.text, looksOfRun(run, looks));
}

/** A complex field: what it does, and what it shows (17.16.18). */
export function complexField(code: string, shown: string): string {
  return fieldBegin(code) + shown + fieldEnd;
}

/** The beginning of a field whose result may go over several paragraphs; `fieldEnd` ends it. */
export function fieldBegin(code: string): string {
  return (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' +
    `<w:r>${markup('w:instrText', { 'xml:space': 'preserve' }, escapeMarkup(code))}</w:r>` +
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
  );
}

export const fieldEnd = '<w:r><w:fldChar w:fldCharType="end"/></w:r>';
