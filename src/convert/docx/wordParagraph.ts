import { type Run, type RunStyle, sameStyle, scriptStyle } from '../blocks.ts';
import type { OfficeText } from '../office.ts';
import type { ParagraphProperties, RunProperties } from './wordProperties.ts';
import type { WordStyles } from './wordStyles.ts';

/** A paragraph while it is read. */
export class WordParagraph {
  readonly properties: ParagraphProperties = {};
  /** What is said of its mark, which ends it. */
  readonly mark: RunProperties = {};
  /** Its mark was deleted, or moved away: the next paragraph goes on in it. */
  isMarkGone = false;
  isContents = false;
  runs: Run[] = [];
  /** The texts of the boxes that are anchored in it. */
  readonly boxes: OfficeText[] = [];

  /**
   * @param place which paragraph of the file it is, from 1
   * @param outer the paragraph in whose text box it stands
   * @param outerRun the run that holds that box
   */
  constructor(
    readonly place: number,
    readonly outer: WordParagraph | undefined,
    readonly outerRun: RunProperties | undefined,
  ) {}

  /** Adds text; neighbours of the same style are one run, however often the file divides them. */
  add(text: string, style: RunStyle | undefined): void {
    const last = this.runs.at(-1);
    if (last && last.text !== '' && sameStyle(last.style, style))
      this.runs[this.runs.length - 1] = { ...last, text: last.text + text };
    else this.runs.push(style ? { text, style } : { text });
  }

  addPage(): void {
    this.runs.push({ text: '', page: '' });
  }

  addNote(name: string): void {
    this.runs.push({ text: '', note: name });
  }

  /** Puts the words of a paragraph whose mark is gone before its own. */
  goOnFrom(before: WordParagraph): void {
    this.runs = [...before.runs, ...this.runs];
    this.boxes.unshift(...before.boxes);
  }
}

/**
 * The looks of a run as they are seen. Italics, bold and the like are toggled: what the style of a paragraph and that of a
 * run both set is not set (17.7.3); what the run says itself counts as it is.
 */
export class RunLooks {
  private readonly known = new Map<string, RunStyle | undefined>();

  constructor(private readonly styles: WordStyles) {}

  isHidden(run: RunProperties, paragraph: ParagraphProperties): boolean {
    return this.toggled('hidden', run, paragraph);
  }

  styleOf(
    run: RunProperties,
    paragraph: ParagraphProperties,
    link: string | undefined,
  ): RunStyle | undefined {
    const key = `${paragraph.style ?? ''}\0${run.style ?? ''}\0${sign(run.italic)}${sign(run.bold)}${sign(run.struck)}${sign(run.raised)}${sign(run.lowered)}\0${link ?? ''}`;
    const known = this.known.get(key);
    if (known || this.known.has(key)) return known;
    const made = this.seen(run, paragraph, link);
    this.known.set(key, made);
    return made;
  }

  private seen(
    run: RunProperties,
    paragraph: ParagraphProperties,
    link: string | undefined,
  ): RunStyle | undefined {
    const character = this.styles.character(run.style);
    const ofParagraph = this.styles.paragraph(paragraph.style).run;
    const raised = run.raised ?? character?.run.raised ?? ofParagraph.raised ?? false;
    const lowered = run.lowered ?? character?.run.lowered ?? ofParagraph.lowered ?? false;
    const style: RunStyle = {
      ...(this.toggled('italic', run, paragraph) ? { emphasis: true as const } : {}),
      ...(this.toggled('bold', run, paragraph) ? { strong: true as const } : {}),
      ...(this.toggled('struck', run, paragraph) ? { deleted: true as const } : {}),
      ...scriptStyle({ raised, lowered }),
      ...character?.named,
      ...(link === undefined ? {} : { link, anchor: true as const }),
    };
    return Object.keys(style).length === 0 ? undefined : style;
  }

  private toggled(
    what: 'italic' | 'bold' | 'struck' | 'hidden',
    run: RunProperties,
    paragraph: ParagraphProperties,
  ): boolean {
    const own = run[what];
    if (own !== undefined) return own;
    const ofParagraph = this.styles.paragraph(paragraph.style).run[what] ?? false;
    return ofParagraph !== (this.styles.character(run.style)?.run[what] ?? false);
  }
}

function sign(look: boolean | undefined): string {
  return look === undefined ? '?' : look ? '1' : '0';
}
