import assert from 'node:assert/strict';
import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver-protocol';
import { TestClient } from './client.ts';
import { accepted, completionsAt } from './support.ts';

const files = {
  'sources/tale.md':
    '---\nid: tale\ntitle: The Lamp\nauthor: Nobody\n---\n\nA lamp stood in the window.\n\n## (1) Oil\n\nOil was dear.[^1]\n\n[^1]: Two coins.\n',
  'sources/works.bib':
    '@book{weil1942,\n  author = {Weil, Simone},\n  title = {On Attention},\n  date = {1942},\n}\n',
  'glossary.md':
    '# Glossary\n\n## light work\n\nAlso: lamp craft\n\nWork that sheds light.\n\n## lighthouse\n\nA tower with a lamp.\n\n## Oil Guild\n\nThose who sell oil.\n',
};

describe('completion, over the protocol', () => {
  let client: TestClient;
  before(async () => {
    client = await TestClient.start(files);
  });
  after(() => client.stop());

  const labels = async (text: string): Promise<string[]> =>
    (await completionsAt(client, text)).map(({ label }) => label);
  const chosen = async (text: string, label: string): Promise<string> =>
    accepted(
      text,
      (await completionsAt(client, text)).find((item) => item.label === label),
    );
  const documentationOf = async (item: CompletionItem | undefined): Promise<string> => {
    assert.ok(item);
    assert.equal(item.documentation, undefined, 'nothing is explained before it is looked at');
    const resolved = await client.request<{ documentation?: { kind: string; value: string } }>(
      'completionItem/resolve',
      item,
    );
    assert.equal(resolved.documentation?.kind, 'markdown');
    return resolved.documentation.value;
  };

  it('says that it explains items later', () => {
    assert.equal(client.initialized.capabilities.completionProvider?.resolveProvider, true);
  });

  it('offers keys right behind the @, in and out of brackets', async () => {
    for (const text of ['[@$0', '[@$0]', '@$0', 'See @$0 says', '[-@$0]', '[see @tale, ¶ 1; @$0]', '[@{$0}]'])
      assert.deepEqual((await labels(text)).sort(), ['masswork', 'tale', 'weil1942'], text);
    assert.equal(await chosen('[see @ta$0, ¶ 1]', 'tale'), '[see @tale, ¶ 1]');
  });

  it('offers the keys that the paper cites before the others', async () => {
    const sorted = async (text: string): Promise<string[]> =>
      (await completionsAt(client, text))
        .sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))
        .map(({ label }) => label);
    assert.deepEqual(await sorted('[@tale, ¶ 1] and [@$0'), ['tale', 'masswork', 'weil1942']);
    assert.deepEqual(await sorted('[@masswork, ¶ 1] and [@$0'), ['masswork', 'tale', 'weil1942']);
  });

  it('offers the texts of the folder before the built-in one, whatever their keys', async () => {
    const own = await TestClient.start({
      'sources/zola.md': '---\nid: zola\ntitle: The Mill\n---\n\nA mill.\n',
    });
    const items = await completionsAt(own, '[@$0').finally(() => own.stop());
    const [first] = items.sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
    assert.equal(first?.label, 'zola');
  });

  it('explains keys, passages, sections, notes and terms when they are looked at', async () => {
    const keys = await completionsAt(client, '[@$0');
    const key = (label: string): CompletionItem | undefined => keys.find((item) => item.label === label);
    assert.match(await documentationOf(key('tale')), /The Lamp, Nobody\n\n2 paragraphs, cited/);
    assert.match(await documentationOf(key('masswork')), /Known by its edition/);
    assert.match(await documentationOf(key('weil1942')), /Weil/);
    const places = await completionsAt(client, '[@tale, $0]');
    const [first, second, section, note] = places;
    assert.match(await documentationOf(first), /> A lamp stood in the window\./);
    assert.match(await documentationOf(second), /Oil\n\n> Oil was dear/);
    assert.match(await documentationOf(section), /\(1\) Oil\n\n¶ 2/);
    assert.match(await documentationOf(note), /> Two coins/);
    const [term] = await completionsAt(client, 'The lightho$0');
    assert.match(await documentationOf(term), /\*\*lighthouse\*\*\n\nA tower with a lamp/);
  });

  it('keeps an item that is gone by the time it is looked at', async () => {
    const item = {
      label: 'x',
      data: { uri: client.uri('papers/x.analysis.md'), subject: { kind: 'passage', key: 'gone', number: 7 } },
    };
    assert.deepEqual(await client.request('completionItem/resolve', item), item);
    assert.deepEqual(await client.request('completionItem/resolve', { label: 'y', data: 7 }), {
      label: 'y',
      data: 7,
    });
  });

  it('offers prefixes where letters begin one in a bracket without key', async () => {
    assert.deepEqual(await labels('[se$0'), ['see @', 'see also @']);
    assert.deepEqual(await labels('[@tale, ¶ 1; c$0]'), ['cf. @', 'compare @', 'contra @']);
    assert.deepEqual(await labels('---\nlang: de-AT\n---\n\n[v$0]'), ['vgl. @', 'vgl. auch @']);
    assert.deepEqual(await labels('[pace @tale, ¶ 1]. Then [p$0'), ['pace @'], 'the paper’s own');
    assert.equal(await chosen('Then [cf$0]', 'cf. @'), 'Then [cf. @]');
    for (const text of ['[$0', '[se$0 @tale]', '[se$0](x.html)', '![se$0', 'se$0', '[see the moon$0'])
      assert.deepEqual(await labels(text), [], text);
  });

  it('offers terms behind the third letter, as plain text that stands in nobody’s way', async () => {
    const [item, ...others] = await completionsAt(client, 'The lig$0');
    assert.deepEqual(
      [item, ...others].map((each) => each?.label),
      ['light work', 'lighthouse'],
    );
    assert.equal(item?.kind, CompletionItemKind.Text);
    assert.notEqual(item.preselect, true);
    assert.ok((item.sortText ?? '') > 'zzz', 'behind everything else');
    assert.equal(await chosen('The lig$0', 'light work'), 'The light work');
    assert.equal(await chosen('Lig$0 is', 'lighthouse'), 'Lighthouse is');
    assert.equal(await chosen('The light w$0', 'light work'), 'The light work');
    assert.equal(await chosen('The lamp cr$0', 'lamp craft'), 'The lamp craft');
    assert.equal(await chosen('the Oil G$0', 'Oil Guild'), 'the Oil Guild');
    for (const text of ['The li$0', 'The lighthouse$0', 'delig$0', 'The moon$0', '#lig$0'])
      assert.deepEqual(await labels(text), [], text);
  });

  it('offers every term inside […]{.term}', async () => {
    assert.deepEqual((await labels('The [lig$0]{.term}')).sort(), ['light work', 'lighthouse']);
    assert.equal((await labels('The [$0]{.term}')).includes('lighthouse'), true);
    assert.equal(await chosen('The [oil$0]{.term} ends', 'Oil Guild'), 'The [Oil Guild]{.term} ends');
    assert.equal(await chosen('The [lig$0ht]{.term}', 'lighthouse'), 'The [lighthouse]{.term}');
  });

  it('is silent in code, comments, front matter and addresses', async () => {
    for (const text of [
      '`[@$0`',
      '`[@$0',
      '``a ` [@$0``',
      '```\n[@$0\n```\n',
      '```\n[@$0',
      '~~~\n\n[@$0',
      '    [@$0',
      '<!-- [@$0 -->',
      '<!-- [@$0',
      '---\ntitle: "@$0"\n---\n',
      '---\ntitle: "@$0',
      'https://example.org/@$0',
      'https://example.org/a?b=@$0',
      '<https://example.org/?@$0>',
      '[a](b?@$0)',
      'someone@$0',
      '\\@$0',
      '`lig$0`',
      'https://example.org/lig$0',
      '---\ntitle: lig$0\n---\n',
    ])
      assert.deepEqual(await labels(text), [], text);
    assert.notDeepEqual(await labels('```\ncode\n```\n\n[@$0'), [], 'behind code');
    assert.notDeepEqual(await labels('---\ntitle: x\n---\n\n[@$0'), [], 'behind front matter');
    assert.notDeepEqual(await labels('`code` [@$0'), [], 'behind code in the line');
  });
});
