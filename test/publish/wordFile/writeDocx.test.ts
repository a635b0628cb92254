import assert from 'node:assert/strict';
import { hostname, userInfo } from 'node:os';
import { writeDocx } from '../../../src/publish/wordFile/writeDocx.ts';
import {
  attributes,
  heading,
  lampPaper,
  liveSurroundings,
  manuscriptOf,
  prose,
  surroundings,
} from '../sampleManuscript.ts';
import { type Unpacked, unpacked } from '../unpacked.ts';
import { outOfOrder } from './schemaOrder.ts';

const documentPart = 'word/document.xml';
const xmlParts = (file: Unpacked): string[] => file.names.filter((name) => /\.(?:xml|rels)$/.test(name));

function countOf(file: Unpacked, part: string, name: string): number {
  return file.elements(part).filter((element) => element.name === name).length;
}

interface FieldData {
  readonly properties: { readonly plainCitation: string; readonly noteIndex: number };
  readonly citationItems: readonly {
    readonly id?: string;
    readonly uris?: readonly string[];
    readonly itemData?: { readonly title: string };
    readonly 'suppress-author'?: boolean;
  }[];
}

describe('a Word file', () => {
  for (const [kind, around] of [
    ['with links', surroundings],
    ['with fields', liveSurroundings],
  ] as const) {
    it(`holds its elements in the order of the schema, ${kind}`, async () => {
      const file = await unpacked(writeDocx(lampPaper, around));
      for (const part of xmlParts(file)) assert.deepEqual(outOfOrder(file.elements(part)), [], part);
    });

    it(`names each part that it has, and has each that it names, ${kind}`, async () => {
      const file = await unpacked(writeDocx(lampPaper, around));
      const types = file.elements('[Content_Types].xml');
      const named = types.flatMap((one) => one.attributes['PartName']?.slice(1) ?? []);
      const endings = types.flatMap((one) => one.attributes['Extension'] ?? []);
      for (const name of named) assert.ok(file.names.includes(name), name);
      for (const name of file.names.filter((one) => !one.endsWith('.rels') && one !== '[Content_Types].xml'))
        assert.ok(
          named.includes(name) || (!name.endsWith('.xml') && endings.includes(name.replace(/^.*\./, ''))),
          name,
        );
      for (const part of file.names.filter((name) => name.endsWith('.rels')))
        for (const {
          attributes: { Target = '', TargetMode },
        } of file.elements(part).slice(1))
          assert.ok(
            TargetMode === 'External' ||
              file.names.includes(part.startsWith('_rels') ? Target : `word/${Target}`),
            Target,
          );
    });

    it(`refers to nothing that it does not have, ${kind}`, async () => {
      const file = await unpacked(writeDocx(lampPaper, around));
      const all = [documentPart, 'word/footnotes.xml'].flatMap((part) => file.elements(part));
      const valuesOf = (name: string, attribute: string): string[] =>
        all.filter((one) => one.name === name).flatMap((one) => one.attributes[attribute] ?? []);
      const bookmarks = valuesOf('w:bookmarkStart', 'w:name');
      assert.equal(new Set(bookmarks).size, bookmarks.length);
      assert.ok(bookmarks.every((name) => name.length <= 40 && /^\p{L}[\p{L}\p{N}_]*$/u.test(name)));
      for (const anchor of valuesOf('w:hyperlink', 'w:anchor')) assert.ok(bookmarks.includes(anchor), anchor);
      assert.deepEqual(valuesOf('w:bookmarkStart', 'w:id').sort(), valuesOf('w:bookmarkEnd', 'w:id').sort());
      const styles = file.elements('word/styles.xml').flatMap((one) => one.attributes['w:styleId'] ?? []);
      for (const style of [
        ...valuesOf('w:pStyle', 'w:val'),
        ...valuesOf('w:rStyle', 'w:val'),
        ...valuesOf('w:tblStyle', 'w:val'),
      ])
        assert.ok(styles.includes(style), style);
      const lists = file.elements('word/numbering.xml').flatMap((one) => one.attributes['w:numId'] ?? []);
      for (const list of valuesOf('w:numId', 'w:val')) assert.ok(lists.includes(list), list);
    });
  }

  it('is the same each time, in any time zone', () => {
    const first = writeDocx(lampPaper, liveSurroundings);
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Pacific/Auckland';
    try {
      assert.ok(Buffer.from(writeDocx(lampPaper, liveSurroundings)).equals(first));
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('names no person, machine, folder or time', async () => {
    const file = await unpacked(writeDocx(lampPaper, liveSurroundings));
    const told = [userInfo().username, hostname(), process.cwd(), process.env['HOME'] ?? '/root'];
    for (const part of xmlParts(file)) {
      const text = file.text(part);
      for (const word of told)
        assert.ok(
          !new RegExp(`(?<![A-Za-z])${word.replace(/\W/g, '\\$&')}(?![A-Za-z])`).test(text),
          `${part}: ${word}`,
        );
      assert.doesNotMatch(text, /images\/lamp|dcterms:|TotalTime|lastModifiedBy|rsid|\d\d:\d\d:\d\d/);
    }
  });

  it('leads from each citation to its passage and back', async () => {
    const file = await unpacked(writeDocx(lampPaper, surroundings));
    const anchors = file.elements(documentPart).flatMap((one) => one.attributes['w:anchor'] ?? []);
    assert.deepEqual(anchors, ['passage_quill_12', 'the_lamp', 'ref_reed', 'cite_4', 'cite_1']);
    const inNote = file.elements('word/footnotes.xml').flatMap((one) => one.attributes['w:anchor'] ?? []);
    assert.deepEqual(inNote, ['passage_quill_3', 'ref_reed']);
  });

  it('holds citations as fields that Zotero goes on with', async () => {
    const file = await unpacked(writeDocx(lampPaper, liveSurroundings));
    const codes = [documentPart, 'word/footnotes.xml'].flatMap((part) =>
      file.elements(part).flatMap((one) => (one.name === 'w:instrText' ? [one.text] : [])),
    );
    assert.equal(codes.length, 4);
    const data = codes.flatMap((code) => {
      const json = / ADDIN ZOTERO_ITEM CSL_CITATION (\{.*\}) $/.exec(code)?.[1];
      return json === undefined ? [] : [JSON.parse(json) as FieldData];
    });
    assert.deepEqual(
      data.map(({ properties: { plainCitation, noteIndex } }) => [plainCitation, noteIndex]),
      [
        ['(see Quill 1970, ¶\u00A012, my emphasis)', 0],
        ['(1980, 3)', 0],
        ['(Quill 1970, ¶\u00A03; Reed 1980)', 1],
      ],
    );
    const [first, second, third] = data.map(({ citationItems }) => citationItems);
    const { itemData, uris, ...place } = first?.[0] ?? {};
    assert.deepEqual(place, {
      id: 'quill',
      locator: '12',
      label: 'paragraph',
      prefix: 'see',
      suffix: ', my emphasis',
    });
    assert.equal(itemData?.title, 'On <i>Oil</i> & Light');
    assert.deepEqual(uris, third?.[0]?.uris, 'one work has one address');
    assert.equal(second?.[0]?.['suppress-author'], true);
    assert.match(file.text('docProps/custom.xml'), /ZOTERO_PREF_1/);
    const begun = file.elements(documentPart).filter((one) => one.name === 'w:fldChar');
    assert.deepEqual(
      begun.map((one) => one.attributes['w:fldCharType']),
      Array.from({ length: 3 }, () => ['begin', 'separate', 'end']).flat(),
    );
  });

  it('holds remarks as comments on words, those of a footnote at its mark', async () => {
    const start = { kind: 'remarkStart', remark: 0 } as const;
    const end = { kind: 'remarkEnd', remark: 0 } as const;
    const file = await unpacked(
      writeDocx(
        manuscriptOf({
          blocks: [prose('Oil.', { kind: 'footnote', footnote: 0 })],
          footnotes: [{ children: [prose('It ', start, 'burns', end, '.')] }],
          remarks: [{ author: 'Ann Quill', text: 'verbatim' }],
        }),
        surroundings,
      ),
    );
    assert.equal(countOf(file, documentPart, 'w:commentReference'), 1);
    assert.equal(countOf(file, 'word/footnotes.xml', 'w:commentReference'), 0);
    const comment = file.elements('word/comments.xml').find((one) => one.name === 'w:comment');
    assert.equal(comment?.attributes['w:author'], 'Ann Quill');
    assert.equal(comment.attributes['w:initials'], 'AQ');
  });

  it('begins the numbers of each list where the list says', async () => {
    const numbering = { digits: 'decimal', delimiter: 'period' } as const;
    const item = { isChecked: undefined, children: [prose('item')] };
    const list = { kind: 'list', numbering, isTight: true, items: [item] } as const;
    const file = await unpacked(
      writeDocx(
        manuscriptOf({
          blocks: [
            { ...list, start: 1 },
            { ...list, start: 7 },
            { ...list, start: 1, items: [{ ...item, children: [prose('outer'), { ...list, start: 3 }] }] },
          ],
        }),
        surroundings,
      ),
    );
    const overrides = file.elements('word/numbering.xml').filter((one) => one.name === 'w:lvlOverride');
    assert.deepEqual(
      overrides.map(({ attributes: { 'w:ilvl': level }, children }) => [
        level,
        children[0]?.attributes['w:val'],
      ]),
      [
        ['0', '1'],
        ['0', '7'],
        ['0', '1'],
        ['1', '3'],
      ],
    );
  });

  it('is whole whatever stands in it', async () => {
    const odd = 'a\u0000\u000B\uD800 \uFFFE<b>&"\u00AD\t\n';
    const nested = {
      kind: 'link',
      target: 'https://example.org',
      title: '',
      children: [{ kind: 'link', target: '#x', title: odd, children: [] }],
    } as const;
    const file = await unpacked(
      writeDocx(
        manuscriptOf({
          title: [{ kind: 'text', text: odd }],
          authors: [odd],
          blocks: [
            heading(6, odd, `${'long '.repeat(20)}1`),
            heading(6, odd, `${'long '.repeat(20)}2`),
            prose(
              odd,
              nested,
              { kind: 'footnote', footnote: 0 },
              { kind: 'footnote', footnote: 7 },
              { kind: 'cite', citation: 9 },
            ),
            prose({
              kind: 'link',
              target: 'javascript:alert(1)',
              title: '',
              children: [{ kind: 'text', text: 'no' }],
            }),
            { kind: 'code', attributes: attributes(), text: odd },
            { kind: 'table', caption: [], alignments: [], head: [], rows: [] },
            {
              kind: 'table',
              caption: [],
              alignments: [],
              head: [],
              rows: [[[{ kind: 'table', caption: [], alignments: [], head: [], rows: [[[]]] }]]],
            },
            {
              kind: 'list',
              start: 1,
              numbering: { digits: 'decimal', delimiter: 'period' },
              isTight: true,
              items: [{ isChecked: undefined, children: [] }],
            },
          ],
          footnotes: [{ children: [prose(odd, { kind: 'footnote', footnote: 0 })] }],
        }),
        surroundings,
      ),
    );
    for (const part of xmlParts(file)) assert.deepEqual(outOfOrder(file.elements(part)), [], part);
    const text = file.text(documentPart);
    assert.doesNotMatch(text, /javascript/);
    // A cell ends with a paragraph.
    assert.doesNotMatch(text, /<\/w:tbl><\/w:tc>|<\/w:tcPr><\/w:tc>/);
  });
});
