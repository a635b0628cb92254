import fc from 'fast-check';

/** Any name that a file may have on Linux. Characters that clients escape differently are more frequent. */
export const fileName = fc
  .array(
    fc.oneof(
      fc.constantFrom(...' !$&\'()*+,;=:@#?%[]{}|^`~"<>\\é', 'e\u0301', '%20', '%2F', '\n', 'ſ', 'K', '𝔄'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join('').replace(/[/\0]/gu, ''))
  .filter((name) => name !== '' && name !== '.' && name !== '..');

/** Writes a path as one client does: with its choice of escaped characters and hexadecimal digits. */
export type Speller = (path: string) => string;

/**
 * Clients with any choice of escapes whose result is a URI. They always escape `%`, `#`, `?`, spaces and line breaks.
 */
export const speller: fc.Arbitrary<Speller> = fc
  .record({ escaped: fc.func(fc.boolean()), isSmall: fc.boolean() })
  .map(({ escaped, isSmall }) => (path: string) => {
    const write = (character: string): string => {
      const bytes = [...Buffer.from(character, 'utf8')];
      const text = bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
      return isSmall ? text : text.toUpperCase();
    };
    return `file://${path.replace(/[^A-Za-z0-9/._-]/gu, (character) =>
      /[%#?\s\0-\x1f\x7f]/u.test(character) || escaped(character) ? write(character) : character,
    )}`;
  });
