import assert from 'node:assert/strict';
import {
  docxOf,
  wordParagraph as p,
  wordRun as r,
  type WordParts,
  wordStyle,
} from '../../support/officeFiles.ts';
import { zipOf } from '../../support/zip.ts';
import { imported } from '../importing.ts';

const prose =
  'The keeper of the mill lit the lamp each evening, and in the morning he put it out again, as his father had done.';

const read = async (parts: WordParts) => imported(docxOf(parts), { fileName: 'a.docx' });

async function bodyOf(body: string, parts: Omit<WordParts, 'body'> = {}): Promise<string> {
  return (await read({ ...parts, body })).body;
}

describe('a Word file, as programs keep it', () => {
  it('is read by what its prefixes mean, in strict files and those of other programs', async () => {
    const body = p(
      `${r('A ')}${r('lamp', '<w:i w:val="true"/>')}<w:r><w:footnoteReference w:id="1"/></w:r>${r('.')}`,
    );
    const footnotes = `<w:footnote w:id="1">${p('Oil.')}</w:footnote>`;
    assert.equal(await bodyOf(body, { footnotes, isStrict: true }), 'A *lamp*[^1].\n\n[^1]: Oil.');
    const other = docxOf(
      { body: '' },
      {
        'word/document.xml':
          '<ns0:document xmlns:ns0="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><ns0:body><ns0:p><ns0:r><ns0:rPr><ns0:b ns0:val="1"/></ns0:rPr><ns0:t>Oil</ns0:t></ns0:r><ns0:r><ns0:t> burns.</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>',
      },
    );
    assert.equal((await imported(other, { fileName: 'a' })).body, '**Oil** burns.');
  });

  it('is found wherever a program keeps its document', async () => {
    const open = 'http://schemas.openxmlformats.org';
    const whole = zipOf({
      '[Content_Types].xml': '<Types/>',
      '_rels/.rels': `<Relationships xmlns="${open}/package/2006/relationships"><Relationship Id="a" Type="${open}/officeDocument/2006/relationships/officeDocument" Target="/Doc/Main.xml"/></Relationships>`,
      'doc/main.xml': `<w:document xmlns:w="${open}/wordprocessingml/2006/main"><w:body>${p('Oil burns.')}</w:body></w:document>`,
    });
    assert.equal((await imported(whole, { fileName: 'a.docx' })).body, 'Oil burns.');
  });

  it('says what it is called, who wrote it, and when', async () => {
    const styles = wordStyle('T', 'Title') + wordStyle('S', 'Subtitle') + wordStyle('A', 'Author');
    const core =
      '<dc:title>Microsoft Word - mill.doc</dc:title><dc:creator>Ada Holm; python-docx</dc:creator><dcterms:created>1999-03-02T10:00:00Z</dcterms:created><dc:language>en-GB</dc:language>';
    const body = p('The Mill', '<w:pStyle w:val="T"/>') + p('A tale', '<w:pStyle w:val="S"/>') + p(prose);
    const { result, body: text } = await read({ body, styles, core });
    assert.deepEqual(result.about, { title: 'The Mill: A tale', author: 'Ada Holm' });
    assert.equal(text, prose);
    assert.match(result.markdown, /^---\nid: holm-1999\n[^]*issued: 1999-03-02\nlanguage: en-GB\n/);
    const named = await read({
      body: body.replace(p(prose), p('Eva Lund', '<w:pStyle w:val="A"/>') + p(prose)),
      styles,
      core,
    });
    assert.equal(named.result.about?.author, 'Eva Lund');
    assert.equal((await read({ body: p(prose), core })).result.about?.title, '');
  });

  it('joins a large first letter with the words after it', async () => {
    const body = p('T', '<w:framePr w:dropCap="drop" w:lines="3"/>') + p('he lamp burns.');
    assert.equal(await bodyOf(body), 'The lamp burns.');
  });
});
