import { counted } from './english/messageWords.ts';
import { englishMessages } from './englishMessages.ts';
import { speaker } from './message.ts';

/** Words a message in English, in which everything is said so far. */
export const inEnglish = speaker(englishMessages, counted);
