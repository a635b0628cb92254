import tseslint from 'typescript-eslint';
import { foreignNames } from './scripts/lint/foreignNames.mjs';
import { layers } from './scripts/lint/layers.mjs';

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: one thing has one name everywhere.',
};

const noListOfArguments = {
  selector: "CallExpression[callee.property.name='push'] > SpreadElement",
  message: 'Use appendAll: a list that is long enough exhausts the stack.',
};

const noForeignNames = [
  {
    selector: "BinaryExpression[operator='in'][left.type!='Literal'][left.type!='PrivateIdentifier']",
    message: 'Use Object.hasOwn or a Map: every object has a constructor.',
  },
  {
    selector:
      "CallExpression[callee.object.name='Object'][callee.property.name='assign'][arguments.0.type='ObjectExpression']",
    message:
      'Use Object.fromEntries or spread: assigning an entry __proto__ gives the object another prototype.',
  },
  {
    selector:
      "VariableDeclarator[init.type='ObjectExpression'] > Identifier.id TSTypeReference[typeName.name='Readonly'] TSTypeReference[typeName.name='Record'] > TSTypeParameterInstantiation > TSStringKeyword:first-child",
    message: 'Use tableOf or a Map: a name from outside may be one that every object has.',
  },
];

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'out/',
      '.cache/',
      'coverage/',
      'node_modules/',
      '.vscode-test/',
      'test/data/',
      'examples/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.mjs'],
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', { max: 400 }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', noDefaultExport],
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Splitting a string into its code points is what we mean by it.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `process.env['HOME']` says that the name comes from outside.
      '@typescript-eslint/dot-notation': 'off',
    },
  },
  {
    files: ['src/**', 'scripts/**', 'test/host/**'],
    rules: { 'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['src/**'],
    plugins: { pilcrow: { rules: { 'foreign-names': foreignNames, layers } } },
    rules: {
      'pilcrow/foreign-names': 'error',
      'pilcrow/layers': 'error',
      'no-restricted-globals': [
        'error',
        ...['encodeURIComponent', 'encodeURI'].map((name) => ({
          name,
          message: 'Use percentEncoded: half of a surrogate pair ends the program.',
        })),
      ],
    },
  },
  {
    files: ['src/**'],
    ignores: ['src/extension/**'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport, noListOfArguments, ...noForeignNames] },
  },
  {
    files: ['src/extension/**'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport, ...noForeignNames] },
  },
  // A language is one file, however much there is to say.
  { files: ['src/core/spoken/*.ts'], rules: { 'max-lines': 'off' } },
  { files: ['src/core/text/percentEncoded.ts'], rules: { 'no-restricted-globals': 'off' } },
  { files: ['src/core/text/table.ts'], rules: { 'pilcrow/foreign-names': 'off' } },
  { files: ['src/cli/**', 'scripts/**', 'test/**'], rules: { 'no-console': 'off' } },
  { files: ['test/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  { files: ['*.config.mjs'], rules: { 'no-restricted-syntax': 'off' } },
);
