import type { ListNumbering } from '../manuscript.ts';
import { markup } from '../packing.ts';

const odtDigits: Readonly<Record<ListNumbering['digits'], string>> = {
  decimal: '1',
  lowerAlpha: 'a',
  upperAlpha: 'A',
  lowerRoman: 'i',
  upperRoman: 'I',
};

const odtBullets = ['•', '–', '◦'];

/** How deep lists may be nested in LibreOffice. */
const maxOdtLevels = 10;
/** How far a level is indented, in centimetres. */
const levelWidth = 1.27;

/** The levels of a list with bullets. */
export function bulletLevels(): string {
  return allLevels((level) =>
    markup(
      'text:list-level-style-bullet',
      { 'text:level': level, 'text:bullet-char': odtBullets[(level - 1) % odtBullets.length] },
      levelPosition(level),
    ),
  );
}

/** The levels of a list whose items are numbered from `start`. */
export function numberLevels({ digits, delimiter }: ListNumbering, start: number): string {
  return allLevels((level) =>
    markup(
      'text:list-level-style-number',
      {
        'text:level': level,
        'style:num-format': odtDigits[digits],
        'style:num-prefix': delimiter === 'parentheses' ? '(' : undefined,
        'style:num-suffix': delimiter === 'period' ? '.' : ')',
        'text:start-value': start === 1 ? undefined : start,
      },
      levelPosition(level),
    ),
  );
}

function allLevels(write: (level: number) => string): string {
  return Array.from({ length: maxOdtLevels }, (_, at) => write(at + 1)).join('');
}

function levelPosition(level: number): string {
  const left = `${(levelWidth * level).toFixed(2)}cm`;
  return markup(
    'style:list-level-properties',
    { 'text:list-level-position-and-space-mode': 'label-alignment' },
    markup('style:list-level-label-alignment', {
      'text:label-followed-by': 'listtab',
      'text:list-tab-stop-position': left,
      'fo:text-indent': '-0.63cm',
      'fo:margin-left': left,
    }),
  );
}
