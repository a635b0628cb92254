/** Formulas come in as a person would type them in a line, from every format, and divide no paragraph. */
import assert from 'node:assert/strict';
import { epubOf } from '../support/epub.ts';
import { docxOf, fodtOf, odtOf, wordParagraph, wordRun } from '../support/officeFiles.ts';
import { imported } from './importing.ts';

const prose = 'The worth of the cloth that she weaves in a day, says the owner of the looms, is at most';
const rate = `<mrow><mi>s</mi><mo>=</mo><mfrac><mrow><mi>p</mi><mo>−</mo><mi>q</mi></mrow><mi>C</mi></mfrac><mo>+</mo>
  <msup><mi>v</mi><mn>2</mn></msup><msub><mi>x</mi><mi>i</mi></msub><msup><mi>M</mi><mo>′</mo></msup></mrow>`;
const math = `<math xmlns="http://www.w3.org/1998/Math/MathML" alttext="s is"><semantics>${rate}<annotation encoding="application/x-tex">s=\\frac{p-q}{C}</annotation></semantics></math>`;
const expected = `${prose} s=(p−q)/C+v²x_iM′ marks.`;

const bodyOf = async (content: string | Uint8Array, fileName: string): Promise<string> =>
  (await imported(content, { fileName })).body;
const page = (body: string): Promise<string> =>
  bodyOf(`<!doctype html><html lang="en"><body>${body}</body></html>`, 'a.html');

describe('formulas', () => {
  it('of web pages', async () => assert.equal(await page(`<p>${prose} ${math} marks.</p>`), expected));

  it('that programs set twice, once for screen readers', async () => {
    const inner = math.replace(/ alttext="[^"]*"/, '');
    const drawn = '<span aria-hidden="true"><span>s</span><span>=</span><span>p</span></span>';
    for (const formula of [
      `<span class="katex"><span class="katex-mathml">${inner}</span>${drawn}</span>`,
      `<mjx-container><mjx-math aria-hidden="true">s</mjx-math><mjx-assistive-mml>${inner}</mjx-assistive-mml></mjx-container>`,
      `<span class="mwe-math-element"><span class="mwe-math-mathml-inline" style="display: none;">${inner}</span><img src="https://x.example/a.svg" class="mwe-math-fallback-image-inline" alt="s is"></span>`,
    ])
      assert.equal(await page(`<p>${prose} ${formula} marks.</p>`), expected);
  });

  it('of books', async () => {
    assert.equal(
      await bodyOf(epubOf({ parts: { 'a.xhtml': `<p>${prose} ${math} marks.</p>` } }), 'a.epub'),
      expected,
    );
  });

  it('of Word files', async () => {
    const run = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`;
    const part = (name: string, text: string): string => `<m:${name}>${run(text)}</m:${name}>`;
    const formula = `<m:oMath>${run('s=')}<m:f><m:fPr><m:type m:val="bar"/></m:fPr>${part('num', 'p−q')}${part('den', 'C')}</m:f>${run('+')}<m:sSup>${part('e', 'v')}${part('sup', '2')}</m:sSup><m:sSub>${part('e', 'x')}${part('sub', 'i')}</m:sSub><w:del w:id="1">${run('gone')}</w:del>${run('M′')}</m:oMath>`;
    const body = wordParagraph(`${wordRun(`${prose} `)}${formula}${wordRun(' marks.')}`);
    assert.equal(await bodyOf(docxOf({ body }), 'a.docx'), expected);
    const sum = `<m:oMathPara><m:oMath><m:nary><m:naryPr><m:chr m:val="∑"/></m:naryPr>${part('sub', 'i')}${part('sup', '2')}${part('e', 'x')}</m:nary><m:d>${part('e', 'y')}</m:d><m:rad><m:deg/>${part('e', 'ab')}</m:rad></m:oMath></m:oMathPara>`;
    assert.match(
      await bodyOf(docxOf({ body: wordParagraph(wordRun(`${prose} `) + sum) }), 'a.docx'),
      / ∑\\_i² x\(y\)√ab$/u,
    );
  });

  it('of OpenDocument texts, which are files of their own there', async () => {
    const object = '<draw:frame><draw:object xlink:href="./Object 1" xlink:type="simple"/></draw:frame>';
    const body = `<text:p>${prose} ${object} marks.</text:p>`;
    assert.equal(await bodyOf(odtOf({ body }, { 'Object 1/content.xml': math }), 'a.odt'), expected);
    for (const broken of ['<math', '', '<office:document-content xmlns:office="x"/>'])
      assert.equal(
        await bodyOf(odtOf({ body }, { 'Object 1/content.xml': broken }), 'a.odt'),
        `${prose} marks.`,
      );
  });

  it('of flat OpenDocument texts, where they stand in their objects', async () => {
    const read = (object: string): Promise<string> =>
      bodyOf(
        fodtOf({
          body: `<text:p>${prose} <draw:frame><draw:object>${object}</draw:object></draw:frame> marks.</text:p>`,
        }),
        'a.fodt',
      );
    assert.equal(await read(math), expected);
    const chart =
      '<office:document><office:body><office:chart><text:p>5</text:p><draw:object/></office:chart></office:body></office:document>';
    assert.equal(await read(chart), `${prose} marks.`);
    assert.equal(await read(''), `${prose} marks.`);
  });

  it('are no reason to divide a paragraph, and neither is any other element that HTML does not know', async () => {
    assert.equal(
      await page(
        `<p>${prose} in <st1:place w:st="on"><st1:City>Leeds</st1:City></st1:place><o:p></o:p> a <x-word>shilling</x-word>.</p>`,
      ),
      `${prose} in Leeds a shilling.`,
    );
  });
});
