import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { unzipSync, zipSync } from 'fflate';
import { importPaper } from '../../src/convert/importPaper.ts';
import { papersThatComeBack } from './papersThatComeBack.ts';
import { useDesks } from '../support/commandLine.ts';
import { withTale } from '../support/sample.ts';

const libreOffice = 'soffice';

const papers = {
  ...papersThatComeBack,
  inlines: `Text with **bold**, *italic*, ***both***, ~~gone~~, \`code\`, a [link](https://example.org/a?b=c), a [mass line]{.term}, “quotes”.

A claim [see @tale, ¶ 2, my emphasis; @tale, ¶¶ 1-3]. As @tale [¶ 2] says; so [-@tale, ¶ 3].[^1]

Line one\\
line two.

[^1]: A note with *words* and a citation [@tale, ¶ 2].

    Its second paragraph.`,
};

/** A zipped file without the parts in which programs keep what is not the text. */
function withoutCustomParts(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => !/custom/i.test(name));
  return zipSync(Object.fromEntries(parts));
}

describe('a paper that LibreOffice saved', function () {
  this.timeout(120_000);
  const deskWith = useDesks();
  before(function () {
    if (!spawnSync(libreOffice, ['--version']).error) return;
    console.log('      skipped: LibreOffice is not on the PATH');
    this.skip();
  });

  for (const format of ['docx', 'odt'])
    it(`comes back the same from ${format}`, async () => {
      const folder = mkdtempSync(join(tmpdir(), 'pilcrow-saved-'));
      try {
        const desk = await deskWith(
          withTale(
            Object.entries(papers)
              .map(([name, text]) => `=== papers/${name}.analysis.md\n${text}\n`)
              .join('\n'),
          ),
        );
        const exported = await desk.run(
          ['export', 'papers', `--to=${format}`, '--citations=zotero', '--out=out/'],
          { env: { PATH: '' } },
        );
        assert.equal(exported.code, 0, exported.err);
        const files = Object.keys(papers).map((name) => join(desk.root, 'out', `${name}.${format}`));
        const profile = pathToFileURL(join(folder, 'profile')).href;
        const args = [
          '--headless',
          `-env:UserInstallation=${profile}`,
          '--convert-to',
          format,
          '--outdir',
          folder,
        ];
        const { status, stderr } = spawnSync(libreOffice, [...args, ...files], { encoding: 'utf8' });
        assert.equal(status, 0, stderr);
        for (const [name, text] of Object.entries(papers)) {
          const bytes = withoutCustomParts(readFileSync(join(folder, `${name}.${format}`)));
          const works = [{ key: 'tale', data: { title: 'The Lamp', author: [{ literal: 'Nobody' }] } }];
          const result = await importPaper({
            bytes,
            fileName: `${name}.${format}`,
            works,
            withAuthors: false,
          });
          assert.ok('markdown' in result, JSON.stringify(result));
          assert.equal(result.markdown.replace(/^---\n[^]*?\n---\n\n/, '').trim(), text, name);
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
});
