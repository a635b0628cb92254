import type { SpokenLanguage } from '../../src/core/messages.ts';

/** Every Latin letter as a wide one, but for the places of a text. */
function wide(text: string): string {
  return text.replace(/\{\$[^}]*\}|[A-Za-z]/g, (part) =>
    part.length > 1 ? part : String.fromCharCode(part.charCodeAt(0) + 0xfee0),
  );
}

/** Words in wide letters: sentences of the catalogue. */
export const wideWords = /[\uff21-\uff5a]{3,}/g;

/** Words in plain letters, which what is no sentence of the catalogue has. */
export const plainWords = /[A-Za-z]{2,}[,;:]? [a-z]{2,}.*/g;

/**
 * Makes what speaks French speak English in wide letters, until what this returns is called. Everything is loaded here: what a test
 * imports is loaded twice, and the language set once, where it is loaded late.
 */
export async function speakWide(): Promise<() => void> {
  const { allEnglish, speakIn, speaker } = await import('../../src/core/messages.ts');
  const loaded = await import('../../src/core/spoken/spokenFrench.ts');
  const french: { -readonly [Name in keyof SpokenLanguage]: SpokenLanguage[Name] } = loaded.french;
  const before = { ...french };
  // The words of another language are changed in place.
  const catalogue = Object.fromEntries(
    Object.entries(allEnglish()).map(([id, entry]) => [
      id,
      typeof entry === 'string' ? wide(entry) : (told: never) => wide(entry(told)),
    ]),
  );
  french.say = speaker(catalogue, (count, noun) => `${String(count)} ${wide(noun)}`);
  const prose = { summary: wide('Summary.'), explanation: wide('Words.') };
  french.checks = Object.fromEntries(Object.keys(before.checks ?? {}).map((id) => [id, prose]));
  return () => {
    Object.assign(french, before);
    speakIn();
  };
}
