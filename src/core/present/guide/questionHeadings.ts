import { questionHeadings } from '../../languages.ts';

/** Whether a heading or the title of a paper announces questions. Numbers before it are ignored. */
export function announcesQuestions(heading: string): boolean {
  const words = foldedHeading(heading).split(' ');
  // A heading that is a question itself, such as “Question of power?”, announces none.
  if (endsAsQuestion(heading)) return false;
  for (let length = Math.min(words.length, 5); length > 0; length--)
    if (questionHeadings.beginnings.has(words.slice(0, length).join(' ')))
      return length === words.length || questionHeadings.joints.has(words[length] ?? '');
  return false;
}

/** Removes numbers at the beginning, case, accents and punctuation. */
function foldedHeading(text: string): string {
  return text
    .replace(/^\s*(?:[\p{N}.]+|[ivxIVX]+[.)]|\([\p{N}ivx]+\))\s+/u, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ø/giu, 'o')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether words end with a question mark. */
export function endsAsQuestion(text: string): boolean {
  return /[?？؟][\s"'“”‘’»)\]*_]*$/u.test(text);
}
