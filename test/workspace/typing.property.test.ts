import assert from 'node:assert/strict';
import fc from 'fast-check';
import { citedIndex } from '../../src/core/citedBy/citedIndex.ts';
import { readSuppressions } from '../../src/core/check/findings.ts';
import { quotationsIn } from '../../src/core/quotations/quotationsIn.ts';
import { StudyFolder } from '../../src/workspace/studyFolder.ts';
import { fixtureRoot, fixtureUri } from '../support/fixture.ts';
import { block, paper } from '../support/papers.ts';
import { passages } from '../support/phrases.ts';
import { runs } from '../support/runs.ts';

const numRuns = runs(30);

const path = 'papers/a.analysis.md';
const uri = fixtureUri(path);

const lamp = (order: readonly string[]): string =>
  `---\nid: lamp\ntitle: The Lamp Keepers\n---\n\n# One\n\n${order.join('\n\n')}\n`;

const others: Readonly<Record<string, readonly (string | undefined)[]>> = {
  'sources/lamp.md': [lamp(passages), lamp([...passages].reverse()), lamp(passages.slice(1)), undefined],
  'sources/rope.md': [
    `---\nid: rope\ntitle: Ropes\n---\n\n${[...passages].reverse().join('\n\n')}\n`,
    undefined,
  ],
  'glossary.md': [
    '## Harbour\n\nWhere ships lie.\n\n## Keeper\n\nWho keeps a lamp. [@lamp, ¶ 1]\n',
    undefined,
  ],
  'works.bib': ['@book{sail, title={Sailing}}', '@book{nobody, title={Nobody}}', undefined],
};

/** What somebody does: mostly, types, pastes or deletes something in the paper. */
type Deed =
  | { readonly at: number; readonly remove: number; readonly insert: string }
  | { readonly file: string; readonly text: string | undefined };

const typing: fc.Arbitrary<Deed> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.oneof({ arbitrary: fc.constant(0), weight: 3 }, fc.constantFrom(1, 2, 40, 300)),
  insert: fc.oneof(
    fc.constantFrom(
      ...'x*“”"[]@>`:-\n'.split(''),
      '',
      '\n\n',
      '\r\n',
      'a word ',
      '\n\n```\n',
      '[^n]',
      '---\n',
    ),
    block.map((text) => `\n\n${text}\n\n`),
  ),
});
const elsewhere: fc.Arbitrary<Deed> = fc
  .constantFrom(...Object.keys(others))
  .chain((file) => fc.record({ file: fc.constant(file), text: fc.constantFrom(...(others[file] ?? [])) }));
const deeds = fc.array(fc.oneof({ arbitrary: typing, weight: 8 }, elsewhere), {
  minLength: 2,
  maxLength: 10,
});

function findings(folder: StudyFolder): unknown {
  return JSON.parse(JSON.stringify(folder.findingsOf(uri)));
}

/** All that is said of the paper, without objects that only one of two folders can have. */
function said(folder: StudyFolder): unknown {
  const { study } = folder;
  const [own] = study.papers;
  assert.ok(own);
  const uses = own.citedKeys.map((key) => {
    const { uses: all } = citedIndex(study).bySource.get(key) ?? {};
    return [...(all ?? [])].map(({ range, resolution }) => [
      range,
      resolution.citation.range,
      resolution.target?.passages,
    ]);
  });
  const quotations = quotationsIn(own, study).map(({ quotation, status, citation, found, diff }) => ({
    range: quotation.range,
    text: quotation.words.text,
    cited: quotation.citations.map(({ range }) => range),
    status,
    citation: citation?.range,
    found,
    diff,
  }));
  const { citations, citedKeys } = own;
  const suppressions = readSuppressions(own.document);
  const all = { findings: folder.findingsOf(uri), quotations, citations, citedKeys, suppressions, uses };
  return JSON.parse(JSON.stringify(all)) as unknown;
}

/** A folder with the other files as they are, beside what it holds of them. */
function folderWith(files: ReadonlyMap<string, string | undefined>): StudyFolder {
  const folder = new StudyFolder(fixtureRoot);
  for (const [file, text] of files) if (text !== undefined) folder.setFile(fixtureUri(file), file, { text });
  return folder;
}

describe('typing in a paper', function () {
  this.timeout(0);

  it('gives after every edit what the paper gives that is opened as it is then', () => {
    const opening = fc.array(paper, { minLength: 1, maxLength: 3 }).map((papers) => papers.join('\n\n'));
    fc.assert(
      fc.property(opening, deeds, fc.infiniteStream(fc.boolean()), (first, done, looks) => {
        const files = new Map(Object.entries(others).map(([file, [text]]) => [file, text]));
        const folder = folderWith(files);
        let text = first;
        folder.openDocument(uri, path, text);
        said(folder);
        for (const each of done) {
          if ('file' in each) {
            files.set(each.file, each.text);
            const content = each.text === undefined ? undefined : { text: each.text };
            folder.setFile(fixtureUri(each.file), each.file, content);
          } else {
            const at = Math.floor(each.at * text.length);
            text = text.slice(0, at) + each.insert + text.slice(at + each.remove);
            folder.openDocument(uri, path, text);
          }
          const fresh = folderWith(files);
          fresh.openDocument(uri, path, text);
          const look = looks.next().value === true ? said : findings;
          assert.deepEqual(look(folder), look(fresh), JSON.stringify(text));
        }
      }),
      { numRuns },
    );
  });
});
