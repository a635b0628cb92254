import assert from 'node:assert/strict';
import { broughtBack } from './broughtBack.ts';
import { papersThatComeBack } from './papersThatComeBack.ts';

describe('a paper that was exported', () => {
  for (const [name, text] of Object.entries(papersThatComeBack))
    for (const format of ['docx', 'odt'] as const)
      it(`has ${name} again from ${format}`, async () => {
        assert.equal(await broughtBack(text, format), text);
      });
});
