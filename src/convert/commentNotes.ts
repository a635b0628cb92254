import {
  anchor,
  type AnchorText,
  anchorTextOf,
  blankNote,
  type ExchangedNote,
  select,
  type Selectors,
} from '../core/notes.ts';
import type { SourceText } from '../core/source.ts';
import { fingerprint } from '../core/text.ts';
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
  const ids = new Map(comments.map((comment) => [comment.id, noteIdOf(comment, key)]));
  return comments.map((comment) => {
    const { author, created, text, isResolved, answers } = comment;
    const answered = answers === undefined ? undefined : ids.get(answers);
    return {
      ...blankNote,
      id: ids.get(comment.id) ?? '',
      source: answered === undefined ? key : '',
      answers: answered,
      motivation: answered === undefined ? 'commenting' : 'replying',
      author,
      created,
      modified: created,
      text,
      resolved: isResolved,
      ...(answered === undefined ? selectorsOf(comment, target) : {}),
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

/** A UUID of version 8 (RFC 9562, 5.8) that the comment itself gives. */
function noteIdOf({ id, author, created, text }: TextComment, key: string): string {
  const hash = fingerprint([key, id, author, created, text].join('\n'));
  const parts = [hash.slice(0, 8), hash.slice(8, 12), `8${hash.slice(12, 15)}`, `8${hash.slice(15, 18)}`];
  return `urn:uuid:${parts.join('-')}-${hash.slice(18, 30)}`;
}
