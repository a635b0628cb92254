import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { CannotRead } from '../../../src/convert/archive.ts';
import { readXml } from '../../../src/convert/xml.ts';
import { runs } from '../../support/runs.ts';

/** What is told of a file: tags and text, neighbouring texts as one; or that it is refused. */
class Telling {
  depth = 0;
  private readonly told: string[] = [];
  private words = '';

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.endText();
    this.depth++;
    this.told.push(`<${name} ${JSON.stringify(Object.entries(attributes))}>`);
  }

  close(name: string): void {
    this.endText();
    this.depth--;
    this.told.push(`</${name}>`);
  }

  /** White space outside of the root is no text. */
  text(text: string): void {
    if (this.depth > 0) this.words += text;
  }

  toString(): string {
    return this.told.join('');
  }

  private endText(): void {
    if (this.words !== '') this.told.push(JSON.stringify(this.words));
    this.words = '';
  }
}

async function ours(pieces: readonly Uint8Array[]): Promise<string> {
  const telling = new Telling();
  try {
    await readXml(pieces, telling, { part: 'a.xml', namespaces: new Map() });
  } catch (error) {
    if (error instanceof CannotRead) return 'refused';
    throw error;
  }
  return telling.toString();
}

/** What the parser `saxes`, which reads character by character, tells of the same. */
function theirs(xml: string): string {
  const telling = new Telling();
  const parser = new SaxesParser({ xmlns: false, position: false });
  const errors: Error[] = [];
  parser.on('error', (error) => void errors.push(error));
  parser.on('opentag', ({ name, attributes }) => {
    telling.open(name, attributes);
  });
  parser.on('closetag', ({ name }) => {
    telling.close(name);
  });
  parser.on('text', (text) => {
    telling.text(text);
  });
  parser.on('cdata', (text) => {
    telling.text(text);
  });
  parser.write(xml).close();
  return errors.length > 0 ? 'refused' : telling.toString();
}

const pieces = [
  ...[
    '<a>',
    '</a>',
    '<a b="c">',
    "<a\n b = 'c\"' ></a >",
    '<é/>',
    '<a b="1" c="&lt;&#10;x\n"/>',
    '<_:x.-1/>',
  ],
  ...[
    'Oil',
    ' ',
    '\n',
    '\r\n',
    '\r',
    '\t',
    'ü',
    '𝔞',
    '&amp;',
    '&#x41;',
    '&#65;',
    '&#0;',
    '&#xD800;',
    '&b;',
    '&',
    ';',
  ],
  ...[
    '<!-- mill -->',
    '<!--',
    '-->',
    '--',
    '--->',
    '<![CDATA[',
    ']]>',
    '<![CDATA[<x>&]]>',
    ']',
    '<?mill?>',
    '<?mill oil?>',
  ],
  ...[
    '<?',
    '?>',
    '<?xml version="1.0"?>',
    "<?xml version='1.0' encoding='utf-8' standalone='no' ?>",
    '<?xml?>',
    '<?XML oil?>',
  ],
  ...[
    '<!DOCTYPE a>',
    '<!DOCTYPE a [<!ENTITY b "oil>">]>',
    '<!DOCTYPE a SYSTEM "b>" [<!-- \' ]> --><?c ]>?>] >',
    '<!',
    '<!D',
  ],
  ...[
    '<',
    '>',
    '/',
    '</',
    '/>',
    '=',
    '"',
    "'",
    ' b="c"',
    ' b',
    '\0',
    '\u{FFFE}',
    '\u{85}',
    '<a b="c"d="e">',
    '<a b="c" b="d"/>',
  ],
];
const xml = fc
  .tuple(fc.boolean(), fc.array(fc.constantFrom(...pieces), { maxLength: 8 }))
  .map(([isWrapped, parts]) => (isWrapped ? `<r>${parts.join('')}</r>` : parts.join('')));

describe('any XML', () => {
  it('is told, or refused, as another parser does, however its bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(xml, fc.integer({ min: 1, max: 40 }), async (text, size) => {
        const bytes = new TextEncoder().encode(text);
        const cut = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
          bytes.subarray(at * size, (at + 1) * size),
        );
        assert.equal(await ours(cut), theirs(text));
      }),
      { numRuns: runs(3000) },
    );
  });
});
