/** A failure that the fuzzer has found, as a file. */
export interface Failure {
  readonly task: string;
  readonly input: unknown;
}

/** As JSON; bytes are an object with their Base64. */
export function encoded(failure: Failure): string {
  return `${JSON.stringify(failure, (_key, value: unknown) => (value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value), 1)}\n`;
}

/** Reads what `encoded` has written. */
export function decoded(text: string): Failure {
  return JSON.parse(text, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && 'base64' in value && typeof value.base64 === 'string'
      ? new Uint8Array(Buffer.from(value.base64, 'base64'))
      : value,
  ) as Failure;
}
