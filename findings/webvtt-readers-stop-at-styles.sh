#!/usr/bin/env bash
# Of five readers of WebVTT on npm none takes all of a valid transcript: two stop at styles, one at a cue's name, one drops years, one its end.
#
# Tool:    @plussub/srt-vtt-parser 2.0.5, node-webvtt 2.0.0, subsrt 1.1.1, subtitle 4.2.2, @aj-archipelago/subvibe 1.0.12 (its README asks
#          nothing special of a file); media-captions 1.0.4 reads beside them.
# Guess:   cues come with their words and times from all; a line that is a number alone ("1848") is text; styles, regions and names of
#          cues, which the standard has, are taken or passed over. At most the names of speakers (<v Ada>) are lost.
# Seen:    media-captions is right throughout. node-webvtt throws at STYLE and REGION, "subtitle" at these and at a cue that has a name.
#          subvibe leaves out each line that is a number, with all below it in the cue, though it keeps them in SRT. @plussub has no end
#          (null) for a cue with a setting where the hours are left out. subsrt finds no cue unless lines end with CR LF, and takes
#          an SRT without CR as one caption, times and numbers of the others among its words. No speaker's name comes apart from the text.
# Matters: recorded talks are quoted from their transcripts; "It began in 1848." is there without its year, or the talk not at all.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund @plussub/srt-vtt-parser@2.0.5 node-webvtt@2.0.0 subsrt@1.1.1 \
  subtitle@4.2.2 @aj-archipelago/subvibe@1.0.12 media-captions@1.0.4 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import subvibe from '@aj-archipelago/subvibe';
import { parseText } from 'media-captions';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const kind = (text) => (text.startsWith('WEBVTT') ? 'vtt' : 'srt');
const readers = {
  'media-captions': async (text) => (await parseText(text, { type: kind(text) })).cues.map((cue) => [cue.startTime, cue.endTime, cue.text]),
  '@plussub': (text) => require('@plussub/srt-vtt-parser').parse(text).entries.map((cue) => [cue.from / 1000, cue.to && cue.to / 1000, cue.text]),
  'node-webvtt': (text) => require('node-webvtt').parse(text, { meta: true }).cues.map((cue) => [cue.start, cue.end, cue.text]),
  'subsrt': (text) => require('subsrt').parse(text).filter(({ type }) => type === 'caption').map((cue) => [cue.start / 1000, cue.end / 1000, cue.content]),
  'subtitle': (text) => require('subtitle').parseSync(text).filter(({ type }) => type === 'cue').map(({ data }) => [data.start / 1000, data.end / 1000, data.text]),
  'subvibe': (text) => subvibe.parse(text).cues.map((cue) => [cue.startTime / 1000, cue.endTime / 1000, cue.text]),
};
const times = '00:00:01.000 --> 00:00:03.000';
const transcripts = {
  'plain': `WEBVTT\n\n${times}\nA boat.\n`,
  'styles': `WEBVTT\n\nSTYLE\n::cue { color: red }\n\n${times}\nA boat.\n`,
  'a region': `WEBVTT\n\nREGION\nid:left\nwidth:40%\n\n${times}\nA boat.\n`,
  'a name': `WEBVTT\n\nintroduction\n${times}\nA boat.\n`,
  'a year': `WEBVTT\n\n${times}\nIt began in\n1848\nwith boats.\n`,
  'a setting': 'WEBVTT\n\n00:01.000 --> 00:03.000 align:start\nA boat.\n',
  'a speaker': `WEBVTT\n\n${times}\n<v Ada>A boat.\n`,
  'SRT, a year': '1\n00:00:01,000 --> 00:00:03,000\nIt began in\n1848\n\n2\n00:00:04,000 --> 00:00:05,000\nA lamp.\n',
};
for (const [name, text] of Object.entries(transcripts)) {
  console.log(name);
  for (const [reader, read] of Object.entries(readers)) {
    if (kind(text) === 'srt' && reader === 'node-webvtt') continue;
    try {
      console.log(`  ${reader} | ${JSON.stringify(await read(text))}`);
    } catch (error) {
      console.log(`  ${reader} | throws: ${error.message}`);
    }
  }
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
plain
  media-captions | [[1,3,"A boat."]]
  @plussub | [[1,3,"A boat."]]
  node-webvtt | [[1,3,"A boat."]]
  subsrt | []
  subtitle | [[1,3,"A boat."]]
  subvibe | [[1,3,"A boat."]]
styles
  media-captions | [[1,3,"A boat."]]
  @plussub | [[1,3,"A boat."]]
  node-webvtt | throws: Cue identifier needs to be followed by timestamp (cue #0)
  subsrt | []
  subtitle | throws: expected timestamp at row 3, but received: "STYLE"
  subvibe | [[1,3,"A boat."]]
a region
  media-captions | [[1,3,"A boat."]]
  @plussub | [[1,3,"A boat."]]
  node-webvtt | throws: Cue identifier needs to be followed by timestamp (cue #0)
  subsrt | []
  subtitle | throws: expected timestamp at row 3, but received: "REGION"
  subvibe | [[1,3,"A boat."]]
a name
  media-captions | [[1,3,"A boat."]]
  @plussub | [[1,3,"A boat."]]
  node-webvtt | [[1,3,"A boat."]]
  subsrt | []
  subtitle | throws: expected timestamp at row 3, but received: "introduction"
  subvibe | [[1,3,"A boat."]]
a year
  media-captions | [[1,3,"It began in\n1848\nwith boats."]]
  @plussub | [[1,3,"It began in\n1848\nwith boats."]]
  node-webvtt | [[1,3,"It began in\n1848\nwith boats."]]
  subsrt | []
  subtitle | [[1,3,"It began in\n1848\nwith boats."]]
  subvibe | [[1,3,"It began in"]]
a setting
  media-captions | [[1,3,"A boat."]]
  @plussub | [[1,null,"A boat."]]
  node-webvtt | [[1,3,"A boat."]]
  subsrt | []
  subtitle | [[1,3,"A boat."]]
  subvibe | [[1,3,"A boat."]]
a speaker
  media-captions | [[1,3,"<v Ada>A boat."]]
  @plussub | [[1,3,"<v Ada>A boat."]]
  node-webvtt | [[1,3,"<v Ada>A boat."]]
  subsrt | []
  subtitle | [[1,3,"<v Ada>A boat."]]
  subvibe | [[1,3,"<v Ada>A boat."]]
SRT, a year
  media-captions | [[1,3,"It began in\n1848"],[4,5,"A lamp."]]
  @plussub | [[1,3,"It began in\n1848"],[4,5,"A lamp."]]
  subsrt | [[1,3,"It began in\r\n1848\r\n\r\n2\r\n00:00:04,000 --> 00:00:05,000\r\nA lamp.\r\n"]]
  subtitle | [[1,3,"It began in\n1848"],[4,5,"A lamp."]]
  subvibe | [[1,3,"It began in\n1848"],[4,5,"A lamp."]]
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
