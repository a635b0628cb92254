import assert from 'node:assert/strict';
import { useDesks } from '../support/commandLine.ts';
import { withTale } from '../support/sample.ts';

describe('pilcrow guide', () => {
  const deskWith = useDesks();
  const asked = withTale('# Questions for discussion\n\n- Who lost the road [@tale, ¶ 5]?\n');

  it('prints a paper that gives no findings', async () => {
    const desk = await deskWith(asked);
    const { code, out, err } = await desk.run(['guide', '--date=2026-11-23']);
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^---\ntitle: Discussion guide\ndate: 2026-11-23\n/);
    assert.match(out, /\*\*1\.\*\* Who lost the road \[@tale, ¶ 5\]\?/);
    await desk.write('guide.analysis.md', out);
    assert.deepEqual(await desk.run(['check', '--quiet', 'guide.analysis.md']), {
      code: 0,
      out: '',
      err: '',
    });
    const dated = await desk.run(['guide']);
    assert.match(dated.out, /^date: \d{4}-\d{2}-\d{2}$/m);
  });

  it('writes a file, and never over one', async () => {
    const desk = await deskWith(asked);
    const first = await desk.run(['guide', '-o', 'meetings/guide.analysis.md', '--date=2026-11-23']);
    assert.deepEqual(first, { code: 0, out: 'meetings/guide.analysis.md\n', err: '' });
    await desk.write('meetings/guide.analysis.md', 'Notes of the meeting.');
    const { code, out, err } = await desk.run(['guide', '-o', 'meetings/guide.analysis.md']);
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /is there already and stays as it is/);
    assert.equal(await desk.read('meetings/guide.analysis.md'), 'Notes of the meeting.');
  });

  it('has its words in the language of its papers, else in that of the person', async () => {
    const started = async (lang: string): Promise<string> => {
      const desk = await deskWith(
        withTale(`---\ntitle: T\n${lang}---\n\n# Questions for discussion\n\n- Who [@tale, ¶ 5]?\n`),
      );
      const { out } = await desk.run(['guide', '--date=2026-11-23']);
      return out.split('\n').slice(1, 8).join('\n');
    };
    const french = /^title: Guide de discussion\n.*\nlang: fr\n---\n\n1 question ouverte/s;
    const english = /^title: Discussion guide\n.*\nlang: en\n---\n\n1 open question/s;
    assert.match(await started('lang: fr\n'), french);
    assert.match(await started(''), english);
    assert.match(await started('lang: de\n'), /^title: Discussion guide\n.*\nlang: de\n/s);
  });

  it('says plainly what there is nothing of', async () => {
    const desk = await deskWith(asked);
    const none = await desk.run(['guide', '--source=masswork']);
    assert.equal(none.code, 2);
    assert.match(none.err, /Nobody asks anything yet\./);
    assert.match((await desk.run(['guide', '--source=tail'])).err, /“tail” is the key of no source here/);
    assert.match((await desk.run(['guide', '--date=soon'])).err, /--date takes a day/);
    assert.match((await desk.run(['guide', 'nowhere'])).err, /no file or folder “nowhere”/);
  });
});
