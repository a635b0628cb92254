import { help } from './english/helpMessages.ts';
import { englishMessages } from './englishMessages.ts';

const all = { ...englishMessages, ...help };

/** Returns the whole catalogue in English: the help of the command line, too, which editors never say and browsers do not load. */
export function allEnglish(): typeof all {
  return all;
}
