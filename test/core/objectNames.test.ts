import assert from 'node:assert/strict';
import { identifierAddress } from '../../src/core/styles/evaluation.ts';
import { spokenLanguage } from '../../src/files/spokenLanguages.ts';

describe('a name that all objects have', () => {
  it('is no language that is spoken', async () => {
    assert.equal(await spokenLanguage('constructor'), undefined);
  });

  it('is no variable with an address', () => {
    assert.equal(identifierAddress('constructor', '1'), '1');
  });
});
