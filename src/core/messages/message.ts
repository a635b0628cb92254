import type { allEnglish } from './allEnglish.ts';
import { ownEntry } from '../text.ts';

type English = ReturnType<typeof allEnglish>;
/** The subject, then what is said: `bibliography.noId`. */
export type MessageId = keyof English;

/** What a language has to say, by the id of the message: a text, or a function of what the message tells. */
export type Catalogue = {
  readonly [Id in MessageId]: string | (English[Id] extends string ? (told: never) => string : English[Id]);
};

/**
 * A sentence as data: which one of the catalogue, and what it tells. It is worded last, where the language is known, so
 * that nothing that is kept is in a language. Plain JSON.
 */
export interface Message {
  readonly id: MessageId;
  readonly told?: Readonly<Record<string, Told>>;
}

/** What a message can tell; another message stands for text that is in a language itself. */
export type Told = string | number | boolean | undefined | Message | readonly Told[];

/** What the entry of a catalogue takes, as arguments after the id. */
export type ToldBy<Id extends MessageId> = English[Id] extends (told: infer All) => string
  ? [told: { readonly [Name in keyof All]: OrMessage<All[Name]> }]
  : English[Id] extends string
    ? ToldByText<PlaceIn<English[Id]>>
    : never;
/** A message that tells nothing. */
export type PlainMessageId = { [Id in MessageId]: ToldBy<Id> extends [] ? Id : never }[MessageId];
type OrMessage<T> = T extends readonly (infer Each)[]
  ? readonly OrMessage<Each>[]
  : string extends T
    ? T | Message
    : T;

/** What stands in the places of a text: `name` of `{$name}`, `count time` of `{$count time}`. */
type PlaceIn<Text> = Text extends `${string}{$${infer Place}}${infer Rest}` ? Place | PlaceIn<Rest> : never;
type ToldByText<Place extends string> = [Place] extends [never]
  ? []
  : [
      told: {
        readonly [Each in Place as Each extends `${infer Name} ${string}` ? Name : Each]: ToldAt<Each>;
      },
    ];
type ToldAt<Place> = Place extends `${string} ${string}` ? number : string | number | Message;

/** A message of the catalogue with all that it tells. */
export function messageOf<Id extends MessageId>(id: Id, ...[told]: ToldBy<Id>): Message {
  return told === undefined ? { id } : { id, told };
}

/** Words a message, or makes one and words it. */
export interface Say {
  (message: Message): string;
  <Id extends MessageId>(id: Id, ...told: ToldBy<Id>): string;
}

/**
 * What words messages as a catalogue has them.
 * @param catalogue all of it, or the part that a door has messages of
 * @param counted how its language says a number with what it counts
 * @param whole all of a catalogue of which the first is what is mostly said
 */
export function speaker(
  catalogue: Partial<Catalogue>,
  counted: Counted = plainly,
  whole?: () => Partial<Catalogue>,
): Say {
  const word = (id: MessageId, told: Message['told'] = {}): string => {
    const entry: string | ((told: never) => string) = catalogue[id] ?? whole?.()[id] ?? id;
    const worded = Object.fromEntries(Object.entries(told).map(([name, each]) => [name, inWords(each)]));
    return typeof entry === 'function' ? entry(worded as never) : filled(entry, worded, counted);
  };
  const inWords = (told: Told): unknown => {
    if (typeof told !== 'object') return told;
    return 'id' in told ? word(told.id, told.told) : told.map(inWords);
  };
  return (message: Message | MessageId, told?: Message['told']) =>
    typeof message === 'string' ? word(message, told) : word(message.id, message.told);
}

type Counted = (count: number, noun: string) => string;
const plainly: Counted = (count, noun) => `${String(count)} ${noun}`;

/** A text with what it tells in its places: `{$name}`, and `{$count time}` for a number with what is counted. */
function filled(text: string, told: Readonly<Record<string, unknown>>, counted: Counted): string {
  return text.replace(/\{\$(\w+)(?: ([^}]+))?\}/g, (_place, name: string, noun?: string) =>
    noun === undefined ? String(ownEntry(told, name)) : counted(Number(ownEntry(told, name)), noun),
  );
}

/** Whether two messages say the same. */
export function isSameMessage(a: Message, b: Message): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
