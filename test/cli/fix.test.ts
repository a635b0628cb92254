import assert from 'node:assert/strict';
import { useDesks } from '../support/commandLine.ts';
import { tale, withTale } from '../support/sample.ts';

describe('pilcrow check --fix', () => {
  const deskWith = useDesks();

  it('applies what is safe, says so and reports the rest', async () => {
    const desk = await deskWith(withTale('As [@tale, par. 3], [@tale, fn. 1] and [@tale, ¶ 9].\n'));
    const { code, out, err } = await desk.run(['check', '--fix', '--format=json']);
    assert.equal(code, 1);
    assert.equal(
      await desk.read('papers/a.analysis.md'),
      'As [@tale, ¶ 3], [@tale, n. 1] and [@tale, ¶ 9].\n',
    );
    assert.equal(err, 'Fixed 2 findings in 1 file.\n');
    assert.deepEqual(
      (JSON.parse(out) as { check: string }[]).map(({ check }) => check),
      ['citation/no-such-paragraph'],
    );
  });

  it('keeps line ends and the byte order mark', async () => {
    const desk = await deskWith(tale);
    await desk.write('papers/a.analysis.md', '\uFEFFAs [@tale, par. 3]\r\nsaid.\r\n');
    await desk.run(['check', '--fix']);
    assert.equal(await desk.read('papers/a.analysis.md'), '\uFEFFAs [@tale, ¶ 3]\r\nsaid.\r\n');
  });

  it('changes neither sources nor files that were not named', async () => {
    const comment = '<!-- pilcrow-ignore citation/unknown-key -->';
    const desk = await deskWith(
      `${tale}\n${comment}\n\nThe end.\n\n=== papers/a.analysis.md\n[@tale, par. 1]\n\n=== papers/b.analysis.md\n[@tale, par. 2]\n`,
    );
    const source = await desk.read('sources/tale.md');
    await desk.run(['check', '--fix', 'papers/b.analysis.md', 'sources']);
    assert.equal(await desk.read('sources/tale.md'), source);
    assert.equal(await desk.read('papers/a.analysis.md'), '[@tale, par. 1]\n');
    assert.equal(await desk.read('papers/b.analysis.md'), '[@tale, ¶ 2]\n');
  });

  it('leaves what git could not merge as it is, and fixes the rest of the file', async () => {
    const conflict = '<<<<<<< HEAD\n[@tale, par. 3]\n=======\n[@tale, fn. 1]\n>>>>>>> a branch\n';
    const desk = await deskWith(tale);
    await desk.write('papers/a.analysis.md', `As [@tale, par. 1].\n\n${conflict}`);
    const { code, out } = await desk.run(['check', '--fix', '--format=json']);
    assert.equal(code, 1);
    assert.equal(await desk.read('papers/a.analysis.md'), `As [@tale, ¶ 1].\n\n${conflict}`);
    assert.deepEqual(
      (JSON.parse(out) as { check: string }[]).map(({ check }) => check),
      ['document/conflict'],
    );
  });

  it('fixes a file that is named and matches no pattern', async () => {
    const desk = await deskWith(withTale('=== talk.txt\n[@tale, par. 1]\n'));
    assert.equal((await desk.run(['check', '--fix', 'talk.txt'])).code, 0);
    assert.equal(await desk.read('talk.txt'), '[@tale, ¶ 1]\n');
  });
});

describe('pilcrow check --watch', () => {
  const deskWith = useDesks();

  it('checks again when files change, and ends when it is told to', async () => {
    const desk = await deskWith(withTale('[@tale, ¶ 9]\n'));
    const controller = new AbortController();
    let writing: NodeJS.Timeout | undefined;
    let resolve = (): void => undefined;
    const checkedTwice = new Promise<void>((done) => (resolve = done));
    const running = desk.run(['check', '--watch', '--format=json'], {
      signal: controller.signal,
      onOutput: (out) => {
        if (out.split('\n').length > 2) resolve();
        // Changes count from the first look on; writing until one is noticed needs no guess at when that is.
        else writing ??= setInterval(() => void desk.write('papers/a.analysis.md', '[@tale, ¶ 1]\n'), 50);
      },
    });
    await checkedTwice;
    clearInterval(writing);
    controller.abort();
    const { code, out } = await running;
    const [first, second] = out
      .split('\n')
      .map((line) => (line === '' ? [] : (JSON.parse(line) as unknown[])));
    assert.equal(first?.length, 1);
    assert.equal(second?.length, 0);
    assert.equal(code, 0, 'the last check counts');
  });

  it('has no form for sarif', async () => {
    const desk = await deskWith();
    const { code, err } = await desk.run(['check', '--watch', '--format=sarif']);
    assert.equal(code, 2);
    assert.match(err, /^pilcrow: --watch/);
  });
});
