import assert from 'node:assert/strict';
import { buildPdf } from '../../support/pdfBuilder.ts';
import { imported } from '../importing.ts';

const lines = [
  'The lamp has a stand of oak, and the mill has a wheel that turns slowly. The lamp-',
  'stand of the mill is old, and nobody knows how old it is. The wheel of the mill-',
  'race is older than that, and the race was dug when the mill was built by the sea.',
];
const bytes = buildPdf({
  pages: [
    lines.map((text, index) => ({ x: 20, y: 540 - 12 * index, size: 7, text, role: 'P', element: 'a' })),
  ],
});

describe('a hyphen at the end of a line that may be the author’s or the printer’s', () => {
  it('is asked about with both spellings of its word', async () => {
    const { result, body } = await imported(bytes, { fileName: 'a.pdf' });
    assert.match(body, /lamp-stand.*mill-race/s);
    assert.deepEqual(
      result.doubts.map(({ options, chosen, spellings }) => ({ options, chosen, spellings })),
      ['lamp stand', 'mill race'].map((word) => ({
        options: ['hyphened', 'joined'],
        chosen: 'hyphened',
        spellings: { joined: word.replace(' ', ''), hyphened: word.replace(' ', '-') },
      })),
    );
    assert.match(result.doubts[0]?.excerpt ?? '', /The lamp-stand of the mill/);
  });

  it('is what a person says, each by itself, and the question stays the same', async () => {
    const { result } = await imported(bytes, { fileName: 'a.pdf' });
    const ids = result.doubts.map(({ id }) => id);
    const answer = async (...choices: readonly ('joined' | 'hyphened')[]): Promise<string> => {
      const decisions = choices.map((choice, index) => ({ id: ids[index] ?? '', choice }));
      const { result, body } = await imported(bytes, { fileName: 'a.pdf', decisions });
      assert.deepEqual(
        result.doubts.map(({ id, chosen }) => [id, chosen]),
        choices.map((choice, index) => [ids[index], choice]),
      );
      return body;
    };
    assert.match(await answer('joined', 'hyphened'), /lampstand.*mill-race/s);
    assert.match(await answer('hyphened', 'joined'), /lamp-stand.*millrace/s);
    assert.match(await answer('joined', 'joined'), /lampstand.*millrace/s);
  });
});
