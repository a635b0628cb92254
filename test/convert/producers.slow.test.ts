import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../../scripts/support/paths.ts';
import { type Edition, readEdition } from '../../src/core/source/edition.ts';
import { essayFiles, whyNoEssayFiles } from './essayFiles.ts';
import { assertExpected, type Expected, readExpected } from './expected.ts';
import { imported } from './importing.ts';

/** Pandoc 2 writes the summary before a text as a paragraph like any other: nothing in the file tells it apart. */
const withSummary = 'pandoc.odt';
/** LibreOffice writes headings as bold paragraphs, of which one has no label. */
const questions: Readonly<Record<string, number>> = { 'lo.epub': 1 };

describe('the essay, as word processors and converters write it', function () {
  this.timeout(120_000);
  let folder = '';
  let expected: Expected;
  let edition: Edition;

  before(function () {
    const why =
      whyNoEssayFiles() ?? ['pandoc', 'soffice'].find((program) => spawnSync(program, ['--version']).error);
    if (why !== undefined) {
      console.log(`      skipped: ${why}`);
      this.skip();
    }
    folder = essayFiles();
    expected = readExpected(join(folder, 'expect.json'));
    const frozen = readEdition(readFileSync(inRoot('editions/masswork/edition.json'), 'utf8'));
    if ('problem' in frozen) assert.fail('the edition is readable');
    edition = frozen.edition;
  });

  const files = (): string[] => readdirSync(folder).filter((name) => /\.(?:docx|odt|fodt|epub)$/.test(name));

  it('gives its paragraphs, quotations, headings, notes and italics', async () => {
    assert.ok(files().length >= 12, files().join(' '));
    for (const name of files())
      if (name !== withSummary) await assertExpected(join(folder, name), expected, questions[name]);
  });

  it('is recognised word for word', async () => {
    for (const fileName of files()) {
      const { result, source } = await imported(readFileSync(join(folder, fileName)), {
        fileName,
        editions: [edition],
      });
      assert.deepEqual(
        [fileName, result.recognised?.matched, source.headings.length, source.notes.length],
        [fileName, 82, 8, 3],
      );
    }
  });
});
