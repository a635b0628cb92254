/** The imports between our own files, as they are written. */
import { readFileSync } from 'node:fs';
import { dirname, posix, relative, resolve, sep } from 'node:path';
import { globSync } from 'tinyglobby';
import { inRoot, root } from '../paths.ts';

/** A file of ours, relative to the root, and one of its exports. */
interface Exported {
  readonly file: string;
  readonly name: string;
}

const reExport = /^export (type )?\{([^}]*)\} from '(\.[^']+)';$/gm;
const named = /^(import|export) \{([^}]*)\} from '(\.[^']+\.ts)';$/gm;
const anyImport = /^(?:import|export) (?!type\b)(?:[^;]*? from )?'(\.[^']+\.ts)';$/gm;
const lazyImport = /\bimport\('(\.[^']+\.ts)'\)/g;

export class SourceGraph {
  private readonly texts = new Map<string, string>();
  private readonly faces = new Map<string, ReadonlyMap<string, Exported>>();

  /** The text of a file. */
  textOf(file: string): string {
    const known = this.texts.get(file) ?? readFileSync(inRoot(file), 'utf8');
    this.texts.set(file, known);
    return known;
  }

  /**
   * The text of a file whose imports name the files that hold what is imported, not faces that hand it on: a bundler that divides
   * code among bundles by files would put all that a face names where a little of it is used.
   */
  pastFaces(file: string): string {
    return this.textOf(file).replace(named, (whole, keyword: string, list: string, from: string) => {
      const face = fileAt(file, from);
      if (this.facesOf(face).size === 0) return whole;
      const names = namesIn(list).flatMap(({ isType, name, as }) => {
        if (isType) return [];
        const found = this.origin({ file: face, name });
        return [`${keyword} { ${found.name} as ${as} } from '${pathFrom(file, found.file)}';`];
      });
      return names.join(' ').padEnd(1) + '\n'.repeat(whole.split('\n').length - 1);
    });
  }

  /** The files that a file imports at once, but for types. */
  importsOf(file: string): readonly string[] {
    return [...this.textOf(file).matchAll(anyImport)].map(([, from = '']) => fileAt(file, from));
  }

  /** The files that a file imports when a line runs. */
  lazyImportsOf(file: string): readonly string[] {
    return [...this.textOf(file).matchAll(lazyImport)].map(([, from = '']) => fileAt(file, from));
  }

  private origin(from: Exported): Exported {
    const next = this.facesOf(from.file).get(from.name);
    return next ? this.origin(next) : from;
  }

  /** What a file hands on, by the name that it has there. */
  private facesOf(file: string): ReadonlyMap<string, Exported> {
    const known = this.faces.get(file);
    if (known) return known;
    const found = new Map<string, Exported>();
    for (const [, type, list = '', from = ''] of this.textOf(file).matchAll(reExport))
      if (type === undefined)
        for (const { isType, name, as } of namesIn(list))
          if (!isType) found.set(as, { file: fileAt(file, from), name });
    this.faces.set(file, found);
    return found;
  }
}

interface WrittenName {
  readonly isType: boolean;
  readonly name: string;
  readonly as: string;
}

function namesIn(list: string): WrittenName[] {
  const parts = list.split(',').map((part) => part.trim());
  return parts.filter(Boolean).map((part) => {
    const isType = part.startsWith('type ');
    const [name = '', as = name] = part.replace(/^type /, '').split(' as ');
    return { isType, name, as };
  });
}

/** The file that an import leads to, relative to the root. */
export function fileAt(importer: string, path: string): string {
  return posix.join(posix.dirname(importer), path);
}

/** The same of a place on the disk. */
export function sourceAt(folder: string, path: string): string {
  return relative(root, resolve(folder, path)).split(sep).join('/');
}

function pathFrom(importer: string, file: string): string {
  const path = posix.relative(posix.dirname(importer), file);
  return path.startsWith('.') ? path : `./${path}`;
}

/** All files of ours. */
export function sourceFiles(): readonly string[] {
  return globSync('src/**/*.ts', { cwd: root }).map((file) => file.split(sep).join('/'));
}

/** The folder of a file on the disk. */
export function folderOf(file: string): string {
  return dirname(inRoot(file));
}
