import { sentence } from './generate.ts';
import type { Random } from './random.ts';

/**
 * Makes a document in which each of some texts stands in a container: a cell, a caption, an item and so on.
 * @param spare by how many characters the lines of cells are longer: the same words in another layout
 */
export type Container = (random: Random, spare?: number) => string;

/** A sentence with citations on one line, without marks that draw a table. */
function line(random: Random): string {
  for (;;) {
    const text = sentence(random)
      .replace(/\s*\n\s*/g, ' ')
      .replace(/[|`$<>\\]|http:\/\/x\.y\/?z?|--+/g, '')
      .replace(/ {2,}/g, ' ')
      .trim();
    // A key at the end of a cell goes on with no other character than its own.
    if (!/[\u0300-\u036f😀]/u.test(text)) return text;
  }
}

/** The same on several lines, none of which begins as another block does. */
function lines(random: Random): string {
  return line(random)
    .split(' ')
    .map((word, at) => (at > 0 && /^[\p{L}[]\S{3}/u.test(word) && random.chance(0.3) ? '\n' : ' ') + word)
    .join('')
    .trim();
}

function indented(text: string, by: string): string {
  return text.replace(/\n/g, `\n${by}`);
}

const pads = {
  left: (text: string, width: number) => text.padEnd(width),
  right: (text: string, width: number) => text.padStart(width),
  centre: (text: string, width: number) => text.padStart((width + text.length) >> 1).padEnd(width),
};
type Pad = (text: string, width: number) => string;

function cellsOf(random: Random, rows: number, columns: number): string[][] {
  const cell = (): string =>
    random.chance(0.6) ? line(random) : random.pick(['x', 'one two', '12', '“so”', '[@a, ¶ 3]', '@b [¶ 4]']);
  return Array.from({ length: rows }, () => Array.from({ length: columns }, cell));
}

function widthsOf(rows: readonly (readonly string[])[], spare: () => number): number[] {
  return (rows[0] ?? []).map(
    (_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)) + spare(),
  );
}

function caption(random: Random): string {
  const text = random.chance(0.5) ? line(random) : lines(random);
  return random.pick([': ', 'Table: ', ':']) + text + random.pick(['', '', ' {#tbl-x}']);
}

function withCaption(random: Random, table: string): string {
  const kind = random.integer(0, 3);
  if (kind === 0) return `${caption(random)}\n\n${table}`;
  return kind === 1 ? `${table}\n\n${caption(random)}` : table;
}

/** A simple table, with or without a header, each column set to the left, the right or the middle. */
function simpleTable(random: Random): string {
  const rows = cellsOf(random, random.integer(2, 4), random.integer(2, 3));
  const own: Pad[] = (rows[0] ?? []).map(() => random.pick([pads.left, pads.right, pads.centre]));
  const widths = widthsOf(rows, () => random.integer(0, 3));
  const drawn = rows.map((row) =>
    row.map((cell, column) => own[column]?.(cell, widths[column] ?? 0) ?? cell).join(' '),
  );
  const dashes = widths.map((width) => '-'.repeat(width)).join(' ');
  const [header = '', ...others] = drawn;
  if (random.chance(0.6)) return [header, dashes, ...others].join('\n') + random.pick(['', `\n${dashes}`]);
  return [dashes, ...drawn, dashes].join('\n');
}

/** Whether a word may begin a line of a cell. */
type MayBegin = (word: string) => boolean;

const anyWord: MayBegin = () => true;

/** In an item, a line that begins as one does ends a paragraph for Pandoc, also in a cell (docs/pandoc-differences.md). */
const wordThatIsNoItem: MayBegin = (word) => /^[\p{L}[]\S{3}/u.test(word);

/** Cuts a text into lines of a cell. */
function wrapped(text: string, width: number, mayBegin: MayBegin): string[] {
  const out: string[] = [];
  for (const word of text.split(' ')) {
    const last = out.at(-1);
    const isRoom = last !== undefined && last.length + 1 + word.length <= width;
    if (last !== undefined && (isRoom || !mayBegin(word))) out[out.length - 1] = `${last} ${word}`;
    else out.push(word);
  }
  return out;
}

function multilineTable(random: Random, spare = 0, mayBegin = anyWord): string {
  const rows = cellsOf(random, random.integer(2, 3), 2);
  const cells = rows.map((row) => row.map((cell) => wrapped(cell, random.integer(12, 40) + spare, mayBegin)));
  const widths = [0, 1].map(
    (column) =>
      Math.max(...cells.map((row) => Math.max(...(row[column] ?? ['']).map(({ length }) => length)))) + 2,
  );
  const drawRow = (row: readonly (readonly string[])[]): string =>
    Array.from({ length: Math.max(...row.map(({ length }) => length)) }, (_, at) =>
      row
        .map((cell, column) => (cell[at] ?? '').padEnd(widths[column] ?? 0))
        .join(' ')
        .trimEnd(),
    ).join('\n');
  const dashes = widths.map((width) => '-'.repeat(width)).join(' ');
  const body = cells.map(drawRow);
  const border = '-'.repeat(dashes.length);
  if (random.chance(0.5)) {
    const [header = '', ...others] = body;
    return [border, header, dashes, others.join('\n\n'), border].join('\n');
  }
  return [dashes, body.join('\n\n'), dashes].join('\n');
}

/** A grid table; cells may hold several lines, paragraphs and lists, and one may span two columns or rows. */
function gridTable(random: Random, spare = 0, mayBegin = anyWord): string {
  const content = (): string[] => {
    const text = wrapped(line(random), random.integer(20, 60) + spare, mayBegin);
    switch (random.integer(0, 4)) {
      case 0:
        return [`- ${text.join(' ')}`, `- ${line(random)}`];
      case 1:
        return [...text, '', ...wrapped(line(random), 40 + spare, mayBegin)];
      default:
        return text;
    }
  };
  const rows = Array.from({ length: random.integer(2, 3) }, () => [content(), content(), content()]);
  const widths = [0, 1, 2].map(
    (column) => Math.max(...rows.flatMap((row) => row[column] ?? []).map(({ length }) => length)) + 2,
  );
  const border = (mark: string): string => `+${widths.map((width) => mark.repeat(width)).join('+')}+`;
  const spanned = random.integer(0, rows.length);
  const isRowSpan = random.chance(0.5);
  const out = [border('-')];
  rows.forEach((row, index) => {
    const isWide = !isRowSpan && index === spanned;
    const height = Math.max(...row.map(({ length }) => length));
    for (let at = 0; at < height; at++) {
      const cells = row.map((cell, column) => ` ${(cell[at] ?? '').padEnd((widths[column] ?? 2) - 1)}`);
      out.push(
        isWide
          ? `|${cells[0] ?? ''} ${' '.repeat(widths[1] ?? 0)}|${cells[2] ?? ''}|`
          : `|${cells.join('|')}|`,
      );
    }
    const header = index === 0 && !isRowSpan && spanned !== 0 && random.chance(0.5);
    const isTall = isRowSpan && index === spanned && index < rows.length - 1;
    const below = border(header ? '=' : '-');
    out.push(isTall ? `|${' '.repeat(widths[0] ?? 0)}${below.slice((widths[0] ?? 0) + 1)}` : below);
  });
  return out.join('\n');
}

function pipeTable(random: Random): string {
  const rows = cellsOf(random, random.integer(2, 4), random.integer(2, 3));
  const columns = rows[0]?.length ?? 2;
  const aligned = Array.from({ length: columns }, () => random.pick(['---', ':--', '--:', ':-:']));
  const isOpen = random.chance(0.3);
  const [header = [], ...others] = rows;
  return [header, aligned, ...others]
    .map((row) => (isOpen ? row.join(' | ') : `| ${row.join(' | ')} |`))
    .join('\n');
}

function definitions(random: Random): string {
  const one = (): string =>
    `${random.pick(['Term', line(random)])}\n${random.pick(['', '\n'])}${random.pick([':   ', '~   '])}${indented(lines(random), random.pick(['    ', '']))}` +
    random.pick([
      '',
      `\n\n    ${indented(lines(random), '    ')}`,
      `\n\n        [@code]`,
      `\n\n    - ${line(random)}`,
    ]);
  return random.many(1, 3, one, '\n\n');
}

function lineBlock(random: Random): string {
  return random.many(1, 4, () => `| ${random.pick(['', '   '])}${indented(lines(random), '  ')}`, '\n');
}

function notes(random: Random): string {
  const more = random.pick(['', `\n\n    ${indented(lines(random), '    ')}`]);
  return `Text[^n].\n\n[^n]: ${indented(lines(random), random.pick(['', '    ']))}${more}\n\n${line(random)}`;
}

function heading(random: Random): string {
  const text = line(random);
  const attributes = random.pick(['', ' {#id}', ' {-}', ' {.cls key=value}']);
  return random.pick([
    `## ${text}${attributes}`,
    `# ${text} #${attributes}`,
    `${text}${attributes}\n===`,
    `${text}\n---`,
  ]);
}

function div(random: Random): string {
  const open = random.pick([
    '::: {.note}',
    '::: note',
    ':::: {#fig-a .x key="v w"}',
    '::: warning :::',
    ':::{.a}',
  ]);
  const inner = random.pick([lines(random), figure(random), pipeTable(random), `- ${line(random)}`]);
  return `${open}\n${inner}\n${random.pick([':::', '::::::'])}\n\n${line(random)}`;
}

function figure(random: Random): string {
  return `![${lines(random)}](img.png${random.pick(['', ' "title"'])})${random.pick(['', '{#fig-x}', '{width=50% .c}'])}`;
}

const items: readonly string[] = ['- ', '* ', '1. ', '(@) ', '(@lab) ', '(i) ', 'a) ', '#. ', '- [ ] '];

function list(random: Random): string {
  const mark = random.pick(items);
  const by = ' '.repeat(Math.max(4, mark.length));
  const one = (): string =>
    mark.padEnd(by.length) +
    indented(lines(random), random.pick([by, by, ''])) +
    random.pick(['', '', `\n\n${by}${indented(lines(random), by)}`, `\n\n${by}> ${line(random)}`]);
  return random.many(1, 3, one, random.pick(['\n', '\n\n']));
}

function quotation(random: Random, spare = 0): string {
  const inner = random.pick([lines, figure, list, pipeTable, simpleTable, gridTable, lineBlock])(
    random,
    spare,
  );
  return `> ${indented(inner, '> ')}\n>\n> ${indented(lines(random), '> ')}`;
}

function tableInItem(random: Random, spare = 0): string {
  const table = random.pick([simpleTable, pipeTable, gridTable, multilineTable])(
    random,
    spare,
    wordThatIsNoItem,
  );
  return `-   ${line(random)}\n\n    ${indented(table, '    ')}\n\n-   ${line(random)}`;
}

function metadata(random: Random): string {
  const fields = random.pick([
    'references:\n- id: a\n  title: "On [@b]"\n',
    'abstract: |\n  On [@a, ¶ 3].\n\n  More @b.\n',
    'title: "@a"\nnocite: |\n  @a, @b\n',
  ]);
  const block = `---\n${fields}${random.pick(['---', '...'])}`;
  return random.pick([`${lines(random)}\n\n${block}\n\n${lines(random)}`, `${lines(random)}\n\n${block}`]);
}

function html(random: Random): string {
  return random.pick([
    `<div class="x">\n\n${lines(random)}\n\n</div>`,
    `<figure>\n\n${lines(random)}\n\n<figcaption>${line(random)}</figcaption>\n</figure>`,
    `<blockquote>\n<p>${lines(random)}</p>\n\n<p>${lines(random)}</p>\n</blockquote>\n\n${line(random)}`,
    `<table><tr><td>${line(random)}</td><td>${line(random)}</td></tr></table>`,
    `<!-- [@hidden] -->\n\n${lines(random)}\n\n<!--\n[@hidden]\n-->`,
    `\`\`\`{=html}\n[@hidden]\n\`\`\`\n\n${lines(random)}`,
  ]);
}

/** The containers by name. */
export const containers: Readonly<Record<string, Container>> = {
  'simple tables': (random) => withCaption(random, simpleTable(random)),
  'multiline tables': (random, spare) => withCaption(random, multilineTable(random, spare)),
  'grid tables': (random, spare) => withCaption(random, gridTable(random, spare)),
  'pipe tables': (random) => withCaption(random, pipeTable(random)),
  'definition lists': definitions,
  'line blocks': lineBlock,
  notes,
  headings: heading,
  divs: div,
  figures: figure,
  lists: list,
  'block quotations': quotation,
  'tables in items': tableInItem,
  'metadata blocks': metadata,
  HTML: html,
};
