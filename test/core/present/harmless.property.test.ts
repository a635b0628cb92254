import assert from 'node:assert/strict';
import fc from 'fast-check';
import { completionAt, documentationOf } from '../../../src/core/present/completion.ts';
import { hoverAt } from '../../../src/core/present/hover.ts';
import { noteTooltip, notesView } from '../../../src/core/present/notes.ts';
import { paperView } from '../../../src/core/present/papers.ts';
import { outlinePage, sourcesView, sourceTooltip } from '../../../src/core/present/sources.ts';
import { termsView, termTooltip, termUses } from '../../../src/core/present/terms.ts';
import type { Row } from '../../../src/core/present/passages.ts';
import { notesIndex } from '../../../src/core/resolve.ts';
import type { Study } from '../../../src/core/study.ts';
import { StudyFolder } from '../../../src/workspace/studyFolder.ts';
import { harmfulText } from '../../support/harmful.ts';
import { harmIn } from '../../support/rendered.ts';
import { runs } from '../../support/runs.ts';

const root = 'file:///study';
const isOurs = (address: string): boolean => address.startsWith(`${root}/`);

/** A study folder in which such texts stand wherever somebody may write one. */
function studyOf(given: readonly string[]): Study {
  const [key = '', title = '', words = '', heading = '', term = '', said = ''] = given;
  const json = JSON.stringify;
  const mark = key.replace(/\s/gu, '') || 'mill';
  const note = {
    id: 'urn:example:1',
    type: 'Annotation',
    creator: { type: 'Person', name: said },
    created: said,
    body: [
      { type: 'TextualBody', value: words, purpose: 'commenting' },
      { type: 'TextualBody', value: term, purpose: 'tagging' },
    ],
    target: {
      source: `urn:x-pilcrow:source:${encodeURIComponent(mark.replace(/[\ud800-\udfff]/gu, ''))}`,
      selector: { type: 'TextQuoteSelector', exact: 'A lamp stands here' },
    },
  };
  const files: Readonly<Record<string, string>> = {
    'sources/mill.md': `---\nid: ${json(mark)}\ntitle: ${json(title)}\nauthor: ${json(said)}\nissued: ${json(term)}\n---\n\n# ${heading.replace(/\s+/gu, ' ')}\n\nA lamp stands here.[^1] ${words}\n\n[^1]: ${words}\n`,
    'glossary.md': `## lamp\n\nAlso: ${term}\n\nSee also: ${term}, other\n\nDefined at: [@{${mark}}, ¶ 1]\n\n${words}\n\n## ${term.replace(/\s+/gu, ' ')}\n\n${said}\n`,
    'p.analysis.md': `---\ntitle: ${json(title)}\n---\n\nThe lamp is “stands here ${words}” [@{${mark}}, ¶ 1], [@{${mark}}, n. 1], [@{${mark}}, sec. 1], @work.\n\n${said}\n`,
    'notes/mill.jsonld': json([note]),
    'works.json': json([{ id: 'work', type: 'book', title, author: [{ literal: said }] }]),
  };
  const folder = new StudyFolder(root);
  for (const [path, text] of Object.entries(files)) folder.setFile(`${root}/${path}`, path, { text });
  return folder.study;
}

const allRows = (rows: readonly Row[]): Row[] => rows.flatMap((row) => [row, ...allRows(row.children)]);

/** Every Markdown that editors are given of a study. */
function markdownOf(study: Study): string[] {
  const paper = study.papers[0];
  assert.ok(paper);
  const rows = allRows([
    ...sourcesView(study),
    ...termsView(study),
    ...notesView(study, 'source').rows,
    ...paperView(paper, study).rows,
    ...study.terms.glossary.terms.flatMap((term) => termUses(`term:${term.key}`, study)),
  ]);
  const hovers = study.files.flatMap((analysis) => {
    if (!('text' in analysis)) return [];
    const offsets = Array.from({ length: analysis.text.length + 1 }, (_, offset) => offset);
    return offsets.flatMap((offset) => {
      const completed = offset % 3 === 0 ? (completionAt(analysis, offset, study)?.items ?? []) : [];
      const subjects = completed.flatMap(({ subject }) => subject ?? []);
      return [
        hoverAt(analysis, offset, study, true)?.markdown ?? '',
        ...subjects.map((subject) => documentationOf(subject, study)),
      ];
    });
  });
  return [
    ...rows.map(({ tooltip }) => tooltip),
    ...rows.flatMap(({ id }) => [sourceTooltip(id, study) ?? '', termTooltip(id, study) ?? '']),
    ...[...study.sources.values()].map((source) => outlinePage(source).text),
    ...notesIndex(study).threads.map(noteTooltip),
    ...hovers,
  ];
}

describe('Markdown that editors are given, whatever a study folder holds', () => {
  it('holds no picture, no HTML and no link but to the web and to mail, by another reader', () => {
    const six = fc.array(harmfulText, { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(six, (given) => {
        for (const markdown of new Set(markdownOf(studyOf(given))))
          assert.deepEqual(harmIn(markdown, isOurs), [], markdown);
      }),
      { numRuns: runs(60) },
    );
  });
});
