import assert from 'node:assert/strict';
import { readGlossary } from '../../../src/core/glossary/readGlossary.ts';
import { buildGlossary, type Glossary } from '../../../src/core/glossary/buildGlossary.ts';
import { buildMatcher, type NestedUse } from '../../../src/core/glossary/matcher.ts';
import { findTerms } from '../../../src/core/glossary/uses.ts';
import { parseMarkdown } from '../../../src/core/blocks/document.ts';

/**
 * Reads Markdown in which every use of a term is marked: `⟦words⟧`, or `⟦name¦words⟧` if the words are not the term's
 * name. A mark inside a mark is a shorter term inside a longer one. `⟦?¦words⟧` is an explicit term without an entry.
 */
function readMarks(marked: string): { text: string; uses: string[] } {
  let text = '';
  const uses: string[] = [];
  const open: { at: number; name: string | undefined }[] = [];
  for (let i = 0; i < marked.length; i++) {
    if (marked[i] === '⟦') {
      const name = /^([^⟦⟧¦]*)¦/.exec(marked.slice(i + 1));
      open.push({ at: text.length, name: name?.[1] });
      i += name?.[0].length ?? 0;
    } else if (marked[i] === '⟧') {
      const mark = open.pop();
      assert.ok(mark, 'unbalanced ⟧');
      uses.push(use(mark.at, text.length, mark.name ?? text.slice(mark.at), open.length > 0));
    } else text += marked.charAt(i);
  }
  assert.equal(open.length, 0, 'unbalanced ⟦');
  return { text, uses: uses.sort() };
}

function use(start: number, end: number, name: string, nested: boolean): string {
  return `${String(start).padStart(5)}-${end} ${name.toLowerCase()}${nested ? ' (nested)' : ''}`;
}

/** The glossary of some texts. */
export function glossaryOf(...texts: string[]): Glossary {
  return buildGlossary(
    texts.map((text, index) => ({
      uri: `g${index}`,
      glossary: readGlossary(parseMarkdown(text)),
      builtIn: false,
    })),
  );
}

/** Asserts that exactly the marked uses are found. Missing and unexpected uses both fail. */
export function assertUses(glossary: string, marked: string): void {
  const { text, uses } = readMarks(marked);
  const found = findTerms(parseMarkdown(text), buildMatcher(glossaryOf(glossary)));
  const line = ({ range, term }: NestedUse, nested: boolean): string =>
    use(range.start, range.end, term.name, nested);
  const actual = [
    ...found.uses.flatMap((each) => [line(each, false), ...each.nested.map((inner) => line(inner, true))]),
    ...found.undefinedTerms.map(({ range }) => use(range.start, range.end, '?', false)),
  ];
  assert.deepEqual(actual.sort(), uses, text);
}
