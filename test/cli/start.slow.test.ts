import assert from 'node:assert/strict';
import { makeProduct } from '../../scripts/support/product.ts';
import { loadedWith } from '../support/productFiles.ts';

describe('the start of the command line', function () {
  this.timeout(60_000);

  it('loads no parser: a check that has nothing new to say needs none', async () => {
    const product = await makeProduct(true);
    const inputs = [...loadedWith('cli.cjs', product).keys()];
    assert.ok(inputs.includes('src/cli/checking/run.ts'));
    const heavy = inputs.filter((file) =>
      /node_modules\/(?:micromark|mdast|remark|unified|yaml|@citation-js|chokidar|vscode)|^src\/(?:core\/(?:markdown|resolve|glossary|bibliography)|convert|server)\//.test(
        file,
      ),
    );
    assert.deepEqual(heavy, []);
    assert.ok(
      product.some(({ name }) => name === 'cli-checking-worker.cjs'),
      'what checks is loaded later',
    );
  });
});
