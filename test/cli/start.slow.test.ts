import assert from 'node:assert/strict';
import { examineBundles, productBundles } from '../../scripts/support/bundles.ts';

describe('the start of the command line', function () {
  this.timeout(60_000);

  it('loads no parser: a check that has nothing new to say needs none', async () => {
    const outputs = await examineBundles(productBundles(true));
    const inputs = Object.keys(outputs['dist/cli.cjs']?.inputs ?? {});
    assert.ok(inputs.includes('src/cli/checking/run.ts'));
    const heavy = inputs.filter((file) =>
      /node_modules\/(?:micromark|mdast|remark|unified|yaml|@citation-js|chokidar|vscode)|^src\/(?:core\/(?:markdown|resolve|glossary|bibliography)|convert|server)\//.test(
        file,
      ),
    );
    assert.deepEqual(heavy, []);
    assert.ok('dist/cli-checking-worker.cjs' in outputs, 'what checks is a bundle of its own');
  });
});
