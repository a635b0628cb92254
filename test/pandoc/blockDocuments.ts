import fc from 'fast-check';

/**
 * Documents of all blocks that split or merge paragraphs. Blank lines stand between blocks: where Pandoc needs one and
 * CommonMark does not, Pilcrow deliberately follows CommonMark (docs/pandoc-differences.md).
 */

type Text = fc.Arbitrary<string>;

const noun = fc.constantFrom('lamp', 'oil', 'wick', 'mill', 'grain', 'ox', 'Öl', 'night', 'sluice', 'wheel');
const words: Text = fc.array(noun, { minLength: 1, maxLength: 4 }).map((all) => all.join(' '));
const attributes: Text = fc.constantFrom(
  '{#x}',
  '{.y}',
  '{#x .y k="v w"}',
  '{width=50%}',
  '{#fig:a\nwidth=50%}',
  '{}',
  '{-}',
);
const maybeAttributes: Text = fc.oneof({ weight: 2, arbitrary: fc.constant('') }, attributes);
const oneLineAttributes = maybeAttributes.map((text) => text.replace('\n', ' '));

const inline: Text = fc.oneof(
  { weight: 8, arbitrary: words },
  fc.tuple(words, oneLineAttributes).map(([text, after]) => `[${text}](u.md)${after}`),
  fc.tuple(words, oneLineAttributes).map(([text, after]) => `![${text}](a.png)${after}`),
  fc.tuple(words, attributes).map(([text, after]) => `[${text}]${after}`),
  fc.tuple(noun, oneLineAttributes).map(([text, after]) => `\`${text}\`${after}`),
  words.map((text) => `*${text}*`),
  words.map((text) => `**${text}**`),
  words.map((text) => `"${text}"`),
  words.map((text) => `^[${text}]`),
  noun.map((text) => `x^${text}^`),
  noun.map((text) => `H~${text}~`),
  words.map((text) => `<span class="x">${text}</span>`),
  words.map((text) => `<!-- ${text} -->`),
  words.map((text) => `~~${text}~~`),
  noun.map((text) => `$${text}$`),
  noun.map((text) => `\`${text}\`{=html}`),
  fc.constantFrom('[@doe]', '@doe', '[^n]', '[lab]', '![lab]', '\\$', '\\@x', 'p.\\ 3', '&amp;'),
);

/** A line of inlines that begins with a word. */
const line: Text = fc
  .tuple(words, fc.array(inline, { maxLength: 2 }), words)
  .map(([first, middle, last]) =>
    [first, ...middle.map((text) => text.replaceAll('\n', ' ')), last].join(' '),
  );
const paragraph: Text = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));

const image: Text = fc.oneof(
  fc.tuple(words, maybeAttributes).map(([text, after]) => `![${text}](a.png)${after}`),
  maybeAttributes.map((after) => `![](a.png)${after}`),
  fc.tuple(words, words).map(([text, title]) => `![${text}](a.png "${title}")`),
  fc
    .tuple(line, oneLineAttributes)
    .map(([text, after]) => `![${text.replace(/!?\[[^\]]*\]\S*/g, 'x')}](<a b.png>)${after}`),
  words.map((text) => `![${text}][lab]`),
  fc.constantFrom('![lab]', '![][lab]', '![lab][]'),
  fc.tuple(words, words).map(([text, after]) => `![${text}](a.png) ${after}`),
  fc.tuple(words, words).map(([one, two]) => `![${one}](a.png)\n![${two}](b.png)`),
  words.map((text) => `![${text}](a.png)\\`),
  words.map((text) => `![${text}](a.png)^[note]`),
  words.map((text) => `![${text}\n${text}](a.png){#f\n.g}`),
  words.map((text) => `[![${text}](a.png)](u.md)`),
);

const heading: Text = fc
  .tuple(fc.integer({ min: 1, max: 6 }), words, oneLineAttributes, fc.constantFrom('', ' #'), fc.boolean())
  .map(([level, text, after, close, isSet]) =>
    isSet
      ? `${text} ${after}\n${level % 2 ? '===' : '---'}`
      : `${'#'.repeat(level)} ${text}${close} ${after}`.trimEnd(),
  );

const code: Text = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('```', '~~~', '````'),
      fc.constantFrom('', 'js', ' {.js}', ' {#c .js k="v"}', '{=html}', ' {=latex}', ' js {.x}'),
      words,
    )
    .map(([fence, info, text]) => `${fence}${info}\n${text}\n\n::: x\n\n# ${text}\n${fence}`),
  fc.tuple(words, words).map(([one, two]) => `${one}.\n\n    ${one}\n\n    ${two}`),
);

const verse: Text = fc
  .array(fc.tuple(fc.constantFrom('| ', '|   '), line, fc.constantFrom('', '', '\n  ')), {
    minLength: 1,
    maxLength: 3,
  })
  .map((lines) => lines.map(([mark, text, more]) => `${mark}${text}${more && `${more}more oil`}`).join('\n'));

const html: Text = fc.oneof(
  words.map((text) => `<!-- ${text}\n\n${text} -->`),
  words.map((text) => `<div class="x">\n\n${text}\n\n</div>`),
  words.map((text) => `<div id="a"><div>\n\n${text}\n\n</div></div>`),
  words.map((text) => `<section>\n\n${text}\n\n</section>`),
  words.map((text) => `<pre>\n${text}\n</pre>`),
  words.map((text) => `<blockquote>\n\n${text}\n\n</blockquote>`),
  fc.constantFrom(
    '<hr>',
    '<br>',
    '<a name="x"></a>',
    '<img src="a.png" alt="wick">',
    '<div>\n\n</div>',
    '<!-- -->',
  ),
);

const metadata: Text = fc
  .tuple(noun, words, fc.constantFrom('---', '...'))
  .map(([key, value, close]) => `${value}.\n\n---\n${key}: ${value}\n${close}`);

const definition: Text = fc.oneof(
  fc.constantFrom(
    '[lab]: a.png',
    '[lab]: a.png "A title"',
    '  [lab]: <a b.png> {#x .y}',
    '[lab]: a.png {width="50%"}',
  ),
  fc.constantFrom(
    '[other]: u.md\n[lab]: a.png {#x}\n[third]: v.md',
    "[lab]: a.png\n    'Title'",
    '[lab]:\n  a.png\n  {#x}',
  ),
);

function indented(text: string, by: string): string {
  return text.replace(/\n(?=[^\n])/g, `\n${by}`);
}

const note: Text = fc
  .tuple(line, fc.option(paragraph, { nil: undefined }))
  .map(([one, two]) => `[^n]: ${one}${two === undefined ? '' : `\n\n    ${indented(two, '    ')}`}`);

const rule: Text = fc.constantFrom('* * *', '***', '------', '_ _ _');

const tableRows = fc
  .integer({ min: 2, max: 3 })
  .chain((width) =>
    fc.array(fc.array(noun, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 4 }),
  );

const columnWidth = 8;
const padded = (row: readonly string[]): string =>
  row
    .map((cell) => cell.padEnd(columnWidth))
    .join(' ')
    .trimEnd();
const dashes = (row: readonly string[]): string => row.map(() => '-'.repeat(columnWidth)).join(' ');

const plainTable: Text = tableRows.chain((rows) => {
  const [head = [], ...body] = rows;
  const width = head.length * (columnWidth + 1) - 1;
  const cellRows = (mark: string, row: readonly string[]): string =>
    `${mark}${row.map((cell) => ` ${cell.padEnd(columnWidth)} `).join(mark)}${mark}`;
  const grid = (mark: string): string => `+${head.map(() => mark.repeat(columnWidth + 2)).join('+')}+`;
  return fc.constantFrom(
    [
      `| ${head.join(' | ')} |`,
      `|${head.map(() => '---').join('|')}|`,
      ...body.map((row) => `| ${row.join(' | ')} |`),
    ].join('\n'),
    [head.join(' | '), head.map(() => ':--').join('|'), ...body.map((row) => row.join(' | '))].join('\n'),
    [padded(head), dashes(head), ...body.map(padded)].join('\n'),
    ['  ' + padded(head), '  ' + dashes(head), ...body.map((row) => '  ' + padded(row))].join('\n'),
    [dashes(head), ...body.map(padded), dashes(head)].join('\n'),
    ['-'.repeat(width), padded(head), dashes(head), body.map(padded).join('\n\n'), '-'.repeat(width)].join(
      '\n',
    ),
    [dashes(head), body.map(padded).join('\n\n'), dashes(head)].join('\n'),
    [
      grid('-'),
      cellRows('|', head),
      grid('='),
      ...body.flatMap((row) => [cellRows('|', row), grid('-')]),
    ].join('\n'),
    [grid('-'), ...body.flatMap((row) => [cellRows('|', row), grid('-')])].join('\n'),
  );
});

const table: Text = fc
  .tuple(
    plainTable,
    fc.constantFrom('', '', 'before', 'after', 'both'),
    fc.constantFrom(': ', ':', 'Table: ', 'table: '),
    line,
    oneLineAttributes,
  )
  .map(([text, where, mark, caption, after]) => {
    const written = `${mark}${caption} ${after}`.trimEnd();
    if (where === '') return text;
    if (where === 'both') return `${written}\n\n${text}\n\n${written}`;
    return where === 'before' ? `${written}\n\n${text}` : `${text}\n\n${written}`;
  });

const shortMarkers = fc.constantFrom(
  '-',
  '*',
  '+',
  '1.',
  '3)',
  '(2)',
  'a.',
  'A)',
  '(b)',
  'i.',
  'iv)',
  '(@)',
  '#.',
);
const longMarkers = fc.constantFrom('(@good)', '(ii)', '(@x-y)', 'viii.');

/** Code and tables at the start of an item would be read with its mark. */
function afterMark(text: string): string {
  return /^[ -]/.test(text) ? `wick\n\n${text}` : text;
}

function listOf(item: Text): Text {
  const marked = (markers: Text, text: Text): Text =>
    fc
      .tuple(markers, fc.array(text, { minLength: 1, maxLength: 3 }), fc.boolean())
      .map(([mark, items, isLoose]) => {
        const width = Math.max(4, mark.length + 1);
        return items
          .map((each) => mark.padEnd(width) + indented(afterMark(each), ' '.repeat(width)))
          .join(isLoose || items.some((each) => each.includes('\n\n')) ? '\n\n' : '\n');
      });
  return fc.oneof({ weight: 4, arbitrary: marked(shortMarkers, item) }, marked(longMarkers, line));
}

const outlineMarkers = fc.constantFrom('-', '*', '1.', 'a.', 'A)', '(b)', 'i.', 'iv)', '(@)', '#.');

/** Lists in lists, each right below the text of its item, with marks of one style at a depth. */
export const outline: Text = fc
  .tuple(
    fc.array(outlineMarkers, { minLength: 4, maxLength: 4 }),
    fc.array(fc.tuple(fc.nat(3), line), { minLength: 2, maxLength: 8 }),
  )
  .map(([marks, items]) => {
    let depth = -1;
    return items
      .map(([wanted, text]) => {
        depth = Math.min(wanted, depth + 1);
        return `${' '.repeat(4 * depth)}${marks[depth]?.padEnd(4) ?? ''}${text}`;
      })
      .join('\n');
  });

function definitionList(block: Text): Text {
  const described = fc
    .tuple(fc.constantFrom(':   ', '~   ', ': ', ':\t'), block)
    .map(([mark, text]) => mark + indented(afterMark(text), ' '.repeat(mark === ': ' ? 2 : 4)));
  const term = fc
    .tuple(line, fc.array(described, { minLength: 1, maxLength: 2 }), fc.boolean())
    .map(([name, all, isLoose]) => {
      const isApart = isLoose || all.some((text) => text.includes('\n\n'));
      return [name, ...all].join(isApart ? '\n\n' : '\n');
    });
  return fc.array(term, { minLength: 1, maxLength: 2 }).map((terms) => terms.join('\n\n'));
}

const leaf: Text = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  { weight: 3, arbitrary: image },
  { weight: 2, arbitrary: heading },
  { weight: 2, arbitrary: table },
  code,
  verse,
  html,
  rule,
);

function quoted(text: string): string {
  return text.replace(/^/gm, '> ').replace(/^> $/gm, '>');
}

function container(inside: Text): Text {
  const several = fc.array(inside, { minLength: 1, maxLength: 2 }).map((blocks) => blocks.join('\n\n'));
  const opening = fc.constantFrom(
    '::: {.x}',
    '::: note',
    '::: {#i .x k="v"} :::',
    ':::: {.x}',
    '::: note :::',
    ':::{.x}',
  );
  return fc.oneof(
    several.map(quoted),
    { weight: 2, arbitrary: listOf(fc.oneof(line, several)) },
    definitionList(fc.oneof(line, several)),
    {
      weight: 3,
      arbitrary: fc.tuple(opening, several, fc.boolean()).map(([open, text, isApart]) => {
        const gap = isApart ? '\n\n' : '\n';
        return `${open}${gap}${text}${gap}${/^:+/.exec(open)?.[0] ?? ':::'}`;
      }),
    },
    fc.tuple(opening, line).map(([open, text]) => `${open} ${text} :::`),
    several.map((text) => `<div class="x">\n\n${text}\n\n</div>`),
  );
}

const inner = fc.oneof({ weight: 3, arbitrary: leaf }, container(leaf));
const block: Text = fc.oneof(
  { weight: 5, arbitrary: leaf },
  { weight: 4, arbitrary: container(inner) },
  note,
  definition,
  metadata,
);

/** The blocks of a document, in order. */
export const documentBlocks: fc.Arbitrary<readonly string[]> = fc.array(block, {
  minLength: 1,
  maxLength: 5,
});

/** The text of a document of some blocks. */
export function documentOf(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}
