import { help } from './english/helpMessages.ts';
import { englishMessages } from './englishMessages.ts';

/** Returns the whole catalogue in English: the help of the command line, too, which editors never say and browsers do not load. */
export function allEnglish() {
  return { ...englishMessages, ...help };
}
