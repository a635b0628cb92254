/** A multiple of three, so that parts can be joined, and few enough for arguments of a function. */
const bytesOfPart = 24_576;

/** Bytes as text in Base64 (RFC 4648), in any JavaScript. */
export function base64Of(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += bytesOfPart)
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + bytesOfPart))));
  return parts.join('');
}

/** The bytes of a text that `base64Of` made. Throws on what is no Base64. */
export function bytesOfBase64(text: string): Uint8Array<ArrayBuffer> {
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < characters.length; at++) bytes[at] = characters.charCodeAt(at);
  return bytes;
}
