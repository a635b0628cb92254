#!/usr/bin/env bash
# Annotations of IIIF 2 that @iiif/parser makes into those of IIIF 3 keep their words where nobody looks for them, and not who wrote them.
#
# Tool:    @iiif/parser 2.2.10, convertPresentation2, the usual way for viewers to read the older lists of annotations.
# Guess:   what comes out are W3C annotations, as IIIF 3 has them: a TextualBody with `value`, a tag with the purpose of one, `creator`
#          and `created` where the older one had them, a selector of quoted words kept.
# Seen:    the words stay in `chars`, which neither W3C nor IIIF 3 has; a remark that says its format is of the type Text, a file
#          elsewhere, at a made-up address of example.org; a tag is of the type "Tag" without a purpose; author and time are gone. One
#          annotation on quoted words (oa:TextQuoteSelector) in a list makes the whole list an error.
# Matters: notes of libraries' manuscripts and prints, exported for a study, are empty and nobody's in every W3C reader.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >npm.log
npm install --before 2026-11-28 --ignore-scripts --no-audit --no-fund @iiif/parser@2.2.10 >>npm.log 2>&1 || { cat npm.log; exit 2; }

cat >probe.mjs <<'JS'
import { convertPresentation2 } from '@iiif/parser/presentation-2';

const canvas = 'https://library.test/canvas/1';
const remark = { '@type': 'cnt:ContentAsText', chars: 'Of oil, he means.', language: 'en' };
const signed = { annotatedBy: { '@id': 'https://library.test/ada', '@type': 'foaf:Person', name: 'Ada' }, annotatedAt: '2020-01-02T00:00:00Z' };
const quoted = { '@type': 'oa:SpecificResource', full: canvas, selector: { '@type': 'oa:TextQuoteSelector', exact: 'full of oil', prefix: 'is ' } };
const region = { '@type': 'oa:SpecificResource', full: canvas, selector: { '@type': 'oa:FragmentSelector', value: 'xywh=5,6,7,8' } };
const annotations = {
  'a remark': { motivation: 'oa:commenting', resource: remark, on: `${canvas}#xywh=1,2,3,4` },
  'with its format': { motivation: 'oa:commenting', resource: { ...remark, format: 'text/plain' }, on: region },
  'a remark and a tag': { motivation: ['oa:commenting', 'oa:tagging'], resource: [remark, { '@type': 'oa:Tag', chars: 'question' }], on: region },
  'signed': { motivation: 'oa:commenting', resource: remark, on: region, ...signed },
  'on quoted words': { motivation: 'oa:commenting', resource: remark, on: quoted },
};
for (const [name, annotation] of Object.entries(annotations)) {
  const one = { '@id': 'https://library.test/a/1', '@type': 'oa:Annotation', ...structuredClone(annotation) };
  const list = { '@context': 'http://iiif.io/api/presentation/2/context.json', '@id': 'https://library.test/list', '@type': 'sc:AnnotationList', resources: [one] };
  try {
    const [{ id, type, motivation, ...rest }] = convertPresentation2(list).items;
    console.log(`${name}:\n  ${JSON.stringify(rest).replaceAll(/\/\d+"/g, '/…"')}`);
  } catch (error) {
    console.log(`${name}:\n  ${error.message}`);
  }
}
JS
node probe.mjs >seen.txt

cat >expected.txt <<'TXT'
a remark:
  {"target":"https://library.test/canvas/1#xywh=1,2,3,4","body":{"id":"http://example.org/cnt:ContentAsText/…","type":"TextualBody","chars":"Of oil, he means.","language":"en"}}
with its format:
  {"target":{"type":"SpecificResource","source":"https://library.test/canvas/…","selector":{"type":"FragmentSelector","value":"xywh=5,6,7,8"}},"body":{"id":"http://example.org/cnt:ContentAsText/…","type":"Text","format":"text/plain","chars":"Of oil, he means.","language":"en"}}
a remark and a tag:
  {"target":{"type":"SpecificResource","source":"https://library.test/canvas/…","selector":{"type":"FragmentSelector","value":"xywh=5,6,7,8"}},"body":[{"id":"http://example.org/cnt:ContentAsText/…","type":"TextualBody","chars":"Of oil, he means.","language":"en"},{"id":"http://example.org/oa:Tag/…","type":"Tag","chars":"question"}]}
signed:
  {"target":{"type":"SpecificResource","source":"https://library.test/canvas/…","selector":{"type":"FragmentSelector","value":"xywh=5,6,7,8"}},"body":{"id":"http://example.org/cnt:ContentAsText/…","type":"TextualBody","chars":"Of oil, he means.","language":"en"}}
on quoted words:
  Unsupported selector type: oa:TextQuoteSelector
TXT
cat seen.txt
diff expected.txt seen.txt && echo 'As stated.'
