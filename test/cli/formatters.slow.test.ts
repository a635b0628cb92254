import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../../scripts/support/paths.ts';
import { formatterFiles } from '../../src/core/present/papers/formatterFiles.ts';
import { useDesks, type Desk } from '../support/commandLine.ts';
import { formatters, markdownFiles, type Formatter } from '../support/formatters.ts';
import { constructs, glossaryEntries } from '../support/formatterStudy.ts';

type Files = Readonly<Record<string, string>>;
type Row = Readonly<Record<string, unknown>>;
/** The output of `list` and `check` without places. */
type Said = Readonly<Record<string, readonly Row[]>>;

const isSource = (path: string): boolean => path.startsWith('sources/');

function filesOf({ root }: Desk): Files {
  return Object.fromEntries(
    markdownFiles(root).map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  );
}

/** Spelling that makes no difference: of quotation marks, dots and spaces. */
function plain(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replaceAll('…', '...').replace(/\s+/g, ' ');
}

const aside = new Set(['line', 'column', 'endLine', 'endColumn', 'fixes', 'diff']);

async function said(desk: Desk, lists: readonly string[]): Promise<Said> {
  const rows: Record<string, Row[]> = {};
  for (const list of [...lists, 'check']) {
    const args = list === 'check' ? [list] : ['list', list];
    const { out, code, err } = await desk.run([...args, '--format', 'json']);
    assert.notEqual(code, 2, err);
    rows[list] = (JSON.parse(out) as Row[]).map((row) =>
      Object.fromEntries(
        Object.entries(row).flatMap(([name, value]) => (aside.has(name) ? [] : [[name, plain(value)]])),
      ),
    );
  }
  return rows;
}

/** The rows of `all` that `others` does not have, or less often. */
function missing(all: readonly Row[] = [], others: readonly Row[] = []): readonly Row[] {
  const rest = others.map((row) => JSON.stringify(row));
  return all.filter((row) => {
    const at = rest.indexOf(JSON.stringify(row));
    if (at !== -1) rest.splice(at, 1);
    return at === -1;
  });
}

const countBy = (rows: readonly Row[], name: string): Map<unknown, number> =>
  rows.reduce(
    (counts, row) => counts.set(row[name], (counts.get(row[name]) ?? 0) + 1),
    new Map<unknown, number>(),
  );

const papersLists = ['citations', 'quotations', 'terms'];
const sourcesLists = ['citations', 'quotations', 'sources'];

/** The checks by which something new is said. */
const newChecks = (after: Said, original: Said): readonly unknown[] =>
  [...countBy(missing(after['check'], original['check']), 'check').keys()].sort();

/** Every row that is lost has a finding in its file that was not there before. */
function assertNothingInSilence(after: Said, original: Said): void {
  const findings = countBy(missing(after['check'], original['check']), 'file');
  for (const [list, rows] of Object.entries(original))
    if (list !== 'check' && after[list])
      for (const [file, count] of countBy(missing(rows, after[list]), 'file'))
        assert.ok(
          count <= (findings.get(file) ?? 0),
          `${String(count)} ${list} of ${String(file)} are lost in silence`,
        );
}

/** A text whose passages moved, or where quotations stand elsewhere, is said to be no longer its edition. */
function assertSourceTold(after: Said, original: Said): void {
  const changed = ['sources', 'quotations'].some((list) => missing(original[list], after[list]).length > 0);
  if (changed) assert.ok(newChecks(after, original).includes('source/changed'));
}

interface Outcome {
  /** What is said when the papers and the glossary have been formatted, and the sources have not. */
  readonly papers: readonly string[];
  /** What is said when the sources have been formatted, and the others have not. */
  readonly sources: readonly string[];
}

/** The checks that a cell of the table names in code spans. */
const checksIn = (cell = ''): readonly string[] =>
  [...cell.matchAll(/`([a-z]+\/[a-z-]+)`/g)].map(([, id = '']) => id).sort();

/** The row of docs/formatters.md whose first cell has all words of the formatter's name. */
function documented({ name }: Formatter): Outcome {
  const words = name.toLowerCase().split(/,? /);
  const rows = readFileSync(inRoot('docs', 'formatters.md'), 'utf8')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(
      ([, tool = '', ...cells]) =>
        cells.length === 6 && words.every((word) => tool.toLowerCase().includes(word)),
    );
  assert.equal(rows.length, 1, `docs/formatters.md has one row of ${name}`);
  const [papers, sources] = rows[0]?.slice(5) ?? [];
  return { papers: checksIn(papers), sources: checksIn(sources) };
}

describe('formatters that run on save', function () {
  this.timeout(60_000);
  const deskWith = useDesks();
  let original: Said = {};

  async function study(files: Files = {}): Promise<Desk> {
    const desk = await deskWith();
    cpSync(inRoot('examples', 'study-folder'), desk.root, { recursive: true });
    for (const [path, text] of Object.entries({ ...constructs, ...files })) await desk.write(path, text);
    await desk.write('glossary.md', `${await desk.read('glossary.md')}${glossaryEntries}`);
    assert.equal((await desk.run(['edition', 'freeze', 'lamps'])).code, 0);
    return desk;
  }

  const runOn = async (formatter: Formatter, desk: Desk): Promise<{ before: Files; after: Files }> => {
    const before = filesOf(desk);
    await formatter.run(desk.root);
    return { before, after: filesOf(desk) };
  };

  before(async () => {
    original = await said(await study(), [...papersLists, 'sources']);
  });

  for (const formatter of formatters)
    it(`${formatter.name} loses nothing in silence`, async function () {
      if (formatter.missing !== undefined) {
        console.log(`      skipped: ${formatter.missing}`);
        this.skip();
      }
      const desk = await study();
      const { before, after } = await runOn(formatter, desk);
      for (const path in after) if (isSource(path)) await desk.write(path, before[path] ?? '');
      const papers = await said(desk, papersLists);
      for (const path in after) await desk.write(path, (isSource(path) ? after : before)[path] ?? '');
      const sources = await said(desk, sourcesLists);
      assert.deepEqual(
        { papers: newChecks(papers, original), sources: newChecks(sources, original) },
        documented(formatter),
      );
      assertNothingInSilence(papers, original);
      assertSourceTold(sources, original);
    });

  const ours = Object.fromEntries(formatterFiles.map(({ path, text }) => [path, text]));
  for (const formatter of formatters.filter(({ isObedient }) => isObedient))
    it(`${formatter.name} leaves sources alone and papers safe with our configuration`, async () => {
      const desk = await study(ours);
      const { before, after } = await runOn(formatter, desk);
      for (const path in before) if (isSource(path)) assert.equal(after[path], before[path], path);
      assert.deepEqual(await said(desk, [...papersLists, 'sources']), original);
    });
});
