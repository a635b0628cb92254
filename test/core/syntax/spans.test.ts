import assert from 'node:assert/strict';
import { endOfAttributes, readSpans } from '../../../src/core/syntax/lexemes.ts';
import { verify } from '../quotations/support.ts';

/** A text without the marks of its spans. */
const printed = (text: string): string => {
  const marks = readSpans(text).flatMap(({ start, close, attributes }) => [
    [start, start + 1] as const,
    [close, attributes.end] as const,
  ]);
  let [out, from] = ['', 0];
  for (const [start, end] of marks.sort((a, b) => a[0] - b[0])) {
    out += text.slice(from, start);
    from = end;
  }
  return out + text.slice(from);
};

describe('spans of Pandoc', () => {
  it('are printed without their marks, nested or not', () => {
    assert.equal(
      printed('So [Wick]{.smallcaps} [of [the]{.a} oil]{#b k="v"} said.'),
      'So Wick of the oil said.',
    );
    assert.equal(printed('A [b]{} c'), 'A b c');
  });

  it('are none where the braces hold no attributes, or a bracket is missing', () => {
    for (const text of ['[a] {.b}', '[a]{b c}', 'a]{.b}', '[a]{.b', '[a](b){.c}'])
      assert.equal(printed(text), text);
  });

  it('of a source change no quotation, whether it is copied as printed or as written', () => {
    const source =
      '---\nid: s\n---\n\nSo says [Wick]{.smallcaps} of the [lamps [of oil]{.a}]{lang=en} by day.\n';
    for (const quote of [
      'So says Wick of the lamps of oil by day',
      'So says [Wick]{.smallcaps} of the [lamps [of oil]{.a}]{lang=en} by day',
    ]) {
      const { results } = verify(`“${quote}” [@s, ¶ 1]\n`, { 'sources/s.md': source });
      assert.deepEqual(
        results.map(({ status }) => status),
        ['verbatim'],
      );
    }
  });

  it('may have attributes of some thousand characters', () => {
    const attributes = `{.a fig-alt="${'A lamp stands on the sill. '.repeat(200)}"}`;
    assert.equal(endOfAttributes(attributes, 0, attributes.length), attributes.length);
  });
});
