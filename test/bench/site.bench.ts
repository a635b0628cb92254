/**
 * Measures `pilcrow site` on 100 papers of 2,000 words and a source of 300 pages that is shared by its words, with the start of the
 * process. Exits with 1 if it takes three seconds of a processor or more.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inRoot } from '../../scripts/support/paths.ts';
import { makeCorpus } from './support/corpus.ts';
import { measureInTurn } from './support/timing.ts';

const mostSeconds = 3;
/** 1,050 paragraphs of 115 words are 300 pages of 400 words. */
const corpus = makeCorpus({ papers: 100, words: 2000, sources: 1, paragraphs: 1050, terms: 100 });

const folder = mkdtempSync(join(tmpdir(), 'pilcrow-bench-'));
try {
  for (const [path, text] of corpus) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text.replace('\ntitle: Text', '\nshare: words\ntitle: Text'));
  }
  const program = {
    name: 'site',
    command: process.execPath,
    args: [inRoot('dist/cli.cjs'), 'site'],
    cwd: folder,
  };
  const took = measureInTurn([program], 5).get(program);
  const written = readdirSync(join(folder, 'site'), { recursive: true, encoding: 'utf8' });
  const bytes = written.reduce((sum, name) => sum + statSync(join(folder, 'site', name)).size, 0);
  const { processor = NaN, wall = NaN, memory = NaN } = took ?? {};
  console.log(
    `site of 100 papers and a source of 300 pages: ${processor.toFixed(2)} s of a processor, ${wall.toFixed(2)} s, ${memory.toFixed(0)} MB; ${written.length} files, ${(bytes / 1e6).toFixed(1)} MB`,
  );
  if (!(processor < mostSeconds)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
