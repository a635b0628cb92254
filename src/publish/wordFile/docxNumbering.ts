import { markup, xmlFile } from '../packing.ts';
import type { ListNumbering } from '../manuscript.ts';
import { wordMain } from './docxNames.ts';

/** How deep lists may be nested in a Word file. */
export const maxWordLevels = 9;
/** How far a level is indented, and how far its number stands before its words, in twentieths of a point. */
export const levelIndent = 720;
const numberWidth = 360;

const wordDigits: Readonly<Record<ListNumbering['digits'], string>> = {
  decimal: 'decimal',
  lowerAlpha: 'lowerLetter',
  upperAlpha: 'upperLetter',
  lowerRoman: 'lowerRoman',
  upperRoman: 'upperRoman',
};

const bulletSigns = ['•', '–', '◦'];

/** What a level shows: the format of its number, and `%1` where that stands for the first level. */
interface LevelLook {
  readonly format: string;
  readonly textAt: (level: number) => string;
}

const bulletLook: LevelLook = {
  format: 'bullet',
  textAt: (level) => bulletSigns[level % bulletSigns.length] ?? '•',
};
/** Pandoc, and LibreOffice, know a further paragraph of an item by a bullet that is a space. */
const furtherLook: LevelLook = { format: 'bullet', textAt: () => ' ' };

function numberLook({ digits, delimiter }: ListNumbering): LevelLook {
  const before = delimiter === 'parentheses' ? '(' : '';
  const after = delimiter === 'period' ? '.' : ')';
  return { format: wordDigits[digits], textAt: (level) => `${before}%${String(level + 1)}${after}` };
}

/**
 * The lists of a document (17.9). All that look the same share one definition; each begins its numbers again by itself,
 * which a Word file says of every list.
 */
export class DocxNumbering {
  /** By how they look, the ids of definitions. */
  private readonly looks = new Map<string, { readonly id: number; readonly look: LevelLook }>();
  private readonly lists: string[] = [];
  private continued: number | undefined;

  /** The id of a new list whose items are numbered from `start`. */
  numbered(numbering: ListNumbering, start: number, level: number): number {
    const look = this.lookOf(`${numbering.digits} ${numbering.delimiter}`, numberLook(numbering));
    const override = markup('w:startOverride', { 'w:val': start });
    return this.add(look, markup('w:lvlOverride', { 'w:ilvl': level }, override));
  }

  /** The id of a new list with bullets. */
  bulleted(): number {
    return this.add(this.lookOf('bullets', bulletLook), '');
  }

  /** The id of the list to which all further paragraphs of items belong. */
  furtherParagraphs(): number {
    return (this.continued ??= this.add(this.lookOf('continuation', furtherLook), ''));
  }

  get isEmpty(): boolean {
    return this.lists.length === 0;
  }

  file(): string {
    const definitions = [...this.looks.values()].map(({ id, look }) => abstractNumber(id, look));
    return xmlFile(markup('w:numbering', { 'xmlns:w': wordMain }, [...definitions, ...this.lists].join('')));
  }

  private lookOf(name: string, look: LevelLook): number {
    const known = this.looks.get(name);
    if (known) return known.id;
    const id = this.looks.size;
    this.looks.set(name, { id, look });
    return id;
  }

  private add(look: number, overrides: string): number {
    const id = this.lists.length + 1;
    this.lists.push(
      markup('w:num', { 'w:numId': id }, markup('w:abstractNumId', { 'w:val': look }) + overrides),
    );
    return id;
  }
}

function abstractNumber(id: number, look: LevelLook): string {
  const levels = Array.from({ length: maxWordLevels }, (_, level) =>
    markup(
      'w:lvl',
      { 'w:ilvl': level },
      [
        '<w:start w:val="1"/>',
        markup('w:numFmt', { 'w:val': look.format }),
        markup('w:lvlText', { 'w:val': look.textAt(level) }),
        '<w:lvlJc w:val="left"/>',
        markup(
          'w:pPr',
          {},
          markup('w:ind', { 'w:left': levelIndent * (level + 1), 'w:hanging': numberWidth }),
        ),
      ].join(''),
    ),
  );
  return markup(
    'w:abstractNum',
    { 'w:abstractNumId': id },
    // Word joins lists that it copies by this number, which has to differ.
    markup('w:nsid', { 'w:val': (0x50494c00 + id).toString(16).toUpperCase() }) +
      '<w:multiLevelType w:val="multilevel"/>' +
      levels.join(''),
  );
}
