#!/usr/bin/env bash
# Two readers of uncertain dates do not agree when spring was: for one it begins in January; the other puts the year 14 into 1914.
#
# Tool:    edtf 4.11.1 (edtf.js) and @edtf-ts/core 0.4.2, readers of the Extended Date/Time Format that Zotero, BibLaTeX and CSL use.
# Guess:   both give the same first and last day for every form of levels 0 to 2; what a date covers follows from these days.
# Seen:    edtf.js: spring (1848-21) lasts from January to March, autumn from July to September, so that it does not cover April
#          or October; a third of a year (1848-37) has five months; of {1848..1850} and [1848..1850] only 1848 is there.
#          @edtf-ts/core: the years 0 to 99 are those of the last century, "0014/0037" is 1914 to 1937, "0099/0100" is refused as
#          a range that runs backwards; decades and centuries before our era begin after they end.
# Matters: works and events that are sorted or sought by such dates come at other places: a speech of April 1848 is not among those of
#          spring, and Augustus dies in the First World War.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund edtf@4.11.1 @edtf-ts/core@0.4.2 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import edtf from 'edtf';
import { contains, parse } from '@edtf-ts/core';

const dayOf = (time) => (time === null || Math.abs(Number(time)) > 8e15 ? String(time).replace(/^-?\d+$/, 'open') : new Date(Number(time)).toISOString().replace(/T.*/, ''));
const span = ({ min, max }) => `${dayOf(min)} to ${dayOf(max)}`;
const typed = (text) => {
  const { success, value, errors } = parse(text);
  return success ? span(value) : errors[0].code;
};
console.log('date | edtf | @edtf-ts/core');
const dates = ['1848?', '184X', '1848/1850', '1848-02-XX', '-0042', '1848-21', '1848-22', '1848-23', '1848-24', '1848-37', '{1848..1850}', '[1848..1850]',
  '0014', '0014-08-19', '0014/0037', '-0062/0014', '00XX', '0099/0100', '-184X', '-18XX'];
for (const date of dates) console.log(`${date} | ${span(edtf(date))} | ${typed(date)}`);

console.log('\ncovers | edtf | @edtf-ts/core');
const pairs = [['1848-21', '1848-01-15'], ['1848-21', '1848-04-15'], ['0014/0037', '0020']];
for (const [long, short] of pairs)
  console.log(`${long} ${short} | ${edtf(long).covers(edtf(short))} | ${contains(parse(long).value, parse(short).value)}`);
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
date | edtf | @edtf-ts/core
1848? | 1848-01-01 to 1848-12-31 | 1848-01-01 to 1848-12-31
184X | 1840-01-01 to 1849-12-31 | 1840-01-01 to 1849-12-31
1848/1850 | 1848-01-01 to 1850-12-31 | 1848-01-01 to 1850-12-31
1848-02-XX | 1848-02-01 to 1848-02-29 | 1848-02-01 to 1848-02-29
-0042 | -000042-01-01 to -000042-12-31 | -000042-01-01 to -000042-12-31
1848-21 | 1848-01-01 to 1848-03-31 | 1848-03-01 to 1848-05-31
1848-22 | 1848-04-01 to 1848-06-30 | 1848-06-01 to 1848-08-31
1848-23 | 1848-07-01 to 1848-09-30 | 1848-09-01 to 1848-11-30
1848-24 | 1848-10-01 to 1848-12-31 | 1848-12-01 to 1849-02-28
1848-37 | 1848-01-01 to 1848-05-31 | 1848-01-01 to 1848-04-30
{1848..1850} | 1848-01-01 to 1848-12-31 | 1848-01-01 to 1850-12-31
[1848..1850] | 1848-01-01 to 1848-12-31 | 1848-01-01 to 1850-12-31
0014 | 0014-01-01 to 0014-12-31 | 1914-01-01 to 1914-12-31
0014-08-19 | 0014-08-19 to 0014-08-19 | 1914-08-19 to 1914-08-19
0014/0037 | 0014-01-01 to 0037-12-31 | 1914-01-01 to 1937-12-31
-0062/0014 | -000062-01-01 to 0014-12-31 | -000062-01-01 to 1914-12-31
00XX | 0000-01-01 to 0099-12-31 | 1900-01-01 to 1999-12-31
0099/0100 | 0099-01-01 to 0100-12-31 | INVALID_INTERVAL_ORDER
-184X | -001849-01-01 to -001840-12-31 | -001840-01-01 to -001849-12-31
-18XX | -001899-01-01 to -001800-12-31 | -001800-01-01 to -001899-12-31

covers | edtf | @edtf-ts/core
1848-21 1848-01-15 | true | NO
1848-21 1848-04-15 | false | YES
0014/0037 0020 | true | YES
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
