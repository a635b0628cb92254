/** Joins stretches of bytes. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Reads numbers of a file. */
export function dataView(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Whether bytes at an offset are these letters of ASCII. */
export function hasLetters(bytes: Uint8Array, at: number, letters: string): boolean {
  return at + letters.length <= bytes.length && lettersAt(bytes, at, letters.length) === letters;
}

/** Returns bytes as letters of Latin-1. */
export function lettersAt(bytes: Uint8Array, at: number, count: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + count));
}
