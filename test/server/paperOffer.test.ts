import assert from 'node:assert/strict';
import type { Result } from '../../src/server/protocol.ts';
import { TestClient } from './client.ts';

const files = {
  'sources/bread.md': '---\nid: bread\ntitle: On Bread\n---\n\nFlour first.\n',
  'sources/works.bib': '@book{miller, title = {Mills}}\n',
};

describe('a Markdown file that could be a paper, over the protocol', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  const offer = async (
    path: string,
    text: string,
    more: Record<string, string> = {},
  ): Promise<Result<'pilcrow/paperOffer'>> => {
    client = await TestClient.start({ ...files, ...more });
    const { uri } = await client.open(path, text, 'markdown');
    return client.ask('pilcrow/paperOffer', { uri });
  };

  for (const [what, text, citations] of [
    ['cites a source', 'Flour [@bread, ¶ 1] and @bread.\n', 2],
    ['cites a work without its text', 'Mills [see @miller].\n', 1],
    ['cites with a locator what nobody knows', 'A loaf [@loaf, ¶ 3].\n', 1],
  ] as const)
    it(`is offered to become a paper where it ${what}`, async () => {
      const found = await offer('papers/first.md', text);
      const path = 'papers/first.analysis.md';
      assert.deepEqual(found, { isPaper: false, citations, path, folder: client.uri('').replace(/\/$/, '') });
    });

  for (const [what, path, text] of [
    ['names people', 'talk.md', 'Thanks to @ada and [@ben].\n'],
    ['has citations in code alone', 'talk.md', '`[@bread, ¶ 1]`, ada@bread.org and \\@bread\n'],
    ['is a README', 'papers/README.md', 'Flour [@bread, ¶ 1].\n'],
    ['is a template', 'templates/summary.md', 'Flour [@bread, ¶ 1].\n'],
    ['is a source', 'sources/other.md', 'Flour [@bread, ¶ 1].\n'],
    ['is the glossary', 'glossary.md', '## Flour\n\nSee [@bread, ¶ 1].\n'],
    ['is left out by the settings', 'drafts/a.md', 'Flour [@bread, ¶ 1].\n'],
  ] as const)
    it(`is left alone where it ${what}`, async () => {
      assert.equal(await offer(path, text, { 'pilcrow.json': '{ "exclude": ["drafts/**"] }' }), null);
    });

  it('is known as a paper where pilcrow.json says so', async () => {
    const settings = { 'pilcrow.json': '{ "papers": ["essays/*.md"] }' };
    assert.deepEqual(await offer('essays/a.md', 'Flour.\n', settings), { isPaper: true });
  });

  it('keeps the links to it, however they are written', async () => {
    const text = [
      '[a](my%20first.md) and [b](../papers/my%20first.md#part "Title")',
      '[c](<my first.md>), [d][first], ![e](my%20first.md), [f](first.md), `[g](my%20first.md)`',
      '',
      '[first]: my%20first.md',
      '',
    ].join('\n');
    client = await TestClient.start({
      ...files,
      'papers/my first.md': 'Flour [@bread, ¶ 1].\n',
      'papers/other.analysis.md': text,
      'glossary.md': '## Flour\n\nSee [the paper](papers/my%20first.md).\n',
    });
    const { uri } = await client.open('papers/my first.md', 'Flour [@bread, ¶ 1].\n', 'markdown');
    const found = await client.ask('pilcrow/linkEndings', { uri });
    assert.deepEqual(
      found.map(({ uri: where, range: { start, end } }) => [
        where.slice(client.uri('').length),
        start.line,
        start.character,
        end.character - start.character,
      ]),
      [
        ['/glossary.md', 2, 33, 3],
        ['/papers/other.analysis.md', 0, 14, 3],
        ['/papers/other.analysis.md', 0, 47, 3],
        ['/papers/other.analysis.md', 1, 13, 3],
        ['/papers/other.analysis.md', 3, 19, 3],
      ],
    );
  });
});
