import type { ExchangedNote } from './note.ts';

/**
 * Writes the answers of notes below the text of the note that begins their thread, each with its author and day, and leaves the
 * answers themselves out: for programs that drop them. Answers to nothing stay.
 * @param notes each thread's first note before its answers
 */
export function withAnswersInNotes(notes: readonly ExchangedNote[]): readonly ExchangedNote[] {
  const heads = new Map<string, { note: ExchangedNote; readonly said: string[] }>();
  const headOf = new Map<string, string>();
  for (const note of notes) {
    const head = note.answers === undefined ? undefined : headOf.get(note.answers);
    headOf.set(note.id, head ?? note.id);
    const thread = head === undefined ? undefined : heads.get(head);
    if (thread) thread.said.push(answerBelow(note));
    else heads.set(note.id, { note, said: [] });
  }
  return [...heads.values()].map(({ note, said }) =>
    said.length === 0 ? note : { ...note, text: [note.text.trimEnd(), ...said].filter(Boolean).join('\n\n') },
  );
}

function answerBelow({ author, created, text }: ExchangedNote): string {
  const day = /^\d{4}-\d\d-\d\d/.exec(created)?.[0] ?? '';
  const by = [author === '' ? '' : `**${author.replace(/[\\*_]/g, String.raw`\$&`)}**`, day].filter(Boolean);
  const lines = [...(by.length > 0 ? [by.join(', '), ''] : []), ...text.trim().split(/\r\n?|\n/)];
  return lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
}
