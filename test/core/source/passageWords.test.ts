import assert from 'node:assert/strict';
import { parseMarkdown } from '../../../src/core/blocks.ts';
import { passagePreview, passageWords, readSource } from '../../../src/core/source.ts';

describe('the words of a passage, on one line,', () => {
  const { passages } = readSource(
    parseMarkdown(
      'Il dit\u00A0:\n«\u202Foui\u202F», et la lampe  brûle\nencore\u202F; puis elle s’éteint.\n',
    ),
  );
  const [passage] = passages;

  it('keep the no-break spaces of French', () => {
    assert.equal(
      passage && passageWords(passage),
      'Il dit\u00A0: «\u202Foui\u202F», et la lampe brûle encore\u202F; puis elle s’éteint.',
    );
  });
  it('are cut behind whole words, which take their marks along', () => {
    assert.equal(
      passage && passagePreview(passage),
      'Il dit\u00A0: «\u202Foui\u202F», et la lampe brûle encore\u202F; puis …',
    );
  });
});
