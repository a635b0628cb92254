import assert from 'node:assert/strict';
import { useDesks } from '../support/commandLine.ts';

describe('pilcrow bibliography', () => {
  const deskWith = useDesks();
  const study = `=== pilcrow.json
{}

=== sources/lamp.md
---
id: lamp
title: The *old* lamp
author: Nora Quill
---

Oil.

=== sources/references.bib
@book{mill, title={The \\emph{Mill}}, date={1970}}
@book{lamp, publisher={Wick & Co}}
@book{idle, title={Idle}}

=== papers/a.analysis.md
---
references:
- id: own
  title: My own
---

So [@lamp, ¶ 1; @mill; @own], [@nobody] and again [@mill].

=== papers/b.analysis.md
Only [@idle].
`;

  it('has every work and source that is cited, from wherever it stands', async () => {
    const desk = await deskWith(study);
    const { code, out, err } = await desk.run(['bibliography', 'papers/a.analysis.md']);
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(out), [
      {
        id: 'lamp',
        type: 'book',
        title: 'The <i>old</i> lamp',
        publisher: 'Wick & Co',
        author: [{ literal: 'Nora Quill' }],
      },
      { id: 'mill', type: 'book', title: 'The <i>Mill</i>', issued: { 'date-parts': [[1970]] } },
      { id: 'own', type: 'document', title: 'My own' },
    ]);
    assert.equal(
      err,
      'papers/a.analysis.md:7:32: nothing here has the key “nobody”, so that it is left out.\n',
    );
    const all = await desk.run(['bibliography', '--to=biblatex']);
    assert.match(all.out, /^@book\{idle,\n  title = \{Idle\},\n\}\n\n@book\{lamp,/);
    assert.match((await desk.run(['bibliography', '-t', 'csl-yaml'])).out, /title: The \*old\* lamp/);
  });

  it('leaves out of BibLaTeX the keys that it cannot hold, and says so', async () => {
    const desk = await deskWith(`=== pilcrow.json
{}

=== papers/a.analysis.md
---
references:
- id: a#b
  title: Sharp
- id: plain
  title: Plain
  URL: https://example.org/{a}
  issued: Spring & {Summer} 1921
---

So [@a#b; @plain].
`);
    const { code, out, err } = await desk.run(['bibliography', '--to=biblatex']);
    assert.equal(code, 0);
    assert.equal(
      out,
      '@misc{plain,\n  title = {Plain},\n  date = {Spring \\& \\{Summer\\} 1921},\n  url = {https://example.org/%7Ba%7D},\n}\n',
    );
    assert.equal(
      err,
      'BibLaTeX can hold no key such as “a#b”, so that it is left out; with `--to csl-json` it is written.\n',
    );
    assert.match((await desk.run(['bibliography'])).out, /"id": "a#b"/);
  });

  it('replaces no file that says something else, unless it is told to', async () => {
    const desk = await deskWith(study);
    const written = await desk.run(['bibliography', '-o', 'out/works.json', 'papers/b.analysis.md']);
    assert.deepEqual(written, { code: 0, out: 'out/works.json\n', err: '' });
    assert.equal((await desk.run(['bibliography', '-o', 'out/works.json', 'papers/b.analysis.md'])).code, 0);
    const kept = await desk.run(['bibliography', '-o', 'sources/references.bib', 'papers/b.analysis.md']);
    assert.equal(kept.code, 2);
    assert.match(kept.err, /“sources\/references\.bib” is there already and says something else/);
    assert.match(await desk.read('sources/references.bib'), /Wick & Co/);
    assert.equal((await desk.run(['bibliography', '--force', '-o', 'out/works.json'])).code, 0);
    assert.match(await desk.read('out/works.json'), /"lamp"/);
  });

  it('says plainly what there is nothing of', async () => {
    const desk = await deskWith('=== pilcrow.json\n{}\n');
    assert.match((await desk.run(['bibliography'])).err, /no paper here/);
    assert.match((await desk.run(['bibliography', 'nowhere'])).err, /no file or folder “nowhere”/);
  });
});
