import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from '../../scripts/support/paths.ts';
import { useDesks } from '../support/commandLine.ts';
import { docxOf, wordParagraph, wordRun } from '../support/officeFiles.ts';
import { buildPdf, setParagraphs } from '../support/pdfBuilder.ts';

const page = `<!doctype html><html lang="en"><head><title>The Mill</title></head>
<body><article><h1>The Mill</h1>
<p>The first paragraph tells at some length who lived in the mill, and what the people of the valley thought of that.</p>
<h2>A heading</h2>
<p>The second paragraph says that the mill was sold, to whom it was sold, and for how much, which surprised everybody.</p>
</article></body></html>`;

/** A line alone that could be a heading or a paragraph. */
const doubtful = `The Mill

The first paragraph tells at some length who lived in the mill, and what the people of the valley thought of that.

A short line without a full stop

The second paragraph says that the mill was sold, to whom it was sold, and for how much, which surprised everybody.
`;

const lockedPdf = buildPdf({
  pages: [
    setParagraphs(['The mill was sold, and to whom it was sold surprised everybody in the valley.'], {
      x: 40,
      top: 500,
      letters: 50,
    }),
  ],
  password: 'sluice',
});

describe('pilcrow import', () => {
  const deskWith = useDesks();
  const studyDesk = () => deskWith('=== pilcrow.json\n{}\n');

  it('writes a source and prints where', async () => {
    const desk = await studyDesk();
    await desk.write('mill.html', page);
    const { code, out } = await desk.run(['import', 'mill.html', '--key', 'mill']);
    assert.deepEqual({ code, out }, { code: 0, out: 'sources/mill.md\n' });
    assert.match(
      await desk.read('sources/mill.md'),
      /^---\nid: mill\n[\s\S]*## A heading\n\nThe second paragraph/,
    );
    assert.equal((await desk.run(['list', 'sources', '--format=json'])).out.includes('"key": "mill"'), true);
  });

  it('makes a paper of a draft, which is replaced only with --force', async () => {
    const desk = await deskWith(`
      === pilcrow.json
      {}
      === sources/works.bib
      @book{quill, title = {Oil}, author = {Quill, Ann}, year = {1970}}
    `);
    const data = JSON.stringify({
      citationItems: [
        {
          locator: '3',
          label: 'page',
          itemData: { title: 'Oil', author: [{ family: 'Quill' }], issued: { 'date-parts': [[1970]] } },
        },
      ],
    });
    const field = `<w:fldSimple w:instr=""/><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>ADDIN ZOTERO_ITEM CSL_CITATION ${data}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${wordRun('x')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const title = '<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:r><w:t>The Mill</w:t></w:r></w:p>';
    await desk.write('The Mill.docx', docxOf({ body: title + wordParagraph(wordRun('Oil burns ') + field) }));
    const args = ['import', '--as-paper', 'The Mill.docx'];
    const { code, out, err } = await desk.run(args);
    assert.deepEqual({ code, out }, { code: 0, out: 'papers/the-mill.analysis.md\n' });
    assert.match(err, /1 citation and 0 comments/);
    assert.match(
      await desk.read('papers/the-mill.analysis.md'),
      /# The Mill\n\nOil burns \[@quill, p\. 3\]\n/,
    );
    const again = await desk.run(args);
    assert.equal(again.code, 2);
    assert.match(again.err, /is there already/);
    assert.equal((await desk.run([...args, '--force'])).code, 0);
  });

  it('counts the tracked changes of a draft, and takes them as made or as never made', async () => {
    const desk = await studyDesk();
    const changed = `${wordRun('Oil ')}<w:ins w:id="1">${wordRun('always ')}</w:ins>${wordRun('burns.')}`;
    await desk.write('mill.docx', docxOf({ body: wordParagraph(changed) }));
    const args = ['import', '--as-paper', 'mill.docx', '--out', '-'];
    const made = await desk.run(args);
    assert.match(made.out, /\nOil always burns\.\n/);
    assert.match(made.err, /has 1 tracked change, taken as made\. .*--changes reject/);
    const without = await desk.run([...args, '--changes', 'reject']);
    assert.match(without.out, /\nOil burns\.\n/);
    assert.match(without.err, /has 1 tracked change, taken as never made/);
    assert.equal((await desk.run([...args, '--changes', 'some'])).code, 2);
  });

  it('asks for the password of an encrypted file, or reads it from standard input', async () => {
    const desk = await studyDesk();
    await desk.write('mill.pdf', lockedPdf);
    const args = ['import', 'mill.pdf', '--key', 'mill', '--out', '-'];
    const alone = await desk.run(args);
    assert.equal(alone.code, 2);
    assert.match(alone.err, /encrypted.*--password-stdin/);
    assert.equal((await desk.run([...args, '--password-stdin'], { input: 'weir\n' })).code, 2);
    assert.match(
      (await desk.run([...args, '--password-stdin'], { input: 'sluice\n' })).out,
      /The mill was sold/,
    );
    const asked = await desk.run(args, { answers: ['weir', 'sluice', '', '', ''] });
    assert.match(asked.out, /The mill was sold/);
    assert.match(asked.err, /\(hidden\) Password: .*does not open.*\(hidden\) Password: /s);
    assert.equal((await desk.run(args, { answers: [] })).code, 2);
    assert.equal((await desk.run(['import', '-', '--password-stdin'])).code, 2);
    assert.equal(existsSync(join(desk.root, 'sources')), false);
  });

  it('reads standard input and writes to standard output', async () => {
    const desk = await studyDesk();
    const { code, out } = await desk.run(['import', '-', '--out', '-', '--key', 'mill'], { input: page });
    assert.equal(code, 0);
    assert.match(out, /^---\nid: mill\n/);
    assert.equal(existsSync(join(desk.root, 'sources')), false);
  });

  it('puts what is said into front matter that a text brings along, and leaves the rest of it', async () => {
    const desk = await studyDesk();
    const head = '---\n# ours\nid: old # as printed\ntitle: Old\nauthor: [A, B]\nissued: 1999\n---\n';
    await desk.write('mill.md', `${head}\nThe first paragraph tells at some length who lived in the mill.\n`);
    assert.equal((await desk.run(['import', 'mill.md'])).out, 'sources/old.md\n');
    const frozen = await desk.read('editions/old/edition.json');
    assert.equal((await desk.run(['import', 'mill.md', '--key', '@new'])).out, 'sources/new.md\n');
    assert.ok((await desk.read('sources/new.md')).startsWith(head.replace('id: old', 'id: new')));
    assert.equal(await desk.read('editions/old/edition.json'), frozen);
    assert.match(await desk.read('editions/new/edition.json'), /"key": "new"/);
    const about = ['--title', 'New: a mill', '--author', 'Holm, Ada; The valley'];
    assert.equal((await desk.run(['import', 'mill.md', '--key', 'third', ...about])).code, 0);
    assert.match(
      await desk.read('sources/third.md'),
      /^---\n# ours\nid: third # as printed\ntitle: "New: a mill"\nauthor:\n {2}- family: Holm\n {4}given: Ada\n {2}- literal: The valley\nissued: 1999\n---\n/,
    );
  });

  it('takes no key that no citation can name, and leaves the edition of another file with the same key', async () => {
    const desk = await studyDesk();
    await desk.write('mill.html', page);
    for (const key of ['', 'br ead', '{a', 'a}']) {
      const { code, err } = await desk.run(['import', 'mill.html', '--key', key]);
      assert.equal(code, 2);
      assert.ok(err.includes(`“${key}” cannot be a key`), err);
    }
    assert.equal(existsSync(join(desk.root, 'sources')), false);
    assert.equal((await desk.run(['import', 'mill.html', '--key', 'a,b'])).code, 0);
    await desk.write('other.txt', doubtful);
    const frozen = await desk.read('editions/a-b/edition.json');
    assert.equal((await desk.run(['import', 'other.txt', '--key', 'a,b', '-o', 'sources/c.md'])).code, 0);
    assert.equal(await desk.read('editions/a-b/edition.json'), frozen);
    assert.match((await desk.run(['check'])).out, /source\/duplicate-key/);
  });

  it('takes no key of an edition for another text, unless it is told to', async () => {
    const desk = await studyDesk();
    await desk.write('mill.html', page);
    const { code, out, err } = await desk.run(['import', 'mill.html', '--key', 'masswork']);
    assert.deepEqual({ code, out }, { code: 2, out: '' });
    assert.match(
      err,
      /^pilcrow: @masswork is the key of “Mass Work and Proletarian Revolutionaries”, and this is another text/,
    );
    assert.equal(existsSync(join(desk.root, 'sources')), false);
    assert.equal((await desk.run(['import', 'mill.html', '--key', 'masswork', '--force'])).code, 0);
  });

  it('writes a source with its edition, or neither', async () => {
    const desk = await studyDesk();
    await desk.write('mill.html', page);
    await desk.write('editions', 'A file where a folder should be.\n');
    const { code, out } = await desk.run(['import', 'mill.html', '--key', 'mill']);
    assert.deepEqual({ code, out }, { code: 2, out: '' });
    assert.deepEqual(existsSync(join(desk.root, 'sources/mill.md')), false);
    await rm(join(desk.root, 'editions'));
    assert.equal((await desk.run(['import', 'mill.html', '--key', 'mill'])).code, 0);
    assert.match(await desk.read('editions/mill/edition.json'), /"key": "mill"/);
  });

  it('never replaces a source unless it is told to, and then keeps its front matter', async () => {
    const desk = await studyDesk();
    const kept = '---\nid: mill\ntitle: My own title # and remark\n---\n\nOld text.\n';
    await desk.write('sources/mill.md', kept);
    await desk.write('mill.html', page);
    const refused = await desk.run(['import', 'mill.html', '--key', 'mill']);
    assert.equal(refused.code, 2);
    assert.match(refused.err, /sources\/mill\.md is there already\. --force/);
    assert.equal(await desk.read('sources/mill.md'), kept);
    assert.equal((await desk.run(['import', 'mill.html', '--key', 'mill', '--force'])).code, 0);
    const text = await desk.read('sources/mill.md');
    assert.match(text, /title: My own title # and remark\n/);
    assert.doesNotMatch(text, /Old text/);
  });

  it('lists its doubts with line numbers where nobody can be asked', async () => {
    const desk = await studyDesk();
    await desk.write('mill.txt', doubtful);
    const { code, err } = await desk.run(['import', 'mill.txt', '--key', 'mill']);
    assert.equal(code, 0);
    assert.match(err, /line 5: “A short line without a full stop”/);
  });

  it('asks a person, takes the answer, and writes nothing where the answers end', async () => {
    const desk = await studyDesk();
    await desk.write('mill.txt', doubtful);
    const one = await desk.run(['import', 'mill.txt', '--key', 'one'], {
      answers: ['A Mill', '', 'nonsense', 'paragraph', 'a'],
    });
    assert.equal(one.code, 0);
    assert.match(one.err, /Please answer with a number/);
    assert.doesNotMatch(await desk.read('sources/one.md'), /#+ A short line/);
    assert.match(await desk.read('sources/one.md'), /^title: A Mill$/m);
    await desk.run(['import', 'mill.txt', '--key', 'two'], { answers: ['', '', 'heading', 'a'] });
    assert.match(await desk.read('sources/two.md'), /#+ A short line/);
    const ended = await desk.run(['import', 'mill.txt', '--key', 'three'], { answers: [] });
    assert.equal(ended.code, 2);
    assert.equal(existsSync(join(desk.root, 'sources/three.md')), false);
  });

  it('takes title, author and key from options', async () => {
    const desk = await studyDesk();
    await desk.write('mill.txt', doubtful);
    const options = ['--title', 'On Mills', '--author', 'Marx, Karl; Ines', '--key', 'mills'];
    assert.equal((await desk.run(['import', 'mill.txt', ...options])).code, 0);
    const text = await desk.read('sources/mills.md');
    assert.match(text, /^title: On Mills$/m);
    assert.match(text, /family: Marx\n\s+given: Karl\n\s+- literal: Ines/);
  });

  it('takes the comments of a Word file as notes where it is told to, once', async () => {
    const desk = await studyDesk();
    const mill = docxOf({
      body: wordParagraph(
        `${wordRun('The first lamp burns ')}<w:commentRangeStart w:id="0"/>${wordRun('olive oil')}<w:commentRangeEnd w:id="0"/>${wordRun(' in the mill.')}`,
      ),
      comments: `<w:comment w:id="0" w:author="Ada" w:date="2026-03-01T10:00:00Z">${wordParagraph('Which?')}</w:comment>`,
    });
    await desk.write('mill.docx', mill);
    const without = await desk.run(['import', 'mill.docx', '--key', 'mill']);
    assert.match(without.err, /The file has 1 comment: --comments takes them as notes/);
    assert.equal(existsSync(join(desk.root, 'notes')), false);
    const again = ['import', 'mill.docx', '--key', 'mill', '--force', '--comments'];
    const { code, out } = await desk.run(again);
    assert.equal(code, 0);
    assert.match(out, /^sources\/mill\.md\nnotes\/mill\.ada\.jsonld\n$/);
    const listed = JSON.parse((await desk.run(['list', 'notes', '--format=json'])).out) as {
      text: string;
      author: string;
      status: string;
    }[];
    assert.deepEqual(
      listed.map(({ text, author, status }) => [text, author, status]),
      [['Which?', 'Ada', 'anchored']],
    );
    assert.equal((await desk.run(again)).out, 'sources/mill.md\n');
  });

  it('says what it cannot do', async () => {
    const desk = await studyDesk();
    await desk.write('empty.txt', '');
    const messages = [
      [['import', 'none.txt'], /There is no file “none\.txt”/],
      [['import', '.'], /it is a folder/],
      [['import', 'empty.txt'], /The file is empty/],
      [['import'], /missing required argument 'FILE'/],
    ] as const;
    for (const [args, message] of messages) {
      const { code, err } = await desk.run(args);
      assert.equal(code, 2);
      assert.match(err, message);
    }
    const elsewhere = await deskWith();
    assert.match((await elsewhere.run(['import', 'x.txt'])).err, /There is no study folder here/);
  });

  it('a key never leads out of sources/', async () => {
    const desk = await studyDesk();
    await desk.write('mill.html', page);
    const { out } = await desk.run(['import', 'mill.html', '--key', '../../evil']);
    assert.match(out, /^sources\/[^/]*evil\.md\n$/);
  });

  it('recognises the essay by its fingerprints', async function () {
    const essay = inRoot('..', 'shared', 'essay', 'essay.txt');
    if (!existsSync(essay)) {
      console.log('      (skipped: ../shared/essay/essay.txt is not there)');
      this.skip();
    }
    this.timeout(120_000);
    const desk = await studyDesk();
    const { code, out, err } = await desk.run(['import', '-'], { input: readFileSync(essay) });
    assert.deepEqual({ code, out }, { code: 0, out: 'sources/masswork.md\n' });
    assert.match(err, /82 of 82 paragraphs word for word/);
    assert.match((await desk.run(['edition', 'verify', 'masswork'])).out, /as in the edition/);
    assert.equal((await desk.run(['check'])).code, 0);
  });
});
