import { CommentMode, l10n, MarkdownString, type Comment, type CommentAuthorInformation } from 'vscode';
import type { WireNote } from '../../server/protocol.ts';

/** A note or an answer, as VS Code shows it. A note that has changed gets a new one, so that nothing of the old one stays. */
export class NoteComment implements Comment {
  readonly note: WireNote;
  readonly author: CommentAuthorInformation;
  readonly contextValue: string;
  readonly label?: string;
  readonly timestamp?: Date;
  body: string | MarkdownString;
  mode: CommentMode;

  private constructor(note: WireNote, { isAnswer, mode, body }: Look) {
    this.note = note;
    this.author = { name: note.author || l10n.t('Without a name') };
    this.contextValue = isAnswer ? 'answer' : 'note';
    const label = labelOf(note);
    if (label) this.label = label;
    const made = new Date(note.created);
    if (!Number.isNaN(made.getTime())) this.timestamp = made;
    this.mode = mode;
    this.body = body;
  }

  /** A note to be read. The server has made its text harmless; it runs nothing here either. */
  static shown(note: WireNote, isAnswer: boolean): NoteComment {
    const body = new MarkdownString(note.shown);
    body.isTrusted = false;
    body.supportHtml = false;
    return new NoteComment(note, { isAnswer, mode: CommentMode.Preview, body });
  }

  /** A note that is being edited, or whose edited text could not be saved. */
  static edited(note: WireNote, isAnswer: boolean, text: string): NoteComment {
    return new NoteComment(note, { isAnswer, mode: CommentMode.Editing, body: text });
  }

  /** The text as it stands in the editor, once the person saves it: VS Code puts it into the body. */
  get text(): string {
    return typeof this.body === 'string' ? this.body : this.body.value;
  }
}

interface Look {
  readonly isAnswer: boolean;
  readonly mode: CommentMode;
  readonly body: string | MarkdownString;
}

/** What stands beside the name: tags, and whether two people have written two versions. */
function labelOf({ tags, versionOf }: WireNote): string {
  const version = versionOf === undefined ? [] : [l10n.t('another version')];
  return [...tags.map((tag) => `#${tag}`), ...version].join(' ');
}
