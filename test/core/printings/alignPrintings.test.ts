import assert from 'node:assert/strict';
import { alignPrintings, type Printing } from '../../../src/core/printings/alignPrintings.ts';
import { freezeEdition, structureOfEdition } from '../../../src/core/source.ts';
import { passagesOf, sourceFrom } from './measure.ts';

const lamp =
  'The lamp on the sill was lit before anyone in the house had woken, and nobody said who had done it.';
const watch =
  'On the second morning it was lit again. The youngest of us swore that she had watched the door.';
const book = 'We agreed to keep a book about it. Whoever passed the window wrote down the hour of the day.';
const end = 'Then somebody blew the lamp out, and the question became who would be the first to miss it.';
const [bookStart, bookEnd] = book.split(/(?<=\.) /);

const told = (old: Printing, now: Printing): string[] =>
  alignPrintings(old, now).map(({ number, state, to, joinedWith }) =>
    [String(number), state, to.join('+'), joinedWith.length > 0 ? `with ${joinedWith.join(',')}` : '']
      .filter(Boolean)
      .join(' '),
  );

/** A printing of which only the edition is there. */
function frozen(texts: readonly string[], salt?: string): Printing {
  const edition = freezeEdition('lamp', sourceFrom(texts.join('\n\n')), undefined, salt);
  return { ...structureOfEdition(edition), edition };
}

const text = (texts: readonly string[]): Printing => sourceFrom(texts.join('\n\n'));

describe('the passages of one printing in another', () => {
  const old = [lamp, watch, book, end];
  const now = [`${lamp} ${watch}`, bookStart ?? '', bookEnd ?? '', end];
  const expected = ['1 joined 1 with 2', '2 joined 1 with 1', '3 split 2+3', '4 kept 4'];

  it('are told by their words', () => {
    assert.deepEqual(told(text(old), text(now)), expected);
    assert.deepEqual(told(text([lamp, watch, book, end]), text([watch, book, end])), [
      '1 gone',
      '2 kept 1',
      '3 kept 2',
      '4 kept 3',
    ]);
    assert.deepEqual(told(text([lamp, watch, book, end]), text([end, lamp, watch, book])), [
      '1 kept 2',
      '2 kept 3',
      '3 kept 4',
      '4 moved 1',
    ]);
  });

  it('are told by fingerprints, where one text is not there', () => {
    assert.deepEqual(told(frozen(old), text(now)), expected);
    assert.deepEqual(told(text(old), frozen(now)), expected);
    assert.deepEqual(told(frozen(old, 'salt-of-a-test'), text(now)), expected);
    assert.deepEqual(told(frozen(old), frozen([watch, book, end])), [
      '1 gone',
      '2 kept 1',
      '3 kept 2',
      '4 kept 3',
    ]);
    // Without words nobody knows what became of changed ones.
    assert.deepEqual(told(frozen(old), frozen(now)), [
      '1 doubtful 1+2+3',
      '2 doubtful 1+2+3',
      '3 doubtful 1+2+3',
      '4 kept 4',
    ]);
  });

  it('are told in languages without spaces', () => {
    const [one, two] = [
      '灯火在窗台上点着，屋里还没有人醒来，谁也没有说是谁点的。',
      '第二天早晨它又亮了，我们当中最小的说她整夜守着门。',
    ];
    assert.deepEqual(told(text([one, two]), text([`${one}${two}`])), [
      '1 joined 1 with 2',
      '2 joined 1 with 1',
    ]);
  });

  it('are doubtful where few words or nothing tells', () => {
    assert.deepEqual(told(text(['Yes.', lamp]), text(['No.', lamp])), ['1 doubtful', '2 kept 2']);
    assert.deepEqual(told(passagesOf([]), passagesOf([])), []);
    assert.deepEqual(told(text([lamp]), passagesOf([])), ['1 gone']);
  });
});
