import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { inRoot } from '../../scripts/support/paths.ts';
import { useDesks } from '../support/commandLine.ts';
import { withTale } from '../support/sample.ts';

describe('pilcrow coverage', () => {
  const deskWith = useDesks();

  const papers = withTale(`=== papers/a.analysis.md
---
author: Ada
date: 2026-03-04
---

A lamp [@tale, ¶ 1], “lit every evening” [@tale, ¶ 2]. Again [@tale, ¶ 1].

=== papers/b.analysis.md
---
author: Ben
---

The miller [@tale, sec. 1], who paid [@tale, n. 1].
`);

  it('draws every paragraph below its heading, with marks that need no colour', async () => {
    const desk = await deskWith(papers);
    const { code, out, err } = await desk.run(['coverage']);
    assert.deepEqual([code, err], [0, '']);
    assert.equal(
      out,
      `The Lamp, Nobody @tale
2 of 5 paragraphs discussed: 2 cited, 1 quoted, 0 with notes

Before the first section  1 of 1 discussed
` +
        `  1  ▄

(1) The Miller  ¶ 2–3, 1 of 2 discussed, cited once as a whole
  2  ▂-
     q

  (i) Oil  ¶ 4, 0 of 1 discussed
  4  -

(2) The Road  ¶ 5, 0 of 1 discussed
  5  ·

Notes of the text  1 of 1 discussed
  1  ▂

· not discussed   - only with its whole section   ▂ ▄ ▆ █ cited once, twice, 3–4 times, more often
Below: q quoted   n noted   b both
`,
    );
  });

  it('prints rows as the contract has them, for one source by key or file', async () => {
    const desk = await deskWith(papers);
    const { out } = await desk.run(['coverage', 'tale', '--format=json']);
    const rows = JSON.parse(out) as Record<string, unknown>[];
    const ajv = new Ajv({ strict: false });
    const schema = readFileSync(inRoot('schemas', 'coverage.schema.json'), 'utf8');
    const validate = ajv.compile(JSON.parse(schema) as object);
    assert.ok(validate(rows), ajv.errorsText(validate.errors));
    assert.equal(
      JSON.stringify(rows[2]),
      JSON.stringify({
        source: 'tale',
        kind: 'paragraph',
        number: 2,
        section: '1',
        text: 'The miller lit it every evening.',
        words: 6,
        citations: 2,
        bySection: 1,
        quotations: 1,
        notes: 0,
        discussed: true,
        papers: ['papers/a.analysis.md', 'papers/b.analysis.md'],
      }),
    );
    assert.equal((await desk.run(['coverage', 'sources/tale.md', '-f', 'json'])).out, out);
    assert.equal((await desk.run(['coverage', '@tale', '-f', 'json'], { cwd: 'papers' })).code, 0);
  });

  it('prints CSV, and lists what nobody discussed', async () => {
    const desk = await deskWith(papers);
    const csv = await desk.run(['coverage', '--format=csv', '--uncited']);
    assert.deepEqual(csv.out.split('\r\n'), [
      'source,kind,number,section,text,words,citations,bySection,quotations,notes,discussed,papers',
      'tale,paragraph,3,1,He who has light shall share it.,7,1,1,0,0,false,papers/b.analysis.md',
      'tale,paragraph,4,1(i),Oil was dear that winter.,5,1,1,0,0,false,papers/b.analysis.md',
      'tale,paragraph,5,2,Nobody lost the road again.,5,0,0,0,0,false,',
      '',
    ]);
    const pretty = await desk.run(['coverage', '-u']);
    assert.equal(
      pretty.out,
      [
        '¶ 3  He who has light shall share it. (cited with its whole section)',
        '¶ 4  Oil was dear that winter. (cited with its whole section)',
        '¶ 5  Nobody lost the road again.',
        '',
      ].join('\n'),
    );
    const all = await deskWith(withTale('All [@tale, ¶¶ 1-5; @tale, n. 1].'));
    assert.equal((await all.run(['coverage', '-u'])).out, 'Every paragraph has been discussed.\n');
  });

  it('counts what is asked for: papers, authors, days', async () => {
    const desk = await deskWith(papers);
    const cited = async (...args: string[]): Promise<number[]> => {
      const { out } = await desk.run(['coverage', '--format=json', ...args]);
      const rows = JSON.parse(out) as { kind: string; number: number; citations: number }[];
      return rows.flatMap((row) => (row.kind === 'paragraph' && row.citations > 0 ? [row.number] : []));
    };
    assert.deepEqual(await cited('--paper', 'papers/b.analysis.md'), [2, 3, 4]);
    assert.deepEqual(await cited('--author=ad'), [1, 2]);
    assert.deepEqual(await cited('--author=ad', '--author=ben'), [1, 2, 3, 4]);
    assert.deepEqual(await cited('--since=2026-03', '--until=2026'), [1, 2]);
    assert.deepEqual(await cited('--until=2026-03-03'), []);
  });

  it('fits a terminal, however many paragraphs there are', async () => {
    const body = Array.from({ length: 95 }, (_, i) => `Paragraph ${String(i + 1)}.`).join('\n\n');
    const desk = await deskWith(
      `=== sources/long.md\n---\nid: long\n---\n\n# A heading that is longer than a narrow terminal is wide\n\n${body}\n\n=== papers/a.analysis.md\nSee [@long, ¶¶ 31-33].\n`,
    );
    const { out } = await desk.run(['coverage'], { env: { COLUMNS: '40' } });
    const lines = out.split('\n').slice(3, -4);
    assert.ok(
      lines.every((line) => [...line].length <= 48),
      out,
    );
    assert.equal(lines.filter((line) => /^ {2}(?: 1|31|61|91) {2}[·▂]/.test(line)).length, 4);
    assert.ok(out.includes('  31  ▂▂▂······· ·········· ··········\n'));
    const wide = await desk.run(['coverage'], { env: { COLUMNS: '200' } });
    assert.ok(wide.out.split('\n').some((line) => [...line].length > 100));
  });

  it('says plainly what it cannot do, and what there is nothing of', async () => {
    const desk = await deskWith(papers);
    const said = async (...args: string[]): Promise<string> => {
      const { code, out, err } = await desk.run(['coverage', ...args]);
      assert.deepEqual([code, out], [2, '']);
      return err;
    };
    assert.match(await said('tail'), /“tail” is no source.*Did you mean “tale”/);
    assert.match(await said('--paper=papers/c.analysis.md'), /no paper of this study folder/);
    assert.match(
      await said('--author=Cleo'),
      /Nobody here is called “Cleo”\. Papers and notes are by Ada, Ben\./,
    );
    assert.match(await said('--since=yesterday'), /--since takes a day, a month or a year/);
    const quiet = await deskWith(withTale('Nothing.'));
    assert.match((await quiet.run(['coverage'])).out, /^The Lamp\nNobody has cited this text yet\./);
    const empty = await deskWith('=== papers/a.analysis.md\nNothing.');
    const { code, err } = await empty.run(['coverage']);
    assert.equal(code, 2);
    assert.match(err, /no text here that could be cited/);
  });
});
