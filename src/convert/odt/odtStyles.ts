import { type RunStyle, scriptStyle } from '../blocks.ts';
import { looksOfNames, type NamedLooks, roleOfNames, type StyleRole } from '../office.ts';
import type { XmlAttributes } from '../xml.ts';

/** What a style, or those on which it is based, says about how text looks. Undefined is what nothing is said about. */
export interface OdtLooks extends NamedLooks {
  italic?: boolean;
  bold?: boolean;
  struck?: boolean;
  hidden?: boolean;
  raised?: boolean;
  lowered?: boolean;
  font?: string;
}

interface OdtStyle extends OdtLooks {
  readonly name: string;
  readonly parent: string | undefined;
  readonly outline: number | undefined;
  readonly list: string | undefined;
  startsPage?: boolean;
  endsPage?: boolean;
  alignment?: string;
}

/** A style with what it takes over from those on which it is based. */
export interface ResolvedOdtStyle extends OdtLooks {
  readonly role: StyleRole;
  readonly startsPage?: boolean;
  readonly endsPage?: boolean;
  /** As the file has it. */
  readonly alignment?: string;
}

/** More styles are not based on one another. */
const maxParentStyles = 30;

/** The styles of paragraphs and of words in an OpenDocument text (1.3, part 3, 16). */
export class OdtStyles {
  private readonly styles = new Map<string, OdtStyle>();
  private readonly resolved = new Map<string, ResolvedOdtStyle>();
  private style: OdtStyle | undefined;

  /** Begins a style. Its properties follow, until it is closed. */
  open(attributes: XmlAttributes): void {
    const family = attributes['style:family'] ?? '';
    const name = attributes['style:name'] ?? '';
    const outline = attributes['style:default-outline-level'] ?? '';
    const master = attributes['style:master-page-name'] ?? '';
    this.style = {
      name: attributes['style:display-name'] ?? name,
      parent: attributes['style:parent-style-name'],
      outline: outline === '' ? undefined : Number(outline),
      list: attributes['style:list-style-name'],
      ...(master === '' ? {} : { startsPage: true }),
    };
    this.styles.set(`${family}/${name}`, this.style);
  }

  close(): void {
    this.style = undefined;
  }

  /** Reads `style:text-properties` or `style:paragraph-properties`. */
  properties(name: string, attributes: XmlAttributes): void {
    const { style } = this;
    if (!style) return;
    if (name === 'style:text-properties') Object.assign(style, looksOf(attributes));
    else {
      if (attributes['fo:break-before'] === 'page') style.startsPage = true;
      if (attributes['fo:break-after'] === 'page') style.endsPage = true;
      const align = attributes['fo:text-align'];
      if (align !== undefined) style.alignment = align;
    }
  }

  /** @param family `paragraph` or `text` */
  get(family: string, name: string | undefined): ResolvedOdtStyle {
    const id = `${family}/${name ?? ''}`;
    const known = this.resolved.get(id);
    if (known) return known;
    const chain: OdtStyle[] = [];
    for (let next: string | undefined = id; next !== undefined && chain.length < maxParentStyles;) {
      const style: OdtStyle | undefined = this.styles.get(next);
      if (!style || chain.includes(style)) break;
      chain.push(style);
      next = style.parent === undefined ? undefined : `${family}/${style.parent}`;
    }
    const made = resolveChain(chain, name);
    this.resolved.set(id, made);
    return made;
  }
}

function resolveChain(chain: readonly OdtStyle[], name: string | undefined): ResolvedOdtStyle {
  const looks: OdtLooks & { startsPage?: boolean; endsPage?: boolean; alignment?: string } = {};
  for (const { name: _, parent: _parent, outline: _outline, list: _list, ...own } of [...chain].reverse())
    Object.assign(looks, own);
  const names = chain.length > 0 ? chain.map((style) => style.name) : [name ?? ''];
  const role = roleOfNames(names);
  const outline = chain.find((style) => style.outline !== undefined)?.outline ?? 0;
  return {
    ...looks,
    ...looksOfNames(names),
    role: role.role === 'text' && outline > 0 ? { role: 'heading', depth: outline } : role,
  };
}

function looksOf(attributes: XmlAttributes): OdtLooks {
  const looks: OdtLooks = {};
  const slant = attributes['fo:font-style'];
  const weight = attributes['fo:font-weight'];
  const line = attributes['style:text-line-through-style'] ?? attributes['style:text-line-through-type'];
  const position = attributes['style:text-position'];
  const display = attributes['text:display'];
  const font = attributes['style:font-name'] ?? attributes['fo:font-family'];
  if (slant !== undefined) looks.italic = /^(?:italic|oblique)$/.test(slant);
  if (weight !== undefined) looks.bold = weight === 'bold' || Number(weight) >= 600;
  if (line !== undefined) looks.struck = line !== 'none';
  if (position !== undefined) {
    looks.raised = /^(?:super|[1-9])/.test(position);
    looks.lowered = /^(?:sub|-)/.test(position);
  }
  if (display !== undefined) looks.hidden = display === 'none';
  if (font !== undefined) looks.font = font;
  return looks;
}

/** How words look, and where the link around them leads. Undefined where there is nothing to say. */
export function runStyleOf(looks: OdtLooks, link: string | undefined): RunStyle | undefined {
  const style: RunStyle = {
    ...(looks.italic ? { emphasis: true as const } : {}),
    ...(looks.bold ? { strong: true as const } : {}),
    ...(looks.struck ? { deleted: true as const } : {}),
    ...scriptStyle(looks),
    ...(looks.code ? { code: true as const } : {}),
    ...(looks.term ? { term: true as const } : {}),
    ...(link === undefined ? {} : { link, anchor: true as const }),
  };
  return Object.keys(style).length === 0 ? undefined : style;
}
