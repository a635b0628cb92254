import type { CheckId } from '../catalogue.ts';
import { type MarkdownDocument, openFrontMatter, type OpenFrontMatter } from '../blocks.ts';
import type { Problem } from './check.ts';

/** What keeps the front matter of a document from being read: one problem at most. */
export function frontMatterProblems(check: CheckId, document: MarkdownDocument): Problem[] {
  const open = openFrontMatter(document);
  if (open) return [openProblem(check, open)];
  return document.frontMatter.problems.slice(0, 1).map(({ message, range }) => ({
    check,
    range,
    message: `The front matter cannot be read: ${message}`,
  }));
}

const messages: Readonly<Record<OpenFrontMatter['fault'], string>> = {
  'indented-opening': 'The front matter is read as text: its first line, ---, is indented.',
  'blank-line': 'Pandoc reads the front matter as text: a blank line follows its first line, ---.',
  'indented-closing': 'The front matter is not closed: its last line is indented. It must be --- alone.',
  'other-closing': 'The front matter is not closed: its last line must be --- alone.',
  'no-closing': 'The front matter is not closed. Write --- alone on the line after its last field.',
};

const titles: Readonly<Record<OpenFrontMatter['fault'], string>> = {
  'indented-opening': 'Remove the indentation',
  'blank-line': 'Remove the blank line',
  'indented-closing': 'Close the front matter with ---',
  'other-closing': 'Close the front matter with ---',
  'no-closing': 'Close the front matter with ---',
};

function openProblem(check: CheckId, { fault, range, edit }: OpenFrontMatter): Problem {
  // Where it ends is a guess where nothing like a closing line is there.
  const safe = fault !== 'no-closing' && fault !== 'other-closing';
  return { check, range, message: messages[fault], fixes: [{ title: titles[fault], edits: [edit], safe }] };
}
