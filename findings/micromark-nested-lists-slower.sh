#!/usr/bin/env bash
# Since micromark 4.0.3 an outline, as a reading group keeps one, is read in time that grows with the square of its length.
#
# Tool:    micromark 4.0.3 (2026-09-26), what remark reads Markdown with, beside 4.0.2; the same Node.js, processor time.
# Guess:   a patch release reads as fast as the one before it; twice as long an outline takes about twice as long.
# Seen:    at 900 points with a point below each 4.0.3 takes 1.2 to 1.4 times as long as 4.0.2, at 1,800 five times: 4.5 s for 36 KB,
#          where 4.0.2 needs 0.85. Every list that ends copies the events of all the text before it.
# Matters: remark, MDX, Docusaurus and Astro take it with a caret: minutes of meetings over years, or a glossary as a list, become slow
#          without anybody having changed anything.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >probe.mjs <<'JS'
import { micromark } from 'micromark';

const seconds = (points) => {
  const text = '- a point\n  - of it\n'.repeat(points);
  const start = process.cpuUsage();
  micromark(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
};
// The first takes what is compiled then.
seconds(200);
console.log(JSON.stringify({ half: seconds(900), whole: seconds(1800) }));
JS

for version in 4.0.2 4.0.3; do
  mkdir "v$version"
  (cd "v$version" && npm init --yes >npm.log && npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund "micromark@$version" \
    >>npm.log 2>&1 || { cat "v$version/npm.log"; exit 2; })
  cp probe.mjs "v$version/"
  node "v$version/probe.mjs" >"$version.json"
  echo "micromark $version: $(cat "$version.json")"
done

node -e '
  const read = (version) => JSON.parse(require("fs").readFileSync(version + ".json", "utf8"));
  const [before, now] = [read("4.0.2"), read("4.0.3")];
  const ratio = now.whole / before.whole;
  console.log(`1,800 points: ${ratio.toFixed(1)} times as long in 4.0.3`);
  if (ratio < 2.5) process.exit(1);
'
echo 'As stated.'
