import assert from 'node:assert/strict';
import { hostname, userInfo } from 'node:os';
import { strFromU8 } from 'fflate';
import { writeOdt } from '../../../src/publish/openDocument/writeOdt.ts';
import {
  attributes,
  heading,
  lampPaper,
  liveSurroundings,
  manuscriptOf,
  prose,
  surroundings,
} from '../sampleManuscript.ts';
import { unpacked } from '../unpacked.ts';

const contentPart = 'content.xml';

describe('an OpenDocument text', () => {
  it('says what it is in its first bytes', () => {
    const bytes = writeOdt(lampPaper, surroundings);
    assert.equal(strFromU8(bytes.subarray(30, 77)), 'mimetypeapplication/vnd.oasis.opendocument.text');
  });

  it('lists each part that it has, and has each that it lists', async () => {
    const file = await unpacked(writeOdt(lampPaper, surroundings));
    const listed = file
      .elements('META-INF/manifest.xml')
      .flatMap((one) => one.attributes['manifest:full-path'] ?? [])
      .filter((path) => !path.endsWith('/'));
    assert.deepEqual(
      [...listed].sort(),
      file.names.filter((name) => name !== 'mimetype' && !name.startsWith('META-INF')).sort(),
    );
  });

  it('refers to nothing that it does not have', async () => {
    const file = await unpacked(writeOdt(lampPaper, surroundings));
    const all = file.elements(contentPart);
    const named = ['style:name', 'text:name'].flatMap((name) =>
      all.flatMap((one) => one.attributes[name] ?? []),
    );
    const styles = [
      ...named,
      ...file.elements('styles.xml').flatMap((one) => one.attributes['style:name'] ?? []),
    ];
    for (const { name, attributes } of all) {
      const style =
        attributes['text:style-name'] ?? attributes['table:style-name'] ?? attributes['draw:style-name'];
      if (style !== undefined) assert.ok(styles.includes(style), `${name} ${style}`);
      const href = attributes['xlink:href'];
      if (href?.startsWith('#')) assert.ok(named.includes(href.slice(1)), href);
      else if (name === 'draw:image') assert.ok(file.names.includes(href ?? ''), href);
    }
    const bookmarks = all
      .filter((one) => one.name === 'text:bookmark-start')
      .map((one) => one.attributes['text:name']);
    assert.equal(new Set(bookmarks).size, bookmarks.length);
    assert.deepEqual(
      bookmarks.sort(),
      all
        .filter((one) => one.name === 'text:bookmark-end')
        .map((one) => one.attributes['text:name'])
        .sort(),
    );
  });

  it('is the same each time, in any time zone', () => {
    const first = writeOdt(lampPaper, liveSurroundings);
    const zone = process.env['TZ'];
    process.env['TZ'] = 'Pacific/Auckland';
    try {
      assert.ok(Buffer.from(writeOdt(lampPaper, liveSurroundings)).equals(first));
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  it('names no person, machine, folder or time', async () => {
    const file = await unpacked(writeOdt(lampPaper, liveSurroundings));
    const told = [userInfo().username, hostname(), process.cwd(), process.env['HOME'] ?? '/root'];
    for (const part of file.names) {
      const text = file.text(part);
      for (const word of told)
        assert.ok(
          !new RegExp(`(?<![A-Za-z])${word.replace(/\W/g, '\\$&')}(?![A-Za-z])`).test(text),
          `${part}: ${word}`,
        );
      assert.doesNotMatch(text, /images\/lamp|dc:date|creation-date|editing-|meta:generator|\d\d:\d\d:\d\d/);
    }
  });

  it('holds citations in reference marks, each with a name of its own', async () => {
    const file = await unpacked(writeOdt(lampPaper, liveSurroundings));
    const namesOf = (element: string): string[] =>
      file
        .elements(contentPart)
        .flatMap((one) => (one.name === element ? (one.attributes['text:name'] ?? []) : []));
    const marks = namesOf('text:reference-mark-start');
    assert.equal(marks.length, 3);
    assert.equal(new Set(marks).size, 3);
    assert.deepEqual(namesOf('text:reference-mark-end'), marks);
    for (const mark of marks) assert.match(mark, /^ZOTERO_ITEM CSL_CITATION \{.*\} RND\w{10}$/);
    assert.match(namesOf('text:section').join(''), /^ZOTERO_BIBL \{.*\} CSL_BIBLIOGRAPHY RND\w{10}$/);
    assert.match(file.text('meta.xml'), /ZOTERO_PREF_1/);
  });

  it('keeps all spaces', async () => {
    const file = await unpacked(
      writeOdt(
        manuscriptOf({
          blocks: [prose(' a  b ', { kind: 'strong', children: [{ kind: 'text', text: ' c' }] }, '\td\ne')],
        }),
        surroundings,
      ),
    );
    assert.match(
      file.text(contentPart),
      /<text:p [^>]*><text:s\/>a <text:s\/>b <text:span [^>]*><text:s\/>c<\/text:span><text:tab\/>d<text:line-break\/>e<\/text:p>/,
    );
  });

  it('is whole whatever stands in it', async () => {
    const odd = 'a\u0000\u000B\uD800 \uFFFE<b>&"\t\n';
    const file = await unpacked(
      writeOdt(
        manuscriptOf({
          title: [{ kind: 'text', text: odd }],
          blocks: [
            heading(6, odd, odd),
            {
              kind: 'div',
              attributes: attributes('x'),
              children: [prose(odd, { kind: 'footnote', footnote: 0 }, { kind: 'cite', citation: 3 })],
            },
            { kind: 'table', caption: [], alignments: [], head: [], rows: [] },
            {
              kind: 'table',
              caption: [],
              alignments: ['right'],
              head: [[[prose('a')]]],
              rows: [[[prose('b')], []]],
            },
            { kind: 'quote', children: [{ kind: 'quote', children: [prose('deep')] }] },
          ],
          footnotes: [{ children: [prose('n', { kind: 'footnote', footnote: 0 })] }],
        }),
        surroundings,
      ),
    );
    for (const part of file.names.filter((name) => name.endsWith('.xml'))) file.elements(part);
    assert.match(file.text(contentPart), /fo:margin-left="2cm"/);
  });
});
