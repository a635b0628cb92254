/**
 * Imports a file as the command line does, in a process of its own: `importOnce.mjs BUNDLE FILE [OUTPUT]`. Exits with 1 if it
 * cannot be read.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';

const [bundle, file, output] = process.argv.slice(2);
const { importSource } = createRequire(import.meta.url)(bundle);
const result = await importSource({ bytes: readFileSync(file), fileName: basename(file), editions: [] });
if ('problem' in result) process.exitCode = 1;
else if (output) writeFileSync(output, result.markdown);
