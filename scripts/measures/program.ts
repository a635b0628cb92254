import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { globSync } from 'tinyglobby';
import ts from 'typescript';

/** The files of `src/` of a checkout by their path below it, with slashes. */
export type Sources = ReadonlyMap<string, ts.SourceFile>;

/** A compiler for the files of `src/`; types are worked out where somebody asks for them. */
export interface TypedSources {
  readonly files: Sources;
  readonly checker: ts.TypeChecker;
  /** Path below `src/` of a file; undefined for files of packages. */
  readonly pathOf: (file: ts.SourceFile) => string | undefined;
}

/** Parses `checkout/src`. */
export function readSources(checkout: string): Sources {
  const root = join(checkout, 'src');
  const parse = (path: string): ts.SourceFile =>
    ts.createSourceFile(path, readFileSync(join(root, path), 'utf8'), ts.ScriptTarget.ES2022, true);
  return new Map(pathsBelow(root).map((path) => [path, parse(path)]));
}

/** Parses `checkout/src` with all that it imports. */
export function readTypedSources(checkout: string): TypedSources {
  const root = join(checkout, 'src');
  const names = pathsBelow(root).map((path) => join(root, path));
  const program = ts.createProgram(names, { ...compilerOptions(checkout), noEmit: true });
  const pathOf = (file: ts.SourceFile): string | undefined => {
    const path = relative(root, file.fileName).split(sep).join('/');
    return path.startsWith('../') ? undefined : path;
  };
  const files = program.getSourceFiles().flatMap((file): [string, ts.SourceFile][] => {
    const path = pathOf(file);
    return path === undefined ? [] : [[path, file]];
  });
  return { files: new Map(files), checker: program.getTypeChecker(), pathOf };
}

function pathsBelow(root: string): string[] {
  return globSync('**/*.ts', { cwd: root, ignore: '**/*.d.ts' }).sort();
}

function compilerOptions(checkout: string): ts.CompilerOptions {
  const read = ts.readConfigFile(join(checkout, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const host = { ...ts.sys, readDirectory: () => [] };
  return ts.parseJsonConfigFileContent(read.config, host, checkout).options;
}

/** A function, class, type, enum, constant or variable at the top level of a file. */
export interface Declared {
  readonly name: string;
  readonly path: string;
  readonly isExported: boolean;
  readonly node: ts.Node;
}

/** The top-level declarations of a file, in order. Overloads of a function count once. */
export function declaredIn(path: string, file: ts.SourceFile): Declared[] {
  const byName = new Map<string, Declared>();
  const add = (name: string, isExported: boolean, node: ts.Node): void => {
    if (!byName.has(name)) byName.set(name, { name, path, isExported, node });
  };
  for (const statement of file.statements) {
    const isExported =
      ts.canHaveModifiers(statement) &&
      (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (ts.isVariableStatement(statement))
      for (const { name } of statement.declarationList.declarations)
        for (const each of namesIn(name)) add(each, isExported, statement);
    else if (isNamedDeclaration(statement) && statement.name) add(statement.name.text, isExported, statement);
  }
  return [...byName.values()];
}

type NamedDeclaration =
  | ts.FunctionDeclaration
  | ts.ClassDeclaration
  | ts.InterfaceDeclaration
  | ts.TypeAliasDeclaration
  | ts.EnumDeclaration;

function isNamedDeclaration(node: ts.Statement): node is NamedDeclaration {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isEnumDeclaration(node)
  );
}

function namesIn(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? namesIn(element.name) : []));
}
