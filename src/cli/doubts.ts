import { inWords, type Message, messageOf, type PlainMessageId } from '../core/messages.ts';
import type { Choice, Decision, Doubt, ImportResult } from '../convert/import.ts';
import { CannotDo, tell, type Io } from './io.ts';

/** Asks a person to decide each doubt. Enter takes what is proposed, `a` that and everything behind it. */
export async function askDoubts(
  { doubts, unit }: Pick<ImportResult, 'doubts' | 'unit'>,
  io: Io,
): Promise<readonly Decision[]> {
  const decisions: Decision[] = [];
  tell(io, messageOf('ask.places', { count: doubts.length }));
  for (const [index, doubt] of doubts.entries()) {
    const { excerpt, question, reason } = doubt;
    const place = placeOfDoubt(doubt, unit);
    const told = { number: index + 1, of: doubts.length, place, excerpt, question, reason };
    tell(io, messageOf('ask.place', told));
    const choice = await askOne(doubt, io);
    if (choice === 'all') break;
    decisions.push({ id: doubt.id, choice });
  }
  return decisions;
}

/** Where in the original a doubt is: on which page, or in which line or paragraph. */
export function placeOfDoubt(
  { page, line }: Pick<Doubt, 'page' | 'line'>,
  unit: ImportResult['unit'],
): Message {
  return page === undefined ? originalPlace(line, line, unit) : messageOf('ask.page', { page });
}

/** Lines of the original, or what its reader counts in their place. */
export function originalPlace(first: number, last: number, unit: ImportResult['unit']): Message {
  if (unit === 'page')
    return first === last
      ? messageOf('ask.page', { page: String(first) })
      : messageOf('ask.pages', { first, last });
  if (first === last)
    return unit ? messageOf('ask.paragraph', { line: first }) : messageOf('ask.line', { line: first });
  return unit ? messageOf('ask.paragraphs', { first, last }) : messageOf('ask.lines', { first, last });
}

const choiceNames: Readonly<Record<Choice, PlainMessageId>> = {
  abstract: 'choice.abstract',
  attribution: 'choice.attribution',
  furniture: 'choice.leaveOut',
  heading: 'choice.heading',
  hyphened: 'choice.hyphened',
  joined: 'choice.joined',
  list: 'choice.list',
  note: 'choice.note',
  paragraph: 'choice.paragraph',
  quotation: 'choice.quotation',
};

/** What a choice is called: the word itself, where a person is asked how it is spelled. */
export function choiceCalled(choice: Choice, { spellings }: Pick<Doubt, 'spellings'>): string {
  const spelled = choice === 'joined' || choice === 'hyphened' ? spellings?.[choice] : undefined;
  return spelled ?? inWords(choiceNames[choice]);
}

async function askOne(doubt: Doubt, io: Io): Promise<Choice | 'all'> {
  const options = [doubt.chosen, ...doubt.options.filter((option) => option !== doubt.chosen)];
  const names = options.map((option) => choiceCalled(option, doubt));
  const list = names.map((name, index) => `${String(index + 1)} ${name}`).join('  ');
  for (;;) {
    const answer = await io.stdin.ask(`${list}  [1] `);
    if (answer === undefined) throw new CannotDo(messageOf('cli.notAnswered'));
    const given = answer.trim().toLowerCase();
    if (given === '') return doubt.chosen;
    if (given === 'a' || given === 'all') return 'all';
    const chosen =
      options[Number(given) - 1] ?? options.find((_, index) => names[index]?.toLowerCase().startsWith(given));
    if (chosen !== undefined) return chosen;
    tell(io, messageOf('ask.again', { last: options.length }));
  }
}
