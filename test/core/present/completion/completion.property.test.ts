import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { analyse } from '../../../../src/core/study/analyse.ts';
import { buildStudy } from '../../../../src/core/study/buildStudy.ts';
import type { Paper } from '../../../../src/core/study/studyTypes.ts';
import {
  completionAt,
  documentationOf,
  type CompletionItem,
} from '../../../../src/core/present/completion/completionAt.ts';
import { quotationsIn } from '../../../../src/core/quotations/quotationsIn.ts';
import { runs, times } from '../../../support/runs.ts';
import { random } from '../../match/invented.ts';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const sample = path('../../../../examples/study-folder/sources/reading-together.md');
const essay = path('../../../../../shared/essay/essay.md');

const closing: Readonly<Record<string, string>> = {
  '“': '”',
  '"': '"',
  '‘': '’',
  '«': '»',
  '„': '“',
  "'": "'",
};
const openings = [...Object.keys(closing), '> '];

function paperOf(text: string): Paper {
  const content = { text };
  const paper = analyse({ uri: 'file:///s/p.analysis.md', path: 'p.analysis.md', role: 'paper', content });
  assert.equal(paper.role, 'paper');
  return paper;
}

function sourceOf(file: string) {
  const content = { text: readFileSync(file, 'utf8') };
  return analyse({ uri: 'file:///s/sources/s.md', path: 'sources/s.md', role: 'source', content });
}

/** Begins quotations at random places of a source and accepts everything that is offered: all must be verbatim. */
function acceptEverything(file: string, tries: number): { offered: number; accepted: number } {
  const file_ = sourceOf(file);
  const passages = [...buildStudy([file_]).sources.values()][0]?.passages ?? [];
  const next = random(11);
  const result = { offered: 0, accepted: 0 };
  for (let run = 0; run < tries; run++) {
    const text = passages[next(passages.length)]?.words?.plain.text ?? '';
    const words = text.replace(/\s+/gu, ' ').trim().split(' ');
    const start = next(Math.max(1, words.length - 6));
    const begun = words.slice(start, start + 4 + next(3)).join(' ');
    if (words.length < 9 || /["“”«»*_[\]<>]/u.test(begun)) continue;
    const open = openings[run % openings.length] ?? '“';
    const head = `${open === '> ' ? 'It says this.\n\n' : 'It says '}${open}${begun.slice(0, begun.length - (run % 3))}`;
    const tail = run % 2 === 0 ? (closing[open] ?? '') : '';
    const paper = paperOf(`${head}${tail}\n`);
    const study = buildStudy([file_, paper]);
    const items =
      completionAt(paper, head.length, study)?.items.filter(({ kind }) => kind === 'quotation') ?? [];
    if (items.length > 0) result.offered++;
    for (const item of items) {
      assertVerbatim(paper, item, file_);
      result.accepted++;
    }
  }
  return result;
}

function assertVerbatim(paper: Paper, item: CompletionItem, source: ReturnType<typeof sourceOf>): void {
  const range = item.range ?? { start: 0, end: 0 };
  const done = paperOf(paper.text.slice(0, range.start) + item.newText + paper.text.slice(range.end));
  const found = quotationsIn(done, buildStudy([source, done]));
  assert.deepEqual(
    found.map(({ status, citation }) => [status, citation !== undefined]),
    [['verbatim', true]],
    done.text,
  );
}

describe('completion', () => {
  it('makes verbatim quotations with their citation of whatever it is given to go on with', () => {
    const { offered, accepted } = acceptEverything(sample, runs(80));
    assert.ok(
      offered > runs(40) && accepted > offered,
      `${String(offered)} places, ${String(accepted)} items`,
    );
  });

  it('does so for the essay', function () {
    if (!existsSync(essay)) {
      console.log('      (skipped: ../shared/essay/essay.md is not there)');
      return void this.skip();
    }
    const { offered, accepted } = acceptEverything(essay, runs(60));
    assert.ok(
      offered > runs(30) && accepted > offered,
      `${String(offered)} places, ${String(accepted)} items`,
    );
  }).timeout(120_000);

  it('never throws, and keeps to its file, at every offset of papers that nobody means to write', () => {
    const source = sourceOf(sample);
    for (const text of [
      '“‘"\'«„‚‹「 a b c d “‘"\'«',
      '[see @reading, [@reading, ; [cf. [@{ [-@ @{}',
      '> > “A difficult text\n> > is seldom\n\n>',
      '```\n“A difficult text is\n``` `@ ``[@`',
      '---\nlang: [fr]\n---\n“Number the paragraphs. A',
      '[x]{.term} [difficult]{.term [num]{.term}',
      '<!-- @ --> <b>@</b> \\“A difficult text is',
      `${'“'.repeat(40)}${'['.repeat(40)}${'@'.repeat(40)}`,
    ]) {
      const paper = paperOf(text);
      const study = buildStudy([source, paper]);
      for (let offset = 0; offset <= text.length; offset++)
        for (const { range, subject } of completionAt(paper, offset, study)?.items ?? []) {
          if (range) assert.ok(range.start <= offset && offset <= range.end && range.end <= text.length);
          if (subject) documentationOf(subject, study);
        }
    }
  });

  it('does not hang on a hostile paragraph', () => {
    const source = sourceOf(sample);
    for (const unit of ['“', '[', '[@', '@;', '`', '“a ', 'aaaa', '> ', '[a]{.', '. A', "'s ", '_*', '](']) {
      const text = unit.repeat(times(4000) / unit.length);
      const paper = paperOf(text);
      const study = buildStudy([source, paper]);
      completionAt(paper, text.length, study);
    }
  }).timeout(120_000);
});
