/** Settles in the next turn of the event loop, when what has come in meanwhile has been read. */
export const nextTurn: () => Promise<void> = 'setImmediate' in globalThis ? immediate : byMessage;

function immediate(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Workers of browsers have no `setImmediate`, and a timer of theirs waits for milliseconds. */
function byMessage(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
}
