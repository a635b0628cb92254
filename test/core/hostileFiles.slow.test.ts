import { inWords } from '../../src/core/messages.ts';
import assert from 'node:assert/strict';
import { findingsOf } from '../../src/core/check/findings.ts';
import { analyse } from '../../src/core/study/analyse.ts';
import { buildStudy } from '../../src/core/study/buildStudy.ts';
import { readConfiguration } from '../../src/core/study/configuration.ts';
import type { Role } from '../../src/core/study/roles.ts';
import { parseYaml } from '../../src/core/syntax/yaml.ts';

/** The findings of the only file of a study. */
function findings(role: Role, path: string, text: string) {
  const analysis = analyse({ uri: `file:///study/${path}`, path, role, content: { text } });
  return findingsOf(analysis, buildStudy([analysis], []));
}

describe('hostile files', function () {
  // Hang guards: where each place led to all others, these took more memory than there is.
  this.timeout(120_000);

  it('with one name given ten thousand times lead from each to a few others', () => {
    const all = [
      ...findings('glossary', 'glossary.md', '## a\n\nWhat it is.\n\n'.repeat(10_000)),
      ...findings('bibliography', 'sources/w.bib', '@book{a, title = {A}}\n'.repeat(10_000)),
    ];
    const twice = all.filter(
      ({ check }) => check === 'term/duplicate' || check === 'bibliography/duplicate-entry',
    );
    assert.equal(twice.length, 20_000);
    for (const { related, message } of twice) {
      assert.equal(related?.length, 20);
      assert.match(inWords(message), / …/);
    }
  });

  it('of YAML with aliases without end are not looked at', () => {
    assert.equal(parseYaml('- a: &a [*a]\n'.repeat(2000)), undefined);
    assert.ok(parseYaml(`- &a 1\n${'- *a\n'.repeat(400)}`));
  });

  it('of settings that nest without end say so', () => {
    for (const bracket of ['[', '{"a":']) {
      const { problems } = readConfiguration(bracket.repeat(100_000));
      assert.equal(problems[0]?.message.id, 'settings.deep');
    }
    assert.deepEqual(readConfiguration('{ "papers": ["[a-z]*.md"] }').problems, []);
  });
});
