import assert from 'node:assert/strict';
import { formulaOf, mathMlOf } from '../../../src/publish/maths.ts';
import { ommlOf } from '../../../src/publish/wordFile/omml.ts';

function mathMl(tex: string): string {
  const formula = formulaOf(tex);
  assert.ok(formula, tex);
  return mathMlOf(formula, false).replace(/^<math[^>]*><mrow>|<\/mrow><\/math>$/g, '');
}

function omml(tex: string): string {
  const formula = formulaOf(tex);
  assert.ok(formula, tex);
  return ommlOf(formula);
}

describe('formulas', () => {
  it('are read from TeX', () => {
    assert.equal(mathMl('x^2'), '<msup><mi>x</mi><mn>2</mn></msup>');
    assert.equal(mathMl('\\frac ab'), '<mfrac><mi>a</mi><mi>b</mi></mfrac>');
    assert.equal(mathMl('\\sqrt[3]{2}'), '<mroot><mn>2</mn><mn>3</mn></mroot>');
    assert.equal(mathMl('\\sum_{i}^n'), '<munderover><mo>∑</mo><mi>i</mi><mi>n</mi></munderover>');
    assert.equal(mathMl('\\text{if } % remark\n x'), '<mtext>if\u00A0</mtext><mi>x</mi>');
    assert.equal(mathMl("f''_0"), '<msubsup><mi>f</mi><mn>0</mn><mo>′′</mo></msubsup>');
    assert.equal(mathMl('a < b'), '<mi>a</mi><mo>&lt;</mo><mi>b</mi>');
    assert.equal(
      mathMl('\\begin{matrix}a&b\\\\c&d\\\\\\end{matrix}'),
      '<mtable columnalign="center center"><mtr><mtd><mi>a</mi></mtd><mtd><mi>b</mi></mtd></mtr>' +
        '<mtr><mtd><mi>c</mi></mtd><mtd><mi>d</mi></mtd></mtr></mtable>',
    );
  });

  it('are written for Word', () => {
    assert.equal(
      omml('\\sum_{i} i'),
      '<m:nary><m:naryPr><m:chr m:val="∑"/><m:limLoc m:val="undOvr"/><m:supHide m:val="1"/></m:naryPr>' +
        '<m:sub><m:r><m:t>i</m:t></m:r></m:sub><m:sup/><m:e><m:r><m:t>i</m:t></m:r></m:e></m:nary>',
    );
    assert.equal(
      omml('\\sqrt x'),
      '<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e><m:r><m:t>x</m:t></m:r></m:e></m:rad>',
    );
  });

  it('are left as they are where anything is unknown', () => {
    for (const tex of [
      '\\foo x',
      '\\frac{a}',
      'x^^2',
      'x_1_2',
      '{x',
      'x}',
      'a & b',
      '\\left( x',
      '\\begin{matrix} a',
      '\\begin{foo} a \\end{foo}',
      '\\begin{matrix} a \\end{cases}',
      '\\text{a \\emph{b}}',
      '\\sqrt[3',
      '\\constructor',
      '\\',
      '{'.repeat(5000),
    ])
      assert.equal(formulaOf(tex), undefined, tex.slice(0, 40));
  });
});
