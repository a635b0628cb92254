import assert from 'node:assert/strict';
import { fodtOf, odtOf, type OdtParts } from '../../support/officeFiles.ts';
import { imported } from '../importing.ts';

const prose =
  'The keeper of the mill lit the lamp each evening, and in the morning he put it out again, as his father had done.';

const p = (content: string, style = ''): string =>
  `<text:p${style && ` text:style-name="${style}"`}>${content}</text:p>`;
const span = (content: string, style: string): string =>
  `<text:span text:style-name="${style}">${content}</text:span>`;
const style = (family: string, name: string, more = '', content = ''): string =>
  `<style:style style:name="${name}" style:family="${family}" ${more}>${content}</style:style>`;
const looks = (attributes: string): string => `<style:text-properties ${attributes}/>`;

const read = async (parts: OdtParts) => imported(odtOf(parts), { fileName: 'a.odt' });

/** The body of the source that a text gives, packed and flat the same. */
async function bodyOf(body: string, parts: Omit<OdtParts, 'body'> = {}): Promise<string> {
  const packed = (await read({ ...parts, body })).body;
  const flat = (await imported(fodtOf({ ...parts, body }), { fileName: 'a.fodt' })).body;
  assert.equal(flat, packed);
  return packed;
}

describe('an OpenDocument text', () => {
  it('has headings and quotations by styles, through what they are based on', async () => {
    const styles = [
      style('paragraph', 'Standard'),
      style('paragraph', 'Quotations', 'style:parent-style-name="Standard"', looks('fo:font-style="italic"')),
      style('paragraph', 'Q_20_2', 'style:display-name="Zitat lang" style:parent-style-name="Standard"'),
      style('paragraph', 'H', 'style:display-name="Heading 2" style:default-outline-level="2"'),
    ].join('');
    const automatic = [
      style('paragraph', 'P1', 'style:parent-style-name="Standard"'),
      style('paragraph', 'P7', 'style:parent-style-name="Quotations"'),
      style('text', 'T1', '', looks('fo:font-style="normal"')),
    ].join('');
    const body = [
      p(prose, 'P1'),
      '<text:h text:outline-level="1">One</text:h>',
      p(prose),
      p('Two', 'H'),
      p(prose),
      p('Oil burns.', 'P7'),
      p(`Mills ${span('turn', 'T1')}.`, 'Quotations'),
      p(prose),
      p('Wind blows.', 'Q_20_2'),
    ].join('');
    assert.equal(
      await bodyOf(body, { styles, automatic }),
      `${prose}\n\n## One\n\n${prose}\n\n### Two\n\n${prose}\n\n> Oil burns.\n>\n> Mills *turn*.\n\n${prose}\n\n> Wind blows.`,
    );
  });

  it('has no words between the parts of a frame, a shape or a note, however its XML is indented', async () => {
    const note =
      '<text:note text:note-class="footnote">\n <text:note-citation>1</text:note-citation>\n <text:note-body>\n  ' +
      `${p('A note.')}\n </text:note-body>\n</text:note>`;
    const shape = `<draw:custom-shape>\n ${p('In the shape.')}\n <draw:enhanced-geometry/>\n</draw:custom-shape>`;
    const box = `<draw:frame>\n <draw:text-box>\n ${p('In the box.')}\n </draw:text-box>\n</draw:frame>`;
    assert.equal(
      await bodyOf(p(`A lamp${shape}, a mill${box}, a weir${note}.`)),
      'A lamp, a mill, a weir[^1].\n\nIn the shape.\n\nIn the box.\n\n[^1]: A note.',
    );
  });

  it('has italics and bold as they are seen, and white space as one space', async () => {
    const styles =
      style('text', 'Emphasis', '', looks('fo:font-style="italic"')) +
      style('text', 'Strong', '', looks('fo:font-weight="bold"'));
    const automatic = [
      style('text', 'T1', 'style:parent-style-name="Emphasis"'),
      style('text', 'T2', '', looks('style:text-line-through-style="solid"')),
      style('text', 'T3', 'style:parent-style-name="Emphasis"', looks('fo:font-style="normal"')),
    ].join('');
    const body = [
      p(
        `A\n  ${span('lamp', 'T1')}<text:s text:c="4"/>b${span('urn', 'Strong')}s<text:tab/>${span(`oil, ${span('no', 'T3')} gas`, 'Emphasis')}${span(' off', 'T2')}.`,
      ),
      p('One<text:line-break/>line co\u00ADoperates.'),
    ].join('');
    assert.equal(
      await bodyOf(body, { styles, automatic }),
      'A *lamp* b**urn**s *oil,* no *gas* ~~off~~.\n\nOne\\\nline cooperates.',
    );
  });

  it('has notes, and no text that is hidden or deleted', async () => {
    const note = (kind: string, words: string): string =>
      `<text:note text:note-class="${kind}"><text:note-citation>9</text:note-citation><text:note-body>${words}</text:note-body></text:note>`;
    const automatic =
      style('text', 'T1', '', looks('text:display="none"')) +
      style('paragraph', 'P1', '', looks('text:display="none"'));
    const body = [
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>Deleted.</text:p></text:deletion></text:changed-region></text:tracked-changes>',
      p(
        `A lamp${note('endnote', p('End.'))}<text:change text:change-id="c"/> <text:change-start text:change-id="d"/>always<text:change-end text:change-id="d"/> burns${note('footnote', p('One.') + p('Two.'))}${span(' secretly', 'T1')}<text:hidden-text text:is-hidden="true">never</text:hidden-text>.`,
      ),
      p('Hidden.', 'P1'),
      `<text:section text:name="a" text:display="none">${p('In a hidden section.')}</text:section>`,
      `<text:section text:name="b">${p('In a section.')}</text:section>`,
    ].join('');
    assert.equal(
      await bodyOf(body, { automatic }),
      'A lamp[^1] always burns[^2].\n\nIn a section.\n\n[^1]: End.\n\n[^2]: One.\n\n    Two.',
    );
  });

  it('has lists with the numbers that they show, which restart and go on where they do', async () => {
    const level = (at: number, format: string, more = ''): string =>
      `<text:list-level-style-number text:level="${String(at)}" style:num-format="${format}" ${more}/>`;
    const automatic = [
      `<text:list-style style:name="L1">${level(1, '1', 'style:num-prefix="§ " style:num-suffix="." text:start-value="41"')}</text:list-style>`,
      `<text:list-style style:name="L2">${level(1, '1', 'style:num-suffix="."')}${level(2, 'a', 'style:num-prefix="(" style:num-suffix=")"')}${level(3, 'i', 'style:num-list-format="%1%.%2%.%3%"')}</text:list-style>`,
      `<text:list-style style:name="L3"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>`,
    ].join('');
    const item = (content: string, more = ''): string => `<text:list-item${more}>${content}</text:list-item>`;
    const list = (name: string, content: string, more = ''): string =>
      `<text:list text:style-name="${name}"${more}>${content}</text:list>`;
    const inner = (content: string): string => `<text:list>${content}</text:list>`;
    const body = [
      list('L1', item(p(`First. ${prose}`)), ' xml:id="x"'),
      p(prose),
      list('L1', item(p(`Second. ${prose}`)), ' text:continue-numbering="true"'),
      p('Lists:'),
      list(
        'L2',
        item(p('oil') + inner(item(p('of olives') + inner(item(p('green')))) + item(p('of nuts')))) +
          item(p('wicks')),
      ),
      p('Then:'),
      list('L1', item(p(`Third. ${prose}`)), ' text:continue-list="x"'),
      p('And:'),
      list('L2', item(p('wind')) + item(p('water'), ' text:start-value="7"') + item(p('fire'))),
      list(
        'L3',
        `<text:list-header>${p('No bullet.')}</text:list-header>${item(p('a lamp') + p('or two'))}${item(p('a mill'))}`,
      ),
    ].join('');
    assert.equal(
      await bodyOf(body, { automatic }),
      [
        `§ 41. First. ${prose}`,
        prose,
        `§ 42. Second. ${prose}`,
        'Lists:',
        '1. oil\n   - \\(a) of olives\n     - 1.a.i green\n   - \\(b) of nuts\n2. wicks',
        'Then:',
        `§ 43. Third. ${prose}`,
        'And:',
        '1. wind',
        '7) water\n8) fire',
        'No bullet.',
        '- a lamp',
        '  or two',
        '- a mill',
      ].join('\n\n'),
    );
  });

  it('has the numbers of headings', async () => {
    const styles = `<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>`;
    const heading = (depth: number, words: string, more = ''): string =>
      `<text:h text:outline-level="${String(depth)}"${more}>${words}</text:h>${p(prose)}`;
    const body = `${p(prose)}${heading(1, '<text:number>I.</text:number>Oil')}${heading(2, 'Nuts')}${heading(1, 'Front', ' text:is-list-header="true"')}${heading(1, 'Wind')}`;
    const { source } = await read({ body, styles });
    assert.deepEqual(
      source.headings.map(({ text }) => text),
      ['I. Oil', 'I.1 Nuts', 'Front', 'II. Wind'],
    );
  });

  it('marks pages that number nothing, and reads neither heads of pages nor lists of contents', async () => {
    const automatic =
      style('paragraph', 'P1', 'style:master-page-name="First"') +
      style('paragraph', 'P2', '', '<style:paragraph-properties fo:break-before="page"/>');
    const body = [
      '<office:forms/>',
      p('The first.', 'P1'),
      `<text:table-of-content><text:table-of-content-source><text:index-title-template>Contents</text:index-title-template></text:table-of-content-source><text:index-body>${p('Oil 3')}</text:index-body></text:table-of-content>`,
      p('On it <text:soft-page-break/>goes.'),
      '<text:soft-page-break/>',
      p('It ends.', 'P2'),
    ].join('');
    const { body: text, source, result } = await read({ body, automatic });
    assert.equal(text, 'The first.\n\nOn it <!-- p. -->goes.\n\n<!-- p. -->\n\nIt ends.');
    assert.equal(source.pages.length, 0);
    assert.deepEqual(
      result.dropped.map(({ why }) => why.id),
      ['importing.contents'],
    );
  });

  it('has tables, boxes and links', async () => {
    const cell = (content: string, more = ''): string =>
      `<table:table-cell${more}>${content}</table:table-cell>`;
    const row = (cells: string): string => `<table:table-row>${cells}</table:table-row>`;
    const body = [
      `<table:table><table:table-header-rows>${row(cell(p('Lamp')) + cell(p('Oil')))}</table:table-header-rows>${row(cell(p('both'), ' table:number-columns-spanned="2"') + '<table:covered-table-cell/>')}${row(cell(p('small') + p('one')) + cell(p('much')))}</table:table>`,
      p(
        `A lamp <draw:frame><draw:text-box>${p('In the box.')}</draw:text-box><svg:title>no</svg:title></draw:frame>burns <text:a xlink:href="https://example.org/a">oil</text:a>, <text:a xlink:href="#b">gas</text:a>, <text:ruby><text:ruby-base>base</text:ruby-base><text:ruby-text>gloss</text:ruby-text></text:ruby>.`,
      ),
    ].join('');
    assert.equal(
      await bodyOf(body),
      '| Lamp | Oil |\n| --- | --- |\n| both |  |\n| small one | much |\n\nA lamp burns [oil](https://example.org/a), gas, base.\n\nIn the box.',
    );
  });

  it('says what it is called, who wrote it, and when, and is read without named styles', async () => {
    const meta =
      '<dc:title>The Mill</dc:title><meta:initial-creator>Ada Holm</meta:initial-creator><dc:creator>Eva Lund</dc:creator><meta:creation-date>1999-03-02T10:00:00</meta:creation-date><dc:language>de-DE</dc:language>';
    const { result, body } = await read({
      body: p('A tale') + p(prose, 'Quotations'),
      meta,
      hasStyles: false,
    });
    assert.deepEqual(result.about, { title: 'The Mill', author: 'Ada Holm' });
    assert.match(result.markdown, /issued: 1999-03-02\nlanguage: de-DE\n/);
    assert.equal(body, `A tale\n\n> ${prose}`);
  });
});
