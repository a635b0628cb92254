import assert from 'node:assert/strict';
import { useDesks, type Desk } from '../support/commandLine.ts';
import { tale } from '../support/sample.ts';

const own = tale.replace(/^===.*\n/, '');
const groups = ['one', 'two', 'three']
  .map((name) => `=== ${name}/sources/tale.md\n${own}\n=== ${name}/papers/a.analysis.md\n[@tale, ¶ 9]\n`)
  .join('\n');

describe('a check in parts', () => {
  const deskWith = useDesks();
  const inParts = async (of: number): Promise<Desk> => {
    const desk = await deskWith(groups);
    for (let part = 1; part <= of; part++) {
      const shard = `--shard=${String(part)}/${String(of)}`;
      await desk.run(['check', '.', shard, '--report', `out/${String(part)}.report`]);
    }
    return desk;
  };

  it('checks each study folder in one part, and says so of a part that has none', async () => {
    const desk = await deskWith(groups);
    const files: string[] = [];
    for (const part of ['1/6', '2/6', '3/6', '4/6', '5/6', '6/6']) {
      const { out, err, code } = await desk.run(['check', '.', '--format=json', '--shard', part]);
      const found = (JSON.parse(out) as readonly { readonly file: string }[]).map(({ file }) => file);
      const said = found.length > 0 ? '' : `Part ${part.replace('/', ' of ')} has nothing to check.\n`;
      assert.deepEqual({ code, err }, { code: found.length > 0 ? 1 : 0, err: said });
      files.push(...found);
    }
    assert.deepEqual(files, [
      'one/papers/a.analysis.md',
      'three/papers/a.analysis.md',
      'two/papers/a.analysis.md',
    ]);
  });

  it('says of a part that has none nothing else', async () => {
    const desk = await deskWith(groups);
    const { code, out, err } = await desk.run(['check', '.', '--shard=1/6']);
    assert.deepEqual({ code, out, err }, { code: 0, out: '', err: 'Part 1 of 6 has nothing to check.\n' });
  });

  it('says what is wrong with a part that is asked for', async () => {
    const desk = await deskWith(groups);
    for (const part of ['0/2', '3/2', '1', '1/0', 'a/b', '1/2/3', '-1/2', '1/20000', '1.5/2', '']) {
      const { code, out, err } = await desk.run(['check', `--shard=${part}`]);
      assert.deepEqual({ code, out }, { code: 2, out: '' }, part);
      assert.equal(
        err,
        `pilcrow: --shard takes a part and how many there are, such as 2/5 for the second of five, not “${part}”.\n`,
      );
    }
    for (const other of [['-'], ['--watch'], ['--fix']])
      assert.match(
        (await desk.run(['check', '--shard=1/2', ...other])).err,
        /^pilcrow: --shard and --report are/,
      );
  });

  it('says which parts are missing, shows the others and ends with 2', async () => {
    const desk = await inParts(4);
    const { code, out, err } = await desk.run([
      'report',
      'merge',
      '--format=json',
      'out/4.report',
      'out/2.report',
    ]);
    assert.equal(code, 2);
    assert.equal(err, 'Of 4 parts these are missing: 1, 3. What follows is of the others.\n');
    assert.equal((JSON.parse(out) as unknown[]).length, 2);
  });

  it('takes no file for a part that is none, is damaged, is there twice or of another check', async () => {
    const desk = await inParts(2);
    const text = await desk.read('out/1.report');
    await desk.write('cut.report', text.slice(0, -20));
    await desk.write('changed.report', text.replace('no-such-paragraph', 'no-locator'));
    await desk.write('other.report', text.replace(/^pilcrow report \S+/, 'pilcrow report 0.0.1'));
    await desk.write('empty.report', '');
    await desk.write('twice.report', text);
    await desk.run(['check', '.', '--report', 'whole.report', '--quiet']);
    for (const [name, said] of [
      ['cut', /no whole report/],
      ['changed', /no whole report/],
      ['empty', /no whole report/],
      ['other', /another version/],
      ['twice', /part 1 of 2, which another file is/],
      ['whole', /of a check in 1 part, not in 2/],
      ['none', /There is no file or folder “none\.report”/],
    ] as const) {
      const { code, out, err } = await desk.run(['report', 'merge', 'out/1.report', `${name}.report`]);
      assert.deepEqual({ code, out }, { code: 2, out: '' }, name);
      assert.match(err, said);
    }
  });
});
