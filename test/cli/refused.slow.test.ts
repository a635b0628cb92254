import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { useDesks } from '../support/commandLine.ts';
import { useMounts } from '../support/mounts.ts';

describe('what the system refuses', () => {
  const mount = useMounts();
  const deskWith = useDesks();

  it('a full disk: nothing is half written', async function () {
    const desk = await deskWith();
    const study = join(desk.root, 'study');
    await mkdir(study);
    if (!mount(study, '-t', 'tmpfs', '-o', 'size=512k', 'tmpfs')) this.skip();
    await desk.write(
      'text.md',
      Array.from({ length: 400 }, (_, at) => `Paragraph ${String(at)} of some length.\n`).join('\n'),
    );
    await desk.write('study/pilcrow.json', '{}');
    await writeFile(join(study, 'filler'), Buffer.alloc(496 * 1024));
    const { code, err } = await desk.run(['import', '../text.md', '--key', 'new'], { cwd: 'study' });
    assert.equal(code, 2);
    assert.match(
      err,
      /cannot be written: the disk is full\. Make room, then try again: nothing has been changed\./,
    );
    assert.deepEqual(execFileSync('find', [study, '-name', '*.tmp'], { encoding: 'utf8' }), '');
    await rm(join(study, 'filler'));
    assert.equal(
      (await desk.run(['import', '../text.md', '--key', 'new', '--force'], { cwd: 'study' })).code,
      0,
    );
  });
});
