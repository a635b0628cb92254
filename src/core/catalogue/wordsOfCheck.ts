import { type CheckProse, spokenCheck } from '../messages.ts';
import { catalogue, type CheckId } from './checkCatalogue.ts';

/** What is said of a check, in the language that everything is said in. */
export function wordsOfCheck(id: CheckId): CheckProse {
  return spokenCheck(id) ?? catalogue[id];
}
