import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { spokenTags } from '../../src/files/spokenLanguages.ts';
import { inRoot, root } from '../../scripts/support/paths.ts';

type Texts = Readonly<Record<string, string>>;

function textsOf(...path: string[]): Texts {
  return JSON.parse(readFileSync(inRoot(...path), 'utf8')) as Texts;
}

/** What the extension says by itself, as `l10n.t` is given it. */
function saidByExtension(): string[] {
  const said = new Set<string>();
  const textIn = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) said.add(node.text);
    else if (ts.isConditionalExpression(node))
      for (const each of [node.whenTrue, node.whenFalse]) textIn(each);
    else assert.fail(`l10n.t is given what is no text: ${node.getText()}`);
  };
  for (const path of globSync('src/extension/**/*.ts', { cwd: root })) {
    const file = ts.createSourceFile(path, readFileSync(inRoot(path), 'utf8'), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      const [first] = ts.isCallExpression(node) ? node.arguments : [];
      if (ts.isCallExpression(node) && node.expression.getText() === 'l10n.t' && first) textIn(first);
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return [...said].sort();
}

/** `{0}` and icons, which a translation must keep; links of welcome views, with their commands. */
function keptParts(text: string): string[] {
  return [...text.matchAll(/\{\d\}|\$\([a-z-]+\)|\]\(command:[^)]*\)|`[^`]*`/g)].map(([part]) => part).sort();
}

function assertTranslated(texts: Texts, originals: Texts): void {
  assert.deepEqual(Object.keys(texts).sort(), Object.keys(originals).sort());
  const faults = Object.entries(texts).filter(
    ([name, text]) => keptParts(text).join('|') !== keptParts(originals[name] ?? '').join('|'),
  );
  assert.deepEqual(faults, []);
  const plain = Object.entries(texts).filter(([, text]) => /\S [:;?!](?=\s|$)|« | »/.test(text));
  assert.deepEqual(plain, [], 'spaces that may break');
}

for (const tag of spokenTags.filter((each) => each !== 'en'))
  describe(`the extension in ${tag}`, () => {
    it('has its manifest whole', () => {
      const known = new Set(['walkthrough.citations.description']);
      const drop = (texts: Texts): Texts =>
        Object.fromEntries(Object.entries(texts).filter(([name]) => !known.has(name)));
      // One text holds examples that are words of a language.
      assertTranslated(drop(textsOf(`package.nls.${tag}.json`)), drop(textsOf('package.nls.json')));
    });

    it('has all that it says by itself', () => {
      const said = saidByExtension();
      assert.ok(said.length > 150);
      const originals = Object.fromEntries(said.map((text) => [text, text]));
      assertTranslated(textsOf('l10n', `bundle.l10n.${tag}.json`), originals);
    });

    it('has its pages', () => {
      for (const page of globSync('media/walkthrough/*.md', { cwd: root }).filter(
        (each) => !each.includes('.nls.'),
      ))
        assert.ok(existsSync(inRoot(page.replace(/\.md$/, `.nls.${tag}.md`))), page);
    });
  });

describe('what the extension says', () => {
  it('names no icon, which a screen reader would read out before the words of a choice', () => {
    assert.deepEqual(
      saidByExtension().filter((text) => text.includes('$(')),
      [],
    );
  });
});

describe('the pages of the extension', () => {
  it('say in which language they are, and that is not always English', () => {
    const pages = globSync('src/extension/**/*.ts', { cwd: root }).flatMap(
      (path) => readFileSync(inRoot(path), 'utf8').match(/<html[^>]*>/g) ?? [],
    );
    assert.ok(pages.length > 0);
    for (const page of pages) assert.match(page, /^<html lang="\$\{/);
  });
});

describe('the manifest', () => {
  it('has no sentence that is in one language only', () => {
    const manifest = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as { contributes: unknown };
    const found: string[] = [];
    const visit = (value: unknown, name: string): void => {
      if (
        typeof value === 'string' &&
        /^(?:title|description|markdownDescription|contents|altText|label)$/.test(name)
      ) {
        if (!/^%[^%]+%$/.test(value) && value !== 'Pilcrow') found.push(`${name}: ${value}`);
      } else if (Array.isArray(value)) for (const each of value as unknown[]) visit(each, name);
      else if (typeof value === 'object' && value !== null)
        for (const [key, each] of Object.entries(value)) visit(each, key);
    };
    visit(manifest.contributes, '');
    assert.deepEqual(found, []);
  });
});
