import { safeAddress } from '../blocks.ts';
import { type ManagedField, managedField } from '../office.ts';

/** A field that is open: what it does, and whether its result has begun (17.16). */
interface OpenField {
  code: string;
  isResult: boolean;
  link?: string;
  /** Set where the field is one of a reference manager, whose result is made from its code. */
  managed?: ManagedField | undefined;
}

/** Code of other fields than those of reference managers is short. */
const maxCodeUnits = 5000;
const maxManagedUnits = 2_000_000;

/** The fields and links that are open at a place of a text, one in another. */
export class WordFields {
  private readonly fields: OpenField[] = [];
  /** The elements that hold the results of fields and links. */
  private readonly elements: { readonly code: string; readonly link?: string }[] = [];

  /** @param isDraft fields of reference managers are told apart; without it, their results are text */
  constructor(private readonly isDraft = false) {}

  /** Whether text here belongs to the code of a field, which nobody sees. */
  get isCode(): boolean {
    return this.fields.some(({ isResult, managed }) => !isResult || managed !== undefined);
  }

  /** Whether text here is a table of contents, which a program has made. */
  get isContents(): boolean {
    const isTable = ({ code }: { readonly code: string }): boolean => /^\s*(?:TOC|TOA)\b/i.test(code);
    return this.fields.some(isTable) || this.elements.some(isTable);
  }

  /** The address to which text here leads. */
  get link(): string | undefined {
    const hasLink = ({ link }: { readonly link?: string }): boolean => link !== undefined;
    return (this.fields.findLast(hasLink) ?? this.elements.findLast(hasLink))?.link;
  }

  /**
   * A character of a complex field: `begin`, `separate` or `end`.
   * @returns the field of a reference manager whose result begins
   */
  character(type: string): ManagedField | undefined {
    if (type === 'begin') this.fields.push({ code: '', isResult: false });
    else if (type === 'separate') return this.beginResult();
    else if (type === 'end') this.fields.pop();
    return undefined;
  }

  /** More of the code of the innermost field. */
  code(text: string): void {
    const field = this.fields.at(-1);
    const most = this.isDraft ? maxManagedUnits : maxCodeUnits;
    if (field && !field.isResult && field.code.length < most) field.code += text;
  }

  /** Opens a simple field, whose result is what it holds. */
  openSimple(code: string): void {
    this.elements.push({ code, ...linkOfCode(code) });
  }

  /** Opens a link. Without an address it leads to a place in the file, and is text. */
  openLink(address: string | undefined, anchor: string | undefined): void {
    this.elements.push({ code: '', ...linkTo(address, anchor) });
  }

  /** Closes what `openSimple` or `openLink` opened. */
  closeElement(): void {
    this.elements.pop();
  }

  private beginResult(): ManagedField | undefined {
    const field = this.fields.at(-1);
    if (!field) return undefined;
    // A field in the result of another is part of what that shows.
    const isInside = this.fields.some(({ managed }) => managed);
    field.isResult = true;
    Object.assign(field, linkOfCode(field.code));
    if (this.isDraft) field.managed = managedField(field.code);
    return isInside ? undefined : field.managed;
  }
}

/** The link of a field `HYPERLINK "address" \l "anchor"` (17.16.5.25). */
function linkOfCode(code: string): { link?: string } {
  const [, rest] = /^\s*HYPERLINK\s+(.*)$/is.exec(code) ?? [];
  if (rest === undefined) return {};
  const anchor = /\\l\s+(?:"([^"]*)"|(\S+))/i.exec(rest);
  const address = /^(?:"([^"]*)"|([^\s\\"]\S*))/.exec(rest);
  return linkTo(address?.[1] ?? address?.[2], anchor?.[1] ?? anchor?.[2]);
}

function linkTo(address = '', anchor = ''): { link?: string } {
  const whole = anchor === '' || address === '' ? address : `${address}#${anchor}`;
  const link = safeAddress(whole);
  return link === undefined ? {} : { link };
}
