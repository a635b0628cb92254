/** The last name in the path of a URI: `tale.md` of `/study/sources/tale.md`. */
export function basename(path: string): string {
  return /([^/]*)\/*$/.exec(path)?.[1] ?? '';
}
