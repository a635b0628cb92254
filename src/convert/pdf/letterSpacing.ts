import type { PdfSpan } from './pdfSpans.ts';

/** Numbers in a row and signs of a formula stand apart as well, and are no word. */
const spacedLetters = /^\p{L}(?: \p{L})+(?: \p{P})?$/u;
/** As many letters apart are a word that is set wide. */
const minSpacedUnits = 5;

/** Closes up words whose letters stand apart: `f o r m` where a line is set wide. */
export function withoutLetterSpacing(spans: readonly PdfSpan[]): readonly PdfSpan[] {
  if (!spans.some(({ text }) => text.trim().length >= minSpacedUnits && spacedLetters.test(text.trim())))
    return spans;
  return spans.map((span) => {
    const words = span.text.trim();
    return spacedLetters.test(words)
      ? { ...span, text: span.text.replace(words, words.replaceAll(' ', '')) }
      : span;
  });
}
