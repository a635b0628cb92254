import fc from 'fast-check';
import { citation, exact, mostly, quotation, verbatim, words } from './phrases.ts';

const joint = mostly([' ', '. '], [', ', ': ', '\n', '! ', '? ', '; ', '']);
const sentence = fc
  .array(
    fc.tuple(fc.oneof({ arbitrary: words, weight: 3 }, citation, { arbitrary: quotation, weight: 2 }), joint),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((parts) => parts.flat().join('').trim());
const oddBlock = fc.oneof(
  fc
    .tuple(fc.constantFrom('1. ', '> ', ': ', '    ', '* ', '- [ ] ', '> > ', '> [!NOTE]\n> '), sentence)
    .map(([start, text]) => start + text),
  exact.map((text) => `> ${text}`),
  fc.constantFrom(
    ...[
      '# One',
      '# ¶ 3',
      '¶ 3\n===',
      '## 12',
      'Harbour',
      ': Where ships lie. [@lamp, ¶ 2]',
      '---',
      '```\ncode\n```',
      '<!-- note -->',
      '[pier]: other.md',
    ],
    ...[
      '<!-- pilcrow-ignore quotation/altered: so -->',
      '<!-- pilcrow-ignore citation/unknown-key -->',
      '| a | b |\n| - | - |\n| “c” | @d |',
    ],
    ...[
      '[^n]: As it is. [@lamp, ¶ 1]',
      '[^n]: “A harbour is a school” [@lamp, ¶ 2]',
      '(@one) example',
      '“The lamp keepers met',
      '“in the long hall” [@lamp, ¶ 1]',
    ],
  ),
);

/** A block of a paper about the sources that consist of `passages`. */
export const block = fc.oneof(
  { arbitrary: sentence, weight: 12 },
  {
    arbitrary: fc
      .tuple(fc.constantFrom('# ', '## ', '[^n]: ', '- '), sentence)
      .map((parts) => parts.join('')),
    weight: 3,
  },
  {
    arbitrary: fc
      .tuple(
        fc.oneof({ arbitrary: verbatim, weight: 3 }, fc.tuple(exact, citation)),
        mostly(['\n> ', ' '], ['\n>\n> ', '\n> — ', '']),
      )
      .map(([[text, cite], between]) => `> ${text}${between}${cite}`),
    weight: 3,
  },
  {
    arbitrary: fc
      .tuple(
        fc.array(sentence, { minLength: 1, maxLength: 4 }),
        mostly(['- ', '1. '], ['* ', '+ ', '2) ', '10. ', '-  ', '- [ ] ']),
        mostly(['\n'], ['\n\n', '\n\n\n', '\n  ', '\n\n  ']),
      )
      .map(([items, mark, gap]) => items.map((item) => mark + item).join(gap)),
    weight: 2,
  },
  { arbitrary: oddBlock, weight: 2 },
);
const front = fc.constantFrom(
  '',
  '',
  '',
  '---\ntitle: A paper\n---\n\n',
  '---\ntitle: A paper\nauthor: B, C. and D\n---\n',
  '---\n---\n\n',
  '---\ntitle: A\ntitle: B\n---\n\n',
  '---\nlang: de\n---\n\n',
  '---\ntitle: [\n---\n\n',
  '---\n\n',
  '\n',
);
const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.constantFrom(0, 0, 1, 2),
  insert: fc.constantFrom(...'*_“”"\'[]@(.>\\`<:^{! \n\ta'.split(''), '', '\n\n', '- ', '\r\n'),
});

/** Replaces some spaces of a text by line ends. */
function wrapped(text: string, every: number, end: string): string {
  let spaces = 0;
  return every === 0
    ? text
    : text.replace(/(?<=[^\s\]>:-]) (?=\S)/g, (space) => (++spaces % every === 0 ? end : space));
}

const anyBlock = fc
  .tuple(block, mostly([0], [5, 7, 11]), fc.constantFrom('\n', '\n', '\n  ', '\n   ', '\n> ', '\r\n'))
  .map(([text, every, end]) => wrapped(text, every, end));

/** A paper: mostly orderly, rarely completely so. */
export const paper = fc
  .tuple(
    front,
    fc.array(fc.tuple(anyBlock, mostly(['\n\n'], ['\n', '\n\n\n', '\n  \n'])), {
      maxLength: 8,
    }),
    fc.oneof({ arbitrary: fc.constant([]), weight: 3 }, fc.array(mutation, { maxLength: 3 })),
  )
  .map(([opening, blocks, mutations]) =>
    mutations.reduce(
      (text, { at, remove, insert }) => {
        const offset = Math.floor(at * text.length);
        return text.slice(0, offset) + insert + text.slice(offset + remove);
      },
      opening + blocks.map((parts) => parts.join('')).join(''),
    ),
  );
