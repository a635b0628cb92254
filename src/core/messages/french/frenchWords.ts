/** `1 mot`, `0 mot`, `3 mots`: in French the plural begins at two. */
export function countedInFrench(count: number, one: string, many = `${one}s`): string {
  return `${String(count)} ${Math.abs(count) < 2 ? one : many}`;
}
