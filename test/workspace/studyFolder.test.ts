import { messageOf } from '../../src/core/messages.ts';
import assert from 'node:assert/strict';
import { StudyFolder } from '../../src/workspace/studyFolder.ts';
import { fixtureRoot, fixtureUri, parseFixture } from '../support/fixture.ts';
import { withTale } from '../support/sample.ts';
import { itKeeps } from '../support/keeping.ts';

const paper = 'papers/a.analysis.md';
const uri = fixtureUri(paper);

/** A study folder with the files of a fixture on disk. */
function folderWith(fixture: string): StudyFolder {
  const folder = new StudyFolder(fixtureRoot);
  for (const { path, text } of parseFixture(fixture).files) folder.setFile(fixtureUri(path), path, { text });
  return folder;
}

function checks(folder: StudyFolder, of = uri): string[] {
  return folder.findingsOf(of).map(({ check }) => check);
}

describe('a study folder in memory', () => {
  it('gives the findings of what is on disk', () => {
    assert.deepEqual(checks(folderWith(withTale('[@tale, ¶ 9]'))), ['citation/no-such-paragraph']);
  });

  it('what an editor holds counts before what is on disk, until it is closed', () => {
    const folder = folderWith(withTale('[@tale, ¶ 9]'));
    folder.openDocument(uri, paper, '[@tale, ¶ 1]');
    assert.deepEqual(checks(folder), []);
    folder.openDocument(uri, paper, '[@nobody]');
    assert.deepEqual(checks(folder), ['citation/unknown-key']);
    folder.setFile(uri, paper, { text: '[@tale, n. 7]' });
    assert.deepEqual(checks(folder), ['citation/unknown-key'], 'a change on disk waits');
    folder.closeDocument(uri);
    assert.deepEqual(checks(folder), ['citation/no-such-note']);
  });

  it('a file that is only open is gone when it is closed', () => {
    const folder = folderWith(withTale('Nothing.'));
    const other = fixtureUri('untitled/one');
    folder.openDocument(other, 'untitled/one', '[@nobody]', 'paper');
    assert.deepEqual(checks(folder, other), ['citation/unknown-key']);
    folder.closeDocument(other);
    assert.equal(folder.analysis(other), undefined);
    assert.deepEqual(checks(folder, other), []);
  });

  it('an open text that the settings leave out is checked, and changes no finding of another file', () => {
    const folder = folderWith(
      withTale(
        `Nothing.\n=== sources/references.bib\n@book{guide, title = {A guide}, author = {Someone}, year = 1999}\n=== glossary.md\n## basket\nWhat is carried.\n=== pilcrow.json\n{ "checks": { "bibliography/unused-entry": "hint", "term/unused": "hint" } }\n`,
      ),
    );
    const others = ['sources/references.bib', 'glossary.md'].map(fixtureUri);
    const before = others.map((each) => checks(folder, each));
    assert.deepEqual(before, [['bibliography/unused-entry'], ['term/unused']]);
    const draft = fixtureUri('drafts/a.md');
    folder.openDocument(draft, 'drafts/a.md', 'The basket, see [@guide] and [@nobody].', 'paper');
    assert.deepEqual(checks(folder, draft), ['citation/unknown-key']);
    assert.deepEqual(
      others.map((each) => checks(folder, each)),
      before,
    );
  });

  it('a deleted file is gone, even where an editor still holds it as it was on disk', () => {
    const folder = folderWith(withTale('[@nobody]'));
    folder.openDocument(uri, paper, '[@nobody]');
    folder.setFile(uri, paper, undefined);
    assert.deepEqual(folder.uris, [fixtureUri('sources/tale.md')]);
  });

  it('a file deleted while an editor holds other words stays until it is closed', () => {
    const folder = folderWith(withTale('Nothing.'));
    folder.openDocument(uri, paper, '[@nobody]');
    folder.setFile(uri, paper, undefined);
    assert.deepEqual(checks(folder), ['citation/unknown-key']);
    folder.closeDocument(uri);
    assert.deepEqual(folder.uris, [fixtureUri('sources/tale.md')]);
  });

  it('a change of a source changes the findings of the papers that cite it', () => {
    const source = fixtureUri('sources/tale.md');
    const folder = folderWith(withTale('[@tale, ¶ 5]'));
    assert.deepEqual(checks(folder), []);
    folder.openDocument(source, 'sources/tale.md', '---\nid: tale\n---\nOne paragraph.');
    assert.deepEqual(checks(folder), ['citation/no-such-paragraph']);
    folder.openDocument(source, 'sources/tale.md', '---\nid: story\n---\nOne paragraph.');
    assert.deepEqual(checks(folder), ['citation/unknown-key']);
    folder.closeDocument(source);
    assert.deepEqual(checks(folder), []);
    folder.setFile(source, 'sources/tale.md', undefined);
    assert.deepEqual(checks(folder), ['citation/unknown-key']);
  });

  it('follows pilcrow.json: levels, patterns, and that it is gone', () => {
    const settings = fixtureUri('pilcrow.json');
    const folder = folderWith(withTale('=== essays/a.md\n[@nobody]\n'));
    const essay = fixtureUri('essays/a.md');
    assert.equal(folder.roleOf('essays/a.md'), undefined);
    folder.setFile(settings, 'pilcrow.json', { text: '{ "papers": ["essays/*.md"] }' });
    assert.deepEqual(checks(folder, essay), ['citation/unknown-key']);
    folder.openDocument(
      settings,
      'pilcrow.json',
      '{ "papers": ["essays/*.md"], "checks": { "citation/unknown-key": "off" } }',
    );
    assert.deepEqual(checks(folder, essay), []);
    folder.closeDocument(settings);
    assert.deepEqual(checks(folder, essay), ['citation/unknown-key']);
    folder.setFile(settings, 'pilcrow.json', undefined);
    assert.equal(folder.analysis(essay), undefined);
  });

  it('a broken pilcrow.json leaves the defaults in force', () => {
    const folder = folderWith(withTale(`=== pilcrow.json\n{ "papers": [\n\n=== ${paper}\n[@nobody]\n`));
    assert.deepEqual(checks(folder), ['citation/unknown-key']);
  });

  it('a file that cannot be read is one finding, and readable again it is none', () => {
    const folder = folderWith(withTale('[@tale, ¶ 1]'));
    folder.setFile(uri, paper, { problem: messageOf('files.noText', { name: 'it' }) });
    assert.deepEqual(checks(folder), ['paper/front-matter']);
    folder.setFile(uri, paper, { text: '[@tale, ¶ 1]' });
    assert.deepEqual(checks(folder), []);
  });

  it('does not count a byte order mark', () => {
    const folder = folderWith(withTale('Nothing.'));
    folder.setFile(uri, paper, { text: '\uFEFF[@nobody]' });
    assert.deepEqual(folder.findingsOf(uri)[0]?.range, { start: 1, end: 8 });
  });

  itKeeps('what has not changed', () => {
    const folder = folderWith(withTale('[@nobody]'));
    const before = folder.analysis(fixtureUri('sources/tale.md'));
    assert.equal(folder.findingsOf(uri), folder.findingsOf(uri));
    folder.openDocument(uri, paper, '[@tale, ¶ 1]');
    assert.equal(folder.analysis(fixtureUri('sources/tale.md')), before);
  });
});
