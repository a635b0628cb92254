import { readCslYaml } from '../../../src/core/bibliography/cslYaml.ts';
import { times } from '../../support/runs.ts';
import { assertPlaced } from './placed.ts';

describe('CSL-YAML', () => {
  const nested = ['[', '{', '- ', '? ', '{a: ', '- [', '&a ', '! '];
  for (const open of nested) {
    it(`does not fall over ${open}${open}${open}…`, () => {
      for (const text of [
        open.repeat(times(4_000)),
        `references:\n- id: a\n  title: ${open.repeat(times(4_000))}\n- id: b\n`,
      ])
        assertPlaced(text, readCslYaml(text));
    });
  }
});
