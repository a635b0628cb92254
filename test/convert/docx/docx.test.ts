import assert from 'node:assert/strict';
import type { ImportRequest } from '../../../src/convert/import.ts';
import {
  docxOf,
  wordParagraph as p,
  wordRun as r,
  type WordParts,
  wordStyle,
} from '../../support/officeFiles.ts';
import { imported } from '../importing.ts';

const author = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"';
const prose =
  'The keeper of the mill lit the lamp each evening, and in the morning he put it out again, as his father had done.';

/** The body of the source that a Word file gives. */
async function bodyOf(body: string, parts: Omit<WordParts, 'body'> = {}): Promise<string> {
  return (await imported(docxOf({ ...parts, body }), { fileName: 'a.docx' })).body;
}

const read = async (parts: WordParts, options: Partial<ImportRequest> = {}) =>
  imported(docxOf(parts), { fileName: 'a.docx', ...options });

/** The runs of a complex field. */
const field = (code: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

/** A list with levels, each as number format, text and first number. */
const list = (
  id: number,
  levels: readonly (readonly [format: string, text: string, start?: number])[],
): string =>
  `<w:abstractNum w:abstractNumId="${String(id)}">${levels
    .map(
      ([format, text, start = 1], level) =>
        `<w:lvl w:ilvl="${String(level)}"><w:start w:val="${String(start)}"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
    )
    .join('')}</w:abstractNum>`;
const num = (id: number, abstract: number, overrides = ''): string =>
  `<w:num w:numId="${String(id)}"><w:abstractNumId w:val="${String(abstract)}"/>${overrides}</w:num>`;
const numbered = (id: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${String(level)}"/><w:numId w:val="${String(id)}"/></w:numPr>`;

describe('a Word file', () => {
  it('has theses where items are numbered with a section sign, however short they are', async () => {
    const { body, result } = await read({
      numbering: list(1, [['decimal', '§ %1.', 41]]) + num(1, 1),
      body: [
        p(prose),
        p('Nobody takes oil here.', numbered(1)),
        p('Whoever does pays for it.', numbered(1)),
      ].join(''),
    });
    assert.equal(
      body,
      [prose, '§ 41. Nobody takes oil here.', '§ 42. Whoever does pays for it.'].join('\n\n'),
    );
    assert.deepEqual(result.doubts, []);
  });

  it('has headings and quotations by the names of styles, in any language, through what they are based on', async () => {
    const styles = [
      wordStyle('Normal', 'Normal'),
      wordStyle('T1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
      wordStyle('Mine', 'Kapitel der Mühle', '<w:basedOn w:val="T1"/>'),
      wordStyle('U2', 'Überschrift 2'),
      wordStyle('Z', 'Intensives Zitat', '<w:rPr><w:i/></w:rPr>'),
      wordStyle('Q', 'Citation longue', '<w:basedOn w:val="Z"/>'),
      wordStyle('B', 'Block Text'),
    ].join('');
    const body = [
      p(prose),
      p('One', '<w:pStyle w:val="Mine"/>'),
      p(prose),
      p('Two', '<w:pStyle w:val="U2"/>'),
      p(prose),
      p('Oil burns.', '<w:pStyle w:val="Q"/>'),
      p(`${r('Mills ')}${r('turn', '<w:i w:val="0"/>')}${r('.')}`, '<w:pStyle w:val="Z"/>'),
      p(prose),
      p('Wind blows.', '<w:pStyle w:val="B"/>'),
      p('Three', '<w:outlineLvl w:val="0"/>'),
      p(prose),
    ].join('');
    assert.equal(
      await bodyOf(body, { styles }),
      `${prose}\n\n## One\n\n${prose}\n\n### Two\n\n${prose}\n\n> Oil burns.\n>\n> Mills *turn*.\n\n${prose}\n\n> Wind blows.\n\n## Three\n\n${prose}`,
    );
  });

  it('has italics and bold as they are seen, also where styles toggle them', async () => {
    const styles = [
      wordStyle('Slant', 'Slanted', '<w:rPr><w:i/></w:rPr>'),
      wordStyle('Em', 'Emphasis', '<w:rPr><w:i/><w:b w:val="false"/></w:rPr>', 'character'),
      wordStyle('Em2', 'Emphasis two', '<w:basedOn w:val="Em"/>', 'character'),
    ].join('');
    const body = [
      p(
        `${r('A ')}${r('lamp', '<w:rStyle w:val="Em2"/>')}${r(' b')}${r('urn', '<w:b/>')}${r('s ')}${r('oil', '<w:i/><w:iCs/>')}${r(', no ')}${r('gas', '<w:strike/>')}${r('; <![CDATA[<x>]]>.')}`,
      ),
      p(
        `${r('Slanted ')}${r('upright', '<w:rStyle w:val="Em"/>')}${r(' slanted, and ')}${r('so', '<w:rStyle w:val="Em"/><w:i/>')}${r('.')}`,
        '<w:pStyle w:val="Slant"/>',
      ),
    ].join('');
    assert.equal(
      await bodyOf(body, { styles }),
      'A *lamp* b**urn**s *oil*, no ~~gas~~; \\<x>.\n\n*Slanted* upright *slanted, and so.*',
    );
  });

  it('has notes in the order of their marks, those at the end among them', async () => {
    const mark = (kind: string, id: number, more = ''): string =>
      `<w:r><w:${kind}Reference w:id="${String(id)}"${more}/></w:r>`;
    const note = (kind: string, id: number, words: string): string =>
      `<w:${kind} w:id="${String(id)}">${p(`<w:r><w:${kind}Ref/></w:r>${r(` ${words}`)}`)}</w:${kind}>`;
    const separator = `<w:footnote w:type="separator" w:id="-1">${p(r('---'))}</w:footnote>`;
    const body = p(
      `${r('A lamp')}${mark('endnote', 1)}${r(' burns')}${mark('footnote', 7)}${r(' oil')}${mark('footnote', 9)}${r('.')}<w:r><w:footnoteReference w:customMarkFollows="1" w:id="3"/><w:t>*</w:t></w:r>`,
    );
    const footnotes = `${separator}${note('footnote', 7, 'Seven.')}${note('footnote', 5, 'Nobody’s.')}<w:footnote w:id="3">${p('* Star.')}${p('And more.')}</w:footnote>`;
    const { body: text, source } = await read({ body, footnotes, endnotes: note('endnote', 1, 'End.') });
    assert.equal(
      text,
      'A lamp[^1] burns[^2] oil.[^3]\n\n[^1]: End.\n\n[^2]: Seven.\n\n[^3]: Star.\n\n    And more.',
    );
    assert.equal(source.notes.length, 3);
  });

  it('has lists with the numbers that they show, which restart where they do', async () => {
    const numbering = [
      list(1, [['decimal', '§ %1.', 41]]),
      list(2, [
        ['decimal', '%1.'],
        ['lowerLetter', '(%2)'],
        ['lowerRoman', '%1.%2.%3'],
      ]),
      list(3, [['bullet', '·']]),
      num(1, 1),
      num(2, 2),
      num(3, 2, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
      num(4, 3),
    ].join('');
    const body = [
      p(`First. ${prose}`, numbered(1)),
      p(prose),
      p(`Second. ${prose}`, numbered(1)),
      p('Lists:'),
      p('oil', numbered(2)),
      p('of olives', numbered(2, 1)),
      p('green', numbered(2, 2)),
      p('of nuts', numbered(2, 1)),
      p('wicks', numbered(2)),
      p('wind', numbered(3)),
      p('water', numbered(3)),
      p('A lamp', numbered(4)),
      p('A mill', numbered(4)),
      p('No number', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'),
    ].join('');
    assert.equal(
      await bodyOf(body, { numbering }),
      [
        `§ 41. First. ${prose}`,
        prose,
        `§ 42. Second. ${prose}`,
        'Lists:',
        '1. oil\n   - \\(a) of olives\n     - 1.a.i green\n   - \\(b) of nuts\n2. wicks',
        '1) wind\n2) water',
        '- A lamp\n- A mill',
        'No number',
      ].join('\n\n'),
    );
  });

  it('has one list where its first item alone begins it anew, as LibreOffice writes', async () => {
    const numbering = [
      list(1, [['decimal', '%1.']]),
      num(1, 1),
      num(3, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
      num(4, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'),
    ].join('');
    const body = [
      p('Lists:'),
      ...[3, 1, 1, 4, 1].map((id, at) => p(`item ${'abcde'.charAt(at)}`, numbered(id))),
    ].join('');
    assert.equal(
      await bodyOf(body, { numbering }),
      'Lists:\n\n1. item a\n2. item b\n3. item c\n\n1) item d\n2) item e',
    );
  });

  it('has further paragraphs in their items, which have a bullet that is a space', async () => {
    const numbering = [list(1, [['decimal', '%1.']]), list(2, [['bullet', ' ']]), num(1, 1), num(2, 2)].join(
      '',
    );
    const body = [
      p('Lists:'),
      p('oil', numbered(1)),
      p('of nuts', numbered(1)),
      p('and more', numbered(2)),
      p('wicks', numbered(1)),
    ].join('');
    assert.equal(
      await bodyOf(body, { numbering }),
      'Lists:\n\n1. oil\n\n2. of nuts\n\n   and more\n\n3. wicks',
    );
  });

  it('has the numbers of headings and of styles, in every form', async () => {
    const styles = [
      wordStyle('H', 'heading 1', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
      wordStyle('H2', 'heading 2', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
      wordStyle('Par', 'Thesis', '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>'),
    ].join('');
    const level = (at: number, style: string, text: string): string =>
      `<w:lvl w:ilvl="${String(at)}"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:pStyle w:val="${style}"/>${at > 0 ? '<w:isLgl/>' : ''}<w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:abstractNum w:abstractNumId="1">${level(0, 'H', '%1')}${level(1, 'H2', '%1.%2')}</w:abstractNum>${list(2, [['ordinalText', '%1:', 20]])}${num(1, 1)}${num(2, 2)}`;
    const body = [
      p(prose),
      p('Oil', '<w:pStyle w:val="H"/>'),
      p(`So it is. ${prose}`, '<w:pStyle w:val="Par"/>'),
      p('Nuts', '<w:pStyle w:val="H2"/>'),
      p(prose),
      p('Wind', '<w:pStyle w:val="H"/>'),
      p(`So it was. ${prose}`, '<w:pStyle w:val="Par"/>'),
    ].join('');
    assert.equal(
      await bodyOf(body, { styles, numbering }),
      `${prose}\n\n## I Oil\n\nTwentieth: So it is. ${prose}\n\n### 1.1 Nuts\n\n${prose}\n\n## II Wind\n\nTwenty-first: So it was. ${prose}`,
    );
  });

  it('has what changes leave: what was deleted or moved away is not there, and a deleted mark joins', async () => {
    const gone = (words: string): string =>
      `<w:del ${author}><w:r><w:delText>${words}</w:delText></w:r></w:del>`;
    const body = [
      p(`${r('A lamp ')}${gone('never ')}<w:ins ${author}>${r('always ')}</w:ins>${r('burns.')}`),
      `<w:p><w:pPr><w:rPr><w:moveFrom ${author}/></w:rPr></w:pPr><w:moveFrom ${author}>${r('It moved here.')}</w:moveFrom></w:p>`,
      p('It stays.'),
      `<w:p><w:pPr><w:rPr><w:moveTo ${author}/></w:rPr></w:pPr><w:moveTo ${author}>${r('It moved here.')}</w:moveTo></w:p>`,
      p(r('One para'), `<w:rPr><w:del ${author}/></w:rPr>`),
      p('graph, no two.'),
      `<w:p><w:pPr><w:rPr><w:del ${author}/></w:rPr></w:pPr>${gone('A whole one.')}</w:p>`,
      p(
        r('It was a heading.', `<w:rPrChange ${author}><w:rPr><w:i/></w:rPr></w:rPrChange>`),
        `<w:pPrChange ${author}><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>`,
      ),
    ].join('');
    assert.equal(
      await bodyOf(body),
      'A lamp always burns.\n\nIt stays.\n\nIt moved here.\n\nOne paragraph, no two.\n\nIt was a heading.',
    );
  });

  it('has no hidden text, and hyphens and signs as they are seen', async () => {
    const styles = wordStyle('Secret', 'Secret', '<w:rPr><w:vanish/></w:rPr>', 'character');
    const body = [
      p(
        `${r('A lamp ')}${r('secretly ', '<w:vanish/>')}${r('by style ', '<w:rStyle w:val="Secret"/>')}${r('seen', '<w:rStyle w:val="Secret"/><w:vanish w:val="0"/>')}${r('.')}`,
      ),
      p(r('Wholly hidden.', '<w:vanish/>'), '<w:rPr><w:vanish/></w:rPr>'),
      p(
        `${r('Co')}<w:r><w:softHyphen/></w:r>${r('oper\u00ADation and self')}<w:r><w:noBreakHyphen/></w:r>${r('help')}<w:r><w:tab/><w:t>or</w:t><w:br/><w:t>not,</w:t></w:r><w:r><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>${r('\uF062', '<w:rFonts w:ascii="Symbol"/>')}${r('.')}`,
      ),
    ].join('');
    assert.equal(
      await bodyOf(body, { styles }),
      'A lamp seen.\n\nCooperation and self\u2011help or\\\nnot,α→β.',
    );
  });

  it('has what fields show, and their links', async () => {
    const body = [
      p(
        `${r('See ')}<w:fldSimple w:instr=" REF _Ref1 \\h ">${r('chapter 3')}</w:fldSimple>${r(', on page ')}${field('PAGEREF x \\h', r('12'))}${r('.')}`,
      ),
      p(
        `${r('A ')}${field('HYPERLINK "https://example.org/a" \\l "part"', r('lamp'))}${r(', a ')}${field('HYPERLINK \\l "inside"', r('mill'))}${r(', ')}<w:hyperlink r:id="l1" w:anchor="b">${r('oil', '<w:i/>')}</w:hyperlink>${r(', ')}<w:hyperlink w:anchor="c">${r('wind')}</w:hyperlink>${r(', ')}<w:hyperlink r:id="l2">${r('fire')}</w:hyperlink>${r('.')}`,
      ),
      p(`${r('As ')}${field(`ADDIN CSL ${field('QUOTE x', r('y'))}`, r('(Holm 1999)'))}${r(' says.')}`),
    ].join('');
    assert.equal(
      await bodyOf(body, { links: { l1: 'https://example.org/oil', l2: 'javascript:alert(1)' } }),
      'See chapter 3, on page 12.\n\nA [lamp](https://example.org/a#part), a mill, *[oil](https://example.org/oil#b)*, wind, fire.\n\nAs (Holm 1999) says.',
    );
  });

  it('has the words of boxes once, after the paragraph in which they are anchored', async () => {
    const box = (words: string): string =>
      `<w:txbxContent>${p(words, '<w:jc w:val="left"/>')}</w:txbxContent>`;
    const both = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box('In the box.')}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('In the box.')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const old = `<w:r><mc:AlternateContent><mc:Fallback><w:pict>${box('In an old box.')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const body = [p(`${r('A lamp ')}${both}${r('burns.')}`), p(`${r('A mill.')}${old}`)].join('');
    assert.equal(await bodyOf(body), 'A lamp burns.\n\nIn the box.\n\nA mill.\n\nIn an old box.');
  });

  it('has what stands in controls, tags and wrappers, but no hints at what is to be filled in', async () => {
    const control = (content: string, properties = ''): string =>
      `<w:sdt><w:sdtPr><w:rPr><w:i/></w:rPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const ruby =
      '<w:r><w:ruby><w:rt><w:r><w:t>gloss</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>base</w:t></w:r></w:rubyBase></w:ruby></w:r>';
    const body = [
      p(
        `${r('A ')}${control(r('lamp'))}${r(' in ')}<w:smartTag w:uri="u" w:element="e">${r('Paris')}</w:smartTag><w:customXml w:element="e">${r(', here')}</w:customXml><w:bdo w:val="ltr">${r(', now')}</w:bdo>${r(', ')}${ruby}<m:oMath><m:r><m:t>=x</m:t></m:r></m:oMath>${control(r('Click here.'), '<w:showingPlcHdr/>')}${r('.')}`,
      ),
      control(p('Oil burns.')),
      control(
        p('Contents') + p(`${r('Oil')}<w:r><w:tab/></w:r>${r('3')}`),
        '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>',
      ),
      p(
        `<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> TOC \\o </w:instrText><w:fldChar w:fldCharType="separate"/></w:r>${r('Wind 4')}`,
      ),
      p(`${r('Water 5')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`),
      p('It ends.'),
    ].join('');
    const { body: text, result } = await read({ body });
    assert.equal(text, 'A lamp in Paris, here, now, base=x.\n\nOil burns.\n\nIt ends.');
    assert.equal(result.dropped.map(({ why }) => why.id).join(), 'importing.contents');
  });

  it('has tables of data, and the words of those that are there for the layout', async () => {
    const cell = (content: string, properties = ''): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<w:') ? content : p(content)}</w:tc>`;
    const row = (cells: string, properties = ''): string =>
      `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
    const table = (rows: string): string => `<w:tbl><w:tblPr/>${rows}</w:tbl>`;
    const body = [
      table(
        row(cell('Lamp') + cell('Oil')) +
          row(cell('gone') + cell('gone'), `<w:del ${author}/>`) +
          row(cell(p('small') + p('and bright')) + cell(p(r('much', '<w:i/>')))) +
          row(cell('both', '<w:gridSpan w:val="2"/>')),
      ),
      table(
        row(cell('A frame.')) + row(cell(table(row(cell('a') + cell('b')) + row(cell('c') + cell('d'))))),
      ),
      p('It ends.'),
    ].join('');
    assert.equal(
      await bodyOf(body),
      '| Lamp | Oil |\n| --- | --- |\n| small and bright | *much* |\n| both |  |\n\nA frame.\n\n| a | b |\n| --- | --- |\n| c | d |\n\nIt ends.',
    );
  });

  it('marks the pages that it was broken into once each, and numbers none by them', async () => {
    const broken = '<w:r><w:lastRenderedPageBreak/></w:r>';
    const body = [
      p('The first page.', '<w:pageBreakBefore/>'),
      p(`${r('On it ')}${broken}${r('goes.')}`),
      p(`${r('It ends.')}<w:r><w:br w:type="page"/></w:r>`),
      p(`${broken}${r('Another.')}`, '<w:pageBreakBefore/>'),
      p('No break.'),
    ].join('');
    const { body: text, source } = await read({ body });
    assert.equal(
      text,
      'The first page.\n\nOn it <!-- p. -->goes.\n\nIt ends.\n\n<!-- p. -->\n\nAnother.\n\nNo break.',
    );
    assert.deepEqual([source.pages.length, source.passages.length], [0, 5]);
  });

  it('marks where sections begin pages, and not where they go on', async () => {
    const section = (type: string): string => `<w:sectPr>${type && `<w:type w:val="${type}"/>`}</w:sectPr>`;
    const body = [
      p('The first.', section('')),
      p('A second section, on a page of its own.', section('')),
      p('A third, on the same page.', section('continuous')),
      p('The last, on another.'),
      section('oddPage'),
    ].join('');
    assert.equal(
      await bodyOf(body),
      'The first.\n\n<!-- p. -->\n\nA second section, on a page of its own.\n\nA third, on the same page.\n\n<!-- p. -->\n\nThe last, on another.',
    );
  });

  it('has headings by the ids of styles where it has no styles', async () => {
    assert.equal(
      await bodyOf(
        p(prose) + p('Oil', '<w:pStyle w:val="Heading1"/>') + p('Burns.', '<w:pStyle w:val="Quote"/>'),
      ),
      `${prose}\n\n## Oil\n\n> Burns.`,
    );
  });
});
