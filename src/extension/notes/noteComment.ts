import { CommentMode, l10n, MarkdownString, type Comment, type CommentAuthorInformation } from 'vscode';
import type { WireNote } from '../../server/protocol.ts';

/**
 * A note or an answer as VS Code shows it. A changed note gets a new object, so that nothing of the old one is left.
 */
export class NoteComment implements Comment {
  readonly note: WireNote;
  readonly author: CommentAuthorInformation;
  readonly contextValue: string;
  readonly label?: string;
  readonly timestamp?: Date;
  body: string | MarkdownString;
  mode: CommentMode;

  private constructor(note: WireNote, { isAnswer, mode, body, isElsewhere }: CommentLook) {
    this.note = note;
    this.author = { name: note.author || l10n.t('Without a name') };
    this.contextValue = isElsewhere ? 'elsewhere' : isAnswer ? 'answer' : 'note';
    const label = commentLabel(note);
    if (label) this.label = label;
    const made = new Date(note.created);
    if (!Number.isNaN(made.getTime())) this.timestamp = made;
    this.mode = mode;
    this.body = body;
  }

  /** A note to read. The server has made its Markdown harmless, and VS Code may run nothing in it either. */
  static shown(note: WireNote, isAnswer: boolean, isElsewhere = false): NoteComment {
    const body = new MarkdownString(note.shown);
    body.isTrusted = false;
    body.supportHtml = false;
    return new NoteComment(note, { isAnswer, mode: CommentMode.Preview, body, isElsewhere });
  }

  /** A note that is being edited, or whose edit could not be saved. */
  static edited(note: WireNote, isAnswer: boolean, text: string): NoteComment {
    return new NoteComment(note, { isAnswer, mode: CommentMode.Editing, body: text });
  }

  /** The text of the editor once the person saves it, because VS Code then puts it into `body`. */
  get text(): string {
    return typeof this.body === 'string' ? this.body : this.body.value;
  }
}

interface CommentLook {
  /** Whether the note is on another text and cannot be changed here. */
  readonly isElsewhere?: boolean;
  readonly isAnswer: boolean;
  readonly mode: CommentMode;
  readonly body: string | MarkdownString;
}

/** The label beside the author: the tags, and whether this is one of two versions of the note. */
function commentLabel({ tags, versionOf }: WireNote): string {
  const version = versionOf === undefined ? [] : [l10n.t('another version')];
  return [...tags.map((tag) => `#${tag}`), ...version].join(' ');
}
