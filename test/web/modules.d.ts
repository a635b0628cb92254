/** The tests that `runWebTests.ts` chooses. */
declare module 'host-tests';
declare module 'assert/' {
  export const strict: object;
}
