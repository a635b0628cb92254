import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checkIds } from '../../src/core/catalogue/checkCatalogue.ts';
import { useDesks } from '../support/commandLine.ts';
import { tale, withTale } from '../support/sample.ts';

describe('pilcrow init', () => {
  const deskWith = useDesks();

  it('makes a study folder that gives no findings, and says what it wrote', async () => {
    const desk = await deskWith();
    const { code, out } = await desk.run(['init', 'reading-group']);
    assert.equal(code, 0);
    assert.match(out, /^reading-group\/pilcrow\.json\n/);
    assert.match(await desk.read('reading-group/README.md'), /^# Reading group\n/);
    const check = await desk.run(['check', 'reading-group', '--fail-on', 'hint']);
    assert.equal(check.code, 0, check.out + check.err);
  });

  it('leaves alone what is there', async () => {
    const desk = await deskWith('=== pilcrow.json\n{ "failOn": "hint" }\n');
    const { code, err } = await desk.run(['init', '--title', 'Ours']);
    assert.equal(code, 0);
    assert.match(err, /pilcrow\.json is there already/);
    assert.equal(await desk.read('pilcrow.json'), '{ "failOn": "hint" }\n');
    assert.match(await desk.read('README.md'), /^# Ours\n/);
  });
});

describe('pilcrow edition', () => {
  const deskWith = useDesks();

  it('freezes runs of five words where asked to, and verifies quotations by them', async () => {
    const desk = await deskWith(withTale('“A lamp stood in the window” [@tale, ¶ 1]'));
    await desk.run(['edition', 'freeze', 'tale', '--shingles']);
    const edition = await desk.read('editions/tale/edition.json');
    assert.match(edition, /"shingles"/);
    await rm(join(desk.root, 'sources/tale.md'));
    const { out } = await desk.run(['list', 'quotations', '--format', 'json']);
    assert.equal((JSON.parse(out) as { status: string }[])[0]?.status, 'verbatim');
  });

  it('freezes a source by key or file; verify says that it is the same', async () => {
    const desk = await deskWith(tale);
    const frozen = await desk.run(['edition', 'freeze', 'tale']);
    assert.deepEqual([frozen.code, frozen.out], [0, 'editions/tale/edition.json\n']);
    assert.deepEqual(await desk.run(['edition', 'verify', 'sources/tale.md']), {
      code: 0,
      out: '@tale: 5 paragraphs, as in the edition.\n',
      err: '',
    });
  });

  it('says what changed, and keeps gists when it is frozen anew', async () => {
    const desk = await deskWith(tale);
    await desk.run(['edition', 'freeze', 'tale']);
    const edition = JSON.parse(await desk.read('editions/tale/edition.json')) as {
      passages: { gist?: string }[];
    };
    edition.passages[0]!.gist = 'A light in the mill.';
    await desk.write('editions/tale/edition.json', JSON.stringify(edition));
    const source = await desk.read('sources/tale.md');
    await desk.write(
      'sources/tale.md',
      source
        .replace('every evening', 'at night')
        .replace('two coins', 'ten coins')
        .replace('(2) The Road', '(2) Roads'),
    );
    const { code, out } = await desk.run(['edition', 'verify', 'tale']);
    assert.equal(code, 1);
    assert.equal(
      out,
      '@tale: ¶ 2 has other words.\n@tale: The headings differ, first at “(2) The Road”.\n@tale: Note 1 has other words.\n',
    );
    await desk.run(['edition', 'freeze', 'tale']);
    assert.match(await desk.read('editions/tale/edition.json'), /A light in the mill/);
    assert.equal((await desk.run(['edition', 'verify', 'tale'])).code, 0);
  });

  it('says what it cannot do, and does the rest', async () => {
    const desk = await deskWith(tale);
    const { code, out, err } = await desk.run(['edition', 'freeze', 'nobody', 'masswork', 'tale']);
    assert.equal(code, 2);
    assert.match(err, /“nobody” is no source/);
    assert.match(err, /The text of @masswork is not here/);
    assert.equal(out, 'editions/tale/edition.json\n');
    assert.equal((await desk.run(['edition', 'verify', 'nobody'])).code, 2);
  });
});

describe('pilcrow', () => {
  const deskWith = useDesks();

  it('--version and --help are results', async () => {
    const desk = await deskWith();
    const version = await desk.run(['--version']);
    assert.match(version.out, /^\d+\.\d+\.\d+\n$/);
    const help = await desk.run(['--help']);
    assert.deepEqual([help.code, help.err], [0, '']);
    for (const command of [
      'check',
      'list',
      'import',
      'init',
      'edition',
      'checks',
      'lsp',
      'site',
      'bibliography',
      'export',
    ]) {
      assert.match(help.out, new RegExp(`^  ${command}\\b`, 'm'));
      const own = await desk.run([command, '--help']);
      assert.deepEqual([own.code, own.err], [0, '']);
      assert.equal((await desk.run(['help', command])).out, own.out);
      for (const lang of ['en', 'fr']) {
        const { out } = await desk.run([command, '--help', '--lang', lang]);
        assert.doesNotMatch(
          out,
          /\S\n[\p{L}’ ]+ ?:\n/u,
          `${command}: a blank line stands above each heading`,
        );
      }
    }
  });

  it('what it does not understand ends with 2, and with what it does', async () => {
    const desk = await deskWith();
    for (const args of [
      ['chek'],
      ['check', '--format', 'xml'],
      ['check', '--fail-on', 'off'],
      ['check', '--nonsense'],
      [],
    ]) {
      const { code, out, err } = await desk.run(args);
      assert.deepEqual([code, out], [2, ''], args.join(' '));
      assert.notEqual(err, '');
    }
  });

  it('says of a command that there is not what is meant, where its help is asked for, too', async () => {
    const desk = await deskWith();
    const asked = [['chekc'], ['help', 'chekc'], ['chekc', '--help'], ['--lang', 'en', 'help', 'chekc']];
    for (const args of asked) {
      const { code, out, err } = await desk.run(args);
      assert.deepEqual([code, out], [2, ''], args.join(' '));
      assert.match(err, /^error: unknown command 'chekc'\n\(Did you mean check/);
      assert.match(err, /“pilcrow --help” lists the commands/);
    }
    const within = await desk.run(['notes', 'help', 'exprot']);
    assert.equal(within.code, 2);
    assert.match(within.err, /unknown command 'exprot'\n\(Did you mean export/);
    for (const args of [['help'], ['help', 'check'], ['notes', '--help'], ['help', '--help']])
      assert.equal((await desk.run(args)).code, 0, args.join(' '));
  });

  it('explains every check', async () => {
    const desk = await deskWith();
    const { out } = await desk.run(['checks']);
    for (const id of checkIds) {
      assert.match(out, new RegExp(`^${id} `, 'm'));
      assert.match((await desk.run(['checks', id])).out, new RegExp(`^${id} \\(`));
    }
    assert.equal((await desk.run(['checks', 'no/such'])).code, 2);
    assert.match((await desk.run(['help', 'checks'])).out, /citation\/unknown-key/);
  });
});
