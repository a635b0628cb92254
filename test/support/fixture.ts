/**
 * The fixture language of the tests: the files of a study folder, a cursor and the findings to be expected in one string.
 *
 *     === sources/tale.md
 *     ---
 *     id: tale
 *     ---
 *     Once upon a time.
 *
 *     === papers/a.analysis.md
 *     It begins [@tale, ¶ 2] $0.
 *                         ^ citation/no-such-paragraph: ¶ 2: @tale has
 *
 * - `=== PATH` begins a file. What stands before the first is `papers/fixture.analysis.md`. Lines that are indented as
 *   much as the first `===` lose that indentation, so that fixtures can be indented with the test.
 * - `$0` is the cursor; it is taken out.
 * - A line of carets below a line is a finding on the characters above the carets, `^^…` one that runs on into further
 *   lines, `|` one without extent before the character above. Then the check, and behind a colon a part of the message.
 *   Such lines are taken out. Findings of other levels than `error` are expected the same way.
 *
 * `checkFixture` fails on missing and on unexpected findings and shows the difference as such lines; it also tries “Ignore here…” on
 * each of them.
 */
import { inWords } from '../../src/core/messages.ts';
import assert from 'node:assert/strict';
import { findingsOf, type Finding } from '../../src/core/check/findings.ts';
import { analyse } from '../../src/core/study/analyse.ts';
import { buildStudy, withParts, type BuiltIns } from '../../src/core/study/buildStudy.ts';
import { readConfiguration } from '../../src/core/study/configuration.ts';
import type { FolderNames, NameKind } from '../../src/core/study/folderNames.ts';
import { RoleFinder } from '../../src/core/study/roles.ts';
import type { Paper, Study } from '../../src/core/study/studyTypes.ts';
import { LineIndex } from '../../src/core/text/lineIndex.ts';
import { assertIgnorable } from './ignored.ts';
import { assertSameOneByOne } from './oneByOne.ts';

/** A finding that a fixture expects. `length` is undefined if it continues on further lines. */
export interface Mark {
  readonly line: number;
  readonly column: number;
  readonly length: number | undefined;
  readonly check: string;
  readonly message: string;
}

export interface FixtureFile {
  readonly path: string;
  readonly text: string;
  readonly marks: readonly Mark[];
}

export interface Fixture {
  readonly files: readonly FixtureFile[];
  readonly cursor: { readonly path: string; readonly offset: number } | undefined;
}

export const fixtureRoot = 'file:///study';
const defaultPath = 'papers/fixture.analysis.md';
const header = /^=== (\S.*?)\s*$/;
const marker = /^([ \t]*)(\^+(?:…)?|\|)[ ]+([a-z]+\/[a-z-]+)(?:: (.*))?$/;

/** Reads a fixture. */
export function parseFixture(text: string): Fixture {
  const files: { path: string; lines: string[] }[] = [];
  for (const line of dedented(text)) {
    const path = header.exec(line)?.[1];
    if (path !== undefined) files.push({ path, lines: [] });
    else if (files.length > 0) files.at(-1)?.lines.push(line);
    else if (line.trim() !== '') files.push({ path: defaultPath, lines: [line] });
  }
  let cursor: Fixture['cursor'];
  const parsed = files.map(({ path, lines }): FixtureFile => {
    const { kept, marks } = takeMarks(lines);
    const content = kept.join('\n');
    const at = content.indexOf('$0');
    if (at >= 0) cursor = { path, offset: at };
    return { path, text: content.replace('$0', ''), marks };
  });
  return { files: parsed, cursor };
}

function dedented(text: string): string[] {
  const lines = text.replace(/^\n/, '').split('\n');
  const indent = /^[ ]*/.exec(lines.find((line) => line.trim() !== '') ?? '')?.[0] ?? '';
  return lines.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line.trimStart()));
}

function takeMarks(lines: readonly string[]): { kept: string[]; marks: Mark[] } {
  const kept: string[] = [];
  const marks: Mark[] = [];
  for (const line of lines) {
    const found = marker.exec(line);
    if (!found) {
      kept.push(line);
      continue;
    }
    const [, indent = '', sign = '', check = '', message = ''] = found;
    const length = sign === '|' ? 0 : sign.endsWith('…') ? undefined : sign.length;
    // The two characters of the cursor are not in the text that the carets point at.
    const above = kept.at(-1) ?? '';
    const cursor = above.indexOf('$0');
    const column = cursor >= 0 && cursor < indent.length ? indent.length - 2 : indent.length;
    marks.push({ line: kept.length - 1, column, length, check, message });
  }
  return { kept, marks };
}

/** The URI of a fixture's file. */
export function fixtureUri(path: string): string {
  return `${fixtureRoot}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** Makes a study of the files of a fixture, without a file system. */
export function studyOf(fixture: Fixture, builtIns: BuiltIns = []): Study {
  const settings = fixture.files.find((file) => file.path === 'pilcrow.json')?.text ?? '{}';
  const roles = new RoleFinder(readConfiguration(settings).configuration);
  const analyses = fixture.files.flatMap(({ path, text }) => {
    const role = roles.roleOf(path);
    return role === undefined ? [] : [analyse({ uri: fixtureUri(path), path, role, content: { text } })];
  });
  return withParts(buildStudy(analyses, builtIns), { names: namesOf(fixture.files.map(({ path }) => path)) });
}

/** Files and their folders. */
export function namesOf(paths: readonly string[]): FolderNames {
  const names = new Map<string, NameKind>();
  for (const path of paths) {
    for (let end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1))
      names.set(path.slice(0, end), 'folder');
    names.set(path, 'file');
  }
  return names;
}

/** The first paper of a study. */
export function paperOf(study: Study): Paper {
  const [paper] = study.papers;
  assert.ok(paper, 'the fixture has no paper');
  return paper;
}

/** Checks every file of a fixture against its marks. Returns the findings of all files, in order. */
export function checkFixture(text: string, builtIns: BuiltIns = []): readonly Finding[] {
  const fixture = parseFixture(text);
  const study = studyOf(fixture, builtIns);
  const all: Finding[] = [];
  const actual = fixture.files.map((file) => {
    const analysis = study.byUri.get(fixtureUri(file.path));
    const findings = analysis ? findingsOf(analysis, study) : [];
    all.push(...findings);
    return { ...file, marks: findings.map((finding) => markOf(finding, file)) };
  });
  assert.equal(render(actual), render(fixture.files));
  assertSameOneByOne(study, builtIns);
  assertIgnorable(study, builtIns);
  return all;
}

/**
 * A finding as a mark. Its message is the part that the fixture expects, or the whole message if that part is
 * missing.
 */
function markOf(finding: Finding, file: FixtureFile): Mark {
  const lines = new LineIndex(file.text);
  const start = lines.positionAt(finding.range.start);
  const end = lines.positionAt(finding.range.end);
  const length = end.line === start.line ? end.column - start.column : undefined;
  const mark = { line: start.line, column: start.column, length, check: finding.check };
  const expected = file.marks.filter((other) => sameFinding(other, mark));
  const said = inWords(finding.message);
  const part = expected.map(({ message }) => message).find((message) => said.includes(message));
  return { ...mark, message: part ?? said };
}

function sameFinding(a: Omit<Mark, 'message'>, b: Omit<Mark, 'message'>): boolean {
  return a.line === b.line && a.column === b.column && a.length === b.length && a.check === b.check;
}

/** Writes files with their marks in the fixture language. */
function render(files: readonly FixtureFile[]): string {
  return files.map((file) => `=== ${file.path}\n${renderFile(file)}`).join('\n');
}

function renderFile({ text, marks }: FixtureFile): string {
  const sorted = [...marks].sort((a, b) => a.column - b.column || (a.check < b.check ? -1 : 1));
  return text
    .split('\n')
    .flatMap((line, index) => [line, ...sorted.filter((mark) => mark.line === index).map(renderMark)])
    .join('\n');
}

function renderMark({ column, length, check, message }: Mark): string {
  const sign = length === undefined ? '^^…' : length === 0 ? '|' : '^'.repeat(length);
  return `${' '.repeat(column)}${sign} ${check}${message === '' ? '' : `: ${message}`}`;
}

/** Applies the first fix of each finding that has one. Only edits of the same file. */
export function applyFixes(text: string, findings: readonly Finding[], choose = 0): string {
  const edits = findings.flatMap((finding) => finding.fixes?.[choose]?.edits ?? []);
  return [...edits]
    .sort((a, b) => b.range.start - a.range.start)
    .reduce(
      (result, { range, newText }) => result.slice(0, range.start) + newText + result.slice(range.end),
      text,
    );
}
