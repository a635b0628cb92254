import { inWords, type PlainMessageId } from '../messages.ts';
import type { Annotation } from './annotation.ts';

/** Colours of kinds: the names of the theme colours that editors have for charts. */
export const noteColors = ['red', 'orange', 'yellow', 'green', 'blue', 'purple', 'foreground'] as const;
export type NoteColor = (typeof noteColors)[number];

/** Motivations of the W3C Web Annotation Data Model, section 3.3.5. */
export const motivations = [
  'assessing',
  'bookmarking',
  'classifying',
  'commenting',
  'describing',
  'editing',
  'highlighting',
  'identifying',
  'linking',
  'moderating',
  'questioning',
  'replying',
  'tagging',
] as const;
export type Motivation = (typeof motivations)[number];

/** The kind of a note, such as a question or a remark. Kinds are configurable. */
export interface NoteKind {
  readonly id: string;
  readonly label: string;
  /** One or two characters, so that kinds can be distinguished without colours. */
  readonly symbol: string;
  readonly color: NoteColor;
  readonly motivation: Motivation;
}

/** A kind whose label is worded when it is read: a door sets the language of the person after this is loaded. */
function usualKind(
  id: string,
  label: PlainMessageId,
  symbol: string,
  color: NoteColor,
  motivation: Motivation,
): NoteKind {
  return {
    id,
    get label() {
      return inWords(label);
    },
    symbol,
    color,
    motivation,
  };
}

const remarkKind = usualKind('remark', 'noteKinds.remark', '·', 'foreground', 'commenting');

/** The kinds of a study folder whose `pilcrow.json` sets none. */
export const defaultKinds: readonly NoteKind[] = [
  usualKind('question', 'noteKinds.question', '?', 'blue', 'questioning'),
  remarkKind,
  usualKind('disagreement', 'noteKinds.disagreement', '≠', 'red', 'assessing'),
  usualKind('example', 'noteKinds.example', '↳', 'green', 'describing'),
  usualKind('definition', 'noteKinds.definition', '=', 'purple', 'identifying'),
  usualKind('todo', 'noteKinds.todo', '☐', 'orange', 'editing'),
];

/**
 * Returns the kind of a note: the one it names; if it names none, the first kind with its motivation; otherwise the remark.
 * A kind that the study folder does not know keeps its name.
 */
export function noteKindOf(
  annotation: Pick<Annotation, 'kind' | 'motivation'>,
  kinds: readonly NoteKind[],
): NoteKind {
  const { kind, motivation } = annotation;
  const remark = kinds.find(({ id }) => id === remarkKind.id) ?? remarkKind;
  if (kind !== undefined)
    return (
      kinds.find(({ id }) => id === kind) ?? { ...remark, id: kind, label: kind, motivation: 'commenting' }
    );
  return kinds.find((each) => each.motivation === motivation) ?? remark;
}
