import { deflateRawSync } from 'node:zlib';
import { checksumWith } from '../../src/convert/archive/checksum.ts';

/** A part of an archive. What it states of itself may be false. */
export interface ZipPart {
  readonly content: string | Uint8Array;
  readonly isStored?: boolean;
  /** The inflated size that the archive states, in bytes. */
  readonly statedSize?: number;
  readonly isEncrypted?: boolean;
  readonly method?: number;
}

/** A ZIP archive with these parts, in this order. */
export function zipOf(parts: Readonly<Record<string, string | Uint8Array | ZipPart>>): Uint8Array {
  const written: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, part] of Object.entries(parts)) {
    const given: ZipPart = typeof part === 'string' || part instanceof Uint8Array ? { content: part } : part;
    const content = Buffer.from(given.content as string);
    const packed = given.isStored ? content : deflateRawSync(content);
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(0x800 | (given.isEncrypted ? 1 : 0), 2);
    header.writeUInt16LE(given.method ?? (given.isStored ? 0 : 8), 4);
    header.writeUInt32LE(checksumWith(0, content), 10);
    header.writeUInt32LE(packed.length, 14);
    header.writeUInt32LE(given.statedSize ?? content.length, 18);
    header.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = [Buffer.from('PK\x03\x04', 'latin1'), header, Buffer.from(name), packed];
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), header, tail, Buffer.from(name));
    written.push(...local);
    at += local.reduce((sum, { length }) => sum + length, 0);
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...written, list, end]));
}
