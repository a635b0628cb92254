import { inWords } from '../../src/core/messages.ts';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findingsOf } from '../../src/core/check/findings.ts';
import { analyse } from '../../src/core/study/analyse.ts';
import { buildStudy } from '../../src/core/study/buildStudy.ts';
import type { Role } from '../../src/core/study/roles.ts';
import type { Analysis, SourceFile } from '../../src/core/study/studyTypes.ts';
import {
  citationRows,
  findingRow,
  sourceRows,
  termRows,
} from '../../src/core/present/listings/listingRows.ts';
import { enclosingSections } from '../../src/core/source/sections.ts';
import { brokenText, plainWords } from '../support/broken.ts';
import { runs } from '../support/runs.ts';

const paths: Record<Role, string> = {
  paper: 'papers/a.analysis.md',
  source: 'sources/tale.md',
  glossary: 'glossary.md',
  bibliography: 'sources/works.bib',
  edition: 'editions/tale/edition.json',
  configuration: 'pilcrow.json',
  notes: 'notes/tale.jsonld',
  alignment: 'alignments/tale.conte.json',
};
const roles = Object.keys(paths) as Role[];

function read(role: Role, text: string, path = paths[role]): Analysis {
  return analyse({ uri: `file:///study/${path}`, path, role, content: { text } });
}

function source(text: string): SourceFile {
  return read('source', text) as SourceFile;
}

/** Everything that a reader sees of the numbering. */
function numbering({ source: { passages, sections, notes } }: SourceFile): unknown {
  return {
    passages: passages.map(({ number, kind, wordCount, fingerprint, notes: marks }) => ({
      number,
      kind,
      wordCount,
      fingerprint,
      marks,
    })),
    sections: sections.map(({ label, title, first, last, kind }) => ({ label, title, first, last, kind })),
    notes: notes.map(({ number, label, fingerprint, anchor }) => ({ number, label, fingerprint, anchor })),
  };
}

function assertConsistent(file: SourceFile): void {
  const { passages, sections, notes } = file.source;
  passages.forEach(({ number, words }, index) => {
    assert.equal(number, index + 1);
    assert.ok(words);
    assert.ok(words.range.start <= words.range.end && words.range.end <= file.text.length);
    const before = passages[index - 1]?.words;
    assert.ok(!before || before.range.end <= words.range.start, 'passages do not overlap');
    const { text, starts, ends } = words.plain;
    for (let at = 0; at < text.length; at++) {
      assert.ok(
        (starts[at] ?? -1) >= words.range.start && (ends[at] ?? Infinity) <= words.range.end,
        'words stand in their passage',
      );
      const original = file.text.slice(starts[at], ends[at]);
      if (original.length === 1 && text[at] !== ' ' && original !== ' ') assert.equal(text[at], original);
    }
  });
  notes.forEach(({ number, anchor }, index) => {
    assert.equal(number, index + 1);
    assert.ok(anchor === undefined || passages[anchor - 1]?.notes.includes(number));
  });
  for (const section of sections) {
    assert.ok(section.first >= 1 && section.last <= passages.length && section.last >= section.first - 1);
    if (section.parent) {
      assert.ok(
        section.parent.first <= section.first && section.last <= section.parent.last,
        'a section lies in its parent',
      );
      assert.ok(section.parent.children.includes(section));
    }
  }
  const tops = sections.filter(({ parent }) => parent === undefined);
  tops.forEach((section, index) => {
    const next = tops[index + 1];
    assert.equal(
      section.last,
      next ? next.first - 1 : passages.length,
      'sections cover all behind the first heading',
    );
  });
  for (const { number } of passages)
    for (const [index, section] of enclosingSections(sections, number).entries())
      assert.equal(section.parent, index === 0 ? undefined : enclosingSections(sections, number)[index - 1]);
}

describe('on any input', function () {
  this.timeout(120_000);

  it('no role, study, check or list throws, and places lie in their files', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...roles), brokenText), { minLength: 1, maxLength: 5 }),
        (files) => {
          const analyses = files.map(([role, text], index) =>
            read(role, text, role === 'configuration' ? paths[role] : `${String(index)}/${paths[role]}`),
          );
          const study = buildStudy(analyses);
          const name = ({ file }: { file: { path: string } }): string => file.path;
          sourceRows(study, name);
          for (const analysis of study.files) {
            const length = 'text' in analysis ? analysis.text.length : 0;
            for (const finding of findingsOf(analysis, study)) {
              assert.ok(
                finding.range.start >= 0 &&
                  finding.range.start <= finding.range.end &&
                  finding.range.end <= length,
                finding.check,
              );
              assert.notEqual(inWords(finding.message).trim(), '');
              findingRow(finding, analysis, study, name);
            }
            if (analysis.role === 'paper') citationRows(analysis, study, name);
            if (analysis.role === 'paper' || analysis.role === 'source') termRows(analysis, study, name);
          }
        },
      ),
      { numRuns: runs(250) },
    );
  });

  it('the numbering of a source agrees with itself', () => {
    fc.assert(
      fc.property(brokenText, (text) => assertConsistent(source(text))),
      { numRuns: runs(250) },
    );
  });

  it('reading twice gives the same', () => {
    fc.assert(
      fc.property(brokenText, (text) => assert.deepEqual(numbering(source(text)), numbering(source(text)))),
      { numRuns: runs(100) },
    );
  });

  it('line ends make no difference', () => {
    fc.assert(
      fc.property(brokenText, (text) => {
        const unix = text.replace(/\r\n?/g, '\n');
        assert.deepEqual(numbering(source(unix.replace(/\n/g, '\r\n'))), numbering(source(unix)));
      }),
      { numRuns: runs(250) },
    );
  });

  it('n paragraphs under headings are ¶ 1 to ¶ n', () => {
    const block = fc.oneof(
      plainWords.map((words) => ({ words, heading: false })),
      plainWords.map((words) => ({ words, heading: true })),
    );
    fc.assert(
      fc.property(fc.array(block, { maxLength: 30 }), (blocks) => {
        const file = source(
          blocks.map(({ words, heading }) => (heading ? `## ${words}` : words)).join('\n\n'),
        );
        const paragraphs = blocks.filter(({ heading }) => !heading);
        assert.deepEqual(
          file.source.passages.map(({ words }) => words?.plain.text),
          paragraphs.map(({ words }) => words),
        );
        assert.equal(file.source.sections.length, blocks.length - paragraphs.length);
        assertConsistent(file);
      }),
      { numRuns: runs(100) },
    );
  });
});
