import ts from 'typescript';
import { readTypedSources, type TypedSources } from './program.ts';

/** A table or variable at the top level of a file that functions write to. Callers do not see such state. */
export interface HiddenState {
  readonly name: string;
  /** The path of the file, relative to `src/`. */
  readonly path: string;
  readonly kind: string;
}

const tableClasses = new Set(['Map', 'WeakMap', 'Set', 'WeakSet', 'SideTable', 'Array']);
const writingMethods = new Set(
  'set add delete clear push pop shift unshift splice sort reverse fill copyWithin'.split(' '),
);

/**
 * The hidden state of `checkout/src`: variables (`let`) that functions assign to, tables that functions write to, and
 * functions that get a table of their own from another function, as from `once`. Tables that are not changed after
 * loading do not count. Nor do those of `core/memo`, which have names and are listed in one place.
 */
export function hiddenState(checkout: string): HiddenState[] {
  const sources = readTypedSources(checkout);
  const written = symbolsWrittenByFunctions(sources);
  return [...sources.files].flatMap(([path, file]) =>
    variablesOf(file).flatMap(({ declaration, isLet }) => {
      if (!ts.isIdentifier(declaration.name)) return [];
      const symbol = sources.checker.getSymbolAtLocation(declaration.name);
      const isWritten = isEmptyTable(declaration) || (symbol !== undefined && written.has(symbol));
      const kind = isWritten ? kindOf(declaration, isLet) : closureOverTable(sources, declaration);
      return kind === undefined ? [] : [{ name: declaration.name.text, path, kind }];
    }),
  );
}

interface Variable {
  readonly declaration: ts.VariableDeclaration;
  readonly isLet: boolean;
}

function variablesOf(file: ts.SourceFile): Variable[] {
  return file.statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) =>
    declarationList.declarations.map((declaration) => ({
      declaration,
      isLet: (declarationList.flags & ts.NodeFlags.Let) !== 0,
    })),
  );
}

/** Whether a table is empty at first. It must then be written to, perhaps by a function that it is passed to. */
function isEmptyTable({ initializer }: ts.VariableDeclaration): boolean {
  return (
    initializer !== undefined &&
    ts.isNewExpression(initializer) &&
    tableClasses.has(initializer.expression.getText()) &&
    (initializer.arguments ?? []).length === 0
  );
}

function kindOf({ initializer }: ts.VariableDeclaration, isLet: boolean): string {
  if (isLet) return 'let';
  return initializer && ts.isNewExpression(initializer) ? initializer.expression.getText() : 'object';
}

function symbolsWrittenByFunctions({ files, checker }: TypedSources): Set<ts.Symbol> {
  const written = new Set<ts.Symbol>();
  const visit = (node: ts.Node, isInFunction: boolean): void => {
    const target = isInFunction ? writtenBy(node) : undefined;
    const symbol = target && symbolOf(checker, target);
    if (symbol) written.add(symbol);
    const isInside = isInFunction || ts.isFunctionLike(node);
    ts.forEachChild(node, (child) => visit(child, isInside));
  };
  for (const file of files.values()) visit(file, false);
  return written;
}

/** The variable that an expression changes: `x = 1`, `x++`, `x.set(…)`, `x.y = 1`, `x[0] = 1`, `delete x[0]`. */
function writtenBy(node: ts.Node): ts.Identifier | undefined {
  if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind)) return assignedIn(node.left);
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node))
    return isStep(node.operator) ? rootOf(node.operand) : undefined;
  if (ts.isDeleteExpression(node)) return rootOf(node.expression);
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const { expression, name } = node.expression;
  return writingMethods.has(name.text) && ts.isIdentifier(expression) ? expression : undefined;
}

/** Setting `lastIndex` of a pattern before each use does not count, because nothing is remembered. */
function assignedIn(target: ts.Expression): ts.Identifier | undefined {
  return ts.isPropertyAccessExpression(target) && target.name.text === 'lastIndex'
    ? undefined
    : rootOf(target);
}

function isAssignment(kind: ts.SyntaxKind): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

function isStep(operator: ts.SyntaxKind): boolean {
  return operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken;
}

function rootOf(node: ts.Expression): ts.Identifier | undefined {
  if (ts.isIdentifier(node)) return node;
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node))
    return rootOf(node.expression);
  return undefined;
}

function symbolOf(checker: ts.TypeChecker, node: ts.Node): ts.Symbol | undefined {
  const symbol = checker.getSymbolAtLocation(node);
  return symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** The name of the called function if it makes a table and returns a function, as `once(…)` does. */
function closureOverTable(
  sources: TypedSources,
  { initializer }: ts.VariableDeclaration,
): string | undefined {
  if (!initializer || !ts.isCallExpression(initializer) || !ts.isIdentifier(initializer.expression))
    return undefined;
  const maker = symbolOf(sources.checker, initializer.expression)?.valueDeclaration;
  if (!maker || !ts.isFunctionDeclaration(maker) || !maker.body) return undefined;
  const path = sources.pathOf(maker.getSourceFile());
  if (path === undefined || path.startsWith('core/memo/')) return undefined;
  return makesTable(maker.body) && returnsFunction(maker.body) ? initializer.expression.text : undefined;
}

function makesTable(body: ts.Block): boolean {
  return body.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .some(
      ({ initializer }) =>
        initializer && ts.isNewExpression(initializer) && tableClasses.has(initializer.expression.getText()),
    );
}

function returnsFunction(body: ts.Block): boolean {
  return body.statements.some(
    (statement) =>
      ts.isReturnStatement(statement) &&
      statement.expression !== undefined &&
      ts.isFunctionLike(statement.expression),
  );
}
