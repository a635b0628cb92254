/** Parses every paper with unified and remark-parse. `node remark.mjs FOLDER_OF_PACKAGES STUDY_FOLDER` */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [packages = '', root = ''] = process.argv.slice(2);
const { resolve } = createRequire(join(packages, 'index.js'));
const { unified } = await import(pathToFileURL(resolve('unified')).href);
const { default: remarkParse } = await import(pathToFileURL(resolve('remark-parse')).href);
const processor = unified().use(remarkParse).freeze();
let blocks = 0;
for (const name of readdirSync(join(root, 'papers')))
  blocks += processor.parse(readFileSync(join(root, 'papers', name), 'utf8')).children.length;
console.log(`${blocks} blocks`);
