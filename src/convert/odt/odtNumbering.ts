import { tableOf } from '../../core/text.ts';
import { type ListPlace, shownNumber } from '../office.ts';
import type { XmlAttributes } from '../xml.ts';

/** A level of a list style (1.3, part 3, 16.31). */
interface OdtListLevel {
  readonly isBullet: boolean;
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  /** What is shown, with `%1%` for the number of the first level. Undefined in files that give prefix and suffix alone. */
  readonly pattern: string | undefined;
  /** How many levels are shown, the last of them this one. */
  readonly shownLevels: number;
  readonly start: number;
}

type OdtListStyle = Map<number, OdtListLevel>;

/** How far the levels of a list are counted: by level, from 0. */
interface ListCount {
  readonly style: string;
  readonly id: string;
  readonly counts: Map<number, number>;
}

interface OpenList {
  readonly count: ListCount;
  readonly style: string;
  /** The number that the present item has been given. Undefined while it has none. */
  item: 'unnumbered' | 'numbered' | 'header';
  start: number | undefined;
}

const formats = tableOf<string>({
  '1': 'decimal',
  a: 'lowerLetterPairs',
  A: 'upperLetterPairs',
  i: 'lowerRoman',
  I: 'upperRoman',
  '1st': 'ordinal',
  '01': 'decimalZero',
  '': 'none',
});

/** The list style of headings, which has no name in the file. */
const outlineStyle = ' outline';

/** The lists that are open at a place of a text, and how far each list has been counted (1.3, part 3, 5.3). */
export class OdtNumbering {
  private readonly styles = new Map<string, OdtListStyle>();
  private readonly byId = new Map<string, ListCount>();
  private readonly byStyle = new Map<string, ListCount>();
  private readonly lists: OpenList[] = [];
  private readonly outline: ListCount = { style: outlineStyle, id: outlineStyle, counts: new Map() };
  private style: OdtListStyle | undefined;

  openStyle(attributes: XmlAttributes): void {
    this.style = new Map();
    this.styles.set(attributes['style:name'] ?? outlineStyle, this.style);
  }

  openOutlineStyle(): void {
    this.style = new Map();
    this.styles.set(outlineStyle, this.style);
  }

  closeStyle(): void {
    this.style = undefined;
  }

  level(name: string, attributes: XmlAttributes): void {
    const level = Number(attributes['text:level']) - 1;
    const sync = attributes['style:num-letter-sync'] === 'true';
    const written = attributes['style:num-format'] ?? '';
    const format = formats[written] ?? unnamedFormat(written);
    this.style?.set(level, {
      isBullet: !/number|outline/.test(name),
      format: sync ? format.replace('Pairs', '') : format,
      prefix: attributes['style:num-prefix'] ?? attributes['loext:num-prefix'] ?? '',
      suffix: attributes['style:num-suffix'] ?? attributes['loext:num-suffix'] ?? '',
      pattern: attributes['style:num-list-format'] ?? attributes['loext:num-list-format'],
      shownLevels: Number(attributes['text:display-levels'] ?? 1) || 1,
      start: Number(attributes['text:start-value'] ?? 1),
    });
  }

  openList(attributes: XmlAttributes): void {
    const outer = this.lists.at(-1);
    const style = attributes['text:style-name'] ?? outer?.style ?? '';
    const count = outer?.count ?? this.countFor(style, attributes);
    this.lists.push({ count, style, item: 'unnumbered', start: undefined });
  }

  closeList(): void {
    this.lists.pop();
  }

  openItem(attributes: XmlAttributes, isHeader: boolean): void {
    const list = this.lists.at(-1);
    if (!list) return;
    list.item = isHeader ? 'header' : 'unnumbered';
    const start = attributes['text:start-value'];
    list.start = start === undefined ? undefined : Number(start);
  }

  /** Whether a paragraph here stands in a list. */
  get isInList(): boolean {
    return this.lists.length > 0;
  }

  /**
   * Counts the present item on, if this is its first paragraph. Returns the number that it shows.
   * @returns undefined outside lists, and in the head of one
   */
  count(): ListPlace | undefined {
    const list = this.lists.at(-1);
    if (!list || list.item === 'header') return undefined;
    const level = this.lists.length - 1;
    if (list.item === 'numbered') return { list: list.count.id, level, isContinued: true };
    list.item = 'numbered';
    return this.counted(list.count, list.style, level, list.start);
  }

  /** The number of a heading, if headings are numbered. */
  countHeading(depth: number, attributes: XmlAttributes): ListPlace | undefined {
    const isHeader = attributes['text:is-list-header'] === 'true';
    if (isHeader || !this.styles.has(outlineStyle)) return undefined;
    const start =
      attributes['text:restart-numbering'] === 'true' ? attributes['text:start-value'] : undefined;
    return this.counted(
      this.outline,
      outlineStyle,
      depth - 1,
      start === undefined ? undefined : Number(start),
    );
  }

  private countFor(style: string, attributes: XmlAttributes): ListCount {
    const continued = attributes['text:continue-list'];
    const before =
      continued !== undefined
        ? this.byId.get(continued)
        : attributes['text:continue-numbering'] === 'true'
          ? this.byStyle.get(style)
          : undefined;
    const id = attributes['xml:id'] ?? `list ${String(this.byId.size)}`;
    const count = before ?? { style, id, counts: new Map<number, number>() };
    this.byId.set(id, count);
    this.byStyle.set(style, count);
    return count;
  }

  private counted(
    { id, counts }: ListCount,
    style: string,
    level: number,
    start: number | undefined,
  ): ListPlace | undefined {
    const shown = this.styles.get(style)?.get(level);
    const before = counts.get(level);
    const number = start ?? (before === undefined ? (shown?.start ?? 1) : before + 1);
    counts.set(level, number);
    for (const below of [...counts.keys()]) if (below > level) counts.delete(below);
    if (!shown || shown.isBullet) return style === outlineStyle ? undefined : { list: id, level };
    const label = this.labelOf(style, shown, level, counts);
    return label === '' ? undefined : { list: id, level, label, number };
  }

  private labelOf(
    style: string,
    shown: OdtListLevel,
    level: number,
    counts: ReadonlyMap<number, number>,
  ): string {
    const numberAt = (at: number): string => {
      const other = this.styles.get(style)?.get(at);
      return shownNumber(counts.get(at) ?? other?.start ?? 1, other?.format ?? 'decimal');
    };
    if (shown.pattern !== undefined)
      return shown.pattern
        .replace(/%(\d{1,2})%/g, (_, digits: string) => numberAt(Number(digits) - 1))
        .trim();
    if (shown.format === 'none') return `${shown.prefix}${shown.suffix}`.trim();
    const first = Math.max(0, level + 1 - shown.shownLevels);
    const numbers = Array.from({ length: level + 1 - first }, (_, index) => numberAt(first + index));
    return `${shown.prefix}${numbers.filter(Boolean).join('.')}${shown.suffix}`.trim();
  }
}

/** LibreOffice writes formats that OpenDocument does not name as their beginning: `①, ②, ③, ...`. */
function unnamedFormat(written: string): string {
  if (written.startsWith('①')) return 'decimalEnclosedCircle';
  if (written.startsWith('α')) return 'lowerGreek';
  if (written.startsWith('Α')) return 'upperGreek';
  return written.startsWith('а') ? 'russianLower' : 'decimal';
}
