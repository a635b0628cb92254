/** Names as a reader knows them, by what the prefixes of an XML file stand for where they are used. */
export class NamespaceScopes {
  private readonly names: string[] = [];
  /** For each open element what prefixes stand for below it; the same object where it declares none. */
  private readonly scopes: PrefixScope[] = [];
  private scope: PrefixScope = {
    prefixes: new Map([['xml', 'xml']]),
    resolved: new Map(),
    attributes: new Map(),
  };

  constructor(private readonly known: ReadonlyMap<string, string>) {}

  /** How many elements are open. */
  get depth(): number {
    return this.names.length;
  }

  open(name: string, written: Readonly<Record<string, string>>) {
    this.scopes.push(this.scope);
    this.declare(written);
    const resolved = this.resolve(name, this.scope.resolved, '');
    this.names.push(resolved);
    return { name: resolved, attributes: this.attributes(written) };
  }

  /** Closes the innermost element. Returns its name. */
  close(): string {
    this.scope = this.scopes.pop() ?? this.scope;
    return this.names.pop() ?? '';
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
    if (prefixes) this.scope = { prefixes, resolved: new Map(), attributes: new Map() };
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
    let renamed: Record<string, string> | undefined;
    for (const name in written)
      if (this.attributeName(name) !== name) {
        renamed = {};
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
}
