import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { inRoot } from '../../scripts/support/paths.ts';

const rooms = [
  'src/core/**/*.ts',
  'src/convert/**/*.ts',
  'src/files/**/*.ts',
  'src/server/**/*.ts',
  'src/workspace/**/*.ts',
];

/** Where sentences stand that are no messages, and why. */
const others: Readonly<Record<string, string>> = {
  'src/core/messages/': 'the catalogue itself',
  'src/core/catalogue/': 'what checks are, for docs, schema and help: a catalogue of its own',
  'src/core/present/papers/': 'templates and files that are written into a study folder, in its language',
  'src/core/bibliography/': 'names of works, as a bibliography has them',
  'src/core/notes/kinds.ts': 'kinds of notes, which settings rename',
  'src/core/present/wording/slug.ts': 'the name of a file',
  'src/convert/blocks/listBlocks.ts': 'an error that nobody sees',
  'src/core/citedBy/citedIndex.ts': 'an error that nobody sees',
  'src/core/present/guide/': 'written into a document: to be said in its language',
  'src/core/present/terms/addTerm.ts': 'written into a glossary',
  'src/core/present/terms/handout.ts': 'written into a document: to be said in its language',
  // Still to be moved into the catalogue.
  'src/core/present/completion/documentation.ts': 'not moved yet',
  'src/core/present/editing/': 'not moved yet',
  'src/core/present/hover/': 'not moved yet',
  'src/core/present/notes/view.ts': 'not moved yet',
};

describe('sentences', () => {
  it('stand in the catalogue of messages', () => {
    const found = globSync(rooms, { cwd: inRoot() })
      .filter((file) => !Object.keys(others).some((path) => file.startsWith(path)))
      .flatMap((file) => sentencesIn(readFileSync(inRoot(file), 'utf8')).map((each) => `${file}: ${each}`));
    assert.deepEqual(found, []);
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
    if (ts.isImportDeclaration(node)) return;
    const words = ts.isStringLiteralLike(node)
      ? node.text
      : ts.isTemplateExpression(node)
        ? textOf(node)
        : '';
    if (/^\W*[A-Z]\S* [a-z{]|[a-z]+ [a-z{}]+\.$/.test(words)) found.push(words);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true));
  return found;
}

function textOf({ head, templateSpans }: ts.TemplateExpression): string {
  return head.text + templateSpans.map(({ literal }) => `{}${literal.text}`).join('');
}
