import { posix } from 'node:path';
import ts from 'typescript';
import type { Sources } from './program.ts';

type Graph = ReadonlyMap<string, ReadonlySet<string>>;

export interface Circles {
  /** Circles of imports that remain when the program runs. */
  readonly ofValues: readonly (readonly string[])[];
  /** Circles of all imports, with those of types. */
  readonly ofTypes: readonly (readonly string[])[];
}

/** The import circles of `src/`: sets of files in which each file reaches every other. */
export function importCircles(sources: Sources): Circles {
  return { ofValues: circlesOf(graphOf(sources, false)), ofTypes: circlesOf(graphOf(sources, true)) };
}

function graphOf(files: Sources, withTypes: boolean): Graph {
  return new Map(
    [...files].map(([path, file]) => {
      const targets = file.statements.flatMap((statement) => {
        const specifier = importedBy(statement, withTypes);
        const target = specifier && posix.join(posix.dirname(path), specifier);
        return target !== undefined && files.has(target) ? [target] : [];
      });
      return [path, new Set(targets)];
    }),
  );
}

function importedBy(statement: ts.Statement, withTypes: boolean): string | undefined {
  if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return undefined;
  const { moduleSpecifier } = statement;
  if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) return undefined;
  return withTypes || !isOnlyTypes(statement) ? moduleSpecifier.text : undefined;
}

function isOnlyTypes(statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly;
  const clause = statement.importClause;
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { namedBindings, name } = clause;
  return (
    !name &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly)
  );
}

/** The strongly connected components of more than one file, by Tarjan's algorithm. */
function circlesOf(graph: Graph): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  const visit = (path: string): void => {
    order.set(path, order.size);
    lowest.set(path, order.get(path) ?? 0);
    open.push(path);
    for (const target of graph.get(path) ?? []) {
      if (!order.has(target)) visit(target);
      if (open.includes(target)) lowest.set(path, Math.min(lowest.get(path) ?? 0, lowest.get(target) ?? 0));
    }
    if (lowest.get(path) !== order.get(path)) return;
    const members = open.splice(open.indexOf(path));
    if (members.length > 1) circles.push(members.sort());
  };
  for (const path of graph.keys()) if (!order.has(path)) visit(path);
  return circles.sort((a, b) => b.length - a.length);
}
