import type { DraftMark } from '../blocks.ts';

/** What the name of a bookmark says that Pilcrow set around a box, when it exported the paper; undefined for any other. */
export function boxOfBookmark(name: string): Extract<DraftMark, { readonly kind: 'box' }> | undefined {
  const [, quoted, written] =
    /^Box\d{1,9}(q?)_((?:[A-Za-z0-9]|_[0-9a-f]{2}|_u[0-9a-f]{4})*)$/.exec(name) ?? [];
  if (written === undefined) return undefined;
  const plain = written.replace(/_(?:u([0-9a-f]{4})|([0-9a-f]{2}))/g, (_, long?: string, short?: string) =>
    String.fromCharCode(Number.parseInt(long ?? short ?? '', 16)),
  );
  const [classes = '', id = ''] = plain.split('#');
  const isPlain = /^[\p{L}\p{N}_.:-]*$/u.test(classes + id);
  return isPlain
    ? { kind: 'box', name, isQuoted: quoted === 'q', id, classes: classes.split('.').filter(Boolean) }
    : undefined;
}
