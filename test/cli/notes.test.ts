import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { exchangedNote } from '../../src/core/notes/exchange/note.ts';
import { readNotes } from '../../src/core/notes/read.ts';
import { inRoot } from '../../scripts/support/paths.ts';
import { note, page } from '../core/notes/notes.ts';
import { useDesks } from '../support/commandLine.ts';

const source = `=== sources/bread.md
---
id: bread
title: On Bread
URL: https://example.org/bread
---

Flour comes first.

A dough rises slowly, and no baker can hurry it.
`;
const answer = { ...note(2), motivation: 'replying', target: 'urn:uuid:1', 'pilcrow:kind': undefined };
const lost = {
  ...note(3),
  target: {
    type: 'SpecificResource',
    source: 'urn:x-pilcrow:source:bread',
    selector: [{ type: 'TextQuoteSelector', exact: 'a loaf is eaten', prefix: 'then ', suffix: ' warm' }],
  },
};
const odd = {
  ...note(4, { 'pilcrow:state': 'resolved', modified: '2026-07-08T09:10:11Z' }),
  body: [
    {
      type: 'TextualBody',
      purpose: 'commenting',
      format: 'text/markdown',
      value: '> “quoted”, = 1\n\n## Head\n\n<!-- x -->',
    },
    { type: 'TextualBody', purpose: 'tagging', value: 'a; b' },
    { type: 'TextualBody', purpose: 'tagging', value: '"c"' },
  ],
};
const all = page(note(1), answer, lost, odd);

describe('pilcrow list notes', () => {
  const deskWith = useDesks();

  it('prints what its schema says, those without a place first', async () => {
    const desk = await deskWith(source);
    await desk.write('notes/bread.ada.jsonld', all);
    const { code, out } = await desk.run(['list', 'notes', '--format', 'json']);
    assert.equal(code, 0);
    const rows = JSON.parse(out) as Record<string, unknown>[];
    const schema = JSON.parse(readFileSync(inRoot('schemas', 'notes.schema.json'), 'utf8')) as object;
    const validate = new Ajv({ strict: false }).compile(schema);
    assert.ok(validate(rows), JSON.stringify(validate.errors));
    assert.deepEqual(
      rows.map(({ id, kind, status, answers, quote }) => [id, kind, status, answers, quote]),
      [
        ['urn:uuid:3', 'question', 'orphan', null, 'a loaf is eaten'],
        ['urn:uuid:1', 'question', 'anchored', null, 'rises slowly'],
        ['urn:uuid:2', 'answer', 'anchored', 'urn:uuid:1', 'rises slowly'],
        ['urn:uuid:4', 'question', 'anchored', null, 'rises slowly'],
      ],
    );
    assert.deepEqual(rows[1]?.['target'], {
      file: 'sources/bread.md',
      line: 9,
      column: 9,
      endLine: 9,
      endColumn: 21,
      paragraphs: [2],
      notes: [],
    });
    const pretty = await desk.run(['list', 'notes']);
    assert.match(
      pretty.out,
      /^notes\/bread\.ada\.jsonld:\d+:5\s+orphan\s+Ada\s+Why 3\?\n@bread, ¶ 2\s+question\s+Ada/,
    );
    const table = await desk.run(['list', 'notes', '--format', 'csv']);
    assert.equal(
      table.out.split('\r\n')[0]?.split(',').slice(0, 6).join(),
      'file,line,column,endLine,endColumn,id',
    );
  });

  it('finds what is wrong, as every check does', async () => {
    const desk = await deskWith(source);
    await desk.write('notes/bread.ada.jsonld', all.replace('"urn:uuid:2"', '2'));
    const { code, out } = await desk.run(['check', '--format', 'json', '--fail-on', 'warning']);
    const findings = JSON.parse(out) as { check: string; file: string; message: string }[];
    assert.equal(code, 1);
    assert.deepEqual(
      findings.map(({ check, file }) => [check, file]),
      [
        ['note/unreadable', 'notes/bread.ada.jsonld'],
        ['note/orphan', 'notes/bread.ada.jsonld'],
      ],
    );
  });
});

describe('pilcrow notes', () => {
  const deskWith = useDesks();

  for (const [format, file] of [
    ['hypothesis', 'out.json'],
    ['markdown', 'out.md'],
    ['csv', 'out.csv'],
  ] as const)
    it(`exports ${format} and takes it in again without loss`, async () => {
      const desk = await deskWith(source);
      await desk.write('notes/bread.ada.jsonld', all);
      const exported = await desk.run(['notes', 'export', '--format', format, '--out', file]);
      assert.deepEqual([exported.code, exported.out], [0, `${file}\n`]);
      const other = await deskWith(source);
      await other.write(file, await desk.read(file));
      const imported = await other.run(['notes', 'import', file]);
      assert.equal(imported.code, 0, imported.err);
      assert.equal(imported.out, 'notes/bread.ada.jsonld\n');
      const before = readNotes(all).notes.map(exchangedNote);
      const after = readNotes(await other.read('notes/bread.ada.jsonld')).notes.map(exchangedNote);
      assert.deepEqual(after, before);
      const again = await other.run(['notes', 'import', file]);
      assert.match(again.err, /^0 notes taken in; 4 were here already/);
      assert.deepEqual(readNotes(await other.read('notes/bread.ada.jsonld')).notes.length, 4);
    });

  it('exports for Hypothesis what its client imports: words with short surroundings, and no position', async () => {
    const desk = await deskWith(source);
    const far = `${'🌾'.repeat(20)} a dough `;
    const selector = [
      { type: 'TextQuoteSelector', exact: 'rises slowly', prefix: far, suffix: `,${'🌾'.repeat(40)}` },
      { type: 'TextPositionSelector', start: 1, end: 13 },
    ];
    const target = { type: 'SpecificResource', source: 'urn:x-pilcrow:source:bread', selector };
    await desk.write('notes/bread.ada.jsonld', page({ ...note(1), target }, lost));
    const { out } = await desk.run(['notes', 'export', '--format', 'hypothesis']);
    const written = JSON.parse(out) as Record<'annotations' | 'rows', Record<string, unknown>[]>;
    assert.deepEqual(written.annotations, written.rows);
    const [row] = written.annotations;
    assert.deepEqual([row?.['group'], row?.['permissions']], ['__world__', { read: ['group:__world__'] }]);
    const [{ selector: there = [] } = {}] = row?.['target'] as { selector?: Record<string, string>[] }[];
    assert.deepEqual(there, [
      {
        type: 'TextQuoteSelector',
        exact: 'rises slowly',
        prefix: `${'🌾'.repeat(11)} a dough `,
        suffix: `,${'🌾'.repeat(15)}`,
      },
    ]);
  });

  it('takes in what Hypothesis gives', async () => {
    const desk = await deskWith(source);
    const row = {
      id: 'AbC-1_x',
      created: '2020-01-02T03:04:05.678901+00:00',
      updated: '2020-01-02T03:04:05.678901+00:00',
      user: 'acct:ben@hypothes.is',
      uri: 'https://www.example.org/bread#top',
      text: 'Is that so?',
      tags: ['time'],
      group: '__world__',
      target: [
        {
          source: 'https://www.example.org/bread',
          selector: [
            {
              type: 'RangeSelector',
              startContainer: '/p[2]',
              endContainer: '/p[2]',
              startOffset: 8,
              endOffset: 20,
            },
            { type: 'TextPositionSelector', start: 27, end: 39 },
            {
              type: 'TextQuoteSelector',
              exact: 'rises slowly',
              prefix: 'Flour comes first.\nA dough ',
              suffix: ', and no',
            },
          ],
        },
      ],
    };
    const reply = {
      ...row,
      id: 'r2',
      references: ['AbC-1_x'],
      target: [{ source: row.uri }],
      text: 'It is.',
    };
    await desk.write('h.json', JSON.stringify({ total: 2, rows: [row, reply] }));
    assert.equal((await desk.run(['notes', 'import', 'h.json'])).code, 0);
    const { out } = await desk.run(['list', 'notes', '--format', 'json']);
    const rows = JSON.parse(out) as Record<string, unknown>[];
    assert.deepEqual(
      rows.map(({ id, kind, author, status, source: key, file }) => [id, kind, author, status, key, file]),
      [
        ['https://hypothes.is/a/AbC-1_x', 'remark', 'ben', 'anchored', 'bread', 'notes/bread.ben.jsonld'],
        ['https://hypothes.is/a/r2', 'answer', 'ben', 'anchored', 'bread', 'notes/bread.ben.jsonld'],
      ],
    );
  });

  it('says what it cannot read', async () => {
    const desk = await deskWith(source);
    await desk.write('x.json', '{');
    await desk.write('x.md', '# Nothing');
    for (const file of ['x.json', 'x.md', 'none.csv'])
      assert.equal((await desk.run(['notes', 'import', file])).code, 2, file);
    assert.match((await desk.run(['notes', 'export', 'braed'])).err, /Did you mean “bread”/);
  });
});
