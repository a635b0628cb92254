import assert from 'node:assert/strict';
import { importPaper } from '../../src/convert/importPaper.ts';
import { writeOdt } from '../../src/publish/openDocument/writeOdt.ts';
import { writeDocx } from '../../src/publish/wordFile/writeDocx.ts';
import { liveSurroundings } from '../publish/sampleManuscript.ts';
import { manuscriptOfFixture } from '../publish/support.ts';

const tale = { key: 'tale', data: { title: 'The Lamp', author: [{ literal: 'Nobody' }] } };
const writers = { docx: writeDocx, odt: writeOdt };

/** The body of a paper that went out in a format and came back. */
export async function broughtBack(text: string, format: keyof typeof writers): Promise<string> {
  const bytes = writers[format](manuscriptOfFixture(`\n${text}\n`), liveSurroundings);
  const result = await importPaper({ bytes, fileName: `a.${format}`, works: [tale], withAuthors: false });
  assert.ok('markdown' in result, JSON.stringify(result));
  return result.markdown.replace(/^---\n[^]*?\n---\n\n/, '').trim();
}
