import { inWords } from '../../../src/core/messages.ts';
import assert from 'node:assert/strict';
import { readCslJson } from '../../../src/core/bibliography/cslJson.ts';
import { readCslYaml } from '../../../src/core/bibliography/cslYaml.ts';
import { bibliographyPaths, worksOfFrontMatter } from '../../../src/core/bibliography/frontMatterWorks.ts';
import { describeWork, type BibliographyFile } from '../../../src/core/bibliography/work.ts';
import { parseMarkdown } from '../../../src/core/blocks/document.ts';
import { keysOf, assertPlaced } from './placed.ts';

/** Problems as `message → the words they stand on`. */
function problemsOf(text: string, file: BibliographyFile): readonly string[] {
  return file.problems.map(
    ({ message, range }) => `${inWords(message)} → ${text.slice(range.start, range.end)}`,
  );
}

const json = `[
  {
    "id": "okafor1971",
    "type": "book",
    "title": "Reading <i>Circles</i>",
    "author": [{ "family": "Okafor", "given": "Ada" }, { "literal": "Harbour Group" }],
    "issued": { "date-parts": [["1971", 5], [1973]] },
    "publisher": "Bread & Roses",
    "publisher-place": "Lagos"
  },
  { "author": [{ "family": "Gaulle", "non-dropping-particle": "de" }], "id": 12, "title": "Twelve", "issued": { "raw": "1950" } }
]`;

describe('CSL-JSON', () => {
  it('reads a list, with positions', () => {
    const file = readCslJson(json);
    assert.deepEqual(file.problems, []);
    assertPlaced(json, file);
    assert.deepEqual(file.works.map(describeWork), [
      'Okafor, Ada, and Harbour Group. 1971–1973. Reading Circles. Lagos: Bread & Roses.',
      'de Gaulle. 1950. Twelve.',
    ]);
    const [first] = file.works;
    assert.match(json.slice(first!.range.start, first!.range.end), /^\{[^]*\}$/);
  });

  it('reads the list under “items”', () => {
    const text = `\uFEFF{"config": {"items": [{"id": "no"}]}, "items" : ${json}}`;
    assert.deepEqual(keysOf(readCslJson(text)), ['okafor1971', '12']);
  });

  const broken: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
    [
      'a comma too many',
      '{"id":"b","title":"B",}',
      ['a', 'b', 'c'],
      ['There is a comma too many before this. → }'],
    ],
    [
      'a missing comma',
      '{"id":"b" "title":"B"}',
      ['a', 'b', 'c'],
      ['A comma or a closing bracket is missing here. → "'],
    ],
    [
      'an open string',
      '{"id":"b","title":"B}',
      ['a', 'b', 'c'],
      ['This string is not closed, or holds what JSON does not allow. → "'],
    ],
    [
      'a missing brace',
      '{"id":"b","author":[{"family":"B"}]',
      ['a', 'b', 'c'],
      ['The entry is not closed: “}” is missing. → ]'],
    ],
    [
      'a missing bracket',
      '{"id":"b","author":[{"family":"B"}}',
      ['a', 'b', 'c'],
      ['A comma or a closing bracket is missing here. → }'],
    ],
    ['a bare word', '{"id":"b","title":B}', ['a', 'b', 'c'], ['A value is missing here. → B']],
    ['no id', '{"title":"B"}', ['a', 'c'], ['This entry has no id, so it can’t be cited. → {']],
    ['a string for an entry', '"b"', ['a', 'c'], ['This is no entry: an entry is written {"id": …}. → "b"']],
  ];
  for (const [name, entry, keys, problems] of broken) {
    it(`with ${name} hides no other entry`, () => {
      const text = `[\n {"id":"a"},\n ${entry},\n {"id":"c"}\n]`;
      const file = readCslJson(text);
      assert.deepEqual(keysOf(file), keys);
      assert.deepEqual(problemsOf(text, file), problems);
      assertPlaced(text, file);
    });
  }

  it('says what is no CSL-JSON', () => {
    for (const text of ['{"a": 1}', 'words', '12', 'null']) {
      assert.equal(readCslJson(text).problems.length, 1, text);
      assertPlaced(text, readCslJson(text));
    }
    assert.deepEqual(readCslJson(' \n'), { works: [], problems: [] });
  });
});

const yaml = `---
references:
- type: book
  id: okafor1971   # the first
  author:
  - family: Okafor
    given: Ada
  issued: 1971-05/1973
  title: 'Reading *Circles* [in]{.nocase} Harbours'
- id: "ng1984"
  title: Method
  issued:
  - year: 1984
    month: 3
...
`;

describe('CSL-YAML', () => {
  it('reads references, with positions', () => {
    const file = readCslYaml(yaml);
    assert.deepEqual(file.problems, []);
    assertPlaced(yaml, file);
    assert.deepEqual(file.works.map(describeWork), [
      'Okafor, Ada. 1971–1973. Reading Circles in Harbours.',
      'Method. 1984.',
    ]);
  });

  it('reads a list alone', () => {
    assert.deepEqual(keysOf(readCslYaml('- id: a\n- {id: b, title: B}\n')), ['a', 'b']);
  });

  it('keeps the others where one is broken', () => {
    const text =
      'references:\n- id: a\n- id: b\n  title: [x\n- id: c\n  title: "open\n- id: d\n- words\n- title: no id\n';
    const file = readCslYaml(text);
    assert.deepEqual(keysOf(file), ['a', 'b', 'c', 'd']);
    assert.equal(file.problems.length, 4);
    assertPlaced(text, file);
  });

  it('knows where a key with white space to spare stands in an entry that is broken', () => {
    const text = '- id: a  references:';
    const { works } = readCslYaml(text);
    assert.deepEqual(
      works.map(({ key, keyRange }) => [key, text.slice(keyRange.start, keyRange.end)]),
      [['a references:', 'a  references:']],
    );
  });

  it('is not overcome by aliases', () => {
    const levels = Array.from(
      { length: 30 },
      (_, i) => `  x${i}: &x${i} [${`*x${i - 1}, `.repeat(9)}]`,
    ).slice(1);
    const text = `references:\n- id: a\n  x0: &x0 [y]\n${levels.join('\n')}\n  author: *x29\n`;
    const file = readCslYaml(text);
    assert.deepEqual(keysOf(file), []);
    assert.deepEqual(
      file.problems.map(({ message }) => inWords(message)),
      ['Its aliases (*name) repeat one another too often.'],
    );
  });

  it('says what is no CSL-YAML', () => {
    for (const text of ['a: 1', 'words', '"', '[', 'references: {}', '\t- x']) {
      assert.equal(readCslYaml(text).problems.length, 1, text);
      assertPlaced(text, readCslYaml(text));
    }
    assert.deepEqual(readCslYaml('# nothing\n'), { works: [], problems: [] });
  });
});

describe('works of front matter', () => {
  const paper = `---\ntitle: On circles\nbibliography: [works.bib, "my works/more.json"]\nreferences:\n- id: okafor1971\n  title: Circles\n---\n\nText.\n`;

  it('reads references, with offsets into the paper', () => {
    const file = worksOfFrontMatter(parseMarkdown(paper));
    assert.deepEqual(keysOf(file), ['okafor1971']);
    assertPlaced(paper, file);
  });

  it('keeps the references of front matter that is broken elsewhere', () => {
    const broken = paper.replace('On circles', '"On circles');
    assert.deepEqual(keysOf(worksOfFrontMatter(parseMarkdown(broken))), ['okafor1971']);
  });

  it('gives the paths of bibliographies as they are written', () => {
    assert.deepEqual(bibliographyPaths(parseMarkdown(paper).frontMatter), [
      'works.bib',
      'my works/more.json',
    ]);
    assert.deepEqual(bibliographyPaths(parseMarkdown('---\nbibliography: a.bib\n---\n').frontMatter), [
      'a.bib',
    ]);
    assert.deepEqual(bibliographyPaths(parseMarkdown('---\nbibliography: {a: [1]}\n---\n').frontMatter), []);
    assert.deepEqual(bibliographyPaths(parseMarkdown('no front matter').frontMatter), []);
  });
});
