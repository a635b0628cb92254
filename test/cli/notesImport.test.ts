import assert from 'node:assert/strict';
import { readNotes } from '../../src/core/notes/read.ts';
import type { JsonObject } from '../../src/core/notes/annotation.ts';
import { useDesks } from '../support/commandLine.ts';
import { listed, source } from './breadNotes.ts';

/** A note of the client of Hypothesis. */
function row(id: string, exact: string | undefined, more: JsonObject = {}): JsonObject {
  const uri = 'https://example.org/bread';
  const selector = [
    { type: 'RangeSelector', startContainer: '/p[2]', endContainer: '/p[2]', startOffset: 8, endOffset: 20 },
    { type: 'TextPositionSelector', start: 4000, end: 4012 },
    { type: 'TextQuoteSelector', exact, prefix: 'Home Menu About ', suffix: ' ↩︎ Next page' },
  ];
  return {
    id,
    created: '2020-01-02T03:04:05.678901+00:00',
    updated: '2020-01-02T03:04:05.678901+00:00',
    user: 'acct:ben@hypothes.is',
    uri,
    text: `Note ${id}`,
    tags: [],
    group: '__world__',
    permissions: { read: ['group:__world__'] },
    target: [exact === undefined ? { source: uri } : { source: uri, selector }],
    ...more,
  };
}

const annotations = (...rows: readonly JsonObject[]): string =>
  JSON.stringify({ export_date: '2024-01-02', export_userid: 'acct:ben@hypothes.is', annotations: rows });

describe('notes of other programs', () => {
  const deskWith = useDesks();

  it('are placed by their words where a menu and a note mark stood beside them', async () => {
    const desk = await deskWith(source);
    await desk.write('h.json', annotations(row('a', 'no baker can hurry it')));
    const { err } = await desk.run(['notes', 'import', 'h.json']);
    assert.equal(err, '1 note taken in.\n');
    const [note] = await listed(desk);
    assert.deepEqual([note?.status, note?.quote], ['anchored', 'no baker can hurry it']);
    const [item] = readNotes(await desk.read('notes/bread.ben.jsonld')).notes;
    const target = item?.json['target'] as { selector: JsonObject[] };
    assert.deepEqual(
      target.selector.map(({ type }) => type),
      ['TextQuoteSelector', 'TextPositionSelector', 'RangeSelector'],
    );
    const prefix = target.selector[0]?.['prefix'];
    assert.match(typeof prefix === 'string' ? prefix : '', /rises slowly, and $/);
    const imported = item?.json['pilcrow:imported'] as { selector: JsonObject[] };
    assert.deepEqual(
      imported.selector.map(({ type }) => type),
      ['TextPositionSelector', 'TextQuoteSelector'],
    );
  });

  it('are not guessed: words that stand nowhere or are short stay without a place, and are not called moved', async () => {
    const desk = await deskWith(source);
    await desk.write('h.json', annotations(row('a', 'the oven is warm now'), row('b', 'baker')));
    const { err } = await desk.run(['notes', 'import', 'h.json']);
    assert.match(err, /^2 notes taken in\.\n2 notes: where their words belong is not certain\./);
    assert.deepEqual(
      (await listed(desk)).map(({ status }) => status),
      ['orphan', 'orphan'],
    );
    const { out } = await desk.run(['check', '--format', 'json', '--fail-on', 'warning']);
    assert.doesNotMatch(out, /no longer/);
    assert.match(out, /“the oven is warm now”, are not in bread/);
  });

  it('stay out where they were for their author only, unless asked for', async () => {
    const desk = await deskWith(source);
    const secret = row('s', 'rises slowly', { permissions: { read: ['acct:ben@hypothes.is'] } });
    await desk.write('h.json', annotations(row('a', 'no baker can hurry it'), secret));
    const first = await desk.run(['notes', 'import', 'h.json']);
    assert.match(first.err, /^1 note taken in\.\n1 note for their authors only left out: --private/);
    const second = await desk.run(['notes', 'import', 'h.json', '--private']);
    assert.match(second.err, /^1 note taken in; 1 were here already/);
    assert.equal((await listed(desk)).length, 2);
  });

  it('answer the nearest note above that is there', async () => {
    const desk = await deskWith(source);
    const answer = (id: string, references: readonly string[]): JsonObject =>
      row(id, undefined, { references });
    await desk.write(
      'h.json',
      annotations(
        row('a', 'no baker can hurry it'),
        answer('c', ['a', 'gone']),
        answer('d', ['a', 'c', 'off']),
      ),
    );
    await desk.run(['notes', 'import', 'h.json']);
    const short = (id: unknown): string => String(id).replace('https://hypothes.is/a/', '');
    const { notes } = readNotes(await desk.read('notes/bread.ben.jsonld'));
    assert.deepEqual(
      notes.slice(1).map(({ id, json }) => [short(id), short(json['target'])]),
      [
        ['c', 'a'],
        ['d', 'c'],
      ],
    );
    assert.deepEqual(
      (await listed(desk)).map(({ status }) => status),
      ['anchored', 'anchored', 'anchored'],
    );
  });

  it('keep bodies, creators, rights, further targets and selectors of other types', async () => {
    const desk = await deskWith(source);
    const annotation = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'https://example.org/anno/1',
      type: 'Annotation',
      motivation: ['questioning', 'linking'],
      creator: [{ id: 'https://example.org/ada', type: 'Person', name: 'Ada' }, 'https://example.org/ben'],
      rights: 'https://creativecommons.org/licenses/by/4.0/',
      created: '2020-01-02T03:04:05Z',
      body: [
        {
          type: 'TextualBody',
          value: '<p>Is <b>that</b> &amp; <i>this</i> so?</p>',
          format: 'text/html',
          language: 'en',
        },
        { type: 'Image', id: 'https://example.org/p.png' },
      ],
      target: [
        'https://example.org/elsewhere',
        {
          source: 'https://example.org/bread',
          selector: [
            { type: 'XPathSelector', value: '/html/body/p[2]' },
            { type: 'TextQuoteSelector', exact: 'rises slowly', prefix: 'A dough ', suffix: ', and' },
          ],
        },
      ],
    };
    await desk.write('one.json', JSON.stringify(annotation));
    assert.equal((await desk.run(['notes', 'import', 'one.json'])).code, 0);
    const [item] = readNotes(await desk.read('notes/bread.ada.jsonld')).notes;
    assert.deepEqual([item?.text, item?.author], ['Is **that** &amp; *this* so?', 'Ada']);
    const { creator, rights, body, motivation, target, ...rest } = item?.json ?? {};
    assert.deepEqual(
      [creator, rights, body, motivation],
      [annotation.creator, annotation.rights, annotation.body, annotation.motivation],
    );
    assert.equal(rest['@context'], undefined);
    const [other, own] = target as [string, { source: string; selector: JsonObject[] }];
    assert.equal(other, 'https://example.org/elsewhere');
    assert.equal(own.source, 'urn:x-pilcrow:source:bread');
    assert.deepEqual(
      own.selector.map(({ type }) => type),
      ['TextQuoteSelector', 'TextPositionSelector', 'XPathSelector'],
    );
    assert.equal((await listed(desk))[0]?.status, 'anchored');
  });

  it('are orphans with the reason where nothing leads to words', async () => {
    const desk = await deskWith(source);
    const on = (id: string, target: JsonObject[string]): JsonObject => ({
      id: `urn:x:${id}`,
      type: 'Annotation',
      body: { type: 'TextualBody', value: id },
      target,
    });
    const page = 'https://example.org/bread';
    const items = [
      on('cfi', {
        source: page,
        selector: {
          type: 'FragmentSelector',
          conformsTo: 'http://www.idpf.org/epub/linking/cfi/epub-cfi.html',
          value: 'epubcfi(/6/4!/4/2)',
        },
      }),
      on('box', `${page}#xywh=10,20,30,40`),
      on('text', `${page}#:~:text=A%20dough-,rises%20slowly,-%2C%20and`),
      on('ends', `${page}#:~:text=Flour%20comes,was%20weighed`),
      on('whole', page),
    ];
    await desk.write('set.ann', JSON.stringify({ type: 'AnnotationPage', items }));
    const { err } = await desk.run(['notes', 'import', 'set.ann']);
    assert.match(err, /^5 notes taken in\.\n2 notes: where/);
    const notes = await listed(desk);
    assert.deepEqual(
      notes.map(({ text, status, quote }) => [text, status, quote]),
      [
        ['box', 'orphan', ''],
        ['cfi', 'orphan', ''],
        ['whole', 'anchored', ''],
        ['ends', 'anchored', 'Flour comes first, and water comes after the flour was weighed'],
        ['text', 'anchored', 'rises slowly'],
      ],
    );
    const { out } = await desk.run(['check', '--format', 'json', '--fail-on', 'warning']);
    assert.match(out, /in a way that leads to no words here \(FragmentSelector\)/);
  });

  it('come from collections, and from sets of reading systems by the title of the book', async () => {
    const desk = await deskWith(source);
    const selector = [
      { type: 'TextQuoteSelector', exact: 'rises slowly', prefix: 'A dough ', suffix: ', and no' },
      { type: 'ProgressionSelector', value: 0.4 },
    ];
    const item = (id: string, value: string): JsonObject => ({
      id,
      type: 'Annotation',
      created: '2024-01-02T03:04:05Z',
      motivation: 'highlighting',
      body: { type: 'TextualBody', value, format: 'text/plain', color: '#ffff00' },
      target: { source: 'OEBPS/chapter1.xhtml', selector },
    });
    const set = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'urn:uuid:7b5b0a6e',
      type: 'AnnotationSet',
      about: { 'dc:title': 'On Bread', 'dc:format': 'application/epub+zip' },
      items: [item('urn:uuid:1', 'Patience.')],
    };
    await desk.write('book.ann', JSON.stringify(set));
    const collection = {
      type: 'AnnotationCollection',
      first: {
        type: 'AnnotationPage',
        items: [{ ...item('urn:uuid:2', 'Two'), target: { source: 'https://example.org/bread', selector } }],
      },
    };
    await desk.write('c.jsonld', JSON.stringify(collection));
    for (const file of ['book.ann', 'c.jsonld'])
      assert.equal((await desk.run(['notes', 'import', file])).err, '1 note taken in.\n', file);
    assert.deepEqual(
      (await listed(desk)).map(({ status, source: key, text }) => [status, key, text]),
      [
        ['anchored', 'bread', 'Patience.'],
        ['anchored', 'bread', 'Two'],
      ],
    );
  });
});

describe('what cannot be read', () => {
  const deskWith = useDesks();

  it('of many rows is told once for each kind, and the rest is taken', async () => {
    const desk = await deskWith(source);
    const broken = Array.from({ length: 5000 }, (_, at) => (at % 2 === 0 ? null : { id: '', text: 'x' }));
    await desk.write('h.json', annotations(row('a', 'no baker can hurry it'), ...(broken as never[])));
    const { code, err } = await desk.run(['notes', 'import', 'h.json']);
    assert.equal(code, 2);
    assert.deepEqual(err.split('\n').slice(0, 3), [
      '2500 notes cannot be read: the first is number 2. This is no note: a note is an object of type “Annotation”.',
      '2500 notes cannot be read: the first is number 3. This note has no “id”, so that nothing could lead to it.',
      '1 note taken in.',
    ]);
  });

  it('is a file of another kind', async () => {
    const desk = await deskWith(source);
    for (const [name, text] of [
      ['x.json', '{"some": "thing"}'],
      ['x.csv', 'a,b\n1,2\n'],
      ['x.txt', 'Only a text.\n'],
      ['x.ann', '{'],
      ['x.csv', ''],
    ] as const) {
      await desk.write(name, text);
      const { code, err } = await desk.run(['notes', 'import', name]);
      assert.equal(code, 2, name);
      assert.equal(err.split('\n').length, 3, err);
    }
  });
});
