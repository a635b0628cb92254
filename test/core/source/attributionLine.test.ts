import assert from 'node:assert/strict';
import { isAttributionLine } from '../../../src/core/source.ts';

const ended = 'All the lamps went out.\n';
const open = 'All the lamps of the harbour\n';

describe('the last line of a block quotation', () => {
  it('says whose words they are where a name or a title follows a dash', () => {
    const lines = [
      ...[
        '— Ada Quill',
        '– Ada Quill, _On Rope_ (1871), p. 3.',
        '-- A. Q., letter of 3 May',
        '―Quill',
        '--- Quill',
      ],
      ...[
        '— Simone de Beauvoir',
        '— Rope, Hemp and Wire',
        '— “On Rope”',
        '— [@rope, ¶ 3]',
        '— 1871',
        '— The tale',
      ],
      ...['— ibid., p. 4', '— 鲁迅《药》', '— محمود درويش'],
      ...[
        '— Chairwoman of the Council of the Port, speech in the harbour',
        '— A. Quill: what ropes are for',
        '— Ἀριστοτέλης',
      ],
    ];
    for (const line of lines)
      for (const before of [ended, open, '']) assert.ok(isAttributionLine(line, before), `${before}${line}`);
  });

  it('says so in other words only where a sentence is at an end before it', () => {
    for (const line of [
      '— the crew of the ferry',
      '— bell hooks, Teaching',
      '— from the letters',
      '— d’après une lettre',
      '— aus den Briefen',
      '— the committee, 1871.',
      '— resolution of the crew',
    ])
      assert.deepEqual(
        [ended, '', open].map((before) => isAttributionLine(line, before)),
        [true, true, false],
        line,
      );
  });

  it('is part of the words where a sentence goes on with a dash', () => {
    const lines = [
      ...[
        '— so they said — and never came back.',
        '– as lamps do when nobody looks.',
        '-- and nobody had told the crew.',
      ],
      ...[
        '— Ada had told the crew — and it came back without them.',
        '– Port Ada – was closed.',
        '— Ada waited in vain.',
      ],
      ...[
        '— et personne ne le savait.',
        '— und niemand wusste es.',
        '— и никто не знал.',
        '--lang is an option',
        '—他终于回来了。',
        '— from there on they were silent, and so',
      ],
    ];
    for (const line of lines) assert.ok(!isAttributionLine(line, open), line);
    for (const line of [
      '— so they said — and never came back.',
      '— and nobody had told the crew.',
      '--lang is an option',
    ])
      for (const before of [ended, '']) assert.ok(!isAttributionLine(line, before), line);
  });

  it('is part of the words though a small word, a number or a mark begins it', () => {
    const lines = [
      ...['— in the harbour nobody spoke of it.', '— en el puerto nadie lo supo.'],
      ...[
        '— 40 of them came back.',
        '— “No,” she said, and left.',
        '— (so it was told) and came back.',
        '— в порту никто не знал.',
      ],
    ];
    for (const line of lines)
      for (const before of [open, ended, '']) assert.ok(!isAttributionLine(line, before), `${before}${line}`);
    for (const line of [
      '— from Ada Quill, “On Rope”',
      '— “On Rope” (1871)',
      '— 3 May 1871',
      '— in: Rope and Wire, p. 3.',
    ])
      for (const before of [open, ended, '']) assert.ok(isAttributionLine(line, before), `${before}${line}`);
  });

  it('is part of the words where people talk', () => {
    assert.ok(!isAttributionLine('— Et alors ? dit-il.', ''));
    assert.ok(!isAttributionLine('— And then? she asked.', ended));
    assert.ok(!isAttributionLine('— Nothing, said Ada.', '— And then?\n'));
    assert.ok(!isAttributionLine('— Rien.', 'Il se tut.\n— Et alors ?\n'));
  });

  it('is short', () => {
    assert.ok(!isAttributionLine(`— Ada Quill, ${'and more '.repeat(40)}`, ended));
    assert.ok(!isAttributionLine('— Ada Quill,\nOn Rope,\nand more', ended));
  });
});
