import { looksOfNames, type NamedLooks, roleOfNames, type StyleRole } from '../office.ts';
import type { XmlAttributes, XmlHandler } from '../xml.ts';
import {
  isOn,
  type ParagraphProperties,
  readParagraphProperty,
  readRunProperty,
  type RunProperties,
  wordValue,
} from './wordProperties.ts';

interface WordStyle {
  readonly type: string;
  name: string;
  basedOn?: string;
  readonly run: RunProperties;
  readonly paragraph: ParagraphProperties;
}

/** A style with what it takes over from those on which it is based. */
export interface ResolvedStyle {
  readonly run: RunProperties;
  readonly paragraph: ParagraphProperties;
  /** What its name says, or else its level in the outline. */
  readonly role: StyleRole;
  /** What its name says of words. */
  readonly named: NamedLooks;
  /** The ids of the style and of those on which it is based. */
  readonly ids: readonly string[];
}

/** More styles are not based on one another. */
const maxBasedOn = 30;

/** The styles of a Word file (17.7). */
export class WordStyles implements XmlHandler {
  private readonly styles = new Map<string, WordStyle>();
  private readonly resolved = new Map<string, ResolvedStyle>();
  private readonly names: string[] = [];
  private style: WordStyle | undefined;
  private ownParagraphStyle = '';

  open(name: string, attributes: XmlAttributes): void {
    const parent = this.names.at(-1);
    this.names.push(name);
    if (name === 'w:style') this.begin(attributes);
    const { style } = this;
    if (!style || this.names.length > 6) return;
    if (parent === 'w:style') {
      if (name === 'w:name') style.name = wordValue(attributes);
      else if (name === 'w:basedOn') style.basedOn = wordValue(attributes);
    } else if (this.isIn('w:rPr')) readRunProperty(style.run, name, attributes);
    else if (this.isIn('w:pPr')) readParagraphProperty(style.paragraph, name, attributes);
  }

  close(name: string): void {
    this.names.pop();
    if (name === 'w:style') this.style = undefined;
  }

  /** The style of a paragraph; without an id, that which paragraphs have by themselves. */
  paragraph(id: string | undefined): ResolvedStyle {
    if (id === undefined || this.styles.has(id)) return this.resolve(id ?? this.ownParagraphStyle);
    // A file without its styles still says what they are called.
    return { ...this.resolve(this.ownParagraphStyle), role: roleOfNames([id]) };
  }

  /** The style of a run. Undefined if it has none. */
  character(id: string | undefined): ResolvedStyle | undefined {
    return id === undefined || !this.styles.has(id) ? undefined : this.resolve(id);
  }

  /** Whether the innermost open element belongs to the properties `name` of the style, and not to what they were before. */
  private isIn(name: string): boolean {
    return this.names[2] === name && !this.names.some((one) => one.endsWith('Change'));
  }

  private begin(attributes: XmlAttributes): void {
    const id = attributes['w:styleId'] ?? '';
    const type = attributes['w:type'] ?? '';
    this.style = { type, name: '', run: {}, paragraph: {} };
    this.styles.set(id, this.style);
    if (type === 'paragraph' && isOn({ 'w:val': attributes['w:default'] ?? '0' }))
      this.ownParagraphStyle = id;
  }

  private resolve(id: string): ResolvedStyle {
    const known = this.resolved.get(id);
    if (known) return known;
    const ids: string[] = [];
    for (let next: string | undefined = id; next !== undefined && ids.length < maxBasedOn;) {
      if (ids.includes(next) || !this.styles.has(next)) break;
      ids.push(next);
      next = this.styles.get(next)?.basedOn;
    }
    const made = this.resolveChain(ids);
    this.resolved.set(id, made);
    return made;
  }

  private resolveChain(ids: readonly string[]): ResolvedStyle {
    const chain = ids.flatMap((one) => this.styles.get(one) ?? []);
    const run: RunProperties = {};
    const paragraph: ParagraphProperties = {};
    for (const style of [...chain].reverse()) {
      Object.assign(run, style.run);
      Object.assign(paragraph, style.paragraph);
    }
    const named = looksOfNames(chain.map(({ name }) => name));
    return { ids, run, paragraph, named, role: chainRole(chain, paragraph) };
  }
}

/** The nearest style that says what it is, by its name or by a level in the outline, decides. */
function chainRole(chain: readonly WordStyle[], { outline }: ParagraphProperties): StyleRole {
  const named = roleOfNames(chain.map(({ name }) => name));
  const isHeading = outline !== undefined && outline < 9;
  if (named.role === 'text' && isHeading) return { role: 'heading', depth: outline + 1 };
  return named.role === 'heading' && outline === 9 ? { role: 'text' } : named;
}
