/** A citation as a reference manager keeps it in a document, as far as it can be written in Markdown. */
export interface ManagedCitation {
  readonly items: readonly ManagedItem[];
}

/** One cited work. Texts are plain or have the markup of CSL-JSON. */
export interface ManagedItem {
  /** What is known of the work, in the variables of CSL. */
  readonly work: Readonly<Record<string, unknown>>;
  readonly locator: string;
  /** A label of CSL; a page where none is given. */
  readonly label: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly isWithoutAuthor: boolean;
}

/** Reads the data of a citation; undefined where it cites nothing. */
export function managedCitation(data: string): ManagedCitation | undefined {
  const read: unknown = JSON.parse(data);
  const items = isRecord(read) && Array.isArray(read['citationItems']) ? read['citationItems'] : [];
  const known = items.flatMap((item: unknown) => (isRecord(item) ? [managedItem(item)] : []));
  return known.length === 0 ? undefined : { items: known };
}

function managedItem(item: Readonly<Record<string, unknown>>): ManagedItem {
  const work = isRecord(item['itemData']) ? item['itemData'] : {};
  return {
    work,
    locator: textOf(item['locator']).trim(),
    label: textOf(item['label']) || 'page',
    prefix: textOf(item['prefix']).trim(),
    suffix: textOf(item['suffix']).trimEnd(),
    isWithoutAuthor: item['suppress-author'] === true || item['author-only'] === true,
  };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
