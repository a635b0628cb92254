import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { normaliseText } from './normalise.ts';

/**
 * Returns the fingerprint of a passage: SHA-256 (64 lower-case hex digits) of the UTF-8 bytes of its normalised plain text.
 */
export function fingerprint(plainText: string): string {
  return fingerprintOfNormalised(normaliseText(plainText));
}

/** Like `fingerprint`, for a text that `normaliseText` has already normalised. */
export function fingerprintOfNormalised(normalised: string): string {
  return bytesToHex(sha256(utf8ToBytes(normalised)));
}
