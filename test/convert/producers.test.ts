import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../../scripts/support/paths.ts';
import { assertExpected, readExpected } from './expected.ts';

const samples = inRoot('..', 'shared', 'inout', 'samples');

describe('the files of word processors', () => {
  for (const name of ['word.docx', 'lo.docx', 'lo.odt', 'writer.fodt'])
    it(`give the whole text: ${name}`, async function () {
      if (!existsSync(join(samples, name))) {
        console.log(`      skipped: ${name} is not at ../shared/inout/samples`);
        this.skip();
      }
      await assertExpected(join(samples, name), readExpected(join(samples, 'expect.json')));
    });
});
