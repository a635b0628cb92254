import { messageOf, type Message } from '../../core/messages.ts';
import { notesIndex } from '../../core/resolve.ts';
import type { Study } from '../../core/study.ts';
import { nearest } from '../../core/text.ts';
import { CannotDo } from '../io.ts';
import { withoutAt } from '../openStudies.ts';

/** Returns the keys of sources by the names that a person gave. Throws `CannotDo` where there is no such source and no note on it. */
export function keysOfNamed(names: readonly string[], study: Study): readonly string[] {
  const { bySource } = notesIndex(study);
  const keys = names.map(withoutAt);
  for (const key of keys)
    if (!bySource.has(key) && !study.sources.has(key)) throw new CannotDo(unknownSource(key, study));
  return keys;
}

/** Says that a study folder has no source with a key. */
export function unknownSource(key: string, study: Study): Message {
  const near = nearest(key, [...study.sources.keys()]);
  return messageOf('notes.unknownKey', { key, nearest: near.slice(0, 1) });
}
