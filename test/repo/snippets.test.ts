import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { inRoot } from '../../scripts/support/paths.ts';
import { readCitations } from '../../src/core/citations/readCitations.ts';
import { parseMarkdown } from '../../src/core/blocks/document.ts';

interface Snippet {
  readonly body: string | readonly string[];
  readonly description: string;
}

/** The text that a snippet leaves if nobody types over its proposals. */
function expanded({ body }: Snippet): string {
  const text = typeof body === 'string' ? body : body.join('\n');
  const proposal = /\$\{\d+:((?:[^{}$]|\$\{[A-Z_]+:[^{}]*\})*)\}|\$\{[A-Z_]+:([^{}]*)\}|\$\d+/gu;
  const once = text.replace(proposal, (_, placed?: string, variable?: string) => placed ?? variable ?? '');
  return once === text ? text : expanded({ body: once, description: '' });
}

describe('snippets', () => {
  const snippets = globSync('snippets/*.json', { cwd: inRoot() }).flatMap((file) =>
    Object.entries(JSON.parse(readFileSync(inRoot(file), 'utf8')) as Record<string, Snippet>),
  );

  it('write locators that are read as such in the language that they are for', () => {
    const citing = snippets.flatMap(([name, snippet]) => {
      const lang = /lang: (\w+)/.exec(snippet.description)?.[1] ?? 'en';
      const document = parseMarkdown(`---\nlang: ${lang}\n---\n\n${expanded(snippet)}\n`);
      return readCitations(document).map((citation) => ({ name, locator: citation.locator?.label ?? null }));
    });
    assert.ok(citing.length >= 17, `only ${String(citing.length)} citations in snippets`);
    assert.deepEqual(
      citing.filter(({ locator }) => locator === null),
      [],
    );
    assert.deepEqual(
      citing
        .filter(({ name }) => /paragraph|párrafo/iu.test(name))
        .map(({ locator }) => locator)
        .filter((label) => label !== 'paragraph'),
      [],
    );
  });
});
