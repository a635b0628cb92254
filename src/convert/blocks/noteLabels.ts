/** The label that a note begins with: `Footnote 1:`, `[1]`, `1.`, `¹`. */
export interface NoteLabel {
  /** Only a `named` label is proof of a note. The others also need a heading of notes, or marks in the text. */
  readonly form: 'named' | 'bracket' | 'point' | 'raised' | 'caret';
  readonly number: number;
  /** Length in code units, with the space after it. */
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

/** The number written in superscript or plain digits. */
export function digitsValue(digits: string): number {
  return Number(digits.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/gu, (digit) => String(raisedDigits.indexOf(digit))));
}

/** Reads the label that a note begins with. Undefined if the text begins with none. */
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
