import {
  cellPlacesOf,
  type ListNumbering,
  type ManuscriptBlock,
  type ManuscriptInline,
  type ManuscriptItem,
  type PassageEntry,
  type PassagesOfSource,
  type TableRow,
} from '../manuscript.ts';
import { TypstInlines } from './typstInlines.ts';
import { typstCall, typstString, typstWords } from './typstMarkup.ts';
import type { TypstPaper } from './typstPaper.ts';

type TypstBlockOf<K extends ManuscriptBlock['kind']> = Extract<ManuscriptBlock, { readonly kind: K }>;

const digitsOf: Readonly<Record<ListNumbering['digits'], string>> = {
  decimal: '1',
  lowerAlpha: 'a',
  upperAlpha: 'A',
  lowerRoman: 'i',
  upperRoman: 'I',
};

/** Writes the blocks of a text or a footnote. */
export class TypstBlocks {
  readonly inlines: TypstInlines;

  constructor(
    private readonly paper: TypstPaper,
    writeFootnote: (index: number) => string | undefined,
  ) {
    this.inlines = new TypstInlines(paper, writeFootnote);
  }

  write(blocks: readonly ManuscriptBlock[]): string {
    return blocks.map((block) => this.block(block)).join('\n\n');
  }

  private block(block: ManuscriptBlock): string {
    switch (block.kind) {
      case 'heading':
        return (
          this.paper.label(block.attributes.id) +
          typstCall('heading', [`level: ${String(block.level)}`], this.inlines.write(block.children))
        );
      case 'paragraph':
        // Between empty lines rather than in `par`, which drops a formula that stands alone.
        return this.inlines.write(block.children);
      case 'quote':
        return typstCall('quote', ['block: true'], this.write(block.children));
      case 'list':
        return this.list(block);
      case 'definitions':
        return this.definitions(block);
      case 'code':
        return (
          this.paper.label(block.attributes.id) + typstCall('raw', ['block: true', typstString(block.text)])
        );
      case 'verse':
        return this.verse(block);
      case 'table':
        return this.table(block);
      case 'figure':
        return this.figure(block);
      case 'rule':
        return typstCall('line', ['length: 100%', 'stroke: 0.5pt + gray']);
      case 'div':
        return this.paper.label(block.attributes.id) + this.write(block.children);
      case 'works':
        return this.works();
      case 'passages':
        return this.paper.manuscript.passages.map((one) => this.passagesOf(one)).join('\n\n');
    }
  }

  private list({ start, numbering, items, isTight }: TypstBlockOf<'list'>): string {
    const tight = `tight: ${String(isTight)}`;
    const written = items.map((item) => `[${this.item(item)}]`);
    if (start === undefined) return typstCall('list', [tight, ...written]);
    const digits = digitsOf[numbering.digits];
    const pattern =
      numbering.delimiter === 'period'
        ? `${digits}.`
        : `${numbering.delimiter === 'parentheses' ? '(' : ''}${digits})`;
    return typstCall('enum', [tight, `start: ${String(start)}`, `numbering: "${pattern}"`, ...written]);
  }

  private item({ isChecked, children }: ManuscriptItem): string {
    if (isChecked === undefined) return this.write(children);
    // Typst's own fonts have no ☐.
    const box: ManuscriptInline = { kind: 'text', text: isChecked ? '☒ ' : '◻ ' };
    const [first, ...rest] = children;
    if (first?.kind === 'paragraph')
      return this.write([{ ...first, children: [box, ...first.children] }, ...rest]);
    return this.write([{ kind: 'paragraph', children: [box] }, ...children]);
  }

  private definitions({ entries }: TypstBlockOf<'definitions'>): string {
    const items = entries.map(({ term, definitions }) => {
      const body = definitions.map((blocks) => this.write(blocks)).join('\n\n');
      return `terms.item([${this.inlines.write(term)}], [${body}])`;
    });
    return typstCall('terms', ['tight: false', ...items]);
  }

  private verse({ lines }: TypstBlockOf<'verse'>): string {
    const written = lines.map((line) => this.inlines.write(line)).join(typstCall('linebreak', []));
    return typstCall('block', ['inset: (left: 1.5em)'], written);
  }

  private table(table: TypstBlockOf<'table'>): string {
    const { caption, alignments, head, rows } = table;
    const placeOf = cellPlacesOf(table);
    const widest = [...head, ...rows].reduce((most, row) => Math.max(most, row.length), alignments.length);
    const columns = Math.max(1, widest);
    const cellsOf = (row: TableRow, y: number): string[] =>
      Array.from({ length: columns }, (_, x) => {
        const place = placeOf(y, x);
        if (place.kind === 'covered') return [];
        const given = [
          `x: ${String(x)}`,
          `y: ${String(y)}`,
          ...(place.columns > 1 ? [`colspan: ${String(place.columns)}`] : []),
          ...(place.rows > 1 ? [`rowspan: ${String(place.rows)}`] : []),
        ];
        const content = this.write(row[x] ?? []);
        const shown = y < head.length ? typstCall('text', ['weight: "bold"'], content) : content;
        return [`table.cell(${given.join(', ')})[${shown}]`];
      }).flat();
    const heads = head.flatMap((row, at) => cellsOf(row, at));
    const sides = Array.from({ length: columns }, (_, at) => alignments[at] ?? 'left');
    const above = caption.length === 0 ? '' : `${typstCall('par', [], this.inlines.write(caption))}\n`;
    return (
      above +
      typstCall('table', [
        `columns: ${String(columns)}`,
        `align: (${sides.join(', ')},)`,
        'stroke: 0.5pt + gray',
        ...(heads.length === 0 ? [] : [`table.header(${heads.join(', ')})`]),
        ...rows.flatMap((row, at) => cellsOf(row, head.length + at)),
      ])
    );
  }

  private figure({ image, caption }: TypstBlockOf<'figure'>): string {
    const below = caption.length === 0 ? '' : `\n${typstCall('par', [], this.inlines.write(caption))}`;
    return typstCall('block', ['breakable: false'], this.inlines.write([image]) + below);
  }

  private works(): string {
    const { bibliography, hangingIndent } = this.paper.manuscript;
    const given = hangingIndent ? ['hanging-indent: 2em'] : [];
    return bibliography
      .map(({ id, text }) => typstCall('par', given, this.paper.label(id) + this.inlines.styled(text)))
      .join('\n');
  }

  private passagesOf({ id, title, author, entries }: PassagesOfSource): string {
    const name = [author, title].filter((part) => part !== '').join(', ');
    let before = '';
    const passages = entries.map((entry) => {
      const section = entry.sections.join(' › ');
      const isNew = section !== '' && section !== before;
      before = section;
      const above = isNew ? `${typstCall('heading', ['level: 3'], typstWords(section))}\n` : '';
      return above + this.passage(entry);
    });
    return [this.paper.label(id) + typstCall('heading', ['level: 2'], typstWords(name)), ...passages].join(
      '\n',
    );
  }

  /** A passage with links back to where it is cited. */
  private passage({ id, label, shown, kind, citedBy }: PassageEntry): string {
    const words = shown === '' ? '' : typstWords(' ') + quiet(typstWords(shown), kind);
    const arrow = citedBy.length === 0 ? '' : typstWords(' ↑\u00A0');
    const backs = citedBy.map((index, at) => {
      const comma = at === 0 ? '' : typstWords(', ');
      const number = typstWords(String(index + 1));
      const to = this.paper.manuscript.citations[index];
      return comma + (to ? this.paper.link(`#${to.id}`, number) : number);
    });
    const head = this.paper.label(id) + typstCall('strong', [], typstWords(label));
    return typstCall('par', [], [head, words, arrow, ...backs].join(''));
  }
}

/** A gist stands in italics: it is not what the text says. */
function quiet(content: string, kind: PassageEntry['kind']): string {
  return kind === 'gist' ? typstCall('emph', [], content) : content;
}
