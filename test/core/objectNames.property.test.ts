import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseMarkdown } from '../../src/core/blocks.ts';
import { type Files, inEditor, onCommandLine } from '../support/doors.ts';
import { runs } from '../support/runs.ts';

/** What every object of JavaScript has, and a word that none has. */
const name = fc.constantFrom(...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'lamp');

/** A study folder in which paths, keys, ids, labels, terms, fields and settings have such names. */
const folder: fc.Arbitrary<Files> = fc
  .record({ path: name, key: name, work: name, term: name, field: name, label: name })
  .map(({ path, key, work, term, field, label }) => ({
    [`papers/${path}.analysis.md`]:
      `---\ntitle: ${term}\nlang: ${field}\ncsl: ${field}\nbibliography: ../sources/${path}.bib\n${field}: {title: x}\n` +
      `references:\n- id: ${label}\n  type: ${field}\n  ${field}: ${key}\n---\n\n` +
      `“A lamp stood” [@${key}, ${field} 1; @${work}; @${label}] [${term}]{.term ${field}=${label}}[^${label}] ` +
      `$\\${field}{x}$ <${field}>x</${field}> [it](../${path}#${label})\n\n[^${label}]: So.\n\n` +
      `::: ${field}\nText.\n:::\n\n---\n${field}: {title: other}\n---\n\nEnd.\n`,
    [`sources/${key}.md`]: `---\nid: ${key}\nlang: ${field}\nnumbering: ${field}\ntranslation-of: ${work}\n---\n\nA lamp stood there.\n`,
    [`sources/${path}.bib`]: `@${field}{${work}, title={\\${field}{x} <span ${field}="${label}">}, ${field}={x}, type={${field}}}\n`,
    'glossary.md': `## ${term}\n\nDefined at: [@${key}, ¶ 1]\n\nA *lamp*.\n`,
    [`notes/${key}.${label}.jsonld`]: `[{"id":"urn:x:${label}","type":"Annotation","${field}":1,"creator":{"name":"${label}"},"motivation":"${field}","body":{"type":"TextualBody","value":"${term}"},"target":{"source":"urn:x-pilcrow:source:${key}","selector":{"type":"${field}","exact":"A lamp"}}}]`,
    'pilcrow.json': `{"${field}": {"papers": ["x"]}, "checks": {"${field}": "off"}, "language": "${label}"}`,
  }));

describe('names that all objects have', () => {
  it('are names like any other to the editor and the command line, which find the same', async () => {
    await fc.assert(
      fc.asyncProperty(folder, async (files) => {
        assert.deepEqual(await onCommandLine(files), inEditor(files));
      }),
      { numRuns: runs(8) },
    );
  }).timeout(60_000);

  it('are entries of metadata and nothing more, in whichever of several blocks', () => {
    const { data } = parseMarkdown(
      '---\na: 1\n---\n\nA\n\n---\n__proto__: {title: other}\n---\n\nB\n',
    ).frontMatter;
    assert.deepEqual(Object.keys(data), ['a', '__proto__']);
    assert.equal(data['title'], undefined);
  });
});
