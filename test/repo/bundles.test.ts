import assert from 'node:assert/strict';
import { nodeFiles } from '../../scripts/lint/layers.mjs';
import { loadsOf, makeProduct, type ProductFile } from '../../scripts/support/product.ts';
import { filesLoadedWith, loadedWith } from '../support/productFiles.ts';

let product: readonly ProductFile[];

before(async function () {
  this.timeout(120_000);
  product = await makeProduct(true);
});

function inputsOf(bundle: string): string[] {
  return [...loadedWith(`${bundle}.cjs`, product)].filter(([, bytes]) => bytes > 0).map(([file]) => file);
}

describe('the bundles that editors wait for', () => {
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

  it('the extension holds nothing of the engine but refusals of files, Base64, what languages there are, and how a table is asked', () => {
    const engine = inputsOf('extension').filter((file) =>
      /^src\/(?:core|workspace|files|convert|cli)\//.test(file),
    );
    assert.deepEqual(engine.sort(), [
      'src/core/messages/message.ts',
      'src/core/present/wording/refusal.ts',
      'src/core/text/base64.ts',
      'src/core/text/table.ts',
      'src/files/spokenLanguages.ts',
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

  it('the server starts without the discussion guide', () => {
    const isGuide = (file: string): boolean => file.startsWith('src/core/present/guide/');
    assert.deepEqual(inputsOf('server').filter(isGuide), []);
    assert.ok(inputsOf('server-guides').some(isGuide));
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

describe('the bundles for browsers', () => {
  const entries = ['web-extension', 'web-server'];
  const inBrowser = (): ProductFile[] => {
    const names = new Set(entries.flatMap((name) => loadsOf(product)[`${name}.cjs`] ?? []));
    return product.filter(({ name }) => names.has(name));
  };

  it('hold nothing that is Node’s, and import nothing', () => {
    const outside = new Set(inBrowser().flatMap((file) => file.outside));
    assert.deepEqual([...outside], ['vscode']);
    for (const { name, inputs } of inBrowser())
      assert.deepEqual(
        [...inputs.keys()].filter((file) => nodeFiles.includes(file.replace(/^(?:web:)?src\//, ''))),
        [],
        name,
      );
  });

  it('hold no file twice, once as it is and once as browsers get it: each would have a state of its own', () => {
    const loads = Object.entries(loadsOf(product)).filter(([name]) => name.startsWith('web-'));
    const names = new Set(loads.flatMap(([, all]) => all));
    const files = product
      .filter(({ name }) => names.has(name))
      .flatMap(({ inputs }) => [...inputs].filter(([, bytes]) => bytes > 0))
      .map(([file]) => file.replace(/^web:/, ''));
    assert.deepEqual(
      files.filter((file, at) => files.indexOf(file) < at),
      [],
    );
  });

  it('are known with all that they need, also those that are loaded late', () => {
    const loads = loadsOf(product);
    const texts = new Map(product.map(({ name, text }) => [name, text]));
    const late = (name: string): string[] => [
      ...new Set(
        [...(texts.get(name) ?? '').matchAll(/loadBundle\("\.\/([^"]+)"\)/g)].map(([, to = '']) => to),
      ),
    ];
    const found = new Set(entries.map((name) => `${name}.cjs`));
    for (const name of found)
      for (const file of loads[name] ?? []) for (const to of late(file)) found.add(to);
    assert.ok(found.has('server-guides.cjs'));
    assert.deepEqual(
      [...found].filter((name) => !loads[name]),
      [],
    );
  });

  it('start without importers and exporters', () => {
    const heavy = inputsOf('web-server').filter((file) =>
      /^(?:web:)?src\/(?:convert|cli|extension)\/|^src\/publish\/\w+\/write/.test(file),
    );
    assert.deepEqual(heavy, []);
  });

  it('are those of the desktop, where nothing differs', () => {
    const own = product.filter(({ name }) => name.startsWith('web-'));
    const bytes = own.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
    assert.ok(bytes < 150_000, `only in browsers: ${String(bytes)} bytes`);
    const both = new Set(filesLoadedWith('server.cjs', product));
    const shared = filesLoadedWith('web-server.cjs', product).filter((file) => both.has(file));
    assert.ok(shared.some(({ inputs }) => inputs.has('src/core/check/findings.ts')));
  });

  it('have French in a bundle of its own', () => {
    const french = product.filter(({ inputs }) =>
      [...inputs].some(([file, bytes]) => file.startsWith('src/core/spoken/') && bytes > 1000),
    );
    assert.deepEqual(
      french.map(({ name }) => name),
      ['core-spoken-spokenFrench.cjs'],
    );
  });

  it('are no larger than what a browser loads at once, and as a whole', () => {
    const bytesOf = (files: readonly ProductFile[]): number =>
      files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
    const loads = loadsOf(product);
    // The extension and the server run apart: what both use is loaded by each.
    const [extension = 0, server = 0] = entries.map((name) =>
      bytesOf(product.filter((file) => loads[`${name}.cjs`]?.includes(file.name))),
    );
    assert.ok(extension > 0 && extension <= 210_000, `the extension: ${String(extension)} bytes`);
    assert.ok(
      server > 0 && extension + server <= 1_640_000,
      `with the server: ${String(extension + server)}`,
    );
    assert.ok(bytesOf(product) <= 4_080_000, `all together: ${String(bytesOf(product))} bytes`);
  });
});

describe('what is bundled', () => {
  it('is there once', () => {
    const all = product.flatMap(({ inputs }) => [...inputs].filter(([, bytes]) => bytes > 0));
    const files = all.map(([file]) => file);
    assert.deepEqual(
      files.filter((file, at) => files.indexOf(file) < at),
      [],
    );
  });
});
