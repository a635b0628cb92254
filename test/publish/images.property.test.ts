import assert from 'node:assert/strict';
import fc from 'fast-check';
import { imageFileOf } from '../../src/publish/images.ts';

const bytesOf = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : [...part])),
  );

const long = (value: number): readonly number[] => [
  value >>> 24,
  (value >>> 16) & 255,
  (value >>> 8) & 255,
  value & 255,
];
const chunk = (name: string, data: string | readonly number[]): readonly number[] => {
  const bytes = bytesOf(data);
  return [...long(bytes.length), ...bytesOf(name), ...bytes, 0, 0, 0, 0];
};
const segment = (marker: number, data: string | readonly number[]): readonly number[] => {
  const bytes = bytesOf(data);
  return [0xff, marker, (bytes.length + 2) >> 8, (bytes.length + 2) & 255, ...bytes];
};

const head = [...long(3), ...long(2), 8, 6, 0, 0, 0];
const png = bytesOf(
  '\x89PNG\r\n\x1a\n',
  chunk('IHDR', head),
  chunk('tEXt', 'Author\0Quill'),
  chunk('eXIf', 'secret'),
  chunk('IDAT', [1, 2]),
  chunk('IEND', []),
  'secret',
);
const exif = [
  ...bytesOf('Exif\0\0MM\0*'),
  ...long(8),
  0,
  1,
  0x01,
  0x12,
  0,
  3,
  ...long(1),
  0,
  6,
  0,
  0,
  ...long(0),
  ...bytesOf('GPS secret'),
];
const frame = [8, 0, 4, 0, 5, 1, 1, 0x11, 0];
const jpeg = bytesOf(
  [0xff, 0xd8],
  segment(0xe0, 'JFIF\0\x01\x01'),
  segment(0xe1, exif),
  segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0secret'),
  segment(0xfe, 'secret'),
  segment(0xc0, frame),
  segment(0xda, [1, 2]),
  [9, 8, 0xff, 0xd9],
  'secret',
);
const gif = bytesOf(
  'GIF89a',
  [2, 0, 3, 0, 0, 0, 0],
  [0x21, 0xfe, 6],
  'secret',
  [0],
  [0x21, 0xff, 11],
  'XMP DataXMP',
  [6],
  'secret',
  [0],
  [0x2c, 0, 0, 0, 0, 2, 0, 3, 0, 0, 2, 1, 7, 0, 0x3b],
  'secret',
);
const webp = bytesOf(
  'RIFF',
  [44, 0, 0, 0],
  'WEBPVP8X',
  [10, 0, 0, 0, 0x0c, 0, 0, 0, 6, 0, 0, 4, 0, 0],
  'EXIF',
  [6, 0, 0, 0],
  'secret',
);
const svg = bytesOf(
  '<?xml version="1.0"?><!-- secret --><svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="x" inkscape:export-filename="/home/secret" width="20" height="10">',
  '<metadata><a>secret</a></metadata><sodipodi:namedview x="secret"/><script>secret</script><title>secret</title>',
  '<a href="https://secret"><rect onclick="secret" fill="url(https://secret)" width="5"/></a><use href="#r"/></svg>',
);

describe('images that go out', () => {
  const cases: readonly (readonly [name: string, bytes: Uint8Array, size: unknown])[] = [
    ['PNG', png, { width: 3, height: 2 }],
    ['JPEG', jpeg, { width: 4, height: 5 }],
    ['GIF', gif, { width: 2, height: 3 }],
    ['WebP', webp, { width: 7, height: 5 }],
    ['SVG', svg, { width: 20, height: 10 }],
  ];
  for (const [name, bytes, size] of cases)
    it(`hold nothing but the picture: ${name}`, () => {
      const image = imageFileOf(bytes);
      assert.ok(image);
      assert.doesNotMatch(Buffer.from(image.bytes).toString('latin1'), /secret|Quill|Adobe|ns\.adobe/u);
      assert.deepEqual(image.size, size);
      assert.deepEqual(imageFileOf(image.bytes)?.bytes, image.bytes, 'what is clean stays as it is');
    });

  it('say which side is up', () => {
    const image = imageFileOf(jpeg);
    assert.match(Buffer.from(image?.bytes ?? []).toString('latin1'), /Exif\0\0MM\0\*/u);
  });

  it('keep the drawing of an SVG', () => {
    const text = Buffer.from(imageFileOf(svg)?.bytes ?? []).toString();
    assert.equal(
      text,
      '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><rect width="5"/><use href="#r"/></svg>',
    );
  });

  it('are none where the bytes are of something else, or are cut off', () => {
    assert.equal(imageFileOf(bytesOf('%PDF-1.4')), undefined);
    assert.equal(imageFileOf(new Uint8Array()), undefined);
    assert.equal(imageFileOf(png.subarray(0, 40)), undefined);
  });

  it('never throw', () => {
    const starts = [png, jpeg, gif, webp, svg];
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.nat(120),
        fc.uint8Array({ maxLength: 40 }),
        (start, at, noise) => {
          const bytes = Uint8Array.from([...start.subarray(0, at), ...noise, ...start.subarray(at)]);
          imageFileOf(bytes);
          imageFileOf(bytes.subarray(0, at + noise.length));
        },
      ),
      { numRuns: 2000 },
    );
  });
});
