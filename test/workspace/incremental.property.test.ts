import { messageOf } from '../../src/core/messages.ts';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { citedIndex, countUses } from '../../src/core/citedBy/citedIndex.ts';
import { quotationsIn } from '../../src/core/quotations/quotationsIn.ts';
import { usedTerms } from '../../src/core/resolve/termUses.ts';
import { analyse } from '../../src/core/study/analyse.ts';
import { StudyFolder, type FileContent } from '../../src/workspace/studyFolder.ts';
import { fixtureRoot, fixtureUri } from '../support/fixture.ts';
import { runs } from '../support/runs.ts';

const shipped = [
  analyse({
    uri: 'file:///shipped/glossary.md',
    path: 'editions/known/glossary.md',
    role: 'glossary',
    content: { text: '## Miller\n\nWho grinds [@tale, ¶ 1].\n' },
  }),
];

const words = 'Once a miller had a cat that could not count to three at all';

/** What papers say; each line exercises another thing that findings rest on. */
const paperLines = [
  '[@tale, ¶ 1]',
  '[@tale, ¶ 3]',
  '[@story, sec. 1]',
  '@nobody says so.',
  '[@work, p. 3] and [@other]',
  '“Once a miller had a cat” [@tale, ¶ 1]',
  '“Once a miller had a dog” [@tale, ¶ 2]',
  `“${words}”`,
  '> could not count to three at all\n> [@story, ¶ 2]',
  '[mill race]{.term} is not [miller]{.term}.',
  'By mill race we mean the water [@tale, ¶ 2].',
  'The miller and the cat.',
  '<!-- pilcrow-ignore citation/unknown-key: known -->\n\n@nobody again.',
  '@* [@late, ¶ 1]',
  '# A cat\n\n[a](#a-cat) [b](b.analysis.md#a-cat) [c](../sources/tale.md#beginning) [d](#a-dog)',
];

const frontMatters = [
  '',
  '---\ntitle: A\nbibliography: more.bib\n---\n\n',
  '---\nreferences:\n- id: own\n  title: Own\n---\n\n',
  '---\nbibliography: [../elsewhere.bib, papers/more.bib]\n---\n\n',
  '---\ntitle: [\n---\n\n',
];

const paperText = fc
  .tuple(fc.constantFrom(...frontMatters), fc.array(fc.constantFrom(...paperLines), { maxLength: 5 }))
  .map(([front, lines]) => `${front}${lines.join('\n\n')}\n`);

const sourceText = fc
  .tuple(fc.constantFrom('tale', 'story', 'late', ''), fc.constantFrom(1, 2, 3), fc.boolean())
  .map(([id, count, quiet]) => {
    const body = [`# (1) Beginning\n\n${words}.`, 'The mill race ran on.', 'The miller slept.'];
    const front = id === '' ? '---\ntitle: Nameless\n---\n\n' : `---\nid: ${id}\ntitle: The ${id}\n---\n\n`;
    return `${front}${(quiet ? [...body].reverse() : body).slice(0, count).join('\n\n')}\n`;
  });

const glossaryText = fc
  .subarray(['miller', 'mill race', 'cat', 'counting', 'miller’s cat'])
  .chain((names) =>
    fc
      .constantFrom('as it is used here [@tale, ¶ 2].', 'the water.')
      .map((meaning) => names.map((name) => `## ${name}\n\nAlso: cat\n\n${meaning}\n`).join('\n')),
  );

const bibliographyText = fc
  .subarray(['work', 'other', 'unused', 'tale', 'own'])
  .map((keys) => keys.map((key) => `@book{${key},\n  title = {Of ${key}}\n}\n`).join('\n'));

const configurationText = fc.constantFrom(
  '{}',
  '{ "checks": { "citation/unknown-key": "off", "term/unused": "error" } }',
  '{ "papers": ["papers/a.analysis.md"], "glossaries": [] }',
  '{ "papers": [',
);

const files: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'papers/a.analysis.md': paperText,
  'papers/b.analysis.md': paperText,
  'papers/c.analysis.md': paperText,
  'sources/tale.md': sourceText,
  'sources/story.md': sourceText,
  'glossary.md': glossaryText,
  'glossary/more.md': glossaryText,
  'sources/works.bib': bibliographyText,
  'papers/more.bib': bibliographyText,
  'pilcrow.json': configurationText,
};

type Step =
  | { readonly kind: 'disk' | 'open'; readonly path: string; readonly text: string }
  | { readonly kind: 'gone' | 'close' | 'unreadable' | 'look'; readonly path: string };

const step: fc.Arbitrary<Step> = fc.constantFrom(...Object.keys(files)).chain((path) =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constantFrom('disk' as const, 'open' as const),
        path: fc.constant(path),
        text: files[path] ?? fc.constant(''),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constantFrom('gone' as const, 'close' as const, 'unreadable' as const, 'look' as const),
        path: fc.constant(path),
      }),
    },
  ),
);

/** What is on disk and what is open, kept beside the folder under test. */
class Model {
  readonly disk = new Map<string, FileContent>();
  readonly open = new Map<string, string>();

  apply(each: Step, folder: StudyFolder): void {
    const { path } = each;
    const role = path.startsWith('papers/') && path.endsWith('.bib') ? 'bibliography' : undefined;
    const set = (content: FileContent | undefined): void => {
      const open = this.open.get(path);
      const old = this.disk.get(path);
      // An editor may hold on to a deleted file that nobody changed: then nothing is left of it.
      if (!content && open !== undefined && old && 'text' in old && old.text === open) this.open.delete(path);
      if (content) this.disk.set(path, content);
      else this.disk.delete(path);
      folder.setFile(fixtureUri(path), path, content, role);
    };
    if (each.kind === 'disk') set({ text: each.text });
    else if (each.kind === 'gone') set(undefined);
    else if (each.kind === 'unreadable') set({ problem: messageOf('files.noText', { name: 'it' }) });
    else if (each.kind === 'open') {
      this.open.set(path, each.text);
      folder.openDocument(fixtureUri(path), path, each.text, role);
    } else if (each.kind === 'close') {
      this.open.delete(path);
      folder.closeDocument(fixtureUri(path));
    } else said(folder);
  }

  fresh(): StudyFolder {
    const folder = new StudyFolder(fixtureRoot, shipped);
    for (const [path, content] of this.disk) {
      const role = path.endsWith('.bib') ? 'bibliography' : undefined;
      folder.setFile(fixtureUri(path), path, content, role);
    }
    for (const [path, text] of this.open) {
      const role = path.startsWith('papers/') && path.endsWith('.bib') ? 'bibliography' : undefined;
      folder.openDocument(fixtureUri(path), path, text, role);
    }
    return folder;
  }
}

/** Everything that a folder says, without objects that only one of two folders can have. */
function said(folder: StudyFolder) {
  const { study } = folder;
  return {
    findings: folder.uris.map((uri) => folder.findingsOf(uri)),
    keys: study.keys,
    citedKeys: [...study.citedKeys].sort(),
    paths: folder.uris.map((uri) => study.byUri.get(uri)?.file.path),
    papers: study.papers.map(({ file }) => file.path),
    missing: folder.missingBibliographies,
    used: [...usedTerms(study.files, study.terms)].map(({ name }) => name).sort(),
    quotations: study.papers.map((paper) =>
      quotationsIn(paper, study).map(({ status, found }) => [status, found]),
    ),
    cited: [...study.citedKeys].sort().map((key) => {
      const { uses, byPassage, byNote } = citedIndex(study).bySource.get(key) ?? {};
      const places = [...(uses ?? [])].map(({ paper, resolution }) => [
        paper.file.path,
        resolution.citation.range,
        resolution.source?.title,
      ]);
      const numbers = [1, 2, 3, 4, 5, 6];
      const counts = (by: typeof byPassage) => numbers.map((number) => countUses(by?.get(number)));
      return [key, places, counts(byPassage), counts(byNote)];
    }),
  };
}

describe('a study folder that is edited', () => {
  it('says after any edits what a fresh one says', () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 4, maxLength: 24 }),
        fc.constantFrom(0, 1, Infinity),
        (steps, room) => {
          const folder = new StudyFolder(fixtureRoot, shipped, room);
          const model = new Model();
          for (const each of steps) model.apply(each, folder);
          assert.deepEqual(said(folder), said(model.fresh()));
        },
      ),
      { numRuns: runs(40) },
    );
  });
});
