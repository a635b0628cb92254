import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import {
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  realpath,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changeNotes } from '../../src/core/notes/changeNotes.ts';
import { readNotes } from '../../src/core/notes/read.ts';
import { changeTextFile } from '../../src/files/texts.ts';
import { note, page } from '../core/notes/notes.ts';

describe('writing notes', () => {
  let root: string;
  let path: string;
  beforeEach(async () => {
    root = await realpath(await mkdtemp(join(tmpdir(), 'pilcrow-')));
    path = join(root, 'notes', 'bread.ada.jsonld');
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  const ids = async (): Promise<string[]> =>
    readNotes(await readFile(path, 'utf8')).notes.map(({ id }) => id);

  it('gives way to somebody who writes without asking', async () => {
    await mkdir(join(root, 'notes'));
    await writeFile(path, page(note(1)));
    let interrupted = false;
    await changeTextFile(root, path, (text) => {
      // As a git pull between reading and writing.
      if (!interrupted) writeFileSync(path, page(note(1), note(2)));
      interrupted = true;
      return changeNotes(text, 'urn:x', { kind: 'insert', json: note(3) });
    });
    assert.deepEqual(await ids(), ['urn:uuid:1', 'urn:uuid:2', 'urn:uuid:3']);
  });

  it('takes away a lock whose owner is long gone', async () => {
    await mkdir(join(root, 'notes'));
    const lock = join(root, 'notes', '.bread.ada.jsonld.lock');
    await writeFile(lock, '');
    await utimes(lock, new Date(0), new Date(0));
    await changeTextFile(root, path, () => ({ text: page(note(1)) }));
    assert.deepEqual(await ids(), ['urn:uuid:1']);
    assert.deepEqual(await readdir(join(root, 'notes')), ['bread.ada.jsonld']);
  });

  it('does not follow a link out of the study folder', async () => {
    const outside = await realpath(await mkdtemp(join(tmpdir(), 'pilcrow-')));
    try {
      await symlink(outside, join(root, 'notes'));
      const failed = await changeTextFile(root, path, () => ({ text: page(note(1)) }));
      assert.equal(failed?.problem.id, 'files.outside');
      assert.deepEqual(await readdir(outside), []);
    } finally {
      await rm(outside, { recursive: true, force: true });
    }
  });

  it('says why it could not, and leaves the file as it was', async () => {
    await changeTextFile(root, path, () => ({ text: '{ broken' }));
    const failed = await changeTextFile(root, path, (text) =>
      changeNotes(text, 'urn:x', { kind: 'insert', json: note(1) }),
    );
    assert.equal(failed?.problem.id, 'notes.notWritable');
    assert.equal(await readFile(path, 'utf8'), '{ broken');
  });
});
