import { memo } from '../memo.ts';
import type { CitedWork, StudyContext } from './studyTypes.ts';

type WorkTable<W extends CitedWork> = ReadonlyMap<string, readonly W[]>;

/** The key that a further name stands for, and whether Pandoc finds it by that name. */
interface Alias {
  readonly key: string;
  readonly isResolved: boolean;
}

/** Returns the works that a key names: by their key, else by one of the further names that Pandoc resolves, too. */
export function worksNamed<W extends CitedWork>(
  name: string,
  { works, sources }: { readonly works: WorkTable<W>; readonly sources: StudyContext['sources'] },
): readonly W[] {
  const own = works.get(name);
  if (own || sources.has(name)) return own ?? [];
  const alias = workAliases(works).get(name);
  const named = alias?.isResolved === true ? works.get(alias.key) : undefined;
  return named?.slice(0, 1) ?? [];
}

/** Returns the key of the work that has a name by which Pandoc does not find it; undefined where none has. */
export function keyOfAlias(
  name: string,
  { works }: { readonly works: WorkTable<CitedWork> },
): string | undefined {
  return workAliases(works).get(name)?.key;
}

const workAliases = memo('further names of works', (works: WorkTable<CitedWork>) => {
  const table = new Map<string, Alias>();
  for (const [key, [placed]] of works) {
    const { aliases = [], unresolvedAliases = [] } = placed?.work ?? {};
    for (const name of unresolvedAliases) if (!table.has(name)) table.set(name, { key, isResolved: false });
    for (const name of aliases) if (!table.get(name)?.isResolved) table.set(name, { key, isResolved: true });
  }
  return table;
});
