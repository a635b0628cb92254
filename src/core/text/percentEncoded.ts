/** Half of a surrogate pair by itself: no character, and nothing that an address can hold. */
const halfSurrogate = /\p{Surrogate}/gu;

/** Returns a text in which a replacement character stands for each half of a surrogate pair that stands alone. */
function wellFormed(text: string): string {
  return text.replace(halfSurrogate, '\uFFFD');
}

/** Returns an address as it is written, with percent signs for what no address may hold. Unlike `encodeURI`, it throws on no text. */
export function encodedAddress(text: string): string {
  return encodeURI(wellFormed(text));
}

/** Returns a text as it stands in one part of an address. Unlike `encodeURIComponent`, it throws on no text. */
export function percentEncoded(text: string): string {
  return encodeURIComponent(wellFormed(text));
}
