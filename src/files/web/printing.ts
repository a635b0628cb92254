/** What `../printing.ts` does with programs of the machine: a browser starts none. */
import { messageOf } from '../../core/messages.ts';

export const noPrinter = messageOf('export.noPrograms');

export function printPdf(): Promise<undefined> {
  return Promise.resolve(undefined);
}
