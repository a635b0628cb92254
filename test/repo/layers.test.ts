import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { layerProblem } from '../../scripts/lint/layers.mjs';
import { inRoot } from '../../scripts/support/paths.ts';

const source = inRoot('src');

function problem(importer: string, specifier: string, isLazy = false): string | undefined {
  return layerProblem(source, join(source, importer), specifier, isLazy);
}

describe('the layers', () => {
  it('let a room import what stands before it', () => {
    assert.equal(problem('core/blocks/a.ts', '../text.ts'), undefined);
    assert.equal(problem('core/check/a.ts', './b.ts'), undefined);
    assert.equal(problem('core/source/a.ts', 'unified'), undefined);
    assert.equal(problem('workspace/a.ts', '../core/present/hover.ts'), undefined);
    assert.equal(problem('core/present/hover/a.ts', '../terms.ts'), undefined);
    assert.equal(problem('convert/html/a.ts', '../blocks.ts'), undefined);
    assert.equal(problem('convert/import.ts', './html.ts'), undefined);
    assert.equal(problem('server/features/a.ts', '../../workspace/b.ts'), undefined);
    assert.equal(problem('server/a.ts', 'vscode-languageserver/node'), undefined);
    assert.equal(problem('extension/views/a.ts', '../../server/protocol.ts'), undefined);
    assert.equal(problem('files/a.ts', '../workspace/b.ts'), undefined);
    assert.equal(problem('files/node.ts', 'node:fs'), undefined);
    assert.equal(problem('extension/a.ts', 'vscode'), undefined);
    assert.equal(problem('cli/a.ts', '../server/main.ts', true), undefined);
  });

  it('let it import nothing else', () => {
    const wrong: [importer: string, specifier: string, isLazy?: boolean][] = [
      ['core/text/a.ts', '../blocks.ts'],
      ['core/blocks/a.ts', '../text/range.ts'],
      ['core/present/hover/a.ts', '../completion.ts'],
      ['core/present/hover/a.ts', '../terms/termHover.ts'],
      ['core/present/hover/a.ts', '../../text/range.ts'],
      ['convert/html/a.ts', '../structure.ts'],
      ['convert/import.ts', './html/html.ts'],
      ['server/a.ts', '../core/check/findings.ts'],
      ['core/resolve/a.ts', '../../workspace/b.ts'],
      ['core/source/a.ts', 'node:fs'],
      ['core/source/a.ts', 'path'],
      ['core/source/a.ts', './b.ts', true],
      ['convert/a.ts', '../workspace/b.ts'],
      ['convert/a.ts', 'node:zlib'],
      ['files/a.ts', 'node:fs'],
      ['cli/a.ts', 'node:fs/promises'],
      ['server/a.ts', 'fs'],
      ['server/a.ts', 'node:path'],
      ['files/a.ts', 'node:crypto'],
      ['workspace/a.ts', 'path'],
      ['extension/a.ts', 'node:path/posix'],
      ['cli/a.ts', 'chokidar'],
      ['workspace/a.ts', '../server/b.ts'],
      ['workspace/a.ts', 'vscode-languageserver-types'],
      ['workspace/a.ts', '../files/b.ts'],
      ['server/a.ts', '../cli/b.ts'],
      ['server/a.ts', 'vscode'],
      ['cli/a.ts', '../server/main.ts'],
      ['cli/a.ts', 'vscode-languageserver'],
      ['extension/a.ts', '../core/text/range.ts'],
      ['extension/a.ts', '../server/main.ts'],
      ['extension/a.ts', 'unified'],
      ['attic/a.ts', 'unified'],
    ];
    for (const [importer, specifier, isLazy] of wrong) {
      assert.ok(problem(importer, specifier, isLazy), `${importer} imports ${specifier}`);
    }
  });
});

describe('the core', () => {
  for (const file of globSync('src/core/**/*.ts', { cwd: inRoot() }).sort()) {
    it(`is pure in ${file.slice('src/core/'.length)}`, () => {
      assert.deepEqual(impurities(readFileSync(inRoot(file), 'utf8')), []);
    });
  }

  it('has no state but what core/memo keeps and the language of the person', () => {
    const kept = globSync('src/core/**/*.ts', { cwd: inRoot() })
      .sort()
      .flatMap((file) => {
        return stateIn(readFileSync(inRoot(file), 'utf8')).map((name) => `${file}: ${name}`);
      });
    assert.deepEqual(kept, ['src/core/memo/memoTable.ts: memoState', 'src/core/messages/inWords.ts: spoken']);
    const state = `let a = 1;\nconst b = new WeakMap<object, string>();\nconst c = new Map();\nconst d: string[] = [];`;
    assert.deepEqual(stateIn(`${state}\nconst e = { f: new Map() };`), ['a', 'b', 'c', 'd', 'e']);
    const none = `const a = new Map([['a', 1]]);\nconst b: readonly string[] = [];\nfunction c() { let d = 1; }`;
    assert.deepEqual(stateIn(none), []);
  });

  it('is seen to be impure where it is', () => {
    const impure = [
      `import * as editor from 'vscode';`,
      `import { join } from 'path';`,
      `export { join } from 'node:path';`,
      `const late = () => import('./late.ts');`,
      `const old = require('old');`,
      `const now = Date.now();`,
      `const today = new Date();`,
      `console.log(1);`,
      `const home = process.env;`,
      `const all = globalThis;`,
      `const dice = Math.random();`,
      `setTimeout(() => 1, 10);`,
    ];
    for (const text of impure) assert.equal(impurities(text).length, 1, text);
    const pure = `import type { Date } from './date.ts'; // process, console\nconst a = b.process + { Date: 1 }.Date;\nfor (const window of a) b(window);`;
    assert.deepEqual(impurities(pure), []);
  });
});

const globals = new Set([
  ...[
    'Date',
    'process',
    'console',
    'globalThis',
    'global',
    'window',
    'self',
    'performance',
    'require',
    'module',
  ],
  ...[
    'setTimeout',
    'setInterval',
    'setImmediate',
    'queueMicrotask',
    'fetch',
    'Buffer',
    'crypto',
    'navigator',
  ],
]);

/** What a text of the core does that it must not, by its syntax tree: names in comments and strings are free. */
function impurities(text: string): string[] {
  const file = ts.createSourceFile('core.ts', text, ts.ScriptTarget.Latest, true);
  const own = declaredNames(file);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const impurity = impurityOf(node, own);
    if (impurity)
      found.push(`line ${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${impurity}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The variables at the top level of a file, and the tables that begin empty, which somebody must fill. */
function stateIn(text: string): string[] {
  const file = ts.createSourceFile('core.ts', text, ts.ScriptTarget.Latest, true);
  return file.statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) => {
    const isLet = (declarationList.flags & ts.NodeFlags.Let) !== 0;
    return declarationList.declarations
      .filter((each) => isLet || isEmptyTable(each))
      .map(({ name }) => name.getText());
  });
}

function isEmptyTable({ initializer, type }: { initializer?: ts.Expression; type?: ts.TypeNode }): boolean {
  if (!initializer || /^(?:readonly|Readonly)/.test(type?.getText() ?? '')) return false;
  if (ts.isObjectLiteralExpression(initializer))
    return initializer.properties.some(
      (each) =>
        !type && ts.isPropertyAssignment(each) && ts.isNewExpression(each.initializer) && isEmptyTable(each),
    );
  if (ts.isArrayLiteralExpression(initializer)) return initializer.elements.length === 0;
  return (
    ts.isNewExpression(initializer) &&
    /^(?:Weak)?(?:Map|Set)$/.test(initializer.expression.getText()) &&
    (initializer.arguments ?? []).length === 0
  );
}

/** The names a file gives itself: a sliding `window` is no browser's. */
function declaredNames(file: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    const declares = ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node);
    if (declares && ts.isIdentifier(node.name)) names.add(node.name.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return names;
}

function impurityOf(node: ts.Node, own: ReadonlySet<string>): string | undefined {
  if (
    ts.isStringLiteral(node) &&
    (ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent))
  ) {
    return isBuiltin(node.text) || node.text.startsWith('vscode') ? `imports ${node.text}` : undefined;
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return 'imports dynamically';
  if (ts.isPropertyAccessExpression(node) && node.getText() === 'Math.random') return 'throws dice';
  if (!ts.isIdentifier(node) || !globals.has(node.text) || own.has(node.text)) return undefined;
  return isReference(node) ? `uses ${node.text}` : undefined;
}

/** Whether an identifier stands for a value, and is not the name of a member or of something imported. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isQualifiedName(parent)) return parent.left === node;
  if (ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent)) return false;
  const isNamed =
    ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodSignature(parent);
  return !(isNamed && parent.name === node);
}
