import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { checkIds, wordsOfCheck } from '../../../src/core/catalogue.ts';
import { allEnglish, inWords, messageOf, speakIn } from '../../../src/core/messages.ts';
import { french } from '../../../src/core/spoken/spokenFrench.ts';
import { inRoot } from '../../../scripts/support/paths.ts';

/** The texts of a file and the parts of its templates, in order. */
function textsOf(path: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (
      ts.isStringLiteralLike(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node)
    )
      found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('a.ts', readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true));
  return found;
}

const frenchFile = inRoot('src', 'core', 'spoken', 'spokenFrench.ts');

/** The places of a text: `name` of `{$name}` and of `{$name noun}`. */
function placesOf(text: string): string[] {
  return [...text.matchAll(/\{\$(\w+)/g)].map(([, name = '']) => name).sort();
}

describe('French', () => {
  afterEach(() => speakIn());

  it('tells what English tells, each as often', () => {
    const faults: string[] = [];
    const file = ts.createSourceFile('a.ts', readFileSync(frenchFile, 'utf8'), ts.ScriptTarget.Latest, true);
    const english: Readonly<Record<string, unknown>> = allEnglish();
    const visit = (node: ts.Node): void => {
      if (
        ts.isPropertyAssignment(node) &&
        ts.isStringLiteral(node.name) &&
        ts.isStringLiteralLike(node.initializer)
      ) {
        const theirs = english[node.name.text];
        if (typeof theirs !== 'string') return;
        const [own, other] = [placesOf(node.initializer.text), placesOf(theirs)].map((each) =>
          [...new Set(each)].join(),
        );
        if (own !== other) faults.push(`${node.name.text}: ${String(own)} for ${String(other)}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
    assert.deepEqual(faults, []);
  });

  it('has no plain space where French sets one that does not break', () => {
    const faults = textsOf(frenchFile).filter((text) => /\S [:;?!](?=[\s»*_]|$)|« | »/.test(text));
    assert.deepEqual(faults, []);
  });

  it('says everything in other words than English, but for names and signs', () => {
    const english: Readonly<Record<string, unknown>> = allEnglish();
    const same = Object.entries(english)
      .filter(([, text]) => typeof text === 'string' && /[a-z]{4}/.test(text.replace(/\{\$[^}]*\}/g, '')))
      .filter(([id, text]) => {
        const source = readFileSync(frenchFile, 'utf8');
        return source.includes(`'${id}': '${String(text)}'`) || source.includes(`'${id}': "${String(text)}"`);
      })
      .map(([id]) => id);
    // Words that both languages have.
    assert.deepEqual(same, [
      'alignments.computed',
      'levels.information',
      'ask.page',
      'ask.pages',
      'choice.note',
      'importing.libreOffice',
      'importing.calibre',
      'importing.pagesProgram',
      'importing.pandoc',
      'importing.navigation',
      'noteKinds.question',
      'site.pages',
      'site.sections',
      'site.section',
      'site.footnotes',
      'site.kindQuestion',
      'sources.notes',
      'sources.section',
      'templates.critique',
    ]);
  });

  it('counts nothing and one alike, and other things in the plural', () => {
    speakIn(french);
    assert.equal(inWords('count.paragraphs', { count: 0 }), '0 paragraphe');
    assert.equal(inWords('count.moreParagraphs', { count: 2 }), '… et 2 autres paragraphes');
    assert.equal(inWords('count.moreSenses', { count: 3 }), '… et 3 autres sens');
    assert.equal(inWords('cited.inPapers', { times: 2, papers: 3 }), 'Cité 2 fois dans 3 travaux');
  });

  it('words places and messages within messages', () => {
    speakIn(french);
    const places = [12, 13, 20, 'n1', 'abstract'];
    assert.equal(
      inWords('quotations.wordsOfSource', { places }),
      'Les mots de la source aux ¶¶ 12–13, 20, n. 1, le résumé',
    );
    const message = messageOf('notes.unreadableNote', { reason: messageOf('json.noValue') });
    assert.equal(inWords(message), 'Cette note est illisible. Il manque ici une valeur.');
  });

  it('explains every check', () => {
    const english = checkIds.map((id) => wordsOfCheck(id).summary);
    speakIn(french);
    assert.deepEqual(
      checkIds.filter((id, at) => wordsOfCheck(id).summary === english[at]),
      [],
    );
  });
});
