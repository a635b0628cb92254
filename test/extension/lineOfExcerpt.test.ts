import assert from 'node:assert/strict';
import { lineOfExcerpt } from '../../src/extension/lineOfExcerpt.ts';

describe('the line of an excerpt', () => {
  const written = [
    '---',
    'title: Lamps',
    '---',
    '',
    '## The *lamp*',
    '',
    '> It was\\. lit',
    '',
    'At night.',
  ].join('\n');

  it('is the one in which its words are written, whatever marks stand among them', () => {
    assert.equal(lineOfExcerpt(written, 'The lamp'), 4);
    assert.equal(lineOfExcerpt(written, 'It was. lit …'), 6);
    assert.equal(lineOfExcerpt(written, 'At  night.'), 8);
  });

  it('is none where the words are left out, or may stand anywhere', () => {
    assert.equal(lineOfExcerpt(written, 'The mill'), undefined);
    assert.equal(lineOfExcerpt(written, 'a…'), undefined);
  });
});
