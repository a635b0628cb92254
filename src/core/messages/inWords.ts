import { allEnglish } from './allEnglish.ts';
import { counted } from './english/messageWords.ts';
import { englishMessages } from './englishMessages.ts';
import type { Message, MessageId, Say, ToldBy } from './message.ts';
import { speaker } from './message.ts';
import { ownEntry } from '../text.ts';

/** What is said of a check, without its examples. */
export interface CheckProse {
  readonly summary: string;
  readonly explanation: string;
}

/** A language in which everything can be said. */
export interface SpokenLanguage {
  /** As in `lang` of a page: `fr`. */
  readonly tag: string;
  readonly say: Say;
  /** What is said of the checks, by id; undefined in English, which the catalogue of checks has itself. */
  readonly checks: Readonly<Record<string, CheckProse>> | undefined;
}

const english: SpokenLanguage = {
  tag: 'en',
  say: speaker(englishMessages, counted, allEnglish),
  checks: undefined,
};

/**
 * The one thing here that changes: a process serves one person, whose language its door sets before anything is said. Nothing
 * but the wording rests on it. All that runs in a process shares it.
 */
let spoken = english;

/**
 * Sets the language that everything is said in from now on.
 * @param language English where it is left out
 */
export function speakIn(language?: SpokenLanguage): void {
  spoken = language ?? english;
}

/**
 * Does what is written for others in their language, as the web pages of a group.
 * @param work is done at once: nothing else can be said meanwhile
 */
export function saidIn<T>(language: SpokenLanguage | undefined, work: () => T): T {
  const before = spoken;
  spoken = language ?? english;
  try {
    return work();
  } finally {
    spoken = before;
  }
}

/** The tag of the language that everything is said in. */
export function spokenTag(): string {
  return spoken.tag;
}

/** What the language that everything is said in says of a check; undefined where the catalogue of checks has the words. */
export function spokenCheck(id: string): CheckProse | undefined {
  return spoken.checks && ownEntry(spoken.checks, id);
}

/** Words a message, or makes one and words it, in the language that the door has set. */
export function inWords(message: Message): string;
export function inWords<Id extends MessageId>(id: Id, ...told: ToldBy<Id>): string;
export function inWords(...given: readonly unknown[]): string {
  return spoken.say(...(given as [Message]));
}
