import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Metafile } from 'esbuild';
import picomatch from 'picomatch';
import { nodeFiles } from '../../scripts/lint/layers.mjs';
import { inRoot } from '../../scripts/support/paths.ts';
import { examineBundles, productBundles } from '../../scripts/support/bundles.ts';
import { namesOfSharedBundles } from '../../scripts/support/sharedBundles.ts';
import { makeWebBundles, type WebBundle } from '../../scripts/support/webBundles.ts';

describe('the bundles that editors wait for', function () {
  this.timeout(60_000);
  let outputs: Metafile['outputs'];

  before(async () => {
    outputs = await examineBundles(productBundles(true));
  });

  function inputsOf(bundle: string): string[] {
    const made = outputs[`dist/${bundle}.cjs`];
    assert.ok(made, `there is a bundle ${bundle}`);
    return Object.keys(made.inputs);
  }

  it('the extension starts without the language client, which comes right after', () => {
    const start = inputsOf('extension');
    assert.ok(start.includes('src/extension/main.ts'));
    assert.deepEqual(
      start.filter((file) => file.includes('node_modules/')),
      [],
    );
    assert.ok(
      inputsOf('extension-client').some((file) => file.includes('node_modules/vscode-languageclient/')),
    );
  });

  it('the extension holds nothing of the engine but the words for refused files and Base64', () => {
    const engine = inputsOf('extension').filter((file) =>
      /^src\/(?:core|workspace|files|convert|cli)\//.test(file),
    );
    assert.deepEqual(engine.sort(), [
      'src/core/messages.ts',
      'src/core/messages/inWords.ts',
      'src/core/messages/message.ts',
      'src/core/present/wording.ts',
      'src/core/present/wording/refusal.ts',
      'src/core/text.ts',
      'src/core/text/base64.ts',
    ]);
  });

  it('the server starts without importers, and without what only they read', () => {
    const heavy = inputsOf('server').filter((file) =>
      /^src\/(?:convert|cli|extension)\/|node_modules\/(?:hast|rehype|parse5|linkedom|@citation-js|chokidar|commander)/.test(
        file,
      ),
    );
    assert.deepEqual(heavy, []);
    assert.ok(inputsOf('convert-import').includes('src/convert/import.ts'));
  });

  it('the server starts without BibLaTeX, which comes with the first file of it', () => {
    const bibtex = /bibliography\/(?:biblatexItem|bibtex|latex)/;
    assert.deepEqual(
      inputsOf('server').filter((file) => bibtex.test(file)),
      [],
    );
    assert.ok(inputsOf('core-bibliography-biblatex').some((file) => bibtex.test(file)));
  });

  it('a check starts without remark and the YAML library, which come with what plain papers do not have', () => {
    const rare = /node_modules\/(?:yaml|micromark|unified|mdast-util-from-markdown)\//;
    const early = ['cli', 'cli-checking-worker'].flatMap(inputsOf).filter((file) => rare.test(file));
    assert.deepEqual(early, []);
    for (const late of ['core-blocks-chunks-remark', 'core-blocks-yamlMapping'])
      assert.ok(inputsOf(late).some((file) => rare.test(file)));
  });

  it('nothing is bundled whole of a package of which a part is used', () => {
    const locales = inputsOf('server').filter((file) => file.includes('node_modules/zod/v4/locales/'));
    assert.ok(locales.length < 3, locales.join(', '));
  });
});

describe('the bundles for browsers', function () {
  this.timeout(120_000);
  let bundles: readonly WebBundle[];

  before(async () => {
    bundles = await makeWebBundles(true);
  });

  function inputsOf(wanted: string): string[] {
    const made = bundles.find(({ name }) => name === wanted);
    assert.ok(made, `there is a bundle ${wanted}`);
    return Object.values(made.outputs).flatMap(({ inputs }) => Object.keys(inputs));
  }

  it('hold nothing that is Node’s, and import nothing', () => {
    const imports = bundles.flatMap(({ outputs }) =>
      Object.values(outputs).flatMap((output) => output.imports),
    );
    const known = /^(?:vscode$|pilcrow-bundle:)/u;
    assert.deepEqual(
      imports.map(({ path }) => path).filter((path) => !known.test(path)),
      [],
    );
    for (const { name } of bundles)
      assert.deepEqual(
        inputsOf(name).filter((file) => nodeFiles.includes(file.replace(/^src\//, ''))),
        [],
        name,
      );
  });

  it('start without importers and exporters', () => {
    const heavy = inputsOf('server').filter((file) =>
      /^src\/(?:convert|cli|extension)\/|^src\/publish\/\w+\/write/.test(file),
    );
    assert.deepEqual(heavy, []);
  });

  it('are those of the desktop, too, where nothing differs, and go into the npm package then', async () => {
    const shared = namesOfSharedBundles(await examineBundles(productBundles(true)), bundles);
    assert.ok(shared.length >= 12, shared.join(', '));
    assert.ok(shared.includes('convert-pdf-readPdf'));
    const patterns = readFileSync(inRoot('.npmignore'), 'utf8').match(/(?<=^!\/)dist\/web\/\S+$/gm) ?? [];
    const isKept = picomatch(patterns);
    assert.deepEqual(
      shared.filter((name) => !isKept(`dist/web/${name}.js`)),
      [],
    );
  });

  it('have French in a bundle of its own', () => {
    const inFrench = ({ outputs }: WebBundle): number =>
      Object.values(outputs)
        .flatMap(({ inputs }) => Object.entries(inputs))
        .filter(([file]) => file.startsWith('src/core/spoken/'))
        .reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
    const large = bundles.filter((bundle) => inFrench(bundle) > 30_000).map(({ name }) => name);
    assert.deepEqual(large, ['core-spoken-spokenFrench']);
  });

  it('are no larger than what a browser loads at once, and as a whole', () => {
    const bytes = new Map(bundles.map(({ name, text }) => [name, Buffer.byteLength(text)]));
    const largest: Readonly<Record<string, number>> = {
      'extension.cjs': 1500,
      extension: 610_000,
      server: 1_400_000,
    };
    for (const [name, most] of Object.entries(largest))
      assert.ok((bytes.get(name) ?? Infinity) <= most, `${name}: ${String(bytes.get(name))} bytes`);
    const all = [...bytes.values()].reduce((sum, each) => sum + each, 0);
    assert.ok(all <= 5_850_000, `all together: ${String(all)} bytes`);
  });
});
