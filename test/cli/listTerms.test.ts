import assert from 'node:assert/strict';
import { useDesks } from '../support/commandLine.ts';
import { withTale } from '../support/sample.ts';

describe('pilcrow list terms, for people', () => {
  const deskWith = useDesks();

  const mill = withTale(`=== glossary.md
## oil

## miller

Also: the man

=== papers/a.analysis.md
Oil for a miller. No oil, alas, and
oil (“dear”).
`);

  it('terms: keyword in context, by place', async () => {
    const desk = await deskWith(mill);
    const { out } = await desk.run(['list', 'terms', '--term', 'oil']);
    assert.equal(
      out,
      [
        'papers/a.analysis.md:1:1                                             Oil for a miller. No oil, alas, and oil',
        'papers/a.analysis.md:1:22                      Oil for a miller. No  oil, alas, and oil (“dear”).',
        'papers/a.analysis.md:2:1        Oil for a miller. No oil, alas, and  oil (“dear”).',
        'sources/tale.md:15:9                                            (i)  Oil',
        'sources/tale.md:17:1       ¶ 4                                       Oil was dear that winter.',
        '',
      ].join('\n'),
    );
  });

  it('terms: sorted by the words that follow, as CSV with the words around', async () => {
    const desk = await deskWith(mill);
    const { out } = await desk.run(['list', 'terms', '--sort=next', '--format=csv', '--term=oils', 'papers']);
    assert.deepEqual(out.split('\r\n'), [
      'file,line,column,endLine,endColumn,term,left,text,right,passage',
      'papers/a.analysis.md,1,22,1,25,oil,Oil for a miller. No,oil,", alas, and oil (“dear”).",',
      'papers/a.analysis.md,2,1,2,4,oil,"Oil for a miller. No oil, alas, and",oil,(“dear”).,',
      'papers/a.analysis.md,1,1,1,4,oil,,Oil,"for a miller. No oil, alas, and oil",',
      '',
    ]);
  });

  it('terms: how often, by section and paper', async () => {
    const desk = await deskWith(mill);
    const totals = await desk.run(['list', 'terms', '--frequency']);
    assert.match(
      totals.out,
      /^miller +2 in sources +1 in papers +sec\. 1: 2, a: 1\noil +2 in sources +3 in papers/,
    );
    const csv = await desk.run(['list', 'terms', '--frequency', '--format=csv', '--term=the man']);
    assert.deepEqual(csv.out.split('\r\n').slice(0, 3), [
      'term,kind,file,key,section,name,passages,uses',
      'miller,section,sources/tale.md,tale,,before the first section,¶ 1,0',
      'miller,section,sources/tale.md,tale,1,(1) The Miller,¶¶ 2–3,2',
    ]);
    const pretty = await desk.run(['list', 'terms', '--frequency', '--term=oil']);
    assert.match(pretty.out, /\nsources\/tale\.md +2 {2}¶ 4 +\(i\) Oil\n/);
    const rows = JSON.parse(
      (await desk.run(['list', 'terms', '--frequency', '--format=json'])).out,
    ) as object[];
    assert.ok(rows.some((row) => 'kind' in row && row.kind === 'paper'));
  });

  it('terms: an unknown term and options of terms elsewhere are refused', async () => {
    const desk = await deskWith(mill);
    const unknown = await desk.run(['list', 'terms', '--term=oul']);
    assert.deepEqual([unknown.code, unknown.out], [2, '']);
    assert.match(unknown.err, /no entry “oul”\. Did you mean “oil”/);
    const elsewhere = await desk.run(['list', 'sources', '--frequency']);
    assert.equal(elsewhere.code, 2);
  });

  it('colours are ours, never those of a paper', async () => {
    const desk = await deskWith(`=== glossary.md\n## oil\n\n=== papers/a.analysis.md\n\u001B[31mRed oil\n`);
    const { out } = await desk.run(['list', 'terms', '--term=oil'], { env: { FORCE_COLOR: '1' } });
    assert.ok(out.includes('\u001B[1moil\u001B[22m'));
    assert.ok(!out.includes('\u001B[31m'));
  });
});

describe('pilcrow glossary', () => {
  const deskWith = useDesks();
  const fixture = withTale('=== glossary.md\n## oil\n\nBurns.\n\n=== papers/a.analysis.md\nOil.\n');

  it('prints the handout, or writes it', async () => {
    const desk = await deskWith(fixture);
    const printed = await desk.run(['glossary']);
    assert.equal(printed.code, 0);
    assert.ok(printed.out.includes('# oil {#term-oil}\n\nBurns.\n'));
    const written = await desk.run(['glossary', '.', '--out', 'out/handout.md']);
    assert.deepEqual(written, { code: 0, out: 'out/handout.md\n', err: '' });
    assert.equal(await desk.read('out/handout.md'), printed.out);
  });

  it('says where there is no such folder', async () => {
    const desk = await deskWith(fixture);
    const { code, out, err } = await desk.run(['glossary', 'nowhere']);
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /no file or folder “nowhere”/);
  });
});
