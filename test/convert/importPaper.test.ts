import assert from 'node:assert/strict';
import { type CitableWork } from '../../src/convert/drafts.ts';
import { importPaper, type PaperImport } from '../../src/convert/importPaper.ts';
import { writeDocx } from '../../src/publish/wordFile/writeDocx.ts';
import { writeOdt } from '../../src/publish/openDocument/writeOdt.ts';
import type { ManuscriptInline } from '../../src/publish/manuscript.ts';
import { attributes, lampPaper, liveSurroundings, manuscriptOf, prose } from '../publish/sampleManuscript.ts';
import { zipOf } from '../support/zip.ts';

const quill: CitableWork = {
  key: 'quill',
  data: {
    title: 'On *Oil* & Light',
    author: [{ family: 'Quill', given: 'Ann' }],
    issued: { 'date-parts': [[1970]] },
  },
};
const reed: CitableWork = {
  key: 'reed',
  data: { title: 'Mills', author: [{ family: 'Reed' }], issued: '1980' },
};

async function imported(
  bytes: Uint8Array,
  fileName: string,
  { works = [quill, reed], withAuthors = false } = {},
): Promise<PaperImport> {
  const result = await importPaper({ bytes, fileName, works, withAuthors });
  assert.ok(!('problem' in result), 'problem' in result ? JSON.stringify(result.problem) : '');
  return result;
}

const namespaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string): string => `<w:p>${content}</w:p>`;
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function field(code: string, shown: string): string {
  const character = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const instruction = `<w:r><w:instrText>${escaped(code)}</w:instrText></w:r>`;
  return character('begin') + instruction + character('separate') + run(shown) + character('end');
}

function word(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const relations = Object.keys(parts).map(
    (name) => `<Relationship Id="${name}" Type="http://x/relationships/${name}" Target="${name}.xml"/>`,
  );
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<w:document ${namespaces}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
    ...Object.fromEntries(Object.entries(parts).map(([name, xml]) => [`word/${name}.xml`, xml])),
  });
}

function cited(items: readonly unknown[]): string {
  return ` ADDIN ZOTERO_ITEM CSL_CITATION ${JSON.stringify({ citationID: 'x', citationItems: items })} `;
}

const quillData = {
  id: 7,
  title: 'On <i>Oil</i> &amp; Light',
  author: [{ family: 'Quill', given: 'A.' }],
  issued: { 'date-parts': [['1970']] },
};

async function bodyOf(body: string): Promise<string> {
  const { markdown } = await imported(word(body), 'draft.docx');
  return markdown.replace(/^---\n[^]*?\n---\n\n/, '').trim();
}

describe('a draft that becomes a paper', () => {
  for (const [name, bytes] of [
    ['Word', writeDocx(lampPaper, liveSurroundings)],
    ['OpenDocument', writeOdt(lampPaper, liveSurroundings)],
  ] as const)
    it(`has its citations again after it was exported to ${name}`, async () => {
      const { markdown, newWorks, comments } = await imported(bytes, 'lamp');
      assert.match(
        markdown,
        /^---\ntitle: "Lamps & Mills: A Reading"\nauthor:\n {2}- Ann Quill\n {2}- Bo Reed\ndate: 2026-03-01\nlang: en-GB\n---\n/,
      );
      assert.match(markdown, /“dear and scarce” \[see @quill, ¶ 12, my emphasis\]\.\[\^1\]/);
      assert.match(markdown, /As @reed \[p\. 3\] says, and \[@nobody\]\./);
      assert.match(markdown, /\[\^1\]: A note with \[@quill, ¶ 3; @reed\]\./);
      assert.doesNotMatch(markdown, /Works cited|Quill, Ann|Passages cited|verbatim/);
      assert.deepEqual(newWorks, []);
      assert.equal(comments, 0, 'what Pilcrow remarked is no comment of the author');
    });

  for (const [name, write] of [
    ['Word', writeDocx],
    ['OpenDocument', writeOdt],
  ] as const)
    it(`has its code and its marked terms again after it was exported to ${name}`, async () => {
      const term = { kind: 'span', attributes: attributes('', 'term') } as const;
      const words = (text: string): ManuscriptInline => ({ kind: 'text', text });
      const paper = manuscriptOf({
        blocks: [
          prose(
            'A ',
            { ...term, children: [words('mass ['), { kind: 'emphasis', children: [words('line')] }] },
            ' is ',
            { kind: 'strong', children: [{ kind: 'code', text: 'a `b` *c*' }] },
            ' or ',
            { kind: 'code', text: 'sec. 1' },
            '.',
          ),
        ],
      });
      const { markdown } = await imported(write(paper, liveSurroundings), 'lamp');
      assert.ok(
        markdown.includes('A [mass \\[]{.term}*[line]{.term}* is **``a `b` *c*``** or `sec. 1`.'),
        markdown,
      );
    });

  it('finds works by what is known of them, not by ids', async () => {
    assert.equal(
      await bodyOf(
        paragraph(
          run('So ') +
            field(cited([{ id: 7, itemData: quillData, locator: '12–14', label: 'paragraph' }]), '(shown)') +
            run('.'),
        ),
      ),
      'So [@quill, ¶¶ 12-14].',
    );
    const other = { ...quillData, id: 'quill', title: 'Another', DOI: '10.1/x' };
    const { markdown, newWorks } = await imported(
      word(paragraph(field(cited([{ id: 'quill', itemData: other }]), 'x'))),
      'a.docx',
    );
    assert.deepEqual(newWorks, ['quill-1970']);
    assert.match(markdown, /references:\n {2}- title: Another\n[^]*DOI: 10\.1\/x\n {4}id: quill-1970\n/);
    const byDoi = { key: 'lamps', data: { title: 'Otherwise', DOI: 'https://doi.org/10.1/X' } };
    const found = await imported(word(paragraph(field(cited([{ itemData: other }]), 'x'))), 'a.docx', {
      works: [byDoi],
    });
    assert.match(found.markdown, /\[@lamps\]/);
  });

  it('lists a new work once, however its ids repeat', async () => {
    const mendeley = (title: string): string =>
      field(
        ` ADDIN CSL_CITATION ${JSON.stringify({ citationItems: [{ id: 'ITEM-1', itemData: { id: 'ITEM-1', title, author: [{ family: 'Wick' }], issued: { 'date-parts': [[1999]] } } }] })} `,
        'x',
      );
    const { markdown, newWorks } = await imported(
      word(paragraph([mendeley('One'), mendeley('Two'), mendeley('One')].join(run(' ')))),
      'a.docx',
    );
    assert.deepEqual(newWorks, ['wick-1999', 'wick-1999-2']);
    assert.match(markdown, /\[@wick-1999\] \[@wick-1999-2\] \[@wick-1999\]/);
  });

  it('reads citations of Mendeley in content controls', async () => {
    const data = Buffer.from(
      JSON.stringify({ citationItems: [{ itemData: quillData, locator: '3', label: 'page' }] }),
    ).toString('base64');
    const control = `<w:sdt><w:sdtPr><w:tag w:val="MENDELEY_CITATION_v3_${data}"/></w:sdtPr><w:sdtContent>${run('(Quill, 1970)')}</w:sdtContent></w:sdt>`;
    assert.equal(await bodyOf(paragraph(run('So ') + control + run('.'))), 'So [@quill, p. 3].');
  });

  it('puts authors into the sentence where the words before name them', async () => {
    const alone = field(
      cited([{ itemData: quillData, 'suppress-author': true, locator: '2', label: 'page' }]),
      '(1970, 2)',
    );
    assert.equal(await bodyOf(paragraph(run('As Quill ') + alone)), 'As @quill [p. 2]');
    assert.equal(await bodyOf(paragraph(run('As McQuill ') + alone)), 'As McQuill [-@quill, p. 2]');
    assert.equal(await bodyOf(paragraph(run('As others ') + alone)), 'As others [-@quill, p. 2]');
  });

  it('sets words after the key off from it', async () => {
    const written = async (suffix: string): Promise<string> =>
      bodyOf(paragraph(field(cited([{ itemData: quillData, suffix }]), '(1970)')));
    assert.equal(await written('¶ 5'), '[@quill, ¶ 5]');
    assert.equal(await written('and more'), '[@quill and more]');
    assert.equal(await written(', more'), '[@quill, more]');
    assert.equal(await written('“so”'), '[@quill “so”]');
  });

  it('keeps words that would end a citation', async () => {
    const item = {
      itemData: quillData,
      prefix: 'see; but',
      suffix: ' [sic] a@b',
      locator: 'iv, 3 bis',
      label: 'page',
    };
    assert.equal(
      await bodyOf(paragraph(field(cited([item]), 'x'))),
      '[see\\; but @quill, {pp. iv, 3 bis} \\[sic\\] a\\@b]',
    );
  });

  it('shows the words of a field whose data is broken', async () => {
    assert.equal(
      await bodyOf(paragraph(field(' ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems": ', '(Quill 1970)'))),
      '(Quill 1970)',
    );
  });

  it('takes comments over, with names where that is asked', async () => {
    const body = paragraph(
      `<w:commentRangeStart w:id="3"/>${run('Oil')}<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>${run(' burns.')}`,
    );
    const comments = `<w:comments ${namespaces}><w:comment w:id="3" w:author="Bo Reed">${paragraph(run('pilcrow-ignore -->'))}${paragraph(run('Really?'))}</w:comment></w:comments>`;
    const file = word(body, { comments });
    const { markdown } = await imported(file, 'a.docx');
    assert.match(markdown, /Oil<!-- Comment: pilcrow-ignore –› Really\? --> burns\./);
    const named = await imported(file, 'a.docx', { withAuthors: true });
    assert.match(named.markdown, /<!-- Bo Reed: /);
  });

  it('gives the text before and after tracked changes', async () => {
    const change = 'w:id="1" w:author="A"';
    const {
      markdown,
      original = '',
      changes,
    } = await imported(
      word(
        paragraph(
          `${run('Oil ')}<w:ins ${change}>${run('always ')}</w:ins><w:del ${change}><w:r><w:delText>never </w:delText></w:r></w:del>${run('burns.')}`,
        ) +
          `<w:p><w:pPr><w:rPr><w:ins ${change}/></w:rPr></w:pPr>${run('One ')}</w:p>${paragraph(run('two.'))}`,
      ),
      'a.docx',
    );
    assert.match(markdown, /Oil always burns\.\n\nOne\n\ntwo\./);
    assert.match(original, /Oil never burns\.\n\nOne two\./);
    assert.equal(changes, 2);
    const mark = await imported(
      word(
        `<w:p><w:pPr><w:rPr><w:ins ${change}/></w:rPr></w:pPr>${run('One ')}</w:p>${paragraph(run('two.'))}`,
      ),
      'a.docx',
    );
    assert.equal(mark.changes, 1, 'a paragraph that was divided and nothing more');
    const plain = await imported(word(paragraph(run('Oil.'))), 'the draft.docx');
    assert.deepEqual([plain.original, plain.changes], [undefined, 0]);
    assert.equal(plain.path, 'papers/the-draft.analysis.md');
  });

  it('gives the text before tracked changes of OpenDocument', async () => {
    const names = ['office', 'text']
      .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
      .join(' ');
    const region = (id: string, change: string): string =>
      `<text:changed-region text:id="${id}">${change}</text:changed-region>`;
    const info = '<office:change-info><x>Somebody</x></office:change-info>';
    const file = zipOf({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': `<office:document-content ${names}><office:body><office:text><text:tracked-changes>${region('a', `<text:insertion>${info}</text:insertion>`)}${region('b', `<text:deletion>${info}<text:p>never </text:p></text:deletion>`)}</text:tracked-changes><text:p>Oil <text:change-start text:change-id="a"/>always <text:change-end text:change-id="a"/><text:change text:change-id="b"/>burns.</text:p></office:text></office:body></office:document-content>`,
    });
    const { markdown, original = '', changes } = await imported(file, 'a.odt');
    assert.match(markdown, /\nOil always burns\.\n/);
    assert.match(original, /\nOil never burns\.\n/);
    assert.equal(changes, 2);
  });

  it('has citations of a style of notes in its text', async () => {
    const note = (id: number): string => `<w:r><w:footnoteReference w:id="${String(id)}"/></w:r>`;
    const code = cited([{ itemData: quillData, locator: '2', label: 'page' }]);
    const footnotes = `<w:footnotes ${namespaces}><w:footnote w:id="1">${paragraph(`${field(code, 'Quill')}${run('.')}`)}</w:footnote><w:footnote w:id="2">${paragraph(run('Mine.'))}</w:footnote></w:footnotes>`;
    const { markdown } = await imported(
      word(paragraph(run('Oil') + note(1) + run(' burns') + note(2)), { footnotes }),
      'a.docx',
    );
    assert.match(markdown, /\nOil \[@quill, p\. 2\] burns\[\^\d\]\n\n\[\^\d\]: Mine\.\n/);
  });

  it('is nothing that is no draft', async () => {
    const result = await importPaper({
      bytes: new TextEncoder().encode('Words.'),
      fileName: 'a.txt',
      works: [],
      withAuthors: false,
    });
    assert.ok('problem' in result);
  });
});
