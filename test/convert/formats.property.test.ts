import assert from 'node:assert/strict';
import fc from 'fast-check';
import { importSource } from '../../src/convert/import.ts';
import { importFormats } from '../../src/convert/formats.ts';
import { runs } from '../support/runs.ts';

const encoder = new TextEncoder();

/** Pieces of texts of all formats, whole and broken, with line ends of every kind. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      '\n',
      '\r\n',
      '\r',
      '\n\n',
      ' ',
      '\t',
      '\f',
      '\uFEFF',
      '\u2028',
      '\0',
      '\\',
      '#',
      '# ',
      '+ ',
      '@12 ',
      '12. ',
    ],
    ...[
      '<p>',
      '</p>',
      '<div',
      '<!--',
      '-->',
      '&',
      '&#0;',
      '<![CDATA[',
      '```',
      '~~~',
      ':::',
      '[^1]',
      '[^1]: ',
      '|',
      '> ',
    ],
    ...[
      '---\n',
      '* ',
      '***',
      '[',
      '](',
      ')',
      '{',
      '}',
      'a lamp',
      'A mill burns oil.',
      'CHAPTER I',
      '“',
      '”',
      '- 12 -',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const written = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

const importAs = async (text: string, extension: string): Promise<void> => {
  await importSource({ bytes: encoder.encode(text), fileName: `a.${extension}`, editions: [] });
};

describe('every format of texts', () => {
  for (const { extensions } of importFormats) {
    const [extension = ''] = extensions;

    it(`is read without a throw: .${extension}`, async () => {
      await fc.assert(
        fc.asyncProperty(written, async (text) => {
          await importAs(text, extension);
        }),
        { numRuns: runs(150) },
      );
    });

    it(`is read in time that grows with its length: .${extension}`, async () => {
      for (const part of [
        '\n',
        'a ',
        '# a\n\n',
        '<p>a',
        '> a\n',
        '12. a\n\n',
        '[^1]',
        'A mill.\n\n',
        '- a\n',
        '| a ',
      ]) {
        const timeOf = async (count: number): Promise<number> => {
          const text = part.repeat(count);
          const start = process.cpuUsage();
          await importAs(text, extension);
          const { user, system } = process.cpuUsage(start);
          return (user + system) / 1000;
        };
        await timeOf(100);
        const [one, many] = [await timeOf(250), await timeOf(1000)];
        assert.ok(
          many < Math.max(one, 25) * 12,
          `${JSON.stringify(part)}: ${String(one)} ms, four times as much ${String(many)} ms`,
        );
      }
    }).timeout(60_000);
  }
});
