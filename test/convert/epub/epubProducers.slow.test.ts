import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { normaliseText } from '../../../src/core/text.ts';
import { imported } from '../importing.ts';

interface ExpectedText {
  readonly blocks: readonly { readonly kind: 'p' | 'q'; readonly text: string }[];
  readonly headings: readonly string[];
  readonly notes: readonly string[];
  readonly italics: readonly string[];
  readonly epubMarks: number;
}

const shared = join(import.meta.dirname, '../../../../shared');
const samples = join(shared, 'inout/samples');

function readExpected(folder: string): ExpectedText {
  return JSON.parse(readFileSync(join(folder, 'expect.json'), 'utf8')) as ExpectedText;
}

const comparable = (text: string): string => normaliseText(text.replaceAll('*', ''));

/** What a file gives, beside what it has to give: all of it, in its order, and nothing else. */
async function assertWhole(file: string, expected: ExpectedText, pages?: number): Promise<void> {
  const { source, body, result } = await imported(readFileSync(file), { fileName: 'book.epub' });
  assert.deepEqual(
    source.passages.map(({ words, attribution }) =>
      comparable(`${words?.plain.text ?? ''} ${attribution?.text ?? ''}`),
    ),
    expected.blocks.map(({ text }) => comparable(text)),
  );
  assert.deepEqual(
    source.passages.map(({ kind }) => (kind === 'blockquote' ? 'q' : 'p')),
    expected.blocks.map(({ kind }) => kind),
  );
  assert.deepEqual(
    source.headings.map(({ text }) => comparable(text)),
    expected.headings.map(comparable),
  );
  assert.deepEqual(
    source.notes.map(({ words }) => comparable(words?.plain.text ?? '')),
    expected.notes.map(comparable),
  );
  assert.ok(source.notes.every(({ anchor }) => typeof anchor === 'number'));
  for (const word of expected.italics) assert.ok(body.includes(`*${word}*`), word);
  if (pages !== undefined)
    assert.deepEqual(
      source.pages.map(({ label }) => label),
      Array.from({ length: pages }, (_, at) => String(at + 1)),
    );
  assert.ok(result.doubts.length <= 3, String(result.doubts.length));
}

const isThere = (program: string): boolean => {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

describe('EPUB books of real producers', function () {
  this.timeout(120_000);

  it('give the sample whole', async function () {
    if (!existsSync(samples)) {
      console.log('      skipped: the samples are not at ../shared/inout/samples');
      this.skip();
    }
    const expected = readExpected(samples);
    await assertWhole(join(samples, 'pages.epub'), expected, expected.epubMarks);
  });

  it('give the essay whole', async function () {
    const essay = join(shared, 'essay/essay.md');
    const prepare = join(shared, 'inout/prepare.mjs');
    if (!existsSync(essay) || !existsSync(prepare)) {
      console.log('      skipped: the essay is not at ../shared/essay');
      this.skip();
    }
    const folder = mkdtempSync(join(tmpdir(), 'pilcrow-epub-'));
    try {
      const run = (program: string, ...args: readonly string[]): void =>
        void execFileSync(program, args, { cwd: folder, stdio: 'ignore' });
      run('node', prepare, essay, folder);
      const expected = readExpected(folder);
      await assertWhole(join(folder, 'pages.epub'), expected, expected.epubMarks);
      if (isThere('pandoc')) {
        for (const version of ['epub2', 'epub3']) {
          run('pandoc', 'src.md', '-t', version, '-o', `${version}.epub`);
          await assertWhole(join(folder, `${version}.epub`), expected);
        }
      } else console.log('      skipped: Pandoc is not there');
      if (isThere('soffice')) {
        run(
          'soffice',
          `-env:UserInstallation=file://${folder}/.lo`,
          '--headless',
          '--convert-to',
          'epub',
          'writer.fodt',
        );
        await assertWhole(join(folder, 'writer.epub'), expected);
      } else console.log('      skipped: LibreOffice is not there');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
