import { tableOf } from '../../core/text.ts';
import type { XmlAttributes } from '../xml.ts';

/** What a run, or the style of one, says about how it looks (17.3.2). Undefined is what nothing is said about. */
export interface RunProperties {
  style?: string;
  italic?: boolean;
  bold?: boolean;
  struck?: boolean;
  hidden?: boolean;
  raised?: boolean;
  lowered?: boolean;
  font?: string;
}

/** What a paragraph, or the style of one, says about what it is (17.3.1). */
export interface ParagraphProperties {
  style?: string;
  /** The level of an outline from 0; 9 is running text. */
  outline?: number;
  /** The list, and the level in it from 0. The list `0` is none. */
  list?: string;
  level?: number;
  startsPage?: boolean;
  /** As the file has it. */
  justification?: string;
  /** It is the last paragraph of a section. */
  endsSection?: boolean;
  /** It is a large first letter that belongs to the next paragraph. */
  isDropCap?: boolean;
}

/** The value of an element with nothing but that: `w:val`. */
export function wordValue(attributes: XmlAttributes): string {
  return attributes['w:val'] ?? '';
}

/** Whether an element that is on or off is on: it is where it says nothing. */
export function isOn(attributes: XmlAttributes): boolean {
  return !/^(?:0|false|off|none)$/.test(wordValue(attributes));
}

const runReaders = tableOf<(run: RunProperties, attributes: XmlAttributes) => void>({
  'w:rStyle': (run, attributes) => void (run.style = wordValue(attributes)),
  'w:i': (run, attributes) => void (run.italic = isOn(attributes)),
  'w:b': (run, attributes) => void (run.bold = isOn(attributes)),
  'w:strike': (run, attributes) => void (run.struck = isOn(attributes)),
  'w:dstrike': (run, attributes) => void (run.struck = isOn(attributes)),
  'w:vanish': (run, attributes) => void (run.hidden = isOn(attributes)),
  'w:vertAlign': (run, attributes) => {
    run.raised = wordValue(attributes) === 'superscript';
    run.lowered = wordValue(attributes) === 'subscript';
  },
  'w:rFonts': (run, attributes) => void (run.font = attributes['w:ascii'] ?? run.font ?? ''),
});

const paragraphReaders = tableOf<(paragraph: ParagraphProperties, attributes: XmlAttributes) => void>({
  'w:pStyle': (paragraph, attributes) => void (paragraph.style = wordValue(attributes)),
  'w:outlineLvl': (paragraph, attributes) => void (paragraph.outline = Number(wordValue(attributes))),
  'w:numId': (paragraph, attributes) => void (paragraph.list = wordValue(attributes)),
  'w:ilvl': (paragraph, attributes) => void (paragraph.level = Number(wordValue(attributes))),
  'w:jc': (paragraph, attributes) => void (paragraph.justification = wordValue(attributes)),
  'w:pageBreakBefore': (paragraph, attributes) => void (paragraph.startsPage = isOn(attributes)),
  'w:sectPr': (paragraph) => void (paragraph.endsSection = true),
  'w:framePr': (paragraph, attributes) =>
    void (paragraph.isDropCap = /^(?:drop|margin)$/.test(attributes['w:dropCap'] ?? '')),
});

/** Reads one element inside `w:rPr`. Others than those that say what a text means are passed over. */
export function readRunProperty(run: RunProperties, name: string, attributes: XmlAttributes): void {
  runReaders[name]?.(run, attributes);
}

/** Reads one element inside `w:pPr`. */
export function readParagraphProperty(
  paragraph: ParagraphProperties,
  name: string,
  attributes: XmlAttributes,
): void {
  paragraphReaders[name]?.(paragraph, attributes);
}
