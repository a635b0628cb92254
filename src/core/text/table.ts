/** By this name lint tells the tables that foreign names may be looked up in (`scripts/lint/foreignNames.mjs`). */
declare const hasOnlyItsEntries: unique symbol;

/** A table that has nothing but its own entries. */
export type NameTable<T> = Readonly<Partial<Record<string, T>>> & { readonly [hasOnlyItsEntries]: true };

/**
 * Makes a table that has nothing but its own entries. An object literal also has what all objects have, such as `constructor`:
 * whoever looks up a name that a document gives would find a function.
 */
export function tableOf<T>(entries: Readonly<Record<string, T>>): NameTable<T> {
  return Object.freeze(Object.assign(Object.create(null) as NameTable<T>, entries));
}

/** As `NameTable`, and grows. */
export type GrowingNames<T> = Record<string, T> & { readonly [hasOnlyItsEntries]: true };

/** An empty table for names that come from outside. */
export function growingTable<T>(): GrowingNames<T> {
  return Object.create(null) as GrowingNames<T>;
}

/** The entry of a record by a name that comes from outside; undefined where the record has none of its own. */
export function ownEntry<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
