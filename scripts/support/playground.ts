import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './cache.ts';
import { inRoot } from './paths.ts';
import type { Report } from './process.ts';
import { hashOf } from './stamp.ts';

/**
 * Returns a copy of the sample study folder, so that playing with it leaves the repository unchanged. The copy stays
 * for the next start, unless `fresh` is true.
 */
export async function samplePlayground(fresh: boolean, report: Report): Promise<string> {
  const sample = inRoot('examples', 'study-folder');
  const copy = join(cacheFolder(), 'study-folder');
  const stamp = `${copy}.sample`;
  const current = hashOf(['**'], sample);
  if (existsSync(copy) && !fresh) {
    const taken = await readFile(stamp, 'utf8').catch(() => '');
    if (taken === current) return copy;
    if (hashOf(['**'], copy) !== taken) {
      report('The sample has changed since your copy was made; npm start -- --fresh takes the new one.');
      return copy;
    }
  }
  await rm(copy, { recursive: true, force: true });
  await mkdir(cacheFolder(), { recursive: true });
  await cp(sample, copy, { recursive: true });
  await writeFile(stamp, current);
  return copy;
}
