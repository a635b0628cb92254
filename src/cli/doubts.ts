import { inEnglish } from '../core/messages.ts';
import type { Choice, Decision, Doubt } from '../convert/import.ts';
import { plural } from '../core/present/wording.ts';
import { CannotDo, tell, type Io } from './io.ts';

/** Asks a person to decide each doubt. Enter takes what is proposed, `a` that and everything behind it. */
export async function askDoubts(doubts: readonly Doubt[], io: Io): Promise<readonly Decision[]> {
  const decisions: Decision[] = [];
  tell(
    io,
    `${plural(doubts.length, 'place')} to decide. Enter takes what stands first, “a” does so for all that follow.`,
  );
  for (const [index, doubt] of doubts.entries()) {
    tell(
      io,
      `\n${String(index + 1)}/${String(doubts.length)}  line ${String(doubt.line)}: “${doubt.excerpt}”\n${inEnglish(doubt.question)} (${inEnglish(doubt.reason)})`,
    );
    const choice = await askOne(doubt, io);
    if (choice === 'all') break;
    decisions.push({ id: doubt.id, choice });
  }
  return decisions;
}

async function askOne(doubt: Doubt, io: Io): Promise<Choice | 'all'> {
  const options = [doubt.chosen, ...doubt.options.filter((option) => option !== doubt.chosen)];
  const list = options.map((option, index) => `${String(index + 1)} ${option}`).join('  ');
  for (;;) {
    const answer = await io.stdin.ask(`${list}  [1] `);
    if (answer === undefined) throw new CannotDo('Nothing was written: the questions were not answered.');
    const given = answer.trim().toLowerCase();
    if (given === '') return doubt.chosen;
    if (given === 'a' || given === 'all') return 'all';
    const chosen = options[Number(given) - 1] ?? options.find((option) => option.startsWith(given));
    if (chosen !== undefined) return chosen;
    tell(io, `Please answer with a number from 1 to ${String(options.length)}.`);
  }
}
