/** The bytes of an XML file as text, piece by piece. Bytes that its encoding does not know are U+FFFD. */
export async function* textPieces(
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const piece of pieces) {
    if (piece.length === 0) continue;
    decoder ??= new TextDecoder(encodingOfXml(piece));
    yield decoder.decode(piece, { stream: true });
  }
  if (decoder) yield decoder.decode();
}

/**
 * The encoding of an XML file (XML 1.0, appendix F): by its byte order mark, by the zeros in `<?`, else as it is declared.
 * @param start the first bytes of the file
 */
function encodingOfXml(start: Uint8Array): string {
  const [first, second] = start;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const declaration = String.fromCharCode(...start.subarray(0, 200));
  const [, declared = 'utf-8'] =
    /^(?:\xef\xbb\xbf)?<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(declaration) ?? [];
  // What says in one-byte characters that it is UTF-16 is not.
  return /^utf-?16/i.test(declared) || !isEncoding(declared) ? 'utf-8' : declared;
}

function isEncoding(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}
