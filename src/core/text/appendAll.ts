/** Appends items to a list. `push(...items)` hands each over by itself, and exhausts the stack where they are very many. */
export function appendAll<T>(list: T[], items: Iterable<T>): void {
  for (const item of items) list.push(item);
}
