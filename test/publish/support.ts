import type { Manuscript, ManuscriptBlock, ManuscriptInline } from '../../src/publish/manuscript.ts';
import { type FormatWorks, manuscriptOf, type ManuscriptOptions } from '../../src/publish/manuscript.ts';
import { paperOf, parseFixture, studyOf } from '../support/fixture.ts';
import { withTale } from '../support/sample.ts';

/** The plainest style there is: keys, and locators as data. */
const plainStyle: FormatWorks = (works, groups) => ({
  groups: groups.map(({ citations }) => ({
    runs: citations.flatMap(({ id, locator, prefix = [], suffix = [] }, citation) => [
      ...(citation > 0 ? [{ text: '; ' }] : []),
      ...prefix.map((run) => ({ ...run, text: `${run.text} ` })),
      { text: `${id}${locator ? ` ${locator.label} ${locator.value}` : ''}`, citation },
      ...suffix,
    ]),
  })),
  entries: works.map(({ id }) => ({ id, runs: [{ text: id, italic: true }] })),
  missing: [],
  hangingIndent: true,
});

/** The same as footnotes. */
export const noteStyle: FormatWorks = (works, groups, lang) => {
  const plain = plainStyle(works, groups, lang);
  return {
    ...plain,
    groups: plain.groups.map((group, at) =>
      groups[at]?.footnote === undefined ? { runs: [], note: group.runs } : group,
    ),
  };
};

/** The manuscript of a fixture’s paper. What stands before the first file is a paper beside the sample source. */
export function manuscriptOfFixture(text: string, options: Partial<ManuscriptOptions> = {}): Manuscript {
  const study = studyOf(parseFixture(withTale(text)));
  return manuscriptOf(paperOf(study), study, { format: plainStyle, ...options });
}

/** Blocks on one line each, for tests to compare. */
export function shownBlocks(blocks: readonly ManuscriptBlock[], indent = ''): string {
  return blocks.map((block) => `${indent}${shownBlock(block, indent)}`).join('\n');
}

function shownBlock(block: ManuscriptBlock, indent: string): string {
  const inner = (blocks: readonly ManuscriptBlock[]): string =>
    blocks.length === 0 ? '' : `\n${shownBlocks(blocks, `${indent}  `)}`;
  switch (block.kind) {
    case 'heading':
      return `h${String(block.level)} #${[block.attributes.id, ...block.attributes.classes].join('.')} ${shownInlines(block.children)}`;
    case 'paragraph':
      return shownInlines(block.children);
    case 'quote':
      return `quote${inner(block.children)}`;
    case 'div':
      return `div #${[block.attributes.id, ...block.attributes.classes].join('.')}${inner(block.children)}`;
    case 'list': {
      const { start, numbering, isTight, items } = block;
      const head =
        start === undefined ? 'list' : `list ${String(start)} ${numbering.digits} ${numbering.delimiter}`;
      const all = items.map(({ isChecked, children }) => {
        const box = isChecked === undefined ? '' : isChecked ? ' [x]' : ' [ ]';
        return `\n${indent}  item${box}\n${shownBlocks(children, `${indent}    `)}`;
      });
      return `${head}${isTight ? ' tight' : ''}${all.join('')}`;
    }
    case 'definitions':
      return `definitions${block.entries
        .map(
          ({ term, definitions }) =>
            `\n${indent}  ${shownInlines(term)}${definitions.map((each) => `\n${indent}  =\n${shownBlocks(each, `${indent}    `)}`).join('')}`,
        )
        .join('')}`;
    case 'code':
      return `code ${[...block.attributes.classes].join('.')} ${JSON.stringify(block.text)}`;
    case 'verse':
      return `verse ${block.lines.map(shownInlines).join(' / ')}`;
    case 'figure':
      return `figure ${block.image.path} ${shownInlines(block.caption)}`;
    case 'table': {
      const row = (cells: readonly (readonly ManuscriptBlock[])[]): string =>
        `\n${indent}  ${cells.map((cell) => shownBlocks(cell).replaceAll('\n', ' ¦ ')).join(' | ')}`;
      const head = block.head.map((each) => `${row(each)} (head)`);
      const aligned = block.alignments.map((each) => (each ?? '-').charAt(0)).join('');
      const caption = block.caption.length > 0 ? ` ${shownInlines(block.caption)}` : '';
      return `table ${aligned}${caption}${[...head, ...block.rows.map(row)].join('')}`;
    }
    default:
      return block.kind;
  }
}

/** Inlines on one line, with the kinds of what is not plain in brackets. */
export function shownInlines(inlines: readonly ManuscriptInline[]): string {
  return inlines.map(shownInline).join('');
}

function shownInline(inline: ManuscriptInline): string {
  switch (inline.kind) {
    case 'text':
      return inline.text.replaceAll('\u00a0', '~');
    case 'code':
      return `<code ${inline.text}>`;
    case 'math':
      return `<${inline.isDisplay ? 'display' : 'math'} ${inline.tex}>`;
    case 'link':
      return `<link ${inline.target}${inline.title ? ` “${inline.title}”` : ''}: ${shownInlines(inline.children)}>`;
    case 'fileLink':
      return `<file ${inline.path}#${inline.fragment}: ${shownInlines(inline.children)}>`;
    case 'image':
      return `<image ${inline.path} “${inline.alt}”>`;
    case 'footnote':
      return `<footnote ${String(inline.footnote)}>`;
    case 'cite':
      return `<cite ${String(inline.citation)}>`;
    case 'span':
      return `<span ${[inline.attributes.id, ...inline.attributes.classes].join('.')}: ${shownInlines(inline.children)}>`;
    case 'break':
      return '<break>';
    case 'remarkStart':
      return `{${String(inline.remark)}`;
    case 'remarkEnd':
      return `${String(inline.remark)}}`;
    default:
      return `<${inline.kind} ${shownInlines(inline.children)}>`;
  }
}
