import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { chmod, readFile, symlink } from 'node:fs/promises';
import { useDesks } from '../support/commandLine.ts';
import { withTale } from '../support/sample.ts';

/** A picture of one pixel. */
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('pilcrow export', () => {
  const deskWith = useDesks();
  const study = withTale(`=== papers/a.analysis.md
---
title: On oil
author: A. Quill
---

A lamp [@tale, ¶ 2]. <!-- secret -->

![A mill](mill.png)

=== papers/b.analysis.md
Only [@nope] and [@tale, ¶ 99].
`);
  /** No program is found here. */
  const env = { PATH: '' };

  it('says which named paper cannot be read, and writes the others', async () => {
    const desk = await deskWith(study);
    await desk.write('papers/c.analysis.md', Buffer.from([0x4e, 0xe4, 0x68, 0x65]));
    const named = ['papers/a.analysis.md', 'papers/c.analysis.md'];
    const { code, out, err } = await desk.run(['export', ...named], { env });
    assert.deepEqual([code, out.trim()], [2, join('papers', 'a.html')]);
    assert.match(err, /^papers\/c\.analysis\.md:1:1: c\.analysis\.md is not UTF-8 text\./mu);
  });

  it('writes beside the paper, and prints the name', async () => {
    const desk = await deskWith(study);
    const { code, out, err } = await desk.run(['export', 'papers/a.analysis.md'], { env });
    assert.equal(code, 0, err);
    assert.equal(out.trim(), join('papers', 'a.html'));
    assert.match(await desk.read('papers/a.html'), /<h1>On oil<\/h1>/u);
    assert.match(err, /The image “papers\/mill\.png” is not there/u);
  });

  it('says which citations lead nowhere, where, and how many', async () => {
    const desk = await deskWith(study);
    const { code, err } = await desk.run(['export', 'papers/b.analysis.md', '--to=md', '--out=-'], { env });
    assert.equal(code, 0);
    assert.match(err, /b\.analysis\.md:1:6: \[@nope\] leads to no source or work/u);
    assert.match(err, /b\.analysis\.md:1:18: \[@tale, ¶ 99\] leads to no passage/u);
    assert.match(err, /2 citations could not be resolved\./u);
  });

  it('replaces no file unless it is told to', async () => {
    const desk = await deskWith(study);
    await desk.write('papers/a.html', 'mine');
    const { code, err } = await desk.run(['export', 'papers/a.analysis.md'], { env });
    assert.equal(code, 2);
    assert.match(err, /is there already and stays as it is/u);
    assert.equal(await desk.read('papers/a.html'), 'mine');
    assert.equal((await desk.run(['export', 'papers/a.analysis.md', '--force'], { env })).code, 0);
    assert.notEqual(await desk.read('papers/a.html'), 'mine');
  });

  it('writes many papers into a folder, not into a file', async () => {
    const desk = await deskWith(study);
    const wrong = await desk.run(['export', 'papers', '--out=x.html'], { env });
    assert.equal(wrong.code, 2);
    assert.match(wrong.err, /--out must be a folder/u);
    const { out } = await desk.run(['export', 'papers', '--to=md', '--out=pages/'], { env });
    assert.deepEqual(out.trim().split('\n'), [join('pages', 'a.md'), join('pages', 'b.md')]);
  });

  it('writes a web page where nothing makes a PDF', async () => {
    const desk = await deskWith(study);
    const { code, out, err } = await desk.run(['export', 'papers/a.analysis.md', '--to=pdf'], { env });
    assert.equal(code, 0);
    assert.equal(out.trim(), join('papers', 'a.html'));
    assert.match(err, /A web page was written in its place/u);
  });

  it('has Typst make a PDF where it is there, of a text of its own and what lies beside it', async function () {
    if (process.platform === 'win32') this.skip();
    const desk = await deskWith(study);
    const tools = await deskWith('');
    const program = `#!${process.execPath}
const { readFileSync, readdirSync, writeFileSync } = require('node:fs');
const [command, ...args] = process.argv.slice(2);
const [text, target] = args.filter((one) => !one.startsWith('--'));
const all = readdirSync(process.cwd()).join();
writeFileSync(target, '%PDF-1.7 ' + [command, all, readFileSync(text, 'utf8')].join(' '));
`;
    await tools.write('typst', program);
    await chmod(join(tools.root, 'typst'), 0o755);
    await desk.write('papers/mill.png', onePixel);
    const { code, out, err } = await desk.run(['export', 'papers/a.analysis.md', '--to=pdf'], {
      env: { PATH: tools.root },
    });
    assert.equal(code, 0, err);
    assert.equal(out.trim(), join('papers', 'a.pdf'));
    assert.match(err, /Typst/u);
    assert.match(
      await desk.read('papers/a.pdf'),
      /^%PDF-1\.7 compile image1\.png,page\.typ #set document\(title: "On oil"/u,
    );
  });

  it('starts no program of the study folder', async function () {
    if (process.platform === 'win32') this.skip();
    const desk = await deskWith(study);
    await desk.write('bin/chromium', '#!/bin/sh\ntouch started\n');
    await symlink('/bin/sh', join(desk.root, 'bin', 'pandoc'));
    const { err } = await desk.run(['export', 'papers/a.analysis.md', '--to=pdf'], {
      env: { PATH: join(desk.root, 'bin') },
    });
    assert.match(err, /no program here/u);
    assert.ok(!existsSync(join(desk.root, 'started')));
  });

  it('takes the style that is asked for, else that of the paper', async () => {
    const desk = await deskWith(
      withTale('=== papers/a.analysis.md\n---\ncsl: mla\n---\n\nA lamp [@tale, ¶ 2].\n'),
    );
    const run = (...args: string[]) =>
      desk.run(['export', 'papers/a.analysis.md', '--to=md', '--out=-', ...args], { env });
    assert.match((await run()).out, /A lamp \(Nobody/u);
    assert.match((await run('--csl=chicago-notes')).out, /A lamp\.\[\^1\]/u);
    const missing = await run('--csl=nowhere.csl');
    assert.equal(missing.code, 2);
    assert.match(missing.err, /nowhere\.csl/u);
  });

  it('says what does not go together', async () => {
    const desk = await deskWith(study);
    const run = async (...args: string[]) => (await desk.run(['export', ...args], { env })).err;
    assert.match(await run('papers/a.analysis.md', '--citations=zotero'), /Only Word files/u);
    assert.match(await run('papers/a.analysis.md', '--to=docx', '--out=-'), /standard output/u);
    assert.match(await run('sources'), /no paper here/u);
  });

  it('lets nothing out that nobody meant to give', async () => {
    const desk = await deskWith(study);
    const user = userInfo().username;
    const forbidden = ['secret', 'pilcrow-ignore', desk.root, hostname(), `/${user}/`, `\\${user}\\`];
    for (const to of ['html', 'docx', 'odt', 'md']) {
      const { code } = await desk.run(['export', 'papers/a.analysis.md', `--to=${to}`], { env });
      assert.equal(code, 0);
      const bytes = await readFile(join(desk.root, 'papers', `a.${to}`));
      const parts = to === 'docx' || to === 'odt' ? Object.values(unzipSync(bytes)) : [bytes];
      for (const part of parts)
        for (const word of forbidden) assert.ok(!Buffer.from(part).includes(word), `${to} has ${word}`);
      for (const part of parts)
        assert.doesNotMatch(Buffer.from(part).toString('latin1'), /20[23]\d-\d\d-\d\dT/u);
    }
  });
});
