/** What stands in a file of the product, with what Node.js gives a module of CommonJS. */
type Script = (module: { exports: unknown }, exports: unknown, require: Require) => void;

interface Require {
  (name: string): unknown;
  /** As `require`, where the file may have to be read first. An `import()` of the source is a call of it. */
  readonly load: (name: string) => Promise<unknown>;
}

/** What a worker is told before its program runs: a file of the product, or that this one begins. */
export type WorkerScript = { readonly name: string; readonly text: string } | { readonly run: string };

/** Runs the files of the product where there is no Node.js: they are modules of CommonJS that lie beside each other. */
export class Scripts {
  private readonly scripts = new Map<string, Script>();
  private readonly made = new Map<string, { exports: unknown }>();
  private readonly reading = new Map<string, Promise<unknown>>();
  private loads: Promise<ReadonlyMap<string, readonly string[]>> | undefined;
  private readonly require: Require;

  /**
   * @param read returns the text of a file in `dist`
   * @param outside what VS Code gives by name
   */
  constructor(
    private readonly read: (name: string) => Promise<string>,
    outside: (name: string) => unknown,
  ) {
    this.require = Object.assign(
      (name: string) => (name.startsWith('./') ? this.run(name.slice(2)) : outside(name)),
      { load: (name: string) => this.load(name.slice(2)) },
    );
  }

  /** Makes a script known that need not be read any more. */
  define(name: string, script: Script): void {
    this.scripts.set(name, script);
  }

  /** Reads a script, and whatever else it needs, and returns what it exports. Throws where one cannot be read. */
  async load(name: string): Promise<unknown> {
    await this.prepare(name);
    return this.run(name);
  }

  /** Reads a script, and whatever else it needs, and runs none. */
  async prepare(name: string): Promise<void> {
    const all = await this.needed(name);
    await Promise.all(all.map((each) => this.readOnce(each)));
  }

  /** Reads what a script needs for somebody else, who is told of each as soon as it is there. */
  async readFor(name: string, told: (name: string, text: string) => void): Promise<void> {
    const all = await this.needed(name);
    await Promise.all(all.map(async (each) => told(each, await this.read(each))));
  }

  /** Returns the names of all scripts that must be there before one can run. */
  private async needed(name: string): Promise<readonly string[]> {
    this.loads ??= this.read('web/loads.json').then(
      (text) => new Map(Object.entries(JSON.parse(text) as Record<string, string[]>)),
    );
    this.loads.catch(() => (this.loads = undefined));
    return (await this.loads).get(name) ?? [name];
  }

  /** Runs a script that is there, once. Returns what it exports. */
  run(name: string): unknown {
    const known = this.made.get(name);
    if (known) return known.exports;
    const script = this.scripts.get(name);
    if (!script) throw new Error(`dist/${name} is not there`);
    const module = { exports: {} as unknown };
    this.made.set(name, module);
    script(module, module.exports, this.require);
    return module.exports;
  }

  private async readOnce(name: string): Promise<unknown> {
    if (this.scripts.has(name)) return undefined;
    const known = this.reading.get(name);
    if (known) return known;
    const own = this.read(name).then((text) => this.define(name, asScript(name, text)));
    this.reading.set(name, own);
    own.catch(() => this.reading.delete(name));
    return own;
  }
}

/** A script of the package as a function, as VS Code loads one. Only text of Pilcrow’s own package gets here. */
export function asScript(name: string, text: string): Script {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  return new Function('module', 'exports', 'require', `${text}\n//# sourceURL=${name}`) as Script;
}
