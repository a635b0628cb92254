/**
 * Runs the diagnostics of vscode-markdown-languageservice on all papers of a folder, as the editor does: links,
 * references and fragments. `node languageService.mjs FOLDER_OF_PACKAGES STUDY_FOLDER`
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [packages = '', root = ''] = process.argv.slice(2);
const require = createRequire(join(packages, 'index.js'));
const ownRequire = createRequire(import.meta.url);
const {
  createLanguageService,
  githubSlugifier,
  DiagnosticLevel,
} = require('vscode-markdown-languageservice');
const { TextDocument } = require('vscode-languageserver-textdocument');
const { URI } = require('vscode-uri');
const markdownIt = ownRequire('markdown-it')({ html: true });

const never = () => ({ dispose() {} });
const noToken = { isCancellationRequested: false, onCancellationRequested: never };
const folder = join(root, 'papers');
const documents = new Map(
  readdirSync(folder).map((name) => {
    const uri = URI.file(join(folder, name));
    const document = TextDocument.create(uri.toString(), 'markdown', 1, readFileSync(uri.fsPath, 'utf8'));
    return [uri.toString(), Object.assign(document, { $uri: uri })];
  }),
);
const workspace = {
  workspaceFolders: [URI.file(root)],
  onDidChangeMarkdownDocument: never,
  onDidCreateMarkdownDocument: never,
  onDidDeleteMarkdownDocument: never,
  getAllMarkdownDocuments: async () => documents.values(),
  hasMarkdownDocument: (uri) => documents.has(uri.toString()),
  openMarkdownDocument: async (uri) => documents.get(uri.toString()),
  stat: async ({ fsPath }) =>
    existsSync(fsPath) ? { isDirectory: statSync(fsPath).isDirectory() } : undefined,
  readDirectory: async ({ fsPath }) =>
    readdirSync(fsPath, { withFileTypes: true }).map((each) => [
      each.name,
      { isDirectory: each.isDirectory() },
    ]),
};
const service = createLanguageService({
  workspace,
  parser: {
    slugifier: githubSlugifier,
    tokenize: async (document) => markdownIt.parse(document.getText(), {}),
  },
  logger: { level: 0, log() {} },
});
const level = DiagnosticLevel.warning;
const options = {
  validateReferences: level,
  validateFragmentLinks: level,
  validateFileLinks: level,
  validateMarkdownFileLinkFragments: level,
  validateUnusedLinkDefinitions: level,
  validateDuplicateLinkDefinitions: level,
  ignoreLinks: [],
};
let found = 0;
for (const document of documents.values())
  found += (await service.computeDiagnostics(document, options, noToken)).length;
console.log(`${documents.size} papers, ${found} diagnostics`);
