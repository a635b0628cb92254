/**
 * Freezes the edition of the essay again from a copy of it, with shingles: `npx tsx scripts/freeze-masswork.ts`.
 * Gists and our own titles of headings stay if the words they are for are the same. Prints what changed.
 */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseMarkdown } from '../src/core/blocks/document.ts';
import { readEdition, type Edition } from '../src/core/source/edition.ts';
import { freezeEdition } from '../src/core/source/editionSource.ts';
import { readSource } from '../src/core/source/readSource.ts';

const essay = fileURLToPath(new URL('../../shared/essay/essay.md', import.meta.url));
const target = fileURLToPath(new URL('../editions/masswork/edition.json', import.meta.url));
/** Chosen once. Another salt would change the whole file. */
const salt = 'pilcrow/masswork/1';

function main(): number {
  if (!existsSync(essay)) {
    console.error('There is no copy of the essay at ../shared/essay/essay.md: nothing was frozen.');
    return 2;
  }
  const reading = readEdition(readFileSync(target, 'utf8'));
  if ('problem' in reading) {
    console.error(reading.problem);
    return 2;
  }
  const earlier = reading.edition;
  const frozen = freezeEdition(
    earlier.key,
    readSource(parseMarkdown(readFileSync(essay, 'utf8'))),
    earlier,
    salt,
  );
  const edition: Edition = {
    ...frozen,
    csl: earlier.csl,
    headings: frozen.headings.map((heading) => ownTitle(heading, earlier)),
  };
  const lost = edition.passages.filter((passage) => passage.gist === undefined).length;
  if (lost > 0) console.error(`${String(lost)} passages have other words than before and lost their gist.`);
  writeFileSync(`${target}.new`, `${JSON.stringify(edition, null, 2)}\n`);
  renameSync(`${target}.new`, target);
  console.error(
    `Wrote ${target}: ${String(edition.passages.length)} passages, ${String(size(edition))} bytes of shingles.`,
  );
  return lost > 0 ? 1 : 0;
}

/** A heading that is a sentence of the text keeps a title in our own words, because the printed one is the text's. */
function ownTitle(heading: Edition['headings'][number], earlier: Edition): Edition['headings'][number] {
  const known = earlier.headings.find(
    (one) => one.sha256 === heading.sha256 && one.before === heading.before,
  );
  return known ? { ...heading, title: known.title } : heading;
}

function size(edition: Edition): number {
  return JSON.stringify(edition.shingles ?? '').length;
}

process.exitCode = main();
