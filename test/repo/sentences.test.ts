import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { inRoot } from '../../scripts/support/paths.ts';

const rooms = [
  'src/cli/**/*.ts',
  'src/core/**/*.ts',
  'src/convert/**/*.ts',
  'src/extension/**/*.ts',
  'src/files/**/*.ts',
  'src/publish/**/*.ts',
  'src/server/**/*.ts',
  'src/workspace/**/*.ts',
  'media/{coverage,site}/*.js',
];

/** Where sentences stand that are no messages, and why. */
const others: Readonly<Record<string, string>> = {
  'src/core/messages/': 'the catalogue itself',
  'src/core/spoken/': 'the catalogue in other languages',
  'src/cli/completions.ts': 'scripts of shells',
  'src/core/catalogue/': 'what checks are, for docs, schema and help: a catalogue of its own',
  'src/core/languages/': 'templates of papers, each in its language',
  'src/core/present/papers/': 'files that are written into a study folder',
  'src/core/bibliography/': 'names of works, as a bibliography has them',
  'src/convert/blocks/listBlocks.ts': 'an error that nobody sees',
  'src/core/citedBy/citedIndex.ts': 'an error that nobody sees',
  'src/convert/plainText/printedPages.ts': 'marks of pages, which a source has in its text',
  'src/publish/openDocument/': 'names of styles, which a word processor has in its own language',
  'src/publish/wordFile/docxInlines.ts': 'the name of an object in a file',
  'src/publish/zotero/': 'fields of a word processor',
  'src/core/present/terms/addTerm.ts': 'a field of a glossary, which is syntax',
};

describe('sentences', () => {
  it('stand in the catalogue of messages', () => {
    const found = globSync(rooms, { cwd: inRoot() })
      .filter((file) => !Object.keys(others).some((path) => file.startsWith(path)))
      .flatMap((file) => sentencesIn(readFileSync(inRoot(file), 'utf8')).map((each) => `${file}: ${each}`));
    assert.deepEqual(found, []);
  });

  it('are worded when they are said, and not when a file is loaded, before the language is known', () => {
    const found = globSync('src/**/*.ts', { cwd: inRoot() }).flatMap((file) =>
      wordedAtOnce(readFileSync(inRoot(file), 'utf8')).map((each) => `${file}: ${each}`),
    );
    assert.deepEqual(found, []);
    assert.deepEqual(wordedAtOnce("const a = { b: inWords('c'), get d() { return inWords('e'); } };"), [
      "inWords('c')",
    ]);
  });

  it('are seen where they are', () => {
    const text =
      "const a = 'This is one.'; const b = `The ${a} is one`; const c = 'no one'; import 'A file.ts';";
    assert.deepEqual(sentencesIn(text), ['This is one.', 'The {} is one']);
  });
});

/** Texts of two words and more that begin with a capital or end in a full stop. */
function sentencesIn(text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || isTranslated(node)) return;
    const words = ts.isStringLiteralLike(node)
      ? node.text
      : ts.isTemplateExpression(node)
        ? textOf(node)
        : '';
    if (/^<(?:!|[a-z])/.test(words)) return;
    if (/^\W*[A-Z]\S* [a-z{]|[a-z]+ [a-z{}]+\.$/.test(words)) found.push(words);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true));
  return found;
}

/** Messages that are worded in no function. */
function wordedAtOnce(text: string): string[] {
  if (!text.includes('inWords(')) return [];
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isCallExpression(node) && node.expression.getText() === 'inWords') found.push(node.getText());
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true));
  return found;
}

/** What the extension says by itself, which `l10n/` has in other languages, and what it logs for those who look for a fault. */
function isTranslated(node: ts.Node): boolean {
  return (
    ts.isCallExpression(node) &&
    /^(?:vscode\.)?l10n\.t$|\blog\??\.(?:error|warn|info|debug|trace)$/.test(node.expression.getText())
  );
}

function textOf({ head, templateSpans }: ts.TemplateExpression): string {
  return head.text + templateSpans.map(({ literal }) => `{}${literal.text}`).join('');
}
