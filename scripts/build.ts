/**
 * Builds the extension, the server and the command line into dist/, and with `--tests` the bundles of the tests into
 * out/. `--production` minifies and omits source maps, `--watch` continues, `--force` builds even if nothing has
 * changed.
 */
import { rm } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { buildBundles, extensionTestBundles, hostBundles } from './support/bundles.ts';
import { inRoot } from './support/paths.ts';
import { buildProduct, watchProduct } from './support/product.ts';
import { messageOf } from './support/process.ts';
import { runIfChanged, type Task } from './support/stamp.ts';

const tooling = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'scripts/support/{bundles,namesakes,product}.ts',
  'scripts/support/product/**',
];
/** Globs of the files that the extension, the server and the command line are built from. */
export const productFiles = ['src/**', 'editions/**', 'schemas/**', 'styles/**', ...tooling];

/** Both kinds of build write to dist/. Their common stamp tells them apart by the files they would make. */
async function buildDist(production: boolean): Promise<boolean> {
  const other = inRoot('out', 'stamps', production ? 'build' : 'build-production');
  const ran = await runIfChanged({
    name: production ? 'build-production' : 'build',
    from: productFiles,
    makes: [
      'dist/extension.cjs',
      'dist/server.cjs',
      'dist/cli.cjs',
      'dist/web/extension.cjs',
      'dist/web/files.json',
    ],
    run: () => buildProduct(production),
  });
  if (ran) await rm(other, { force: true });
  return ran;
}

const testTasks: readonly Task[] = [
  {
    name: 'build-host',
    from: ['test/host/**', 'scripts/**', ...tooling],
    makes: ['out/test/host/launcher.cjs', 'out/test/host/runner.cjs'],
    run: () => buildBundles(hostBundles),
  },
  {
    name: 'build-extension-tests',
    from: ['src/**', 'test/extension/**', 'test/support/**', ...tooling],
    makes: ['out/test/extension/index.cjs'],
    run: () => buildBundles(extensionTestBundles()),
  },
];

export async function buildAll(options: { production?: boolean; tests?: boolean }): Promise<string[]> {
  const built: string[] = [];
  if (await buildDist(options.production ?? false)) built.push('dist');
  for (const task of options.tests ? testTasks : []) if (await runIfChanged(task)) built.push(task.name);
  return built;
}

async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--watch')) {
    await watchProduct();
    return;
  }
  if (args.includes('--force')) await rm(inRoot('out', 'stamps'), { recursive: true, force: true });
  const built = await buildAll({
    production: args.includes('--production'),
    tests: args.includes('--tests'),
  });
  console.log(built.length > 0 ? `Built ${built.join(', ')}.` : 'Everything is up to date.');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    console.error(messageOf(error));
    process.exitCode = 1;
  }
}
