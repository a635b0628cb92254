import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Element, Nodes } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { exportFormats } from '../../src/publish/exportFormats.ts';
import type { ImageFile, Manuscript } from '../../src/publish/manuscript.ts';
import { block } from '../support/papers.ts';
import { runs } from '../support/runs.ts';
import { manuscriptOfFixture } from './support.ts';

const dot: ImageFile = { bytes: Uint8Array.of(1, 2, 3), type: 'image/png', size: { width: 1, height: 1 } };

async function pageOf(
  manuscript: Manuscript,
  images: ReadonlyMap<string, ImageFile> = new Map(),
): Promise<string> {
  const written = await exportFormats.html.write(manuscript, {
    images,
    addressOf: (path) => path,
    areFieldsLive: false,
  });
  return written as string;
}

async function bodyOf(text: string): Promise<string> {
  return /<main>\n([\s\S]*)\n<\/main>/u.exec(await pageOf(manuscriptOfFixture(text)))?.[1] ?? '';
}

function elementsOf(html: string): readonly Element[] {
  const visit = (node: Nodes): readonly Element[] => {
    const own = node.type === 'element' ? [node] : [];
    return 'children' in node ? [...own, ...node.children.flatMap(visit)] : own;
  };
  return visit(unified().use(rehypeParse, { fragment: true }).parse(html));
}

function valuesOf(html: string, name: string): readonly string[] {
  return elementsOf(html).flatMap(({ properties }) => {
    const value = properties[name];
    return typeof value === 'string' ? [value] : [];
  });
}

describe('a web page', () => {
  it('links each citation to its passage, and the passage back', async () => {
    const body = await bodyOf('A [@tale, ¶ 2; @tale, ¶ 3].');
    assert.match(
      body,
      /<span id="cite-1" class="citation"><a href="#tale-p2">[^<]*<\/a>; <a href="#tale-p3">/u,
    );
    assert.match(
      body,
      /<dt id="tale-p2">¶\u00a02 <span class="trail">\(1\) The Miller<\/span><\/dt>\n<dd><a href="#cite-1"/u,
    );
  });

  it('marks a citation that leads nowhere', async () => {
    assert.match(
      await bodyOf('A [@nope, ¶ 2].'),
      /<mark id="cite-1" class="unresolved">\[@nope, ¶ 2\]<\/mark>/u,
    );
  });

  it('has footnotes with ways there and back', async () => {
    const body = await bodyOf('A[^1].\n\n[^1]: B');
    assert.match(body, /<a href="#fn-1" id="fnref-1" role="doc-noteref">1<\/a>/u);
    assert.match(body, /<li id="fn-1"><p>B <a href="#fnref-1"/u);
  });

  it('holds its images', async () => {
    const manuscript = manuscriptOfFixture('![A *mill*](m.png){width=50%}');
    const page = await pageOf(manuscript, new Map([['papers/m.png', dot]]));
    assert.match(
      page,
      /<figure><img src="data:image\/png;base64,AQID" alt="A mill" style="width: 50%"><figcaption>A <em>mill/u,
    );
  });

  it('has one heading of the first level under which the others stand', async () => {
    const body = await bodyOf('---\ntitle: T\n---\n\n# A\n\n# B\n\n###### C');
    assert.deepEqual(body.match(/<h\d/gu), ['<h1', '<h2', '<h2', '<h6']);
  });

  it('lets nothing through that is not text', async () => {
    const body = await bodyOf(
      [
        '<script>alert(1)</script> <img src=x onerror=alert(1)> <a href="javascript:alert(1)">a</a>',
        '[b](javascript:alert(1)) [c]{onclick=alert(1) .x style="color:red"} `<b>` <iframe src="https://x.org"></iframe>',
        '::: {.y onclick="alert(1)"}\nd\n:::',
        '```{=html}\n<script>alert(2)</script>\n```',
        '![e](https://x.org/a.png) ![f](data:image/svg+xml,x)',
      ].join('\n\n'),
    );
    assert.doesNotMatch(body, /alert|javascript|iframe|onclick|style=|x\.org|data:/u);
    assert.match(body, /<code>&lt;b&gt;<\/code>/u);
  });

  it('loads nothing and runs nothing, whatever the paper', async function () {
    this.timeout(60_000);
    const hostile = fc.constantFrom(
      '<svg onload=x>',
      '<style>*{}</style>',
      '[a](vbscript:x)',
      '"><script>x</script>',
      '<!--',
      '\u0000',
      '[x]{#"><b>}',
      '![](http://x.org/y.png)',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(block, hostile), { maxLength: 6 }), async (blocks) => {
        const page = await pageOf(manuscriptOfFixture(`=== papers/a.analysis.md\n${blocks.join('\n\n')}`));
        const body = /<main>([\s\S]*)<\/main>/u.exec(page)?.[1] ?? '';
        const names = new Set(elementsOf(body).map(({ tagName }) => tagName));
        for (const name of ['script', 'style', 'iframe', 'object', 'svg', 'form', 'link', 'meta'])
          assert.ok(!names.has(name), name);
        for (const address of [...valuesOf(body, 'href'), ...valuesOf(body, 'src')])
          assert.match(address, /^(?:#|https?:\/\/|mailto:|data:image\/)/u);
        const ids = valuesOf(body, 'id');
        assert.equal(new Set(ids).size, ids.length, 'an identifier twice');
      }),
      { numRuns: runs(60) },
    );
  });
});
