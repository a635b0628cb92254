/**
 * ESLint over all files, and the types of the program; a part of `npm run lint`. Both look at the same program, so that it is
 * read once, and what ESLint has worked out of its types need not be worked out again: one run takes a fifth less than two.
 * `-- FILE…` looks at some files only.
 */
import { ESLint } from 'eslint';
import ts from 'typescript';
import { inRoot, root } from '../support/paths.ts';

const host: ts.FormatDiagnosticsHost = {
  getCurrentDirectory: () => root,
  getCanonicalFileName: (name) => name,
  getNewLine: () => '\n',
};

function readProgram(): ts.Program {
  const parsed = ts.getParsedCommandLineOfConfigFile(
    inRoot('tsconfig.json'),
    { incremental: false },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (problem) => {
        throw new Error(ts.formatDiagnostic(problem, host));
      },
    },
  );
  if (!parsed) throw new Error('There is no tsconfig.json.');
  return ts.createProgram({
    rootNames: parsed.fileNames,
    options: parsed.options,
    configFileParsingDiagnostics: parsed.errors,
  });
}

/** What ESLint says; '' where nothing is wrong. */
async function lint(program: ts.Program, files: readonly string[]): Promise<string> {
  const eslint = new ESLint({
    cwd: root,
    overrideConfig: {
      files: ['**/*.ts'],
      languageOptions: { parserOptions: { projectService: false, programs: [program] } },
    },
  });
  const formatter = await eslint.loadFormatter('stylish');
  return formatter.format(await eslint.lintFiles([...files]));
}

/** What the compiler says; '' where nothing is wrong. */
function check(program: ts.Program, files: readonly string[]): string {
  const problems =
    files.length === 0
      ? ts.getPreEmitDiagnostics(program)
      : files.flatMap((file) => ts.getPreEmitDiagnostics(program, program.getSourceFile(inRoot(file))));
  return ts.formatDiagnosticsWithColorAndContext(problems, host);
}

const files = process.argv.slice(2);
const program = readProgram();
const said = [await lint(program, files.length === 0 ? ['.'] : files), check(program, files)];
for (const text of said) if (text !== '') console.error(text);
process.exitCode = said.some((text) => text !== '') ? 1 : 0;
