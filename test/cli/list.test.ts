import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { useDesks } from '../support/commandLine.ts';
import { withTale } from '../support/sample.ts';
import { inRoot } from '../../scripts/support/paths.ts';

const ajv = new Ajv({ strict: false });

/** Parses what was printed and checks it against the schema that ships. */
function valid(name: string, out: string): Record<string, unknown>[] {
  const validate = ajv.compile(
    JSON.parse(readFileSync(inRoot('schemas', `${name}.schema.json`), 'utf8')) as object,
  );
  const rows: unknown = JSON.parse(out);
  assert.ok(validate(rows), ajv.errorsText(validate.errors));
  return rows as Record<string, unknown>[];
}

describe('pilcrow list citations', () => {
  const deskWith = useDesks();
  const citations = async (paper: string) => {
    const desk = await deskWith(withTale(paper));
    const { code, out, err } = await desk.run([
      'list',
      'citations',
      '--format',
      'json',
      'papers/a.analysis.md',
    ]);
    assert.deepEqual({ code, err }, { code: 0, err: '' });
    return valid('citations', out);
  };

  it('prints fields, order and positions as the contract has them', async () => {
    const rows = await citations('𝒳 is [see -@tale, ¶¶ 2-3, 5, with care].\n');
    assert.equal(
      JSON.stringify(rows[0]),
      JSON.stringify({
        file: 'papers/a.analysis.md',
        line: 1,
        column: 13,
        endLine: 1,
        endColumn: 18,
        key: 'tale',
        mode: 'suppressAuthor',
        prefix: 'see',
        locator: { label: 'paragraph', value: '2-3, 5' },
        suffix: ', with care',
        status: 'resolved',
        target: { source: 'tale', paragraphs: [2, 3, 5], section: null, note: null },
      }),
    );
  });

  const targets: readonly (readonly [string, string, unknown])[] = [
    ['[@tale, sec. 1(i)]', 'resolved', { source: 'tale', paragraphs: [4], section: '1(i)', note: null }],
    ['[@tale, n. 1]', 'resolved', { source: 'tale', paragraphs: [], section: null, note: 1 }],
    ['[@tale]', 'citation/no-locator', { source: 'tale', paragraphs: [], section: null, note: null }],
    ['[@tale, ¶ 9]', 'citation/no-such-paragraph', null],
    [
      '[@tale, ¶¶ 1, 9]',
      'citation/no-such-paragraph',
      { source: 'tale', paragraphs: [1], section: null, note: null },
    ],
    ['[@tale, par. 1]', 'citation/unparsed-locator', null],
    ['[@nobody, ¶ 1]', 'citation/unknown-key', null],
    ['[@masswork, ¶ 12]', 'resolved', { source: 'masswork', paragraphs: [12], section: null, note: null }],
  ];
  for (const [text, status, target] of targets)
    it(`${text} is ${status}`, async () => {
      const [row] = await citations(`${text}\n`);
      assert.deepEqual([row?.['status'], row?.['target']], [status, target]);
    });

  it('a work without its text resolves to itself', async () => {
    const desk = await deskWith('=== sources/w.bib\n@book{w, title={W}}\n\n=== a.analysis.md\n[@w, p. 3]\n');
    const { out } = await desk.run(['list', 'citations', '--format=json']);
    const [row] = valid('citations', out);
    assert.deepEqual(
      [row?.['status'], row?.['target']],
      ['resolved', { source: 'w', paragraphs: [], section: null, note: null }],
    );
  });

  it('prints modes, and text in the line of the author', async () => {
    const rows = await citations('@tale [¶ 1] and [@tale, ¶ 2; -@tale, ¶ 3]\n');
    assert.deepEqual(
      rows.map(({ mode }) => mode),
      ['authorInText', 'normal', 'suppressAuthor'],
    );
  });

  it('CSV has a header, the same columns for every row, and quotes what needs it', async () => {
    const desk = await deskWith(withTale('[see, "perhaps", @tale, ¶¶ 1, 2]\n'));
    const { out } = await desk.run(['list', 'citations', '--format=csv']);
    assert.equal(
      out,
      'file,line,column,endLine,endColumn,key,mode,prefix,label,value,suffix,status,source,paragraphs,section,note\r\n' +
        'papers/a.analysis.md,1,18,1,23,tale,normal,"see, “perhaps”,",paragraph,"1, 2",,resolved,tale,1 2,,\r\n',
    );
    assert.match((await desk.run(['list', 'citations', '--format=csv', 'sources'])).out, /^file,[^\r]*\r\n$/);
  });

  it('pretty is a table', async () => {
    const desk = await deskWith(withTale('[@tale, ¶ 1]\n\n[@nobody]\n'));
    assert.equal(
      (await desk.run(['list', 'citations'])).out,
      'papers/a.analysis.md:1:2  @tale, paragraph 1  tale, ¶ 1\npapers/a.analysis.md:3:2  @nobody             citation/unknown-key\n',
    );
  });

  it('lists what it can where a path leads nowhere', async () => {
    const desk = await deskWith(withTale('[@tale, ¶ 1]\n'));
    const { code, out } = await desk.run([
      'list',
      'citations',
      '--format=json',
      'none',
      join('papers', 'a.analysis.md'),
    ]);
    assert.equal(code, 2);
    assert.equal(valid('citations', out).length, 1);
  });
});

describe('pilcrow list quotations', () => {
  const deskWith = useDesks();

  it('prints what became of each quotation, from its first to its last character', async () => {
    const desk = await deskWith(
      withTale(`“A lamp stood in the window” [@tale, ¶ 1], “A lamp stood in the door of the mill” [@tale, ¶ 1].

“Nobody lost the road again” [@tale, ¶ 1].

> He who has light
> shall share it. [@tale, ¶ 3]
`),
    );
    const { out } = await desk.run(['list', 'quotations', '--format=json']);
    const rows = valid('quotations', out);
    assert.deepEqual(
      rows.map(({ status, cited, found }) => [status, cited, found]),
      [
        ['verbatim', [1], [1]],
        ['altered', [1], [1]],
        ['elsewhere', [1], [5]],
        ['verbatim', [3], [3]],
      ],
    );
    assert.deepEqual(
      rows.map(({ line, column, endLine, endColumn }) => [line, column, endLine, endColumn]),
      [
        [1, 2, 1, 28],
        [1, 45, 1, 81],
        [3, 2, 3, 28],
        [5, 3, 6, 18],
      ],
    );
    assert.equal(rows[3]?.['quote'], 'He who has light shall share it.');
    const changed = (rows[1]?.['diff'] as { kind: string; quoted: string; source: string }[]).filter(
      ({ kind }) => kind !== 'same',
    );
    assert.deepEqual(changed, [{ kind: 'changed', quoted: 'door', source: 'window' }]);
    assert.match((await desk.run(['list', 'quotations'])).out, /^papers\/a\.analysis\.md:1:2 +verbatim/);
    assert.match(
      (await desk.run(['list', 'quotations', '--format=csv'])).out,
      /^file,.*,quote,key,cited,status,found\r\n/,
    );
  });
});

describe('pilcrow list', () => {
  const deskWith = useDesks();

  it('terms: every use, explicit ones without their brackets', async () => {
    const desk = await deskWith(
      withTale(`=== glossary.md
## mass line

Also: line of the masses

What it is.

=== papers/a.analysis.md
The *mass
line* and the [line of the masses]{.term}, but \`mass line\`.
`),
    );
    const { out } = await desk.run(['list', 'terms', '--format=json', 'papers']);
    const file = 'papers/a.analysis.md';
    assert.deepEqual(valid('terms', out), [
      { file, line: 1, column: 6, endLine: 2, endColumn: 5, term: 'mass line', text: 'mass line' },
      { file, line: 2, column: 16, endLine: 2, endColumn: 34, term: 'mass line', text: 'line of the masses' },
    ]);
  });

  it('sources: texts, editions without text, works', async () => {
    const desk = await deskWith(
      withTale(
        '=== sources/w.bib\n@book{w, title={The Work}, author={Ada Writer}, date={1990}}\n\n=== papers/a.analysis.md\n[@tale, ¶ 1; @w]\n',
      ),
    );
    const rows = valid('sources', (await desk.run(['list', 'sources', '--format=json'])).out);
    assert.deepEqual(
      rows.map(({ key, kind, file, paragraphs, citations }) => [key, kind, file, paragraphs, citations]),
      [
        ['masswork', 'edition', null, 82, 0],
        ['tale', 'text', 'sources/tale.md', 5, 1],
        ['w', 'work', 'sources/w.bib', null, 1],
      ],
    );
    assert.deepEqual(
      [rows[2]?.['author'], rows[2]?.['year'], rows[2]?.['title']],
      ['Writer', '1990', 'The Work'],
    );
  });

  it('sources: those that cannot be read, with the reason, after the others', async () => {
    const desk = await deskWith(withTale('[@tale, ¶ 1]'));
    await desk.write('sources/latin.md', Buffer.from([0x4e, 0xe4, 0x68, 0x65]));
    const rows = valid('sources', (await desk.run(['list', 'sources', '--format=json'])).out);
    const problem = 'latin.md is not UTF-8 text. Save it as UTF-8, or import it.';
    assert.deepEqual(rows.at(-1), {
      ...{ key: '', title: 'latin.md', author: '', year: '', kind: 'unreadable', file: 'sources/latin.md' },
      ...{ paragraphs: null, sections: null, notes: null, citations: 0, problem },
    });
    assert.equal(rows.at(-2)?.['key'], 'tale');
    const { out } = await desk.run(['list', 'sources']);
    assert.match(out, /^sources\/latin\.md +cannot be read +latin\.md is not UTF-8 text\./m);
    const csv = (await desk.run(['list', 'sources', '--format=csv'])).out;
    assert.match(csv, /,problem\r\n/);
    assert.match(csv, /,"?latin\.md is not UTF-8 text\. Save it as UTF-8, or import it\."?\r\n/);
  });

  it('says which papers it cannot read, and that a paper that was named is not listed', async () => {
    const desk = await deskWith(withTale('[@tale, ¶ 1]'));
    await desk.write('papers/latin.analysis.md', Buffer.from([0x4e, 0xe4, 0x68, 0x65]));
    const reason = 'papers/latin.analysis.md:1:1: latin.analysis.md is not UTF-8 text.';
    const all = await desk.run(['list', 'citations']);
    assert.deepEqual([all.code, all.err.startsWith(reason)], [0, true]);
    assert.match(all.out, /@tale/);
    const named = await desk.run(['list', 'citations', 'papers/latin.analysis.md']);
    assert.deepEqual([named.code, named.out, named.err.startsWith(reason)], [2, '', true]);
    assert.match((await desk.run(['coverage'])).err, /latin\.analysis\.md is not UTF-8 text/);
  });

  it('takes UTF-16 without a mark for what it is, in papers of a few words', async () => {
    const desk = await deskWith(withTale('[@tale, ¶ 1]'));
    for (const [path, text] of [
      ['papers/little.analysis.md', Buffer.from('A [@nope]\n', 'utf16le')],
      ['papers/big.analysis.md', Buffer.from('A [@nope]\n', 'utf16le').swap16()],
    ] as const) {
      await desk.write(path, text);
      const { code, out } = await desk.run(['check', path]);
      assert.equal(code, 1);
      assert.match(out, /analysis\.md is not UTF-8 text\./);
    }
  });

  it('says what can be listed', async () => {
    const desk = await deskWith();
    const { code, err } = await desk.run(['list', 'things']);
    assert.equal(code, 2);
    assert.match(err, /Allowed choices are .*citations/);
  });
});
