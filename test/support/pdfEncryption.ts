import { createHash } from 'node:crypto';

/** The standard padding of passwords (ISO 32000-1, 7.6.3.3, algorithm 2). */
const padding = Uint8Array.from(
  '28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A'.match(/../g) ?? [],
  (hex) => parseInt(hex, 16),
);

const permissions = Uint8Array.of(0xfc, 0xff, 0xff, 0xff);

/** Encrypts a PDF file with a password: RC4 with 40 bits, the oldest standard handler, which is little code. */
export class PdfEncryption {
  readonly id = '00112233445566778899aabbccddeeff';
  private readonly owner: Uint8Array;
  private readonly key: Uint8Array;

  constructor(password: string) {
    const padded = pad(password);
    this.owner = rc4(md5(padded).subarray(0, 5), padded);
    this.key = md5(padded, this.owner, permissions, Buffer.from(this.id, 'hex')).subarray(0, 5);
  }

  /** PDF source of the dictionary that says how the file is encrypted. */
  get dictionary(): string {
    const user = rc4(this.key, padding);
    return `<< /Filter /Standard /V 1 /R 2 /P -4 /O <${hex(this.owner)}> /U <${hex(user)}> >>`;
  }

  /** The bytes of a stream of an object, each as the character of its number. */
  encrypt(content: string, object: number): string {
    const salt = Uint8Array.of(object & 0xff, (object >> 8) & 0xff, 0, 0, 0);
    const key = md5(this.key, salt).subarray(0, 10);
    const bytes = Uint8Array.from(content, (sign) => sign.charCodeAt(0));
    return Array.from(rc4(key, bytes), (byte) => String.fromCharCode(byte)).join('');
  }
}

function pad(password: string): Uint8Array {
  return Uint8Array.from([...Buffer.from(password, 'latin1'), ...padding]).subarray(0, 32);
}

function md5(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function rc4(key: Uint8Array, bytes: Uint8Array): Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, index) => index);
  const swap = (a: number, b: number): void => {
    [state[a], state[b]] = [state[b] ?? 0, state[a] ?? 0];
  };
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 0xff;
    swap(i, j);
  }
  let i = 0;
  let j = 0;
  return bytes.map((byte) => {
    i = (i + 1) & 0xff;
    j = (j + (state[i] ?? 0)) & 0xff;
    swap(i, j);
    return byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 0xff] ?? 0);
  });
}
