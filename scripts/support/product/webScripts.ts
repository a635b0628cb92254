/** What loads the product in a browser. Each is a file of its own, as there is nothing yet that would load another. */
import { build } from 'esbuild';
import { root } from '../paths.ts';

/** The file that the manifest names, which older versions of VS Code look for with `.js` at its end. */
const loader = 'extension.cjs';

/** Returns texts by their names in `dist/web`. */
export async function webScripts(production: boolean): Promise<ReadonlyMap<string, string>> {
  const [extension, worker] = await Promise.all([
    script('src/extension/web/loader.ts', 'cjs', production),
    script('src/extension/web/workerScripts.ts', 'iife', production),
  ]);
  return new Map([
    [loader, extension],
    [`${loader}.js`, extension],
    ['scripts.js', worker],
  ]);
}

async function script(file: string, format: 'cjs' | 'iife', production: boolean): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [file],
    bundle: true,
    format,
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    minify: production,
    legalComments: 'none',
    logLevel: 'warning',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
