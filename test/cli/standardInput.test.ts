import assert from 'node:assert/strict';
import { useDesks } from '../support/commandLine.ts';
import { withTale } from '../support/sample.ts';

describe('pilcrow check -', () => {
  const deskWith = useDesks();

  it('finds in a text what it finds in the same file', async () => {
    const paper = 'See [@tale, ¶ 99] and [@tail, ¶ 1].\n\n[gone](gone.md)\n';
    const desk = await deskWith(withTale(paper));
    const file = await desk.run(['check', 'papers/a.analysis.md', '-f', 'json']);
    await desk.write('papers/a.analysis.md', 'Nothing.\n');
    const args = ['check', '-', '--stdin-filename', 'papers/a.analysis.md', '-f', 'json'];
    const text = await desk.run(args, { input: paper });
    assert.equal(file.code, 1);
    assert.deepEqual(text, file);
    assert.equal(await desk.read('papers/a.analysis.md'), 'Nothing.\n');
  });

  it('needs no file of that name, and no study folder', async () => {
    const desk = await deskWith(withTale('Nothing.\n'));
    const { code, out } = await desk.run(['check', '-', '--stdin-filename', 'papers/new/draft.md'], {
      input: 'See [@tale, ¶ 99].\n',
    });
    assert.equal(code, 1);
    assert.match(out, /papers\/new\/draft\.md\n.*¶ 99/);
    const lone = await deskWith();
    const read = await lone.run(['check', '-'], { input: 'See [@tale, ¶ 1].\n' });
    assert.match(read.out, /stdin\.analysis\.md\n.*unknown-key/);
  });

  it('is what --stdin-filename is about: without it nothing is checked', async () => {
    const desk = await deskWith(withTale('Nothing.\n'));
    assert.deepEqual(await desk.run(['check', '--stdin-filename', 'papers/a.analysis.md'], { input: 'x' }), {
      code: 2,
      out: '',
      err: 'pilcrow: --stdin-filename names the text on standard input. Write “-” for that, in place of a path.\n',
    });
  });

  it('says that a text is no UTF-8, and takes no other path beside it', async () => {
    const desk = await deskWith(withTale('Nothing.\n'));
    const latin = await desk.run(['check', '-'], { input: new Uint8Array([0x63, 0xe9, 0x64]) });
    assert.equal(latin.code, 1);
    assert.match(latin.out, /not UTF-8/);
    for (const more of [['papers'], ['--watch'], ['--fix']])
      assert.deepEqual(await desk.run(['check', '-', ...more]), {
        code: 2,
        out: '',
        err: 'pilcrow: Standard input (-) is checked by itself: no other path, no --watch and no --fix go with it.\n',
      });
  });
});
