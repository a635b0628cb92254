import { tableOf } from '../text.ts';
import { NamespaceScopes, type OpenedTag } from './namespaces.ts';
import {
  forbiddenInXml,
  isInstruction,
  withoutReferences,
  type XmlAttributes,
  type XmlEntities,
} from './xmlSyntax.ts';

/** What is told of an XML file, in its order. */
export interface XmlHandler {
  readonly open: (name: string, attributes: XmlAttributes) => void;
  /** Also called for a tag that closes itself. */
  readonly close: (name: string) => void;
  /** Text between two tags, in one call or several, with CDATA; white space as it stands, line ends as `\n`. */
  readonly text?: (text: string) => void;
}

/** What XmlTokens throws where it cannot go on, for whoever feeds it. */
export class NotXml extends Error {
  override readonly name = 'NotXml';

  /** @param isTooDeep whether it is nested too deeply, or has a token that is too long; otherwise it is not well formed */
  constructor(readonly isTooDeep: boolean) {
    super();
  }
}

/** The characters of the entities that every file may use (XML 1.0, 4.6). */
export const xmlEntities: XmlEntities = tableOf({
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
});

/** The most elements within one another. */
const maxXmlDepth = 1000;
/** The most code units of a tag or of text between two tags. No program writes as many. */
const maxTokenUnits = 8_000_000;

const onlySpace = /^[ \t\n]*$/;
/** What ends a tag, or may not stand in it, outside of quotation marks. */
const tagSign = /["'<>]/g;
/** What ends a document type declaration, or goes round its ends. */
const doctypeSign = /["'[\]>]|<!--|<\?/g;
const closingSigns = new Map([
  ['"', '"'],
  ["'", "'"],
  ['<!--', '-->'],
  ['<?', '?>'],
]);

/** Divides the text of an XML file, which comes piece by piece, into tags and text. Nothing of what it has told is kept. */
export class XmlTokens {
  /** The elements that are open, innermost last. */
  private readonly opened: OpenedTag[] = [];
  private readonly scopes: NamespaceScopes;
  /** What is not told yet, and how long it is to be before another look at it is worth while. */
  private rest = '';
  private enough = 0;
  private hasReturn = false;
  private isAtStart = true;
  private hasDoctype = false;
  private hasRoot = false;

  /**
   * @param namespaces the prefix that names of a namespace have for the handler, by its address; others begin with `?`
   * @param entities characters by the names of entities that the file may use
   */
  constructor(
    private readonly handler: XmlHandler,
    namespaces: ReadonlyMap<string, string>,
    private readonly entities: XmlEntities,
  ) {
    this.scopes = new NamespaceScopes(namespaces, entities);
  }

  /**
   * Tells what more text holds.
   * @throws NotXml if it is not well formed, nested too deeply, or has a token that is too long
   */
  write(piece: string): void {
    if (forbiddenInXml.test(piece)) throw this.malformed();
    this.rest += this.withLineEnds(piece);
    if (this.rest.length < this.enough) return;
    const { rest } = this;
    let at = 0;
    for (let next: number | undefined = 0; next !== undefined && next <= rest.length;) {
      at = next;
      next = rest.charCodeAt(at) === 0x3c ? this.markup(rest, at) : this.text(rest, at);
    }
    this.rest = rest.slice(at);
    if (this.rest.length > maxTokenUnits) throw this.tooDeep();
    // A token that comes in many pieces is looked at a few times only.
    this.enough = this.rest.length * 2;
  }

  /**
   * Ends the file.
   * @throws NotXml if it lacks its end
   */
  end(): void {
    this.enough = 0;
    this.write(this.hasReturn ? '\n' : '');
    if (!this.hasRoot || this.opened.length > 0 || !onlySpace.test(this.rest)) throw this.malformed();
  }

  /** All line ends are `\n`. Whether one goes on in the next piece is not known yet. */
  private withLineEnds(piece: string): string {
    if (!this.hasReturn && !piece.includes('\r')) return piece;
    const whole = this.hasReturn ? `\r${piece}` : piece;
    this.hasReturn = whole.endsWith('\r');
    return (this.hasReturn ? whole.slice(0, -1) : whole).replace(/\r\n?/g, '\n');
  }

  /** Tells text up to the next tag. Returns where that begins, or undefined if it is not there yet. */
  private text(rest: string, at: number): number | undefined {
    const end = rest.indexOf('<', at);
    if (end < 0) return undefined;
    const text = rest.slice(at, end);
    this.isAtStart = false;
    if (this.opened.length === 0) {
      if (!onlySpace.test(text)) throw this.malformed();
      return end;
    }
    const read = text.includes(']]>') ? undefined : withoutReferences(text, this.entities);
    if (read === undefined) throw this.malformed();
    this.handler.text?.(read);
    return end;
  }

  /** Reads what begins with `<`. Returns where it ends, or undefined if its end is not there yet. */
  private markup(rest: string, at: number): number | undefined {
    const second = rest.charCodeAt(at + 1);
    if (second === 0x2f) return this.closeTag(rest, at);
    if (second === 0x3f) return this.instruction(rest, at);
    if (second === 0x21) return this.declaration(rest, at);
    return Number.isNaN(second) ? undefined : this.openTag(rest, at);
  }

  private openTag(rest: string, at: number): number | undefined {
    const end = this.endOfTag(rest, at + 1);
    if (end === undefined) return undefined;
    const tag = this.scopes.open(rest.slice(at + 1, end));
    if (!tag || (this.opened.length === 0 && this.hasRoot)) throw this.malformed();
    this.isAtStart = false;
    this.hasRoot = true;
    this.opened.push(tag);
    if (this.opened.length > maxXmlDepth) throw this.tooDeep();
    this.handler.open(tag.name, tag.attributes);
    if (tag.isWhole) this.close(tag);
    return end + 1;
  }

  /** Where the `>` of a tag stands. Undefined if it is not there yet. */
  private endOfTag(rest: string, start: number): number | undefined {
    for (let at = start; ;) {
      tagSign.lastIndex = at;
      const [sign] = tagSign.exec(rest) ?? [];
      if (sign === undefined) return undefined;
      const found = tagSign.lastIndex - 1;
      if (sign === '>') return found;
      if (sign === '<') throw this.malformed();
      const end = rest.indexOf(sign, found + 1);
      if (end < 0) return undefined;
      at = end + 1;
    }
  }

  private closeTag(rest: string, at: number): number | undefined {
    const end = rest.indexOf('>', at);
    if (end < 0) return undefined;
    const name = rest.slice(at + 2, end);
    const tag = this.opened.at(-1);
    if (!tag || (name !== tag.written && name.replace(/[ \t\n]+$/, '') !== tag.written))
      throw this.malformed();
    this.close(tag);
    return end + 1;
  }

  private close({ name }: OpenedTag): void {
    this.opened.pop();
    this.scopes.close();
    this.handler.close(name);
  }

  private instruction(rest: string, at: number): number | undefined {
    const end = rest.indexOf('?>', at + 2);
    if (end < 0) return undefined;
    if (!isInstruction(rest.slice(at, end + 2), this.isAtStart)) throw this.malformed();
    this.isAtStart = false;
    return end + 2;
  }

  private declaration(rest: string, at: number): number | undefined {
    this.isAtStart = false;
    if (rest.startsWith('<!--', at)) return this.comment(rest, at);
    if (rest.startsWith('<![CDATA[', at)) return this.cdata(rest, at);
    if (rest.startsWith('<!DOCTYPE', at)) return this.doctype(rest, at);
    const begins = ['<!--', '<![CDATA[', '<!DOCTYPE'].some((start) => start.startsWith(rest.slice(at)));
    if (!begins) throw this.malformed();
    return undefined;
  }

  private comment(rest: string, at: number): number | undefined {
    const end = rest.indexOf('--', at + 4);
    if (end < 0 || end + 2 >= rest.length) return undefined;
    if (rest[end + 2] !== '>') throw this.malformed();
    return end + 3;
  }

  private cdata(rest: string, at: number): number | undefined {
    if (this.opened.length === 0) throw this.malformed();
    const end = rest.indexOf(']]>', at);
    if (end < 0) return undefined;
    this.handler.text?.(rest.slice(at + 9, end));
    return end + 3;
  }

  /** Passes over the type of the document. What it defines is never read. */
  private doctype(rest: string, start: number): number | undefined {
    if (this.hasDoctype || this.hasRoot) throw this.malformed();
    let isInside = false;
    for (let at = start + 9; ;) {
      doctypeSign.lastIndex = at;
      const [sign] = doctypeSign.exec(rest) ?? [];
      if (sign === undefined) return undefined;
      at = doctypeSign.lastIndex;
      const close = closingSigns.get(sign);
      if (sign === '>' && !isInside) break;
      if (sign === '[') isInside = true;
      else if (sign === ']') isInside = false;
      else if (close !== undefined) {
        const end = rest.indexOf(close, at);
        if (end < 0) return undefined;
        at = end + close.length;
      }
    }
    this.hasDoctype = true;
    return doctypeSign.lastIndex;
  }

  private malformed(): NotXml {
    return new NotXml(false);
  }

  private tooDeep(): NotXml {
    return new NotXml(true);
  }
}
