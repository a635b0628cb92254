/**
 * CRC-32 of each byte (ISO 3309, polynomial 0xEDB88320), as ZIP archives have it. As signed numbers they are small integers to the
 * engine, which needs no memory for them.
 */
const remainders = Int32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** The checksum of all bytes so far, with more of them. Begins with 0. */
export function checksumWith(before: number, bytes: Uint8Array): number {
  let rest = ~before;
  // A loop over indices is several times as fast here as one over values.
  let at = -1;
  while (++at < bytes.length) rest = (remainders[(rest ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (rest >>> 8);
  return ~rest >>> 0;
}
