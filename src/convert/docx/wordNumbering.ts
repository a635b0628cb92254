import { tableOf } from '../../core/text.ts';
import { type ListPlace, shownNumber } from '../office.ts';
import type { XmlAttributes, XmlHandler } from '../xml.ts';
import { isOn, wordValue } from './wordProperties.ts';

/** A level of a list, as its definition says (17.9.6). */
interface ListLevel {
  start?: number;
  format?: string;
  /** What is shown, with `%1` for the number of the first level. */
  text?: string;
  /** The style whose paragraphs are of this level. */
  style?: string;
  /** The level after whose numbers this one begins again, from 1; 0 for never. */
  restartsAfter?: number;
  /** All numbers in the text are shown in digits. */
  isLegal?: boolean;
  /** Nothing stands between the number and the words. */
  isClose?: boolean;
}

type Levels = Map<number, ListLevel>;

interface AbstractList {
  readonly levels: Levels;
  /** The list style that defines its levels in its place. */
  styleLink?: string;
}

interface NumberedList {
  abstract: string;
  /** Levels that it defines in its own way. */
  readonly own: Levels;
  /** The numbers from which its levels begin, in place of going on with those of another list. */
  readonly starts: Map<number, number>;
}

const levelCount = 9;

const levelReaders = tableOf<(level: ListLevel, attributes: XmlAttributes) => void>({
  'w:start': (level, attributes) => void (level.start = Number(wordValue(attributes))),
  'w:numFmt': (level, attributes) => void (level.format = wordValue(attributes)),
  'w:lvlText': (level, attributes) => void (level.text = wordValue(attributes)),
  'w:pStyle': (level, attributes) => void (level.style = wordValue(attributes)),
  'w:lvlRestart': (level, attributes) => void (level.restartsAfter = Number(wordValue(attributes))),
  'w:isLgl': (level, attributes) => void (level.isLegal = isOn(attributes)),
  'w:suff': (level, attributes) => void (level.isClose = wordValue(attributes) === 'nothing'),
});

/** The lists of a Word file, and how far each has been counted (17.9). */
export class WordNumbering implements XmlHandler {
  private readonly abstracts = new Map<string, AbstractList>();
  private readonly lists = new Map<string, NumberedList>();
  /** By list style, the abstract list that defines it. */
  private readonly byStyle = new Map<string, AbstractList>();
  /** By abstract list, the last number of each level. */
  private readonly counts = new Map<AbstractList, Map<number, number>>();
  private readonly begun = new Set<string>();
  /** By abstract list and level, the list that its paragraphs are in. */
  private readonly current = new Map<AbstractList, Map<number, string>>();
  private abstract: AbstractList | undefined;
  private list: NumberedList | undefined;
  private level: ListLevel | undefined;
  private levelNumber = 0;

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'w:abstractNum') this.beginAbstract(attributes);
    else if (name === 'w:num') this.beginList(attributes);
    else if (name === 'w:lvlOverride') this.levelNumber = Number(attributes['w:ilvl']);
    else if (name === 'w:lvl') this.beginLevel(attributes);
    else if (name === 'w:abstractNumId' && this.list) this.list.abstract = wordValue(attributes);
    else if (name === 'w:startOverride')
      this.list?.starts.set(this.levelNumber, Number(wordValue(attributes)));
    else if (name === 'w:numStyleLink' && this.abstract) this.abstract.styleLink = wordValue(attributes);
    else if (name === 'w:styleLink' && this.abstract) this.byStyle.set(wordValue(attributes), this.abstract);
    else if (this.level) levelReaders[name]?.(this.level, attributes);
  }

  close(name: string): void {
    if (name === 'w:lvl') this.level = undefined;
    else if (name === 'w:abstractNum') this.abstract = undefined;
    else if (name === 'w:num') this.list = undefined;
  }

  /** The level of a list whose paragraphs have one of these styles. Undefined if it has none. */
  levelOfStyle(list: string, styles: readonly string[]): number | undefined {
    const found = this.lists.get(list);
    if (!found) return undefined;
    for (const style of styles)
      for (let level = 0; level < levelCount; level++)
        if (this.levelOf(found, level).style === style) return level;
    return undefined;
  }

  /** Counts a paragraph on. Returns the number that it shows; undefined if the list is none. */
  count(list: string, level: number): ListPlace | undefined {
    const found = this.lists.get(list);
    const abstract = found && this.abstractOf(found);
    if (!found || !abstract || !(level >= 0 && level < levelCount)) return undefined;
    const counts = this.counts.get(abstract) ?? new Map<number, number>();
    this.counts.set(abstract, counts);
    const own = this.listGoneOnWith(list, found, level, abstract);
    const number = this.advance(list, found, level, counts);
    const shown = this.levelOf(found, level);
    // Pandoc and Pilcrow give the further paragraphs of an item a bullet that is a space; LibreOffice makes it one of a symbol font.
    if (shown.format === 'bullet')
      return /^[\s\uF020\uF0A0]*$/.test(shown.text ?? '•')
        ? { list: own, level, isContinued: true }
        : { list: own, level };
    const label = this.labelOf(found, level, counts);
    return label === '' ? undefined : { list: own, level, number, label };
  }

  /**
   * Lists of one abstract list go on with each other, but where one begins anew: LibreOffice gives the first item of a list one of its
   * own that does, and all others the same.
   */
  private listGoneOnWith(list: string, found: NumberedList, level: number, abstract: AbstractList): string {
    const levels = this.current.get(abstract) ?? new Map<number, string>();
    this.current.set(abstract, levels);
    const beginsAnew = found.starts.has(level) && !this.begun.has(`${list}/${String(level)}`);
    const own = (beginsAnew ? undefined : levels.get(level)) ?? list;
    levels.set(level, own);
    return own;
  }

  private advance(list: string, found: NumberedList, level: number, counts: Map<number, number>): number {
    const start = found.starts.get(level);
    const isFirst = !this.begun.has(`${list}/${String(level)}`);
    this.begun.add(`${list}/${String(level)}`);
    const before = counts.get(level);
    const number =
      start !== undefined && isFirst ? start : before === undefined ? this.startOf(found, level) : before + 1;
    counts.set(level, number);
    for (let below = level + 1; below < levelCount; below++) {
      const after = this.levelOf(found, below).restartsAfter;
      if (after === undefined || (after > 0 && level < after)) counts.delete(below);
    }
    return number;
  }

  private startOf(found: NumberedList, level: number): number {
    return found.starts.get(level) ?? this.levelOf(found, level).start ?? 0;
  }

  private labelOf(found: NumberedList, level: number, counts: ReadonlyMap<number, number>): string {
    const { text = '', isLegal, format } = this.levelOf(found, level);
    if (format === 'none' && !text.includes('%')) return text.trim();
    const label = text.replace(/%([1-9])/g, (_, digit: string) => {
      const other = Number(digit) - 1;
      const number = counts.get(other) ?? this.startOf(found, other);
      const own = this.levelOf(found, other).format ?? 'decimal';
      return shownNumber(number, isLegal && own !== 'none' ? 'decimal' : own);
    });
    return label.replace(/\s+/g, ' ').trim();
  }

  private levelOf(list: NumberedList, level: number): ListLevel {
    return list.own.get(level) ?? this.abstractOf(list)?.levels.get(level) ?? {};
  }

  private abstractOf(list: NumberedList): AbstractList | undefined {
    const found = this.abstracts.get(list.abstract);
    return found?.styleLink === undefined ? found : (this.byStyle.get(found.styleLink) ?? found);
  }

  private beginAbstract(attributes: XmlAttributes): void {
    this.abstract = { levels: new Map() };
    this.abstracts.set(attributes['w:abstractNumId'] ?? '', this.abstract);
  }

  private beginList(attributes: XmlAttributes): void {
    this.list = { abstract: '', own: new Map(), starts: new Map() };
    this.lists.set(attributes['w:numId'] ?? '', this.list);
  }

  private beginLevel(attributes: XmlAttributes): void {
    this.levelNumber = Number(attributes['w:ilvl']);
    this.level = {};
    (this.list?.own ?? this.abstract?.levels)?.set(this.levelNumber, this.level);
  }
}
