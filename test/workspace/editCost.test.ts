import assert from 'node:assert/strict';
import { memoState } from '../../src/core/memo.ts';
import { countsFor } from '../../src/core/memo/memoTable.ts';
import { memoNames } from '../../src/core/memo/names.ts';
import { analyse } from '../../src/core/study/analyse.ts';
import type { BuiltIns } from '../../src/core/study/buildStudy.ts';
import { StudyFolder } from '../../src/workspace/studyFolder.ts';
import { fixtureRoot, fixtureUri } from '../support/fixture.ts';

const words = 'Once a miller had a cat that could not count to three at all';

describe('what an edit of a study folder costs', function () {
  before(function () {
    // What is measured is how much is kept.
    if (memoState.isPlain) this.skip();
  });

  const paperPaths = ['papers/a.analysis.md', 'papers/b.analysis.md', 'papers/c.analysis.md'];
  const text = (line: string): string =>
    `One [@tale, ¶ 1] and ${line}.\n\n“Once a miller had a cat” [@tale, ¶ 1]\n`;

  function folderOfThree(builtIns: BuiltIns = []): StudyFolder {
    const folder = new StudyFolder(fixtureRoot, builtIns);
    const put = (path: string, content: string) => folder.setFile(fixtureUri(path), path, { text: content });
    put('sources/tale.md', `---\nid: tale\n---\n\n${words}.\n\nThe mill race ran on.\n`);
    put('sources/story.md', `---\nid: story\n---\n\nAnother miller.\n`);
    put('glossary.md', '## Mill race\n\nWater.\n');
    put('sources/works.bib', '@book{work, title = {Work}}\n\n@book{unused, title = {Not}}\n');
    for (const path of paperPaths) put(path, text('[@nobody]'));
    put('papers/b.analysis.md', text('[@story, ¶ 7]'));
    return folder;
  }

  /** The analyses and lists of findings that are not the objects they were. */
  function renewed(folder: StudyFolder, edit: () => void): { read: string[]; checked: string[] } {
    const { uris } = folder;
    const before = new Map(uris.map((uri) => [uri, [folder.analysis(uri), folder.findingsOf(uri)] as const]));
    edit();
    const paths = (is: (uri: string) => boolean): string[] =>
      folder.uris.filter(is).map((uri) => folder.analysis(uri)?.file.path ?? '');
    return {
      read: paths((uri) => folder.analysis(uri) !== before.get(uri)?.[0]),
      checked: paths((uri) => folder.findingsOf(uri) !== before.get(uri)?.[1]),
    };
  }

  it('a keystroke in a paper reads and checks that paper alone', () => {
    const folder = folderOfThree();
    const [paper = ''] = paperPaths;
    folder.openDocument(fixtureUri(paper), paper, text('[@nobody]'));
    const { sources, works, terms, byUri } = folder.study;
    const found = renewed(folder, () => folder.openDocument(fixtureUri(paper), paper, text('[@nobody] too')));
    assert.deepEqual(found, { read: [paper], checked: [paper] });
    assert.equal(folder.study.sources, sources);
    assert.equal(folder.study.works, works);
    assert.equal(folder.study.terms, terms);
    assert.notEqual(folder.study.byUri, byUri);
  });

  it('a keystroke in a paper makes no other paper be read again, whose document was dropped', () => {
    const folder = new StudyFolder(fixtureRoot, [], 0);
    const put = (path: string, content: string) => folder.setFile(fixtureUri(path), path, { text: content });
    put('sources/tale.md', `---\nid: tale\n---\n\n${words}.\n`);
    for (const path of paperPaths) put(path, text(words));
    const [paper = ''] = paperPaths;
    const type = (line: string): void => {
      folder.openDocument(fixtureUri(paper), paper, text(line));
      for (const uri of folder.uris) folder.findingsOf(uri);
    };
    type(words);
    type(`${words} too`);
    const before = memoNames.map((name) => countsFor(name).worked);
    type(`${words} then`);
    const documents = memoNames.flatMap((name, at) =>
      name.endsWith(' of a document') ? [countsFor(name).worked - (before[at] ?? 0)] : [],
    );
    assert.equal(Math.max(...documents), 1);
    const index = 'word runs of all sources';
    assert.equal(countsFor(index).worked, before[memoNames.indexOf(index)], 'sources are not indexed again');
  });

  it('a keystroke puts no glossaries together, whether one that ships is of use or not', () => {
    const content = { text: '## Lamp oil\n\nWhat burns. [@elsewhere, ¶ 1]\n' };
    const shipped = analyse({
      uri: 'file:///shipped/glossary.md',
      path: 'glossary.md',
      role: 'glossary',
      content,
    });
    const folder = folderOfThree([shipped]);
    const [paper = ''] = paperPaths;
    folder.openDocument(fixtureUri(paper), paper, text('[@nobody]'));
    const { terms, allTerms } = folder.study;
    assert.notEqual(terms, allTerms);
    folder.openDocument(fixtureUri(paper), paper, text('[@nobody] too'));
    assert.equal(folder.study.terms, terms);
    assert.equal(folder.study.allTerms, allTerms);
  });

  it('an edit of a source checks the papers that cite it, or that cite what nobody has', () => {
    const folder = folderOfThree();
    const found = renewed(folder, () =>
      folder.openDocument(
        fixtureUri('sources/story.md'),
        'sources/story.md',
        '---\nid: story\n---\n\nA cat.\n',
      ),
    );
    assert.deepEqual(found, {
      read: ['sources/story.md'],
      checked: ['papers/b.analysis.md', 'sources/story.md'],
    });
  });

  it('a keystroke in one paragraph works nothing out again of the others', () => {
    const folder = folderOfThree();
    const [paper = ''] = paperPaths;
    const others = [
      '“Once a miller had a dog” [@tale, ¶ 1], a false quotation.',
      '“Once a miller had a cat”, a true one that a note cites.[^a]',
      'A place that is not there [@tale, ¶ 9], and [a file](none.md).[^b]',
      '[^a]: See [@tale, ¶ 1].',
      '[^b]: A note.',
    ].join('\n\n');
    const type = (words: string): void => {
      folder.openDocument(fixtureUri(paper), paper, `The beginning.\n\nA mill${words}.\n\n${others}\n`);
      folder.findingsOf(fixtureUri(paper));
    };
    type('');
    type(' race');
    const workedBefore = new Map(memoNames.map((name) => [name, countsFor(name).worked]));
    type(' races');
    const ofChunks = memoNames.filter((name) => /(?:chunk|quotation)$/.test(name));
    const worked = ofChunks.map((name) => countsFor(name).worked - (workedBefore.get(name) ?? 0));
    assert.deepEqual([...new Set(worked)].sort(), [0, 1]);
    const quotations = ofChunks
      .filter((_, at) => worked[at] === 1)
      .filter((name) => name.includes('quotation'));
    assert.deepEqual(quotations, ['quotation outline of a chunk']);
  });

  it('an edit of a source that a paper cites and does not quote proves none of its quotations anew', () => {
    const folder = new StudyFolder(fixtureRoot, [], 0);
    const put = (path: string, content: string) => folder.setFile(fixtureUri(path), path, { text: content });
    const tale = `---\nid: tale\n---\n\n${words}.\n`;
    const story = '---\nid: story\n---\n\nAnother miller.\n';
    const paper = 'papers/a.analysis.md';
    const quotation = '“Once a miller had a cat” [@tale, ¶ 1], and so on.';
    put('sources/tale.md', tale);
    put('sources/story.md', story);
    put(paper, `${[quotation, quotation, quotation].join('\n\n')}\n\nSee [@story, ¶ 1].\n`);
    const steps = (): number => [...folder.findingSteps(fixtureUri(paper))].length;
    const atFirst = steps();
    put('sources/story.md', story.replace('Another', 'One more'));
    assert.equal(steps(), atFirst - 3);
    put('sources/tale.md', tale.replace('three', 'four'));
    assert.equal(steps(), atFirst);
  });

  it('a key that comes or goes is news for papers that cite what nobody has', () => {
    const folder = folderOfThree();
    const bib = 'sources/works.bib';
    const found = renewed(folder, () =>
      folder.setFile(fixtureUri(bib), bib, { text: '@book{nobody, title = {No}}\n' }),
    );
    assert.deepEqual(found.checked, ['papers/a.analysis.md', 'papers/c.analysis.md', bib]);
  });

  it('the last citation of a work is news for its bibliography', () => {
    const folder = folderOfThree();
    const paper = 'papers/a.analysis.md';
    const cite = (): void => folder.openDocument(fixtureUri(paper), paper, text('[@work, p. 1]'));
    assert.deepEqual(renewed(folder, cite).checked, [paper, 'sources/works.bib']);
  });

  it('the first use of a term is news for its glossary', () => {
    const folder = folderOfThree();
    const levels = '{ "checks": { "term/unused": "hint" } }';
    folder.setFile(fixtureUri('pilcrow.json'), 'pilcrow.json', { text: levels });
    const source = 'sources/tale.md';
    const edit = (): void =>
      folder.setFile(fixtureUri(source), source, { text: `---\nid: tale\n---\n\n${words}.\n` });
    assert.deepEqual(renewed(folder, edit).checked, ['glossary.md', ...paperPaths, source].sort());
  });

  it('a file written again with the same words, or opened as it is on disk, is no news', () => {
    const folder = folderOfThree();
    const source = fixtureUri('sources/tale.md');
    const same = folder.analysis(source)?.file.content as { text: string };
    const found = renewed(folder, () => {
      folder.setFile(source, 'sources/tale.md', { text: same.text });
      folder.openDocument(source, 'sources/tale.md', same.text);
      folder.setFile(fixtureUri('pilcrow.json'), 'pilcrow.json', { text: '{}' });
    });
    assert.deepEqual(found, { read: ['pilcrow.json'], checked: ['pilcrow.json'] });
  });

  it('levels are given anew without reading or looking anything up', () => {
    const folder = folderOfThree();
    const settings = { text: '{ "checks": { "citation/unknown-key": "hint" } }' };
    const found = renewed(folder, () => folder.setFile(fixtureUri('pilcrow.json'), 'pilcrow.json', settings));
    assert.deepEqual(found.read, ['pilcrow.json']);
  });
});
