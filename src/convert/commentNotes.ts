import {
  anchor,
  type AnchorText,
  anchorTextOf,
  blankNote,
  contentId,
  type ExchangedNote,
  select,
  type Selectors,
} from '../core/notes.ts';
import type { SourceText } from '../core/source.ts';
import type { TextComment } from './blocks.ts';

/**
 * The comments that a word processor keeps with a text, as notes on the same words of its source. The same comments have the
 * same ids each time, so that notes that were taken once are not taken twice.
 * @param source that of the text `markdown`
 */
export function commentNotes(
  comments: readonly TextComment[],
  source: SourceText,
  markdown: string,
  key: string,
): readonly ExchangedNote[] {
  const target = anchorTextOf(source, markdown);
  return exchangedComments(comments, key, (comment) => selectorsOf(comment, target));
}

/**
 * Comments as notes, with ids of what they say.
 * @param name the key of their source, or the title of their text
 */
export function exchangedComments(
  comments: readonly TextComment[],
  name: string,
  selectors: (comment: TextComment) => Selectors,
): readonly ExchangedNote[] {
  const ids = new Map(
    comments.map(({ id, author, created, text }) => [id, contentId(name, id, author, created, text)]),
  );
  return comments.map((comment) => {
    const { author, created, text, isResolved, answers } = comment;
    const answered = answers === undefined ? undefined : ids.get(answers);
    return {
      ...blankNote,
      id: ids.get(comment.id) ?? '',
      source: answered === undefined ? name : '',
      answers: answered,
      motivation: answered === undefined ? 'commenting' : 'replying',
      author,
      created,
      modified: created,
      text,
      resolved: isResolved,
      ...(answered === undefined ? selectors(comment) : {}),
    };
  });
}

/** The words as the source writes them, where they are found for certain; else as the comment has them. */
function selectorsOf({ quote }: TextComment, target: AnchorText): Selectors {
  const exact = quote.exact.replace(/\s+/g, ' ');
  const given: Selectors = { quote: { ...quote, exact, unique: undefined }, position: undefined };
  const { range } = anchor(given, target);
  return (range && select(range, target)?.selectors) ?? given;
}
