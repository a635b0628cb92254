import assert from 'node:assert/strict';
import { mkdir, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type Desk, useDesks } from '../support/commandLine.ts';
import { taggedPng } from '../support/taggedPng.ts';
import { htmlProblems, linkProblems, readSite, type SitePages } from '../support/sitePages.ts';

/** A note of Ada Secret on “Oil was dear”, with an answer. */
const notes = JSON.stringify({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'urn:x:page',
  type: 'AnnotationPage',
  items: [
    {
      id: 'urn:x:1',
      type: 'Annotation',
      motivation: 'questioning',
      'pilcrow:kind': 'question',
      creator: { type: 'Person', name: 'Ada Secret' },
      created: '2026-05-06T07:08:09Z',
      body: [{ type: 'TextualBody', purpose: 'commenting', value: 'Whose purse was empty?' }],
      target: {
        type: 'SpecificResource',
        source: 'urn:x-pilcrow:source:tale',
        selector: [{ type: 'TextQuoteSelector', exact: 'Oil was dear', prefix: '', suffix: ' that winter' }],
      },
    },
    {
      id: 'urn:x:2',
      type: 'Annotation',
      motivation: 'replying',
      creator: { type: 'Person', name: 'Ben Hidden' },
      created: '2026-05-07T07:08:09Z',
      body: [{ type: 'TextualBody', purpose: 'commenting', value: 'The purse of the miller.' }],
      target: 'urn:x:1',
    },
  ],
});

const study = (settings: string, share: string): string => `=== pilcrow.json
${settings}

=== sources/tale.md
---
id: tale
title: The Lamp & the Mill
author: Nobody
${share}
---

A *lamp* stood in the window of the mill.

## (1) The Miller

The miller lit it every evening.

> He who has light shall share it.

### (i) Oil

Oil was dear that winter.[^1]

## (2) The Road

Nobody lost the road again.

[^1]: It cost two coins.

=== glossary.md
## lamp oil

Also: oil
Defined at: [@tale, ¶ 4]
See also: road

What burns in a *lamp*, and costs <b>coins</b>.

=== papers/carla-unnamed.analysis.md
---
title: On “light” <script>alert(1)</script>
author: Carla Unnamed
date: 2026-03-04
---

<!-- Carla wrote this late -->

The miller shares his light: “He who has light shall share it” [@tale, ¶ 3]. The oil is dear [see @tale, ¶ 4; @quill, p. 3].

<!-- pilcrow-ignore citation/no-such-paragraph: later -->

Nobody knows [@tale, ¶ 40], see [the other](other.analysis.md), [a mail](mailto:a@example.org), [a page](https://example.org/?a=1&b=2) and [a trap](javascript:alert(1)).[^n]

<div onclick="alert(1)">Raw <img src="https://example.org/x.png"></div>

![A lamp](https://example.org/lamp.png)

[^n]: A note on oil [@tale, n. 1].

## Questions

- Who paid for the oil [@tale, ¶ 4]?
- Is the section about oil [@tale, sec. 1(i)]?

=== papers/other.analysis.md
No title here, only oil [@tale, ¶ 4] and [one](carla-unnamed.analysis.md#questions).

=== papers/guide.analysis.md
---
title: Discussion guide
genre: discussion guide
---

— Carla Unnamed asks.

=== sources/works.json
[{ "id": "quill", "type": "book", "title": "Lamps", "author": [{ "family": "Quill" }], "URL": "javascript:alert(1)", "note": "From the library of Dora Private" }]
`;

describe('pilcrow site', () => {
  const deskWith = useDesks();

  const made = async (settings = '{}', share = ''): Promise<{ desk: Desk; site: SitePages; all: string }> => {
    const desk = await deskWith(study(settings, share));
    await desk.write('notes/tale.ada-secret.jsonld', notes);
    assert.deepEqual(await desk.run(['site']), { code: 0, out: 'site/index.html\n', err: '' });
    const site = await readSite(join(desk.root, 'site'));
    return { desk, site, all: [...site.values()].join('\n') };
  };

  for (const [settings, share] of [
    ['{}', ''],
    ['{ "site": { "lang": "fr", "authors": true, "notes": true } }', 'share: words'],
    ['{ "site": { "notes": true } }', 'share: numbers'],
  ] as const)
    it(`has no dead link, runs nothing and loads nothing from elsewhere (${settings} ${share})`, async () => {
      const { site } = await made(settings, share);
      assert.deepEqual(htmlProblems(site), []);
      assert.deepEqual(linkProblems(site), []);
      for (const [path, text] of site)
        if (path.endsWith('.html')) {
          assert.match(
            text,
            /<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;;/,
            path,
          );
          assert.doesNotMatch(text, /<script(?! src="assets\/)|javascript:|<div[^>]* on/, path);
        }
    });

  it('shows nothing by default that names a member, quotes a note or tells of the machine', async () => {
    const { desk, site, all } = await made();
    const secrets = [
      'Ada',
      'Secret',
      'Ben Hidden',
      'Carla',
      'carla',
      'Whose purse',
      'purse of the miller',
      'Dora',
      'pilcrow-ignore',
      desk.root,
      'papers/',
      'sources/',
      'urn:x',
      '2026-05',
    ];
    for (const secret of secrets) assert.ok(!all.includes(secret), secret);
    for (const name of site.keys()) assert.doesNotMatch(name, /carla|ada/i);
    // Of the words of the text only what a paper quotes.
    for (const words of ['Oil was dear', 'stood in the window', 'lost the road', 'two coins'])
      assert.ok(!all.includes(words), words);
    assert.match(site.get('source-tale.html') ?? '', /He who has light shall share it/);
  });

  it('shows names and notes where the settings say so', async () => {
    const { all } = await made('{ "site": { "authors": true, "notes": true } }');
    for (const shown of [
      'Ada Secret',
      'Ben Hidden',
      'Carla Unnamed',
      'Whose purse was empty?',
      'The purse of the miller.',
    ])
      assert.ok(all.includes(shown), shown);
    const nameless = await made('{ "site": { "notes": true } }');
    assert.ok(nameless.all.includes('Whose purse was empty?'));
    assert.doesNotMatch(nameless.all, /Ada|Ben Hidden|Carla/);
  });

  it('shows of the words of a text what it shares', async () => {
    const words = (await made('{}', 'share: words')).site.get('source-tale.html') ?? '';
    assert.match(words, /A <em>lamp<\/em> stood in the window of the mill\./);
    assert.match(words, /<span class="note-mark"><a href="#n1"[^>]*>1<\/a>/);
    assert.match(words, /<h3 id="s1-i-4">\(i\) Oil<\/h3>/);
    const numbers = (await made('{}', 'share: numbers')).site.get('source-tale.html') ?? '';
    assert.doesNotMatch(numbers, /Oil was|The Miller|window/);
    assert.match(numbers, /<h3 id="s1-i-4">Section 1\(i\)<\/h3>/);
    const odd = (await made('{}', 'share: all')).site.get('source-tale.html') ?? '';
    assert.doesNotMatch(odd, /Oil was|window/);
  });

  it('has beside each paragraph the papers, quotations and questions on it', async () => {
    const { site } = await made();
    const page = site.get('source-tale.html') ?? '';
    const fourth = /id="p4"[\s\S]*?(?=id="p5")/.exec(page)?.[0] ?? '';
    assert.match(fourth, /2 papers, 1 question/);
    assert.match(fourth, /Who paid for the <span class="term"><a [^>]*>oil<\/a>/);
    const third = /id="p3"[\s\S]*?(?=id="p4")/.exec(page)?.[0] ?? '';
    assert.match(third, /1 paper, 1 quotation/);
    assert.match(page, /Is the section about/);
  });

  it('escapes what it takes over, and keeps links between files', async () => {
    const { site } = await made();
    const [name = ''] = [...site.keys()].filter((path) => path.startsWith('paper-on'));
    const paper = site.get(name) ?? '';
    assert.match(paper, /<h1>On “light”/);
    assert.match(paper, /href="https:\/\/example\.org\/\?a=1&amp;b=2"/);
    assert.match(paper, /<a href="paper-paper-2\.html"[^>]*>the other<\/a>/);
    assert.doesNotMatch(paper, /<b>|onclick|example\.org\/x\.png|lamp\.png/);
    assert.match(paper, /<span class="term"><a href="glossary\.html#term-lamp-oil"[^>]*>oil<\/a>/);
    assert.match(site.get('paper-paper-2.html') ?? '', /<a href="paper-on[^"]*"[^>]*>one<\/a>/);
  });

  it('speaks French where most papers do', async () => {
    const desk = await deskWith(
      study('{}', '').replace('title: On “light”', 'lang: fr-CA\ntitle: On “light”'),
    );
    await desk.run(['site']);
    const site = await readSite(join(desk.root, 'site'));
    assert.match(site.get('index.html') ?? '', /<html lang="fr">[\s\S]*Ouvrages cités/);
    assert.match(site.get('source-tale.html') ?? '', /1 travail<span/);
    for (const [path, page] of site)
      if (path.endsWith('.html'))
        assert.doesNotMatch(page, /<html lang="en">|not discussed|Open questions/, path);
    // Who makes the pages may speak another language than they.
    const other = await deskWith(study('{}', ''));
    await other.run(['site', '--lang', 'fr']);
    const english = await readSite(join(other.root, 'site'));
    assert.match(english.get('index.html') ?? '', /<html lang="en">[\s\S]*Works cited/);
  });

  it('writes the same twice, and takes away pages that are no longer needed, but nothing that is not its own', async () => {
    const { desk, site } = await made();
    assert.equal((await desk.run(['site'])).code, 0);
    assert.deepEqual(await readSite(join(desk.root, 'site')), site);
    await desk.write('site/CNAME', 'lamp.example.org');
    await desk.write('papers/other.analysis.md', '---\ntitle: Anew\n---\n\nOil.\n');
    assert.equal((await desk.run(['site'])).code, 0);
    const now = await readSite(join(desk.root, 'site'));
    assert.ok(now.has('paper-anew.html') && !now.has('paper-paper-2.html'));
    assert.equal(now.get('CNAME'), 'lamp.example.org');
    assert.deepEqual(
      (await readdir(desk.root)).filter((name) => name.startsWith('.')),
      [],
    );
  });

  it('refuses a folder that is no site, and a page that somebody changed, unless it is forced', async () => {
    const { desk, site } = await made();
    await desk.write('mine/index.html', 'Mine.');
    await desk.write('mine/other.txt', 'Mine, too.');
    const refused = await desk.run(['site', '--out', 'mine']);
    assert.equal(refused.code, 2);
    assert.match(refused.err, /“mine” is there already and holds no web pages of Pilcrow/);
    assert.equal(await desk.read('mine/index.html'), 'Mine.');
    assert.equal((await desk.run(['site', '--out', 'mine', '--force'])).code, 0);
    assert.equal(await desk.read('mine/index.html'), site.get('index.html'));
    assert.equal(await desk.read('mine/other.txt'), 'Mine, too.');
    await desk.write('site/index.html', 'Changed.');
    const changed = await desk.run(['site']);
    assert.equal(changed.code, 2);
    assert.match(changed.err, /site\/index\.html was not written by Pilcrow, or was changed since/);
    assert.equal(await desk.read('site/index.html'), 'Changed.');
    assert.equal((await desk.run(['site', '--force'])).code, 0);
    assert.equal(await desk.read('site/index.html'), site.get('index.html'));
  });

  it('deletes nothing outside of the folder, whatever its list of files says', async () => {
    const { desk } = await made();
    await desk.write('keep.txt', 'A');
    const hash = '559aead08264d5795d3909718cdd05abd49572e84fe55590eef31a88a08fdffd';
    await desk.write(
      'site/pilcrow-site.json',
      JSON.stringify({
        format: 1,
        files: { '../keep.txt': hash, '..\\keep.txt': hash, 'x/../../keep.txt': hash },
      }),
    );
    await desk.run(['site', '--force']);
    assert.equal(await desk.read('keep.txt'), 'A');
  });

  it('refuses the study folder itself, what holds it, and a link that leads out', async function () {
    const desk = await deskWith(study('{}', ''));
    for (const out of ['.', '..', '/'])
      for (const more of [[], ['--force']]) {
        const { code, err } = await desk.run(['site', '--out', out, ...more]);
        assert.equal(code, 2, out);
        assert.match(err, /cannot be written to/);
      }
    if (process.platform === 'win32') this.skip();
    const other = await deskWith('');
    await mkdir(join(other.root, 'elsewhere'));
    await symlink(join(other.root, 'elsewhere'), join(desk.root, 'site'));
    assert.equal((await desk.run(['site'])).code, 2);
    assert.deepEqual(await readdir(join(other.root, 'elsewhere')), []);
  });

  it('sets citations and works in the style of the paper, of the study, or that is asked for', async () => {
    const desk = await deskWith(
      study('{ "csl": "apa" }', '').replace('title: On “light”', 'csl: mla\ntitle: On “light”'),
    );
    const page = async (name: RegExp, ...args: string[]): Promise<string> => {
      const { code, err } = await desk.run(['site', ...args]);
      assert.deepEqual([code, err], [0, '']);
      return [...(await readSite(join(desk.root, 'site')))].find(([path]) => name.test(path))?.[1] ?? '';
    };
    assert.match(await page(/^paper-on/), /\(Quill 3\)|Quill 3/);
    assert.match(await page(/^paper-paper-2/), /\(<?[^(]*Nobody, n\.d\., para\.\u00a04/);
    assert.match(await page(/^works/), /<em>Lamps<\/em>/);
    const noted = await page(/^paper-on/, '--csl=chicago-notes');
    assert.match(noted, /<section class="footnotes">[\s\S]*<em>Lamps<\/em>/);
    assert.match(await page(/^source-/, '--csl=chicago-notes'), /id="p4"[\s\S]*oil/);
    const missing = await desk.run(['site', '--csl=nowhere.csl']);
    assert.equal(missing.code, 2);
    assert.match(missing.err, /nowhere\.csl/);
  });

  it('sets a paper in the style of the study where its own cannot be used, and says so', async () => {
    const desk = await deskWith(
      study('{}', '').replace('title: On “light”', 'csl: gone.csl\ntitle: On “light”'),
    );
    const { code, err } = await desk.run(['site']);
    assert.equal(code, 0);
    assert.match(err, /carla-unnamed\.analysis\.md: .*gone\.csl.* It is set in the style of the study\./);
  });

  it('shows pictures of the study folder without what a camera wrote', async () => {
    const desk = await deskWith(
      study('{}', '').replace(
        '![A lamp](https://example.org/lamp.png)',
        '![A lamp](ada-secret.png){width=50%}\n\n![gone](gone.png)',
      ),
    );
    await desk.write('papers/ada-secret.png', taggedPng('Ada Secret'));
    const { code, err } = await desk.run(['site']);
    assert.equal(code, 0);
    assert.match(err, /The image “papers\/gone\.png” is not there/);
    const site = await readSite(join(desk.root, 'site'));
    const [name = ''] = [...site.keys()].filter((path) => path.startsWith('paper-on'));
    assert.match(
      site.get(name) ?? '',
      /<figure><img src="pictures\/1\.png" alt="A lamp" width="360" height="240">/,
    );
    assert.match(site.get('pictures/1.png') ?? '', /IHDR/);
    assert.deepEqual(linkProblems(site), []);
    for (const [path, text] of site) assert.doesNotMatch(path + text, /ada-secret|Ada Secret/, path);
  });

  it('is made of an empty study, too, and of one with nothing but a source', async () => {
    for (const fixture of ['=== pilcrow.json\n{}\n', '=== sources/a.md\n---\nid: a\n---\n\nOne.\n']) {
      const desk = await deskWith(fixture);
      assert.equal((await desk.run(['site'])).code, 0);
      const site = await readSite(join(desk.root, 'site'));
      assert.deepEqual([...htmlProblems(site), ...linkProblems(site)], []);
    }
  });
});
