import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { note, page } from '../core/notes/notes.ts';
import { useDesks } from '../support/commandLine.ts';

const mark = '\uFEFF';
const withText = (id: number, text: string): string =>
  page(note(id)).replace(/("value": )"[^"]*"/, (_, name: string) => name + JSON.stringify(text));

describe('pilcrow notes merge', () => {
  const deskWith = useDesks();
  const args = ['notes', 'merge', 'base', 'ours', 'theirs'];

  it('refuses what is no UTF-8, whichever version it is, and writes nothing', async () => {
    for (const odd of ['base', 'ours', 'theirs']) {
      const desk = await deskWith();
      for (const name of ['base', 'ours', 'theirs']) {
        const bytes = Buffer.from(
          withText(name === 'base' ? 1 : 2, 'über'),
          name === odd ? 'latin1' : 'utf8',
        );
        await desk.write(name, bytes);
      }
      const before = await readFile(join(desk.root, 'ours'));
      const { code, err } = await desk.run(args);
      assert.equal(code, 2);
      assert.match(err, new RegExp(`${odd} is not UTF-8`));
      assert.deepEqual(await readFile(join(desk.root, 'ours')), before);
    }
  });

  it('keeps a byte order mark', async () => {
    const desk = await deskWith();
    await desk.write('base', '');
    await desk.write('ours', mark + page(note(1)));
    await desk.write('theirs', mark + page(note(2)));
    assert.equal((await desk.run(args)).code, 0);
    const merged = await desk.read('ours');
    assert.ok(merged.startsWith(mark) && !merged.slice(1).includes(mark));
    assert.match(merged, /urn:uuid:1[^]*urn:uuid:2/);
  });
});

describe('half of a surrogate pair', () => {
  const deskWith = useDesks();

  it('in the source of a note that is imported ends nothing', async () => {
    const source = '=== sources/a.md\n---\nid: a\ntitle: A\n---\n\nWords.\n';
    const half = 'x\\ud800';
    for (const [name, text] of [
      ['n.jsonld', page(note(1)).replaceAll('source:bread', `source:${half}`)],
      [
        'n.json',
        `{"rows":[{"uri":"u","title":"${half}","text":"${half}","tags":["${half}"],"user":"${half}"}]}`,
      ],
      ['n.csv', 'id,source,quote,text\n1,x\ud800,Words,t\n'],
    ] as const) {
      const desk = await deskWith(source);
      await desk.write(name, text);
      const { code, err } = await desk.run(['notes', 'import', name]);
      assert.ok(code !== 1 && !/URIError|malformed/.test(err), err);
    }
  });
});

describe('notes of other programs', () => {
  const deskWith = useDesks();
  const source =
    '=== sources/bread.md\n---\nid: bread\ntitle: On Bread\nURL: https://example.org/bread\n---\n\nA dough rises slowly.\n';
  const imported = async (name: string, content: object) => {
    const desk = await deskWith(source);
    await desk.write(name, JSON.stringify(content));
    const { code, err } = await desk.run(['notes', 'import', name]);
    const { out } = await desk.run(['list', 'notes', '--format', 'json']);
    const notes = JSON.parse(out) as { status: string; quote: string; text: string }[];
    return { code, err, notes: notes.map(({ status, quote, text }) => [status, quote, text]) };
  };
  const words = { type: 'TextQuoteSelector', exact: 'rises slowly' };

  it('on an address that names words are on these words', async () => {
    const uri = 'https://example.org/bread#:~:text=rises%20slowly';
    const annotations = [{ id: 'a1', uri, text: 'Why?', target: [{ source: uri }] }];
    assert.deepEqual((await imported('h.json', { annotations })).notes, [
      ['anchored', 'rises slowly', 'Why?'],
    ]);
  });

  it('that name no source are left out, and counted', async () => {
    const { err, notes } = await imported('h.json', { annotations: [{ id: 'a1' }] });
    assert.match(err, /^0 notes taken in\.\n1 note on works that no source here has left out/);
    assert.deepEqual(notes, []);
  });

  for (const first of [
    'https://example.org/pages/1',
    { type: 'AnnotationPage', items: [], next: 'https://example.org/pages/2' },
  ])
    it('are told of where a collection gives the address of a page alone', async () => {
      const { code, err } = await imported('c.jsonld', { type: 'AnnotationCollection', first });
      assert.match(err, /^This collection has more pages elsewhere/);
      assert.equal(code, 2);
    });

  it('are not made of the bookmarks of a reading system, which are counted', async () => {
    const place = { type: 'ProgressionSelector', value: 0.5 };
    const item = (id: string, motivation: string, selector: object) => ({
      id: `urn:uuid:${id}`,
      type: 'Annotation',
      motivation,
      target: { source: 'text/chapter1.xhtml', selector: [selector] },
    });
    const { err, notes } = await imported('t.ann', {
      type: 'AnnotationSet',
      about: { 'dc:title': 'On Bread' },
      items: [
        item('1', 'bookmarking', place),
        item('2', 'highlighting', place),
        item('3', 'bookmarking', words),
      ],
    });
    assert.match(err, /^2 notes taken in\.\n1 note: .*\n1 entry without words and comment left out/);
    assert.deepEqual(notes, [
      ['orphan', '', ''],
      ['anchored', 'rises slowly', ''],
    ]);
  });
});
