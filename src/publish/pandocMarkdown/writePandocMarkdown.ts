import { identifierOf } from '../../core/inlines.ts';
import { lettersOfNumber, romanNumeralOf } from '../../core/text.ts';
import { type Manuscript, type ManuscriptBlock, styledInlines, wordsOfInlines } from '../manuscript.ts';
import { InlineMarkdown } from './inlineMarkdown.ts';
import { attributesInBraces, literalLine, literalWords } from './literalMarkdown.ts';
import { writeTable } from './tableMarkdown.ts';

/**
 * Writes a manuscript as Markdown, each paragraph on one line.
 * @param addressOf says where the file finds an image of the study folder
 */
export function writePandocMarkdown(manuscript: Manuscript, addressOf: (path: string) => string): string {
  return new MarkdownWriter(manuscript, new InlineMarkdown(manuscript, addressOf)).all();
}

type ListBlock = Extract<ManuscriptBlock, { readonly kind: 'list' }>;

class MarkdownWriter {
  constructor(
    private readonly manuscript: Manuscript,
    private readonly inline: InlineMarkdown,
  ) {}

  all(): string {
    const { blocks, footnotes } = this.manuscript;
    const notes = footnotes.map(({ children }, index) => {
      const mark = `[^${String(index + 1)}]: `;
      return `${mark}${indented(this.blocks(children) || '\\ ', '    ').slice(4)}`;
    });
    const parts = [this.frontMatter(), this.blocks(blocks), ...notes].filter((part) => part !== '');
    return `${parts.join('\n\n')}\n`;
  }

  private frontMatter(): string {
    const { title, subtitle, authors, date, lang, abstract } = this.manuscript;
    const fields: (readonly [name: string, value: string])[] = [
      ['title', this.inline.of(title)],
      ['subtitle', this.inline.of(subtitle)],
      ['date', literalWords(date)],
      ['lang', lang],
      ['abstract', this.blocks(abstract)],
    ];
    const lines = fields.flatMap(([name, value]) =>
      value === '' ? [] : [`${name}: ${JSON.stringify(value)}`],
    );
    const names = authors.map((author) => `  - ${JSON.stringify(literalWords(author))}`);
    if (names.length > 0) lines.splice(title.length > 0 ? 1 : 0, 0, 'author:', ...names);
    return ['---', ...lines, '---'].join('\n');
  }

  /** Two lists in a row would be one; a comment stands between them. */
  private blocks(blocks: readonly ManuscriptBlock[]): string {
    const parts = blocks.flatMap((block, index) => {
      const before = blocks[index - 1];
      const isGuarded =
        before !== undefined && endsAsList(before) && (block.kind === 'list' || isIndented(block));
      return [...(isGuarded ? ['<!-- -->'] : []), this.block(block)];
    });
    return parts.filter((part) => part !== '').join('\n\n');
  }

  private block(block: ManuscriptBlock): string {
    switch (block.kind) {
      case 'heading': {
        const { id, classes, values } = block.attributes;
        const isUsual = id === identifierOf(wordsOfInlines(block.children));
        const attributes = attributesInBraces({ id: isUsual ? '' : id, classes, values });
        return `${'#'.repeat(block.level)} ${this.line(block.children)} ${attributes}`.trimEnd();
      }
      case 'paragraph':
        return this.line(block.children);
      case 'quote':
        return prefixed(this.blocks(block.children), '> ', '>');
      case 'list':
        return this.list(block);
      case 'definitions':
        return this.definitions(block);
      case 'code':
        return fencedCode(block);
      case 'verse':
        return block.lines
          .map((line) =>
            `| ${this.inline.of(line).replace(/^\u00a0+/u, (run) => ' '.repeat(run.length))}`.trimEnd(),
          )
          .join('\n');
      case 'table':
        return writeTable(block, {
          inlines: (inlines) => this.inline.of(inlines),
          blocks: (blocks) => this.blocks(blocks),
        });
      case 'figure':
        return this.inline.image(block.image, this.inline.of(block.caption));
      case 'rule':
        return '* * * * *';
      case 'div': {
        const fence = ':'.repeat(3 + depthOfDivs(block.children));
        return `${fence} ${attributesInBraces(block.attributes) || '{}'}\n${this.blocks(block.children)}\n${fence}`;
      }
      case 'works':
        return this.manuscript.bibliography.map(({ text }) => this.line(styledInlines(text))).join('\n\n');
      case 'passages':
        return this.passages();
    }
  }

  private definitions({ entries }: Extract<ManuscriptBlock, { kind: 'definitions' }>): string {
    const entry = ({ term, definitions }: (typeof entries)[number]): string =>
      [
        this.line(term),
        ...definitions.map((blocks) => `:   ${indented(this.blocks(blocks) || '\\ ', '    ').slice(4)}`),
      ].join('\n\n');
    return entries.map(entry).join('\n\n');
  }

  private line(inlines: Parameters<InlineMarkdown['of']>[0]): string {
    return literalLine(this.inline.of(inlines));
  }

  private list({ start, numbering, isTight, items }: ListBlock): string {
    const content = items.map(({ isChecked, children }, index) => {
      const number = start === undefined ? '-' : numberMark(start + index, numbering);
      const mark = `${number}${' '.repeat(Math.max(1, 4 - number.length))}`;
      const box = isChecked === undefined ? '' : isChecked ? '[x] ' : '[ ] ';
      // Lists may follow words without a blank line; nothing else may.
      const isPlain = isTight && children.slice(1).every(({ kind }) => kind === 'list');
      const blocks = isPlain ? children.map((block) => this.block(block)).join('\n') : this.blocks(children);
      return `${mark}${box}${indented(blocks, ' '.repeat(mark.length)).slice(mark.length)}`;
    });
    return content.join(isTight ? '\n' : '\n\n');
  }

  private passages(): string {
    const { passages } = this.manuscript;
    return passages
      .map(({ title, author, entries }) => {
        const by = author === '' ? '' : `, ${literalWords(author)}`;
        const lines = entries.map(({ label, sections, shown, kind }) => {
          const trail = sections.length === 0 ? '' : ` (${literalWords(sections.join(' › '))})`;
          const words = kind === 'gist' ? `*${literalWords(shown)}*` : literalWords(shown);
          return `-   ${literalWords(label)}${trail}${words === '' ? '' : `: ${words}`}`;
        });
        return `${literalLine(`*${literalWords(title)}*${by}`)}${lines.length === 0 ? '' : `\n\n${lines.join('\n')}`}`;
      })
      .join('\n\n');
  }
}

function endsAsList(block: ManuscriptBlock): boolean {
  return block.kind === 'list' || block.kind === 'definitions';
}

function isIndented(block: ManuscriptBlock): boolean {
  return block.kind === 'definitions';
}

function depthOfDivs(blocks: readonly ManuscriptBlock[]): number {
  return Math.max(
    0,
    ...blocks.map((block) =>
      block.kind === 'div' || block.kind === 'quote' ? 1 + depthOfDivs(block.children) : 0,
    ),
  );
}

/** Returns lines with something before each; blank ones have `blank`. */
function prefixed(text: string, before: string, blank: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? blank : before + line))
    .join('\n');
}

function indented(text: string, indent: string): string {
  return prefixed(text, indent, '');
}

function numberMark(number: number, { digits, delimiter }: ListBlock['numbering']): string {
  const label = labelOfNumber(number, digits);
  if (delimiter === 'period') return /^[A-Z]$/u.test(label) ? `${label}. ` : `${label}.`;
  return delimiter === 'parenthesis' ? `${label})` : `(${label})`;
}

/** Returns a number as the items of a list have it; in digits where it has no letters or numerals. */
export function labelOfNumber(number: number, digits: ListBlock['numbering']['digits']): string {
  if (number < 1 || digits === 'decimal') return String(number);
  if (digits === 'lowerAlpha' || digits === 'upperAlpha') {
    const letters = lettersOfNumber(number);
    return digits === 'lowerAlpha' ? letters : letters.toUpperCase();
  }
  const roman = number > 3999 ? String(number) : romanNumeralOf(number);
  return digits === 'lowerRoman' ? roman : roman.toUpperCase();
}

function fencedCode({ text, attributes }: Extract<ManuscriptBlock, { kind: 'code' }>): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${`${fence} ${attributesInBraces(attributes)}`.trimEnd()}\n${text}\n${fence}`;
}
