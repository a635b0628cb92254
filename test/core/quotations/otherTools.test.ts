/** Papers with the signs of Hugo, Jekyll, Quarto, MkDocs, and with paragraphs in HTML. */
import assert from 'node:assert/strict';
import { verify } from './support.ts';

const source = '---\nid: s\n---\n\nThe lamp was lit at six, and nobody came.\n';

function told(paper: string): string[] {
  return verify(paper, { 'sources/s.md': source }).results.map(({ status, quotation }) =>
    [status, quotation.words.text].join(': '),
  );
}

describe('signs of other tools', () => {
  for (const sign of [
    '{{% ref "x.md" %}}',
    '{{< ref "x.md" >}}',
    '{{< figure src="lamp.png" caption="A lamp that was lit" >}}',
    '{% include "lamp.html" %}',
    '{{ "lamp.png" | relative_url }}',
    "{{ site.title | default: 'The lamp' }}",
  ])
    for (const paper of [
      `It says “nobody came” [@s, ¶ 1] ${sign}.`,
      `${sign} It says “nobody came” [@s, ¶ 1].`,
      `- It says ${sign} “nobody came” [@s, ¶ 1].`,
      `*Sic:* ${sign}: “nobody came” [@s, ¶ 1].`,
    ])
      it(`quote nothing: ${paper}`, () => assert.deepEqual(told(`${paper}\n`), ['verbatim: nobody came']));

  it('are no words of a quotation', () =>
    assert.deepEqual(told('“The lamp was lit {{< pagebreak >}} at six” [@s, ¶ 1].\n').length, 1));

  for (const title of [
    '!!! quote "From the lamp"',
    '??? note "From the lamp"',
    '???+ note inline "A lamp"',
    '=== "The lamp"',
  ])
    it(`titles are no quotations: ${title}`, () =>
      assert.deepEqual(told(`${title}\n    It says “nobody came” [@s, ¶ 1].\n`), ['verbatim: nobody came']));

  it('a question after marks of surprise is quoted', () =>
    assert.deepEqual(told('!!! “nobody went” [@s, ¶ 1]\n').length, 1));
});

describe('paragraphs in HTML', () => {
  for (const [paper, ...expected] of [
    ['<p>It says “nobody came” [@s, ¶ 1].</p>', 'verbatim: nobody came'],
    ['<p>It says “nobody went” [@s, ¶ 1].</p>', 'not-found: nobody went'],
    [
      '<div class="x">\nIt says “nobody came” [@s, ¶ 1], <em>“lit at seven”</em> [@s, ¶ 1].\n</div>',
      'verbatim: nobody came',
      'not-found: lit at seven',
    ],
    ['<table><tr><td>“nobody came”</td><td>[@s, ¶ 1]</td></tr></table>', 'verbatim: nobody came'],
    ['<p title="“nobody went” [@s, ¶ 1]">No.</p>'],
    ['<!-- “nobody went” [@s, ¶ 1] -->'],
    ['<script>say("nobody went") // [@s, ¶ 1]\n</script>'],
    ['<style>a::before { content: "nobody went" }</style>'],
    ['<pre>“nobody went” [@s, ¶ 1]</pre>'],
    [
      '<details>\n<summary>“nobody came” [@s, ¶ 1]</summary>\n\nSo it is.\n\n</details>',
      'verbatim: nobody came',
    ],
  ] as const)
    it(paper, () => assert.deepEqual(told(`${paper}\n`), expected));
});
