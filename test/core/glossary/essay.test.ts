import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { readGlossary, type GlossaryEntry } from '../../../src/core/glossary/readGlossary.ts';
import { buildGlossary } from '../../../src/core/glossary/buildGlossary.ts';
import { buildMatcher } from '../../../src/core/glossary/matcher.ts';
import { findTerms } from '../../../src/core/glossary/uses.ts';
import { parseMarkdown } from '../../../src/core/blocks/document.ts';
import { readSource } from '../../../src/core/source/readSource.ts';

const root = new URL('../../../', import.meta.url);
const essay = new URL('../shared/essay/', root);
const document = parseMarkdown(readFileSync(new URL('editions/masswork/glossary.md', root), 'utf8'));
const file = readGlossary(document);
const glossary = buildGlossary([], [{ uri: 'masswork', glossary: file, builtIn: true }]);

interface ExpectedTerm {
  readonly term: string;
  readonly aliases: readonly string[];
  readonly alsoMatch?: readonly string[];
  readonly paragraphs: readonly number[];
  readonly occurrences: number;
}

describe('the glossary of the essay', () => {
  it('has a hundred terms and more, each with a definition and none twice', () => {
    assert.ok(file.entries.length >= 100);
    assert.equal(glossary.terms.length, file.entries.length);
    assert.deepEqual(glossary.conflicts, []);
    for (const { name, definition } of file.entries) assert.ok(definition.range, name);
  });
  it('relates terms to terms', () => {
    for (const { name, seeAlso } of glossary.terms)
      for (const related of seeAlso) assert.ok(glossary.find(related.name), `${name}: ${related.name}`);
  });
  it('cites the essay in every field', () => {
    for (const { name, definedAt, usedAt } of file.entries)
      for (const { key, locator } of [...definedAt, ...usedAt])
        assert.ok(key === 'masswork' && locator?.label.match(/^(?:paragraph|note)$/), name);
  });
});

describe('the terms of the essay', function () {
  before(function () {
    if (existsSync(new URL('essay.md', essay))) return;
    console.log('      skipped: ../shared/essay is not here');
    this.skip();
  });

  /** The paragraph of each use in a numbered paragraph, by name of term. */
  const usedIn = (): Map<string, number[]> => {
    const text = parseMarkdown(readFileSync(new URL('essay.md', essay), 'utf8'));
    const { passages } = readSource(text);
    const used = new Map<string, number[]>();
    for (const { term, range } of findTerms(text, buildMatcher(glossary)).uses) {
      const passage = passages.find(
        ({ words }) => words && words.range.start <= range.start && range.end <= words.range.end,
      );
      if (passage) used.set(term.name, [...(used.get(term.name) ?? []), passage.number]);
    }
    return used;
  };
  const expected = (): ExpectedTerm[] =>
    (JSON.parse(readFileSync(new URL('terms.json', essay), 'utf8')) as { terms: ExpectedTerm[] }).terms;

  it('stand in exactly the paragraphs and as often as they should', () => {
    const used = usedIn();
    const terms = expected();
    assert.equal(terms.length, 100);
    assert.deepEqual(
      terms.map(({ term }) => [term, [...new Set(used.get(term))], used.get(term)?.length ?? 0]),
      terms.map(({ term, paragraphs, occurrences }) => [term, paragraphs, occurrences]),
    );
  });
  it('are found by every form that is listed', () => {
    for (const { term, aliases, alsoMatch = [] } of expected())
      for (const form of [...aliases, ...alsoMatch]) assert.equal(glossary.find(form)?.name, term, form);
  });
  it('are used where the glossary says', () => {
    const used = usedIn();
    for (const entry of file.entries)
      assert.deepEqual(paragraphsOf(entry), [...new Set(used.get(entry.name))], entry.name);
  });
});

/** The numbers of `Used at:`, ranges written out. */
function paragraphsOf({ usedAt }: GlossaryEntry): number[] {
  return usedAt.flatMap(({ locator }) =>
    (locator?.parts ?? []).flatMap(({ first, last = first }) =>
      Array.from({ length: Number(last) - Number(first) + 1 }, (_, i) => Number(first) + i),
    ),
  );
}
