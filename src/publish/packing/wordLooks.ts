import type { StyledRun } from '../../core/styles.ts';
import type { ElementAttributes } from '../manuscript.ts';
import { tableOf } from '../../core/text.ts';

/** How words look, in what Word and OpenDocument have in common. */
export interface SharedLooks {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly smallCaps?: boolean;
  readonly strike?: boolean;
  readonly underline?: boolean;
  /** Marked with a pen, as what could not be resolved. */
  readonly marked?: boolean;
  readonly vertical?: 'superscript' | 'subscript' | undefined;
  readonly language?: string;
  /** Marked as a term, which has a style of its own by which it is found again. */
  readonly term?: boolean;
}

/** What each kind of inline with content changes in how words look. */
export const looksByKind = tableOf<SharedLooks>({
  emphasis: { italic: true },
  strong: { bold: true },
  strikeout: { strike: true },
  superscript: { vertical: 'superscript' },
  subscript: { vertical: 'subscript' },
  underline: { underline: true },
  smallCaps: { smallCaps: true },
});

/** What a run that a citation style made looks like, on words that look as `looks` say. */
export function looksOfRun<L extends SharedLooks>(run: StyledRun, looks: L): L {
  return {
    ...looks,
    // In italics what a style sets in italics stands upright.
    ...(run.italic ? { italic: !looks.italic } : {}),
    ...(run.bold ? { bold: true } : {}),
    ...(run.smallCaps ? { smallCaps: true } : {}),
    ...(run.underline ? { underline: true } : {}),
    ...(run.vertical === undefined ? {} : { vertical: run.vertical }),
  };
}

/** What words look like in a span: marked by the class `mark`, and in its language. */
export function looksOfSpan<L extends SharedLooks>({ classes, values }: ElementAttributes, looks: L): L {
  const language = values.find(([name]) => name === 'lang')?.[1];
  return {
    ...looks,
    ...(classes.includes('mark') ? { marked: true } : {}),
    ...(classes.includes('term') ? { term: true } : {}),
    ...(language === undefined || language === '' ? {} : { language }),
  };
}
