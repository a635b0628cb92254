/**
 * Makes a table that has nothing but its own entries. An object literal also has what all objects have, such as `constructor`:
 * whoever looks up a name that a document gives would find a function.
 */
export function tableOf<T>(entries: Readonly<Record<string, T>>): Readonly<Partial<Record<string, T>>> {
  return Object.freeze(Object.assign(Object.create(null) as Record<string, T>, entries));
}
