/**
 * The file systems of a host as one tree of paths: `vscode-vfs://github/group/study` is `/vscode-vfs/group/study`. What follows
 * scheme and authority in an address stays as it is written.
 */
export class Mounts {
  /** The beginning of an address, `vscode-vfs://github`, by the name of its top folder. */
  private readonly starts = new Map<string, string>();

  /** @param tree the `file:` address of the folder that all lie in, without the slash at its end */
  constructor(private readonly tree = 'file://') {}

  /** Whether no file system has been made known. */
  get isEmpty(): boolean {
    return this.starts.size === 0;
  }

  /** Makes known that addresses with the scheme and authority of this one are those of files. */
  add(uri: string): void {
    const [, start, scheme] = addressParts.exec(uri) ?? [];
    if (start === undefined || scheme === undefined || [...this.starts.values()].includes(start)) return;
    let name = scheme.toLowerCase();
    for (let number = 2; this.starts.has(name); number++) name = `${scheme.toLowerCase()}-${String(number)}`;
    this.starts.set(name, start);
  }

  /** The `file:` address for an address of the host; what is none of a file stays as it is. */
  toFile(uri: string): string {
    const [, start, , rest] = addressParts.exec(uri) ?? [];
    for (const [name, own] of this.starts) if (own === start) return `${this.tree}/${name}${rest ?? ''}`;
    return uri;
  }

  /** The address of the host for a `file:` address. */
  toHost(uri: string): string {
    if (!uri.startsWith(`${this.tree}/`)) return uri;
    const [, name = '', rest = ''] = /^([^/?#]+)(.*)$/su.exec(uri.slice(this.tree.length + 1)) ?? [];
    const start = this.starts.get(name);
    return start === undefined ? uri : start + (rest.startsWith('/') ? rest : `/${rest}`);
  }
}

const addressParts = /^(([a-z][a-z\d+.-]*):(?:\/\/[^/?#]*)?)(\/.*)?$/isu;
