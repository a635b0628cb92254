import ts from 'typescript';
import { declaredIn, type Sources } from './program.ts';

export interface LineFigures {
  /** The number of lines that have code, not only white space or comments. */
  readonly code: number;
  readonly files: number;
  /** The median of the lengths of files, in lines. */
  readonly medianLength: number;
}

export function lineFigures(files: Sources): LineFigures {
  const lengths = [...files.values()].map(({ text }) => text.trimEnd().split('\n').length);
  lengths.sort((a, b) => a - b);
  const code = [...files.values()].reduce((sum, file) => sum + linesOfCode(file), 0);
  return { code, files: files.size, medianLength: lengths[Math.floor(lengths.length / 2)] ?? 0 };
}

/** Counts the lines that tokens are on. Of a template over several lines, all that are not blank count. */
function linesOfCode(file: ts.SourceFile): number {
  const lines = new Set<number>();
  const lineOf = (offset: number): number => file.getLineAndCharacterOfPosition(offset).line;
  const visit = (node: ts.Node): void => {
    if (ts.isJSDoc(node)) return;
    const children = node.getChildren(file);
    if (children.length === 0 && node.getWidth(file) > 0) {
      const first = lineOf(node.getStart(file));
      node
        .getText(file)
        .split('\n')
        .forEach((line, at) => {
          if (line.trim() !== '') lines.add(first + at);
        });
    }
    children.forEach(visit);
  };
  visit(file);
  return lines.size;
}

/** The number of exported functions and classes, and how many of them have a docstring. */
export function docstringsOfExports(files: Sources): { readonly count: number; readonly total: number } {
  const exported = [...files]
    .flatMap(([path, file]) => declaredIn(path, file))
    .filter(
      ({ isExported, node }) => isExported && (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)),
    );
  const documented = exported.filter(({ node }) => ts.getJSDocCommentsAndTags(node).length > 0);
  return { count: documented.length, total: exported.length };
}
