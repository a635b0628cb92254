import { exchangeFormats } from '../../../src/core/notes.ts';
import { assertSoon } from '../../support/runs.ts';

describe('a long My Clippings.txt', () => {
  it('is read in time that grows with its length', () => {
    const entry = (kind: string, place: string, words: string): string =>
      `On Bread (A. Miller)\n- Your ${kind} at location ${place} | Added on Monday, 2 March 2026 10:00:00\n\n${words}\n==========\n`;
    assertSoon(
      (part) =>
        Array.from({ length: 30_000 * part }, (_, at) => {
          const place = 10 * (at + 1);
          const end = String(place + 5);
          return (
            entry('Highlight', `${String(place)}-${end}`, `words ${String(at)}`) +
            entry('Note', end, `comment ${String(at)}`)
          );
        }).join(''),
      (text) => exchangeFormats['clippings']?.read?.(text),
    );
  });
});
