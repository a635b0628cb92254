import assert from 'node:assert/strict';
import { CannotRead } from '../../../src/convert/archive.ts';
import { readXml } from '../../../src/convert/xml.ts';
import { inWords } from '../../../src/core/messages.ts';

const namespaces = new Map([
  ['urn:lamps', 'l'],
  ['urn:lamps:strict', 'l'],
  ['urn:plain', ''],
]);

/** What is told of an XML file, in short. */
async function told(
  xml: string | readonly Uint8Array[],
  entities?: Readonly<Record<string, string>>,
): Promise<string> {
  const all: string[] = [];
  const pieces = typeof xml === 'string' ? [new TextEncoder().encode(xml)] : xml;
  const handler = {
    open: (name: string, attributes: Readonly<Record<string, string>>) => {
      const pairs = Object.entries(attributes).filter(([key]) => !key.startsWith('xmlns'));
      all.push(`<${name}${pairs.map(([key, value]) => ` ${key}=${value}`).join('')}>`);
    },
    close: (name: string) => void all.push(`</${name}>`),
    text: (text: string) => void all.push(text),
  };
  try {
    await readXml(pieces, handler, { part: 'a.xml', namespaces, ...(entities ? { entities } : {}) });
  } catch (error) {
    return error instanceof CannotRead ? inWords(error.problem) : assert.fail(error as Error);
  }
  return all.join('');
}

describe('XML', () => {
  it('is told as tags and text, by what its prefixes stand for', async () => {
    assert.equal(await told('<a b="c">d<e/></a>'), '<a b=c>d<e></e></a>');
    assert.equal(await told('<x:a xmlns:x="urn:lamps" x:b="1" b="2"/>'), '<l:a l:b=1 b=2></l:a>');
    assert.equal(await told('<a xmlns="urn:lamps:strict"><b/></a>'), '<l:a><l:b></l:b></l:a>');
    assert.equal(await told('<a xmlns="urn:plain" xmlns:l="urn:mills"><l:b/></a>'), '<a><?l:b></?l:b></a>');
    assert.equal(
      await told('<l:a xmlns:l="urn:lamps"><l:b xmlns:l="urn:mills"><l:c/></l:b><l:d/></l:a>'),
      '<l:a><?l:b><?l:c></?l:c></?l:b><l:d></l:d></l:a>',
    );
  });

  it('has the text of CDATA and references, and no other', async () => {
    assert.equal(
      await told('<a>x &amp; &#228;&#xe4; <![CDATA[<y>]]><!-- no --><?no no?></a>'),
      '<a>x & ää <y></a>',
    );
    assert.equal(await told('<a>a&nbsp;b</a>', { nbsp: '\u00A0' }), '<a>a\u00A0b</a>');
  });

  it('is read in its own encoding, however its bytes are cut', async () => {
    const text = '<?xml version="1.0" encoding="UTF-16"?><a>Öl für Lampen</a>';
    const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
    assert.equal(
      await told([utf16.subarray(0, 5), utf16.subarray(5, 120), utf16.subarray(120)]),
      '<a>Öl für Lampen</a>',
    );
    const latin = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>Öl</a>', 'latin1');
    assert.equal(await told([latin]), '<a>Öl</a>');
    const utf8 = Buffer.from('\uFEFF<?xml version="1.0" encoding="utf-8"?><a>Öl</a>');
    assert.equal(await told(Array.from(utf8, (_, at) => utf8.subarray(at, at + 1))), '<a>Öl</a>');
    assert.equal(await told([Buffer.from('<?xml version="1.0" encoding="lamps"?><a>Öl</a>')]), '<a>Öl</a>');
  });

  it('is read in time where a tag or text comes in very many pieces', async () => {
    const xml = Buffer.from(`<a b="${'c'.repeat(4_000_000)}">${'d'.repeat(4_000_000)}</a>`);
    const pieces = Array.from({ length: xml.length / 1000 }, (_, at) =>
      xml.subarray(at * 1000, (at + 1) * 1000),
    );
    const start = process.cpuUsage();
    assert.equal((await told([...pieces, xml.subarray(pieces.length * 1000)])).length, 8_000_010);
    const { user, system } = process.cpuUsage(start);
    // Looked at again with each piece, 16,000 million characters would take far more.
    assert.ok(user + system < 2_000_000, `${String(user + system)} µs`);
  });

  it('is refused with a word where it is broken, too deep, or defines entities that it uses', async () => {
    const bomb = `<!DOCTYPE a [<!ENTITY b "oil"><!ENTITY c "${'&b;'.repeat(99)}">]><a>&c;</a>`;
    const file = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>';
    for (const xml of [bomb, file, '<a>', '<a></b>', '', 'a', '<a>&b;</a>', '<a b></a>', '<a>\0</a>'])
      assert.match(await told(xml), /“a\.xml” in it is not well formed/, xml.slice(0, 40));
    assert.equal(await told('<!DOCTYPE a [<!ENTITY b "oil">]><a>Oil</a>'), '<a>Oil</a>');
    assert.match(await told('<a>'.repeat(5000)), /nested too deeply/);
    const long = 'a'.repeat(9_000_000);
    for (const start of ['<a>', '<a b="', '<!--', '<a><![CDATA[', '<', '<!DOCTYPE a ['])
      assert.match(await told(start + long), /too large/, start);
  });
});
