import { type Block, plainOf } from '../blocks.ts';
import { writeImportedTable } from './importedTable.ts';
import { holdsNothing, writeRuns } from './writeRuns.ts';

/** Lists nested more deeply are written at this depth. */
const maxListDepth = 12;

/**
 * Writes blocks as Markdown. Blocks of one quotation stay together, with the attribution as the last line. Notes
 * become definitions. Read back, the Markdown gives the same plain text. There is no line end at the end.
 */
export function writeBlocks(blocks: readonly Block[]): string {
  return writeSequence(blocks, 0).join('\n\n');
}

function writeSequence(blocks: readonly Block[], depth: number): string[] {
  const parts: string[] = [];
  let lists = 0;
  for (let i = 0; i < blocks.length;) {
    const block = blocks[i];
    if (block === undefined) break;
    const end = groupEnd(blocks, i);
    const group = blocks.slice(i, end);
    lists = block.kind === 'list' && block.quotation === undefined ? lists + 1 : 0;
    if (lists > 1 && isOneToPandoc(blocks[i - 1], block, lists)) parts.push('<!-- -->');
    const written =
      block.note !== undefined && block.kind === 'note' ? writeNote(group) : writeGroup(group, depth, lists);
    if (written !== '') parts.push(written);
    i = end;
  }
  return parts;
}

/**
 * Whether Pandoc would read two lists as one, so that something has to stand between them. The marks of bullets are all the same to
 * it, as are letters and roman numerals where they may be either.
 */
function isOneToPandoc(before: Block | undefined, list: Block, lists: number): boolean {
  const style = (mark: string): string =>
    mark
      .trim()
      .replace(/^[-*]$/, '-')
      .replace(/\d+/, '1')
      .replace(/[a-z]+/, 'a')
      .replace(/[A-Z]+/, 'A');
  return (
    before !== undefined &&
    style(writtenItemMark(before, 0, lists - 1)) === style(writtenItemMark(list, 0, lists))
  );
}

/** What an item of a list begins with. Lists with plain numbers that follow each other are told apart by what closes these. */
function writtenItemMark({ ordered, marks }: Block, index: number, lists: number): string {
  const mark = marks?.[index];
  if (mark !== undefined) return mark;
  const isSecond = lists % 2 === 0;
  return ordered === undefined
    ? isSecond
      ? '* '
      : '- '
    : `${String(ordered + index)}${isSecond ? ')' : '.'} `;
}

/** The index after the last block of the same quotation or note. */
function groupEnd(blocks: readonly Block[], start: number): number {
  const first = blocks[start];
  let end = start + 1;
  if (first?.kind === 'note') while (blocks[end]?.kind === 'note' && blocks[end]?.note === first.note) end++;
  else if (first?.quotation !== undefined)
    while (blocks[end]?.kind !== 'note' && blocks[end]?.quotation === first.quotation) end++;
  return end;
}

function writeGroup(group: readonly Block[], depth: number, lists: number): string {
  const [first] = group;
  if (first === undefined) return '';
  if (first.quotation === undefined) return writeBlock(first, depth, lists);
  const inner = group.map((block) => writeBlock(block, depth, 0)).filter((text) => text !== '');
  return prefixLines(inner.join('\n\n'), '> ', '> ');
}

function prefixLines(text: string, first: string, others: string): string {
  return text
    .split('\n')
    .map((line, index) => `${index === 0 ? first : others}${line}`.trimEnd())
    .join('\n');
}

function writeBlock(block: Block, depth: number, lists: number): string {
  switch (block.kind) {
    case 'heading':
      return writeHeading(block);
    case 'list':
      return writeList(block, depth, lists);
    case 'table':
      return writeImportedTable(block);
    case 'code':
      return writeCode(block);
    case 'verse':
      return writeRuns(block.runs, 'verse');
    case 'attribution':
      return holdsNothing(block.runs) ? '' : `— ${writeRuns(withoutDash(block), 'space')}`;
    case 'break':
      return '* * *';
    case 'fence':
      return plainOf(block.runs);
    case 'pageMark':
      return writeRuns(block.runs, 'space');
    default:
      return holdsNothing(block.runs) ? '' : writeRuns(block.runs, 'hard');
  }
}

function withoutDash(block: Block): Block['runs'] {
  const [first, ...rest] = block.runs;
  return first ? [{ ...first, text: first.text.replace(/^\s*(?:[—–―]|--?)\s*/u, '') }, ...rest] : [];
}

function writeHeading(block: Block): string {
  if (holdsNothing(block.runs)) return '';
  const text = writeRuns(block.runs, 'heading').replace(/(^|[^\\#])(#+)$/, '$1\\$2');
  return `${'#'.repeat(Math.min(Math.max(block.depth ?? 2, 1), 6))} ${text}`;
}

function writeList(block: Block, depth: number, lists: number): string {
  const items = block.items ?? [];
  const loose = items.some(
    (item) =>
      item.length > 1 && item.some((child) => (child.kind !== 'list' || child.marks) && child !== item[0]),
  );
  const written = items.map((item, index) => {
    const marker = writtenItemMark(block, index, lists);
    const isBulleted = block.ordered === undefined && !block.marks;
    const labelled = isBulleted ? withItemLabel(item, block.labels?.[index]) : item;
    const children =
      depth >= maxListDepth ? labelled.map((child) => ({ ...child, kind: 'paragraph' as const })) : labelled;
    const text = writeSequence(children, depth + 1).join(loose ? '\n\n' : '\n');
    return prefixLines(text, marker, ' '.repeat(marker.length));
  });
  return written.join(loose ? '\n\n' : '\n');
}

/** A number that no list of Markdown shows stands among the words of its item. */
function withItemLabel(item: readonly Block[], label = ''): readonly Block[] {
  const [first, ...others] = item;
  if (label === '' || !first) return item;
  return [{ ...first, runs: [{ text: `${label} ` }, ...first.runs] }, ...others];
}

function writeCode(block: Block): string {
  const text = plainOf(block.runs);
  const longest = (text.match(/`{3,}/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}${block.language ?? ''}\n${text}\n${fence}`;
}

function writeNote(group: readonly Block[]): string {
  const [first] = group;
  const parts = group.map((block) =>
    writeBlock({ ...block, kind: block.items ? 'list' : block.rows ? 'table' : 'paragraph' }, 0, 0),
  );
  return prefixLines(parts.filter((part) => part !== '').join('\n\n'), `[^${first?.note ?? ''}]: `, '    ');
}
