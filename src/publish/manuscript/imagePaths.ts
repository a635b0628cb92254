import type { Manuscript } from './manuscriptTypes.ts';

/** Returns the paths of the images of a manuscript, each once, in the order in which they stand. */
export function imagePathsOf({ title, abstract, blocks, footnotes }: Manuscript): readonly string[] {
  const paths = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) visit(each);
    else if (typeof value === 'object' && value !== null) {
      if ('kind' in value && value.kind === 'image' && 'path' in value && typeof value.path === 'string')
        paths.add(value.path);
      for (const each of Object.values(value)) visit(each);
    }
  };
  visit([title, abstract, blocks, footnotes]);
  return [...paths];
}
