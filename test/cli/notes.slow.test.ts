import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
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

describe('pilcrow notes', () => {
  const deskWith = useDesks();

  it('merges for git', async function () {
    this.timeout(60_000);
    const desk = await deskWith(source);
    const git = async (...args: string[]): Promise<void> => {
      const who = ['-c', 'user.name=T', '-c', 'user.email=t@example.org', '-c', 'init.defaultBranch=main'];
      await promisify(execFile)('git', [...who, ...args], { cwd: desk.root });
    };
    const main = inRoot('src', 'cli', 'main.ts');
    const tsx = inRoot('node_modules', 'tsx', 'dist', 'cli.mjs');
    const node = `"${process.execPath}" "${tsx}" "${main}"`;
    await git('init', '-q');
    await git('config', 'merge.pilcrow.driver', `${node} notes merge %O %A %B`);
    await desk.write('.gitattributes', 'notes/*.jsonld merge=pilcrow\n');
    const path = join('notes', 'bread.ada.jsonld');
    const commit = async (text: string): Promise<void> => {
      await desk.write(path, text);
      await git('add', '.');
      await git('commit', '-qm', 'x');
    };
    await commit(page(note(1)));
    await git('checkout', '-qb', 'other');
    await commit(page(note(1), note(5)));
    await git('checkout', '-q', 'main');
    await commit(page(note(1), note(6)));
    await git('merge', '-q', '-m', 'both', 'other');
    assert.equal(await desk.read(path), page(note(1), note(5), note(6)));
  });
});
