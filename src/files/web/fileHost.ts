/** What the host of a worker does for it with files, and how it is asked over a port of messages. */

/** What the host says of a name in a folder; a link is told, as nobody can say where it leads. */
export type HostEntry = readonly [name: string, kind: 'file' | 'folder' | 'link' | 'other'];

/** What is asked of the host. Addresses are its own. */
export type HostQuestion =
  | { readonly do: 'list'; readonly uri: string }
  | { readonly do: 'read'; readonly uri: string }
  | { readonly do: 'write'; readonly uri: string; readonly bytes: Uint8Array }
  | { readonly do: 'remove'; readonly uri: string };

export type HostAnswer =
  | { readonly entries: readonly HostEntry[] }
  | { readonly bytes: Uint8Array }
  | { readonly isDone: true }
  /** `code` is of the codes of Node.js, as `ENOENT`; none where the host gives no reason that is known. */
  | { readonly code: string | undefined };

/** A question to the host. Never rejects: what goes wrong is a code. */
export type AskHost = (question: HostQuestion) => Promise<HostAnswer>;

/** As questions and answers go over the port. */
export type PortQuestion = HostQuestion & { readonly id: number };
export type PortAnswer = HostAnswer & { readonly id: number };

/** What a port of messages does, in a browser and in Node.js. */
export interface MessageEnd {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data?: unknown }) => void): void;
  start(): void;
}

/** How long the host may take to answer, in milliseconds. */
const maxAnswerMs = 30_000;

/**
 * Asks the host over a port. What has not been answered in time is given up as `ETIMEDOUT`.
 * @param late called with the address of a question whose answer came after that
 */
export function askOver(port: MessageEnd, late: (uri: string) => void, limitMs = maxAnswerMs): AskHost {
  const waiting = new Map<number, (answer: HostAnswer) => void>();
  const givenUp = new Map<number, string>();
  let last = 0;
  port.addEventListener('message', ({ data }) => {
    const { id, ...answer } = data as PortAnswer;
    const missed = givenUp.get(id);
    if (missed !== undefined) late(missed);
    givenUp.delete(id);
    waiting.get(id)?.(answer);
  });
  port.start();
  return (question) =>
    new Promise((resolve) => {
      const id = ++last;
      const timer = setTimeout(() => {
        givenUp.set(id, question.uri);
        settle({ code: 'ETIMEDOUT' });
      }, limitMs);
      const settle = (answer: HostAnswer): void => {
        clearTimeout(timer);
        waiting.delete(id);
        resolve(answer);
      };
      waiting.set(id, settle);
      port.postMessage({ id, ...question } satisfies PortQuestion);
    });
}
