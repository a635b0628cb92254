/**
 * The shortest names that distinguish folders: the last part of each path, with parts before it if another folder has
 * the same end.
 * @param paths the parts of each path, outermost first; no two are the same
 */
export function folderNames(paths: readonly (readonly string[])[]): readonly string[] {
  const endOf = (path: readonly string[], length: number): string => path.slice(-length).join('/');
  return paths.map((path) => {
    for (let length = 1; length < path.length; length++) {
      const name = endOf(path, length);
      if (paths.every((other) => other === path || endOf(other, length) !== name)) return name;
    }
    return path.join('/');
  });
}
