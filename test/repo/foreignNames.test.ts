import assert from 'node:assert/strict';
import { Linter } from 'eslint';
import ts from 'typescript';
import tseslint from 'typescript-eslint';
import { foreignNames } from '../../scripts/lint/foreignNames.mjs';

const fileName = 'looked-up.ts';
const declared = `
declare const hasOnlyItsEntries: unique symbol;
declare const table: Partial<Record<string, number>> & { readonly [hasOnlyItsEntries]: true };
declare const record: Record<string, number>;
declare const maybe: Record<string, number> | undefined;
declare const list: number[];
declare const given: string;
declare const known: 'a' | 'b';
`;

function problemsIn(code: string): number {
  const text = declared + code;
  const host = ts.createCompilerHost({});
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (path, options) =>
    path === fileName ? ts.createSourceFile(path, text, options, true) : read(path, options);
  // With the library of the language alone: that of browsers is ten times as large.
  const program = ts.createProgram(
    [fileName],
    { strict: true, target: ts.ScriptTarget.ES2022, lib: ['lib.es2022.d.ts'], types: [] },
    host,
  );
  const config = {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser, parserOptions: { programs: [program] } },
    plugins: { pilcrow: { rules: { 'foreign-names': foreignNames } } },
    rules: { 'pilcrow/foreign-names': 'error' },
  } as Linter.Config;
  const messages = new Linter().verify(text, [config], fileName);
  assert.deepEqual(
    messages.filter(({ fatal }) => fatal),
    [],
  );
  return messages.length;
}

describe('looking up names from outside', () => {
  it('is refused where a record may have what all objects have', () => {
    assert.equal(problemsIn('record[given]; maybe?.[given]; record[`${given}`]; record[given] = 1;'), 4);
  });

  it('is free in tables, lists, by names that are written down, and in a loop over names', () => {
    assert.equal(
      problemsIn(
        "table[given]; list[0]; record['a']; record[known]; for (const each in record) record[each] = 1;",
      ),
      0,
    );
  });

  it('is refused in a loop over the names of something else', () => {
    assert.equal(problemsIn('for (const each in record) maybe![each];'), 1);
  });
});
