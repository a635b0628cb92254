/**
 * What ESLint cannot see of `src/`, as it looks at one file at a time; a part of `npm run lint`: no import circles, types
 * counted too, and few names that mean something else in another file. `--list` prints every shared name with its files.
 */
import { importCircles } from '../measures/circles.ts';
import { sharedBaseNames, sharedTopLevelNames, type NameShare } from '../measures/names.ts';
import { readSources } from '../measures/program.ts';
import { namesakePaths } from '../support/namesakes.ts';
import { root } from '../support/paths.ts';

/** In percent of files and of names. They only ever fall; the aim is 2 for both. */
const ceilings = { baseNames: 2, topLevelNames: 2 };

function problemsOf(): string[] {
  return [
    ...importCircles(sources).ofTypes.map((circle) => `These files import each other: ${circle.join(', ')}.`),
    ...tooMany('of the files of src/ have a base name that another has', baseNames, ceilings.baseNames),
    ...tooMany('of the top-level names of src/ are in two files', topLevelNames, ceilings.topLevelNames),
  ];
}

function tooMany(what: string, { percent }: NameShare, ceiling: number): string[] {
  const isBelow = percent <= ceiling;
  const advice = '`npm run lint:house -- --list` lists them; a name that is taken has to be qualified.';
  return isBelow ? [] : [`${percent.toFixed(1)} % ${what}, at most ${ceiling} % may. ${advice}`];
}

function printShared({ shared }: NameShare): void {
  for (const { name, paths } of shared) console.log(`${paths.length} ${name}: ${paths.join(', ')}`);
}

const sources = readSources(root);
/** What stands in the place of another file in the bundles for browsers has its names on purpose. */
const counted = new Map([...sources].filter(([path]) => !namesakePaths.includes(`src/${path}`)));
const baseNames = sharedBaseNames(counted);
const topLevelNames = sharedTopLevelNames(counted);
if (process.argv.includes('--list')) {
  printShared(baseNames);
  printShared(topLevelNames);
}
const problems = problemsOf();
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
