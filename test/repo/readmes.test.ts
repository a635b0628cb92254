import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { inRoot } from '../../scripts/support/paths.ts';

/** Rooms without a face: their READMEs name files. */
const faceless = ['files', 'server', 'workspace'];
/** Rooms of rooms: their READMEs have a section for each face. */
const divided = ['core/present', 'convert', 'publish'];
const minWords = 2;
const maxWords = 10;

const readmeOf = (room: string): string => readFileSync(inRoot('src', room, 'README.md'), 'utf8');

const heading = '## What others may import, in reading order';

/** The names that list items of a README begin with, from its list of exports on. Each item says a few words of them. */
function namedIn(readme: string): readonly string[] {
  const list = readme.slice(Math.max(readme.indexOf(heading), 0));
  return [...list.matchAll(/^- ((?:`[^`]+`(?:, )?)+): (.*)$/gm)].flatMap(([, names = '', words = '']) => {
    const count = words.split(/\s+/).length;
    assert.ok(count >= minWords && count <= maxWords, `${names}: ${String(count)} words`);
    return names.split(', ').map((name) => name.slice(1, -1));
  });
}

/** The names that a file exports. */
function exportsOf(path: string): readonly string[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  return file.statements.flatMap((statement) => {
    if (
      ts.isExportDeclaration(statement) &&
      statement.exportClause &&
      ts.isNamedExports(statement.exportClause)
    )
      return statement.exportClause.elements.map(({ name }) => name.text);
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map(({ name }) => name.getText());
    const { name } = statement as ts.DeclarationStatement;
    return name ? [name.getText()] : [];
  });
}

function assertSame(named: readonly string[], there: readonly string[], readme: string): void {
  const missing = there.filter((name) => !named.includes(name));
  assert.deepEqual(missing, [], `${readme} says nothing of what is there`);
  const gone = named.filter((name) => !there.includes(name));
  assert.deepEqual(gone, [], `${readme} names what is gone`);
  assert.equal(new Set(named).size, named.length, `${readme} names something twice`);
}

const coreFaces = globSync('src/core/*.ts', { cwd: inRoot() }).map((path) => basename(path, '.ts'));

describe('the READMEs of rooms', () => {
  for (const room of coreFaces.sort())
    it(`name what core/${room}.ts exports`, () => {
      const there = exportsOf(inRoot('src', 'core', `${room}.ts`));
      assertSame(namedIn(readmeOf(`core/${room}`)), there, `src/core/${room}/README.md`);
    });

  for (const room of divided)
    it(`name what the faces in ${room} export`, () => {
      const sections = new Map(
        readmeOf(room)
          .split(/^## /m)
          .slice(1)
          .map((section) => [section.slice(0, section.indexOf('\n')), section]),
      );
      const faces = globSync('*.ts', { cwd: inRoot('src', room) })
        .map((path) => basename(path, '.ts'))
        .filter((name) => sections.has(name) || existsSync(inRoot('src', room, name)));
      assert.deepEqual([...sections.keys()].sort(), faces.sort());
      for (const [name, section] of sections)
        assertSame(namedIn(section), exportsOf(inRoot('src', room, `${name}.ts`)), `${room}, ${name}`);
    });

  for (const room of faceless)
    it(`name the files of ${room}`, () => {
      const files = globSync('**/*.ts', { cwd: inRoot('src', room) });
      assertSame(namedIn(readmeOf(room)), files, `src/${room}/README.md`);
    });

  it('name no file that is gone', () => {
    const gone = globSync('src/**/README.md', { cwd: inRoot() }).flatMap((path) => {
      const files = readFileSync(inRoot(path), 'utf8').matchAll(/`([\w/]+\.ts)`/g);
      return [...files].flatMap(([, file = '']) =>
        [dirname(path), 'src', 'src/core', '.'].some((from) => existsSync(inRoot(join(from, file))))
          ? []
          : [`${path}: ${file}`],
      );
    });
    assert.deepEqual(gone, []);
  });
});
