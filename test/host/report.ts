/**
 * The messages of the runner in the extension host to the launcher outside, over a socket: one JSON value a line,
 * either output of the tests or how they ended.
 */
export type Message = { readonly print: string } | { readonly failure: string | null };

export const socketVariable = 'PILCROW_TEST_SOCKET';
export const testsVariable = 'PILCROW_TEST_ENTRY';

export function encodeMessage(message: Message): string {
  return `${JSON.stringify(message)}\n`;
}

/** Splits chunks of data into whole messages. */
export function messageReader(onMessage: (message: Message) => void): (piece: string) => void {
  let rest = '';
  return (piece) => {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) onMessage(JSON.parse(line) as Message);
  };
}
