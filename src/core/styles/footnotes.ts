import type { GroupToFormat } from './formattedWorks.ts';
import { isTextNode, joinRich, lastCharacter, noText, plainRich, type RichText } from './richText.ts';

/**
 * A group of a style of notes that stands in a footnote, where it cannot become one: as it is where the footnote begins with it,
 * after its author where that is part of the sentence, else in parentheses.
 */
export function inFootnote(author: RichText, note: RichText, group: GroupToFormat): RichText {
  if (author.length > 0) {
    const rest = group.endsFootnote ? note : withoutFinalStop(note);
    return rest.length === 0 ? author : joinRich([author, plainRich(', '), rest]);
  }
  if (group.beginsFootnote || note.length === 0) return note;
  return joinRich([plainRich('('), withoutFinalStop(note), plainRich(')')]);
}

/** Takes the full stop at the end away, also one before quotation marks. */
function withoutFinalStop(text: RichText): RichText {
  const last = text.at(-1);
  if (last === undefined || lastCharacter(text) !== '.') return text;
  if (!isTextNode(last)) return [...text.slice(0, -1), { ...last, content: withoutFinalStop(last.content) }];
  const shortened = last.text.slice(0, -1);
  return [...text.slice(0, -1), ...(shortened === '' ? noText : [{ ...last, text: shortened }])];
}
