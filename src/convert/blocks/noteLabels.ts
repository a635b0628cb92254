/** The label that a note opens with: `Footnote 1:`, `[1]`, `1.`, `¹`. */
export interface NoteLabel {
  /** `named` says what it is; the other forms need marks in the text or a heading to count as notes. */
  readonly form: 'named' | 'bracket' | 'point' | 'raised' | 'caret';
  readonly number: number;
  /** Length of the label with the space behind. */
  readonly length: number;
}

const forms: readonly (readonly [NoteLabel['form'], RegExp])[] = [
  [
    'named',
    /^(?:[Ff]oot ?[Nn]ote|FOOTNOTE|[Ee]nd ?[Nn]ote|ENDNOTE|[Nn]ote|NOTE|[Ff]n\.?|[Nn]\.|Anmerkung|Fußnote|Nota) ?\[?(\d{1,4})(?:[\]:.)–—-]+ *| +(?=["“«]?\p{Lu}))/u,
  ],
  ['bracket', /^\[(\d{1,4})\]:? */u],
  ['caret', /^\^(\d{1,4})[.:)]? */u],
  ['raised', /^([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})[.:)]? */u],
  ['point', /^(\d{1,4})[.:)] +/u],
];

const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** The number that superscript (or plain) digits stand for. */
export function digitsValue(digits: string): number {
  return Number(digits.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/gu, (digit) => String(raisedDigits.indexOf(digit))));
}

/** Reads the label that a note opens with; undefined where the text opens with none. */
export function noteLabelOf(text: string): NoteLabel | undefined {
  for (const [form, pattern] of forms) {
    const match = pattern.exec(text);
    if (match) return { form, number: digitsValue(match[1] ?? ''), length: match[0].length };
  }
  return undefined;
}

const notesHeading =
  /^(?:\d+\.? )?(?:notes?|foot ?notes?|end ?notes?|references|notes and references|anmerkungen|fußnoten|notas|notes de bas de page)\.?:?$/i;

/** Whether a line is the heading of a list of notes. */
export function isNotesHeading(text: string): boolean {
  return notesHeading.test(text.trim());
}
