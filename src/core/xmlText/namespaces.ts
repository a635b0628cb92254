import { type XmlEntities, type XmlTag, xmlTagOf } from './xmlSyntax.ts';
import { growingTable, type GrowingNames } from '../text.ts';

/** A tag that opens an element, with names as a reader knows them. */
export interface OpenedTag extends XmlTag {
  /** The name as the file writes it. */
  readonly written: string;
}

/** A program writes the same tags thousands of times. So many are known again, of at most so many code units. */
const maxKnownTags = 1000;
const maxKnownUnits = 200;

/** Names as a reader knows them, by what the prefixes of an XML file stand for where they are used. */
export class NamespaceScopes {
  /** For each open element what prefixes stand for outside of it; the same object where it declares none. */
  private readonly scopes: PrefixScope[] = [];
  private scope = newScope(new Map([['xml', 'xml']]));

  constructor(
    private readonly known: ReadonlyMap<string, string>,
    private readonly entities: XmlEntities,
  ) {}

  /**
   * Opens an element.
   * @param tag what stands between `<` and `>`
   * @returns undefined if that is not well formed
   */
  open(tag: string): OpenedTag | undefined {
    const { scope } = this;
    const opened = scope.tags.get(tag) ?? this.read(tag, scope);
    this.scopes.push(scope);
    return opened;
  }

  /** Closes the innermost element. */
  close(): void {
    this.scope = this.scopes.pop() ?? this.scope;
  }

  private read(tag: string, scope: PrefixScope): OpenedTag | undefined {
    const read = xmlTagOf(tag, this.entities);
    if (!read) return undefined;
    this.declare(read.attributes);
    const opened = {
      name: this.resolve(read.name, this.scope.resolved, ''),
      written: read.name,
      attributes: this.attributes(read.attributes),
      isWhole: read.isWhole,
    };
    if (this.scope !== scope || tag.length > maxKnownUnits) return opened;
    if (scope.tags.size >= maxKnownTags) scope.tags.clear();
    scope.tags.set(tag, opened);
    return opened;
  }

  private declare(written: Readonly<Record<string, string>>): void {
    let prefixes: Map<string, string> | undefined;
    for (const name in written) {
      if (!name.startsWith('xmlns') || (name.length > 5 && name[5] !== ':')) continue;
      prefixes ??= new Map(this.scope.prefixes);
      const address = written[name] ?? '';
      const own = name.slice(6);
      prefixes.set(own, address === '' ? '' : (this.known.get(address) ?? `?${own}`));
    }
    if (prefixes) this.scope = newScope(prefixes);
  }

  /** @param unprefixed the prefix under which a name without one is looked up; undefined for a name that stays as it is */
  private resolve(name: string, resolved: Map<string, string>, unprefixed: string | undefined): string {
    const found = resolved.get(name);
    if (found !== undefined) return found;
    const colon = name.indexOf(':');
    const prefix = colon < 0 ? unprefixed : name.slice(0, colon);
    const known = prefix === undefined ? undefined : this.scope.prefixes.get(prefix);
    const own = name.slice(colon + 1);
    const made = known === undefined ? name : known === '' ? own : `${known}:${own}`;
    resolved.set(name, made);
    return made;
  }

  private attributes(written: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
    let renamed: GrowingNames<string> | undefined;
    for (const name in written)
      if (this.attributeName(name) !== name) {
        renamed = growingTable<string>();
        break;
      }
    if (!renamed) return written;
    for (const name in written) renamed[this.attributeName(name)] = written[name] ?? '';
    return renamed;
  }

  private attributeName(name: string): string {
    return this.resolve(name, this.scope.attributes, undefined);
  }
}

interface PrefixScope {
  /** By prefix, that by which the reader knows its namespace. */
  readonly prefixes: ReadonlyMap<string, string>;
  readonly resolved: Map<string, string>;
  readonly attributes: Map<string, string>;
  /** Tags that declare no prefix, as they are written. */
  readonly tags: Map<string, OpenedTag>;
}

function newScope(prefixes: ReadonlyMap<string, string>): PrefixScope {
  return { prefixes, resolved: new Map(), attributes: new Map(), tags: new Map() };
}
