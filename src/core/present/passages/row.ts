import type { Source } from '../../study.ts';
import type { Range } from '../../text.ts';
import type { Place } from './places.ts';

/** A row of a sidebar view, before its places become addresses. */
export interface Row {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Markdown. */
  readonly tooltip: string;
  readonly accessibleLabel: string;
  readonly icon: string;
  readonly iconColor: string;
  readonly kind:
    | 'source'
    | 'editionOnly'
    | 'section'
    | 'passage'
    | 'note'
    | 'citation'
    | 'quotation'
    | 'group'
    | 'term'
    | 'use'
    | 'annotation'
    | 'orphan';
  readonly place: Place | { readonly editionKey: string; readonly passage: number | undefined } | undefined;
  readonly citation: string;
  /** Id of the reader's note that the row is; empty for other rows. */
  readonly noteId: string;
  /** Whether the note is resolved. */
  readonly resolved: boolean;
  /** Whether a finding stands here, so that the view can show these rows alone. */
  readonly problem: boolean;
  readonly children: readonly Row[];
  /** Whether there are rows below it that are asked for when it is unfolded. */
  readonly lazy: boolean;
}

/** A row with defaults for what it leaves out. */
export function row(given: Partial<Row> & Pick<Row, 'id' | 'label' | 'kind'>): Row {
  const description = given.description ?? '';
  const accessibleLabel = [given.label, description].filter(Boolean).join(', ');
  return {
    tooltip: '',
    icon: '',
    iconColor: '',
    place: undefined,
    citation: '',
    noteId: '',
    resolved: false,
    problem: false,
    children: [],
    lazy: false,
    accessibleLabel,
    ...given,
    description,
  };
}

/** Where a passage, note or section can be read: in its file, else on the page of its edition. */
export function placeOf(source: Source, range: Range | undefined, passage: number | undefined): Row['place'] {
  if (source.file && range) return { analysis: source.file, range };
  return source.file ? undefined : { editionKey: source.key, passage };
}
