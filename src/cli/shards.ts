import { messageOf } from '../core/messages.ts';
import { CannotDo } from './io.ts';

/** Which part of all study folders is checked, of how many: `2/5` is the second of five. */
export interface Shard {
  readonly part: number;
  readonly of: number;
}

/** Into so many parts at most: more folders than that nobody has. */
const maxShards = 10_000;

/**
 * Reads a part as it is written on the command line.
 * @throws CannotDo where it is none
 */
export function shardOf(written: string): Shard {
  const [, part = 0, of = 0] = (/^(\d{1,6})\/(\d{1,6})$/.exec(written) ?? []).map(Number);
  if (part < 1 || part > of || of > maxShards)
    throw new CannotDo(messageOf('check.badShard', { shard: written }));
  return { part, of };
}

/** The study folders of a part: neighbours, so that the parts one after another are the whole. None is in two parts. */
export function studiesOfShard<Study>(studies: readonly Study[], { part, of }: Shard): readonly Study[] {
  const start = (each: number): number => Math.floor((each * studies.length) / of);
  return studies.slice(start(part - 1), start(part));
}
