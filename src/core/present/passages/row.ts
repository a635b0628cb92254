import type { Source } from '../../study.ts';
import type { Range } from '../../text.ts';
import type { Place } from './places.ts';

/** A row of a view in the sidebar, with its place not yet an address. */
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
  /** The id of the reader's note in this row. Empty for other rows. */
  readonly noteId: string;
  /** Whether the note is resolved. */
  readonly resolved: boolean;
  /** Whether there is a finding. The view can show only such rows. */
  readonly problem: boolean;
  readonly children: readonly Row[];
  /** Whether its children are asked for when it is unfolded. */
  readonly lazy: boolean;
}

/** Fills in the defaults of a row. */
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
export function rowPlace(
  source: Source,
  range: Range | undefined,
  passage: number | undefined,
): Row['place'] {
  if (source.file && range) return { analysis: source.file, range };
  return source.file ? undefined : { editionKey: source.key, passage };
}
