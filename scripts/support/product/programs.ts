/** What the extension, the server and the command line are divided into. */
import { basename } from 'node:path/posix';
import { namesakes } from '../namesakes.ts';
import { fileAt, type SourceGraph, sourceFiles } from './sourceGraph.ts';

/** A file that something starts with, and whether it runs in a browser. */
export interface Entry {
  readonly file: string;
  readonly isWeb: boolean;
}

/** The files that people and editors start. */
const started: Readonly<Record<string, Entry>> = {
  extension: { file: 'src/extension/main.ts', isWeb: false },
  server: { file: 'src/server/main.ts', isWeb: false },
  cli: { file: 'src/cli/main.ts', isWeb: false },
  'web-extension': { file: 'src/extension/main.ts', isWeb: true },
  'web-server': { file: 'src/server/web.ts', isWeb: true },
};

/**
 * Files that are loaded when one of their functions is called, though the core cannot wait for an `import()`. They may export only
 * functions and types. Most study folders need none of the first four, and most commands say nothing, or no help.
 */
const deferred = [
  'src/core/bibliography/biblatex.ts',
  'src/core/bibliography/cslYaml.ts',
  'src/core/blocks/chunks/remark.ts',
  'src/core/blocks/yamlMapping.ts',
  'src/core/messages/allEnglish.ts',
  'src/core/messages/inWords.ts',
];

/** Those of them that hold what is said on the command line alone: browsers do not load them. */
const neverOnWeb = ['src/core/messages/allEnglish.ts'];

/** Whether a bundle that is loaded late is never loaded by a browser. */
export function isNeverOnWeb(bundle: string): boolean {
  return neverOnWeb.some((file) => lazyName(file) === bundle);
}

/** All entries by the names of their bundles: what is started, what is deferred, and what an `import()` names. */
export class Programs {
  readonly entries = new Map<string, Entry>();
  private readonly withNodes = new Map<string, boolean>();

  constructor(private readonly graph: SourceGraph) {
    for (const [name, entry] of Object.entries(started)) this.entries.set(name, entry);
    for (const file of deferred) this.entries.set(lazyName(file), { file, isWeb: false });
    const onWeb = this.reachedOnWeb();
    for (const file of sourceFiles())
      for (const target of graph.lazyImportsOf(file)) {
        if (!this.nameOf(target, false)) this.entries.set(lazyName(target), { file: target, isWeb: false });
        const isWeb = onWeb.has(file) && this.differsOnWeb(target);
        if (isWeb) this.entries.set(`web-${lazyName(target)}`, { file: namesakes[target] ?? target, isWeb });
      }
  }

  isDeferred(file: string): boolean {
    return deferred.includes(file);
  }

  /** The bundle of a file that is loaded late or started. */
  nameOf(file: string, isWeb: boolean): string | undefined {
    for (const [name, entry] of this.entries) if (entry.file === file && entry.isWeb === isWeb) return name;
    return undefined;
  }

  /** Whether a file is Node's in any part, so that browsers get another one: it, or one that it imports, has a namesake. */
  differsOnWeb(file: string): boolean {
    const known = this.withNodes.get(file);
    if (known !== undefined) return known;
    // Until it is known: files may import each other in a circle.
    this.withNodes.set(file, false);
    const differs =
      file in namesakes ||
      started['web-server']?.file === file ||
      this.graph.importsOf(file).some((next) => this.differsOnWeb(next)) ||
      this.graph.lazyImportsOf(file).some((next) => this.differsOnWeb(next));
    this.withNodes.set(file, differs);
    return differs;
  }

  private reachedOnWeb(): ReadonlySet<string> {
    const reached = new Set<string>();
    const visit = (written: string): void => {
      const file = namesakes[written] ?? written;
      if (reached.has(file)) return;
      reached.add(file);
      for (const next of [...this.graph.importsOf(file), ...this.graph.lazyImportsOf(file)]) visit(next);
    };
    for (const { file, isWeb } of this.entries.values()) if (isWeb) visit(file);
    return reached;
  }
}

/** The name of a bundle that is loaded late: `convert-pdf` for `src/convert/pdf.ts`, `convert` for `src/convert/index.ts`. */
function lazyName(file: string): string {
  const folders = fileAt(file, '.').split('/').slice(1);
  const last = basename(file).replace(/\.[cm]?ts$/, '');
  return [...folders, ...(last === 'index' ? [] : [last])].join('-');
}
