import type { Run } from '../blocks.ts';

/** The number of a paragraph in a list. */
export interface ListPlace {
  /** Tells one list from another. */
  readonly list: string;
  /** How deep it stands, from 0. */
  readonly level: number;
  /** What is shown before the words: `1.`, `§ 41.`, `(b)`. Undefined for a bullet. */
  readonly label?: string;
  /** The number in the label of its own level. */
  readonly number?: number;
  /** It is a further paragraph of the item before it. */
  readonly isContinued?: true;
}

/** The runs with the number that the list shows before them. */
export function withLabel(
  runs: readonly Run[],
  listed: Pick<ListPlace, 'label'> | undefined,
): readonly Run[] {
  const label = listed?.label ?? '';
  return label === '' ? runs : [{ text: `${label} ` }, ...runs];
}
