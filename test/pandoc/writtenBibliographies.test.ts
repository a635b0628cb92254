import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type CitedItem, writeBiblatex, writeCslJson, writeCslYaml } from '../../src/core/bibliography.ts';
import { citedItems } from '../../src/core/resolve.ts';
import { loadBuiltIns } from '../../src/files/builtIns.ts';
import { loadStudyFolder } from '../../src/files/loadStudy.ts';
import { inRoot, root } from '../../scripts/support/paths.ts';
import { runs } from '../support/runs.ts';
import { askedPandocs, usePandoc } from './versions.ts';

/** Words with what formats escape. */
const word = fc.constantFrom(
  ...[
    'lamp',
    'Mill',
    'the',
    'NATO',
    'O’Neill',
    'Größe',
    '50 %',
    'A_b',
    '#1',
    '$5',
    'R&D',
    'C~D',
    'x^y',
    'a*b',
    'l’eau',
  ],
  ...['back\\slash', '[sic]', '<b', '“so”', 'e-mail', '@home', '`tick', '{x}'],
);
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((all) => all.join(' '));
const marked = fc
  .tuple(words, fc.constantFrom('i', 'b', 'sup', 'sub', ''), fc.constantFrom('wick', 'Oil lamp'), words)
  .map(([before, tag, inside, behind]) =>
    tag === '' ? before : `${before} <${tag}>${inside}</${tag}> ${behind}`,
  );
const name = fc.oneof(
  fc.record({
    family: fc.constantFrom('Quill', 'Ó Riain', 'Smith and Sons'),
    given: fc.constantFrom('Nora', 'N. B.'),
  }),
  fc.record({
    family: fc.constantFrom('Berg'),
    given: fc.constantFrom('Ida'),
    'non-dropping-particle': fc.constantFrom('van', 'de la'),
  }),
  fc.constantFrom({ literal: 'Lamp Makers and Friends' }, { literal: 'Comrade K.' }),
);
const names = fc.array(name, { minLength: 1, maxLength: 3 });
const date = fc.constantFrom<readonly (readonly number[])[]>(
  [[1970]],
  [[1970, 5]],
  [[1970, 5, 1]],
  [[1867], [1894]],
  [[-43]],
);
const common = { title: marked, author: names, issued: date.map((parts) => ({ 'date-parts': parts })) };
const data = fc.oneof(
  fc.record({
    ...common,
    type: fc.constantFrom('book'),
    publisher: words,
    'publisher-place': words,
    'collection-title': words,
    edition: fc.constantFrom('2', '3'),
    ISBN: fc.constant('978-0-00-000000-2'),
  }),
  fc.record({
    ...common,
    type: fc.constantFrom('article-journal', 'article-magazine', 'article-newspaper'),
    'container-title': marked,
    volume: fc.constant('12'),
    issue: fc.constant('3'),
    page: fc.constantFrom('12-30', '7'),
    DOI: fc.constant('10.1000/a_b(c)<d>'),
  }),
  fc.record({
    ...common,
    type: fc.constant('chapter'),
    'container-title': words,
    editor: names,
    page: fc.constant('5-9'),
  }),
  fc.record({
    ...common,
    type: fc.constant('webpage'),
    URL: fc.constant('https://example.org/a_b~c?d=%20#e'),
  }),
);
type Item = Record<string, unknown>;

/** What differs without a difference: quotation marks that Pandoc makes typographic, spaces, and marks that keep a word as it is. */
function level(items: readonly Item[]): Map<unknown, Item> {
  const plain = (value: unknown): unknown => {
    if (typeof value === 'string')
      return value
        .replace(/<span class="nocase">(.*?)<\/span>/gsu, '$1')
        .replace(/[\u2018\u2019']/gu, "'")
        .replace(/\s+/gu, ' ');
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
    return typeof value === 'number' ? String(value) : value;
  };
  return new Map(items.map((item) => [item['id'], plain(item) as Item]));
}

for (const asked of askedPandocs)
  describe(`a written bibliography, to ${asked.name}`, function () {
    this.timeout(120_000);
    const pandoc = usePandoc(asked);

    it('says the same in each format', async () => {
      const all = fc.sample(data, { numRuns: runs(80) });
      const items = all.map((each, at): CitedItem => ({
        id: `key${String(at)}`,
        data: each,
        markup: 'html',
      }));
      const read = async (text: string, from: string): Promise<Map<unknown, Item>> =>
        level(JSON.parse(await pandoc().convert(text, { from, to: 'csljson' })) as Item[]);
      const fromJson = await read(writeCslJson(items), 'csljson');
      assert.equal(fromJson.size, items.length);
      for (const [text, from] of [
        [writeCslYaml(items), 'markdown'],
        [writeBiblatex(items), 'biblatex'],
      ] as const) {
        const found = await read(text, from);
        for (const [id, item] of fromJson) {
          const at = text.search(new RegExp(`\\b${String(id)}\\b`));
          assert.deepEqual(found.get(id), item, `${from}: ${text.slice(at, at + 500)}`);
        }
      }
    });

    it('leaves no citation of the sample unresolved', async () => {
      const { study } = await loadStudyFolder(inRoot('examples', 'study-folder'), loadBuiltIns(root));
      for (const paper of study.papers) {
        const { items, unknown } = citedItems([paper], study);
        const whole = `${paper.text}\n\n${writeCslYaml(items)}`;
        const printed = await pandoc().convert(whole, {
          to: 'plain',
          options: { citeproc: true, wrap: 'none' },
        });
        const missed = [...printed.matchAll(/([\w-]+)\?(?=[,;)])/g)].map(([, key]) => key);
        assert.deepEqual(
          missed,
          unknown.map(({ citation }) => citation.key),
          paper.file.path,
        );
        assert.equal(unknown.length, paper.file.path.endsWith('exercise.analysis.md') ? 1 : 0);
      }
    });
  });
