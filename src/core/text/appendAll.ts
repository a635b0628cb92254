/**
 * Appends items to a list. `push(...items)` passes every item as an argument, and overflows the stack when there are very
 * many.
 */
export function appendAll<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}

/** Appends an item to the list of a key. A key without a list gets a new one. */
export function appendTo<K, V>(lists: Map<K, V[]>, key: K, item: V): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
