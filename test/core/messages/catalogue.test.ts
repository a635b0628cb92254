import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import ts from 'typescript';
import { allEnglish, inWords, messageOf, speaker } from '../../../src/core/messages.ts';
import { inRoot } from '../../../scripts/support/paths.ts';

const room = 'src/core/messages/';

describe('the catalogue of messages', () => {
  it('has no message that nobody says', () => {
    const code = globSync('src/**/*.ts', { cwd: inRoot(), ignore: [`${room}**`, 'src/core/spoken/**'] })
      .map((file) => readFileSync(inRoot(file), 'utf8'))
      .join('\n');
    const said = new Set(code.match(/(?<=')[a-zA-Z]+\.[a-zA-Z]+(?=')/g));
    const idle = Object.keys(allEnglish()).filter((id) => !said.has(id));
    assert.deepEqual(idle, []);
  });

  it('has no message twice, and none that is told what it does not say', () => {
    const ids = new Set<string>();
    const faults: string[] = [];
    for (const file of globSync(`${room}english/*.ts`, { cwd: inRoot() }))
      for (const { id, told, used } of entriesOf(readFileSync(inRoot(file), 'utf8'))) {
        if (ids.has(id)) faults.push(`${id} stands twice`);
        ids.add(id);
        for (const name of told) if (!used.includes(name)) faults.push(`${id} does not say “${name}”`);
      }
    assert.deepEqual(faults, []);
    assert.deepEqual([...ids].sort(), Object.keys(allEnglish()).sort());
  });

  it('is seen to be told too much where it is', () => {
    const text = `export const a = { 'a.b': ({ c }: { c: string; d: number }) => \`\${c}\`, 'a.e': 'E', 'a.f': ({ g }: { g: string }) => '' };`;
    assert.deepEqual(entriesOf(text), [
      { id: 'a.b', told: ['c', 'd'], used: ['c'] },
      { id: 'a.e', told: [], used: [] },
      { id: 'a.f', told: ['g'], used: [] },
    ]);
  });
});

describe('a message', () => {
  it('is plain data, which says the same when it comes back', () => {
    const message = messageOf('notes.unreadableNote', {
      reason: messageOf('json.notClosed', { what: 'note', missing: '}' }),
    });
    const kept = JSON.parse(JSON.stringify(message)) as typeof message;
    assert.deepEqual(kept, message);
    assert.equal(inWords(kept), 'This note cannot be read. The note is not closed: “}” is missing.');
  });

  it('has what it tells in the places of its text, and numbers with what they count', () => {
    assert.equal(inWords('citations.citeBoth', { first: '3', last: '{$first}' }), 'Cite both: 3, {$first}');
    assert.equal(inWords('cited.inPapers', { times: 1, papers: 3 }), 'Cited 1 time in 3 papers');
  });

  it('is worded in any language that has it, with all messages that it tells', () => {
    const inFrench = speaker({
      ...allEnglish(),
      'notes.unreadableNote': 'Cette note est illisible. {$reason}',
      'cited.times': ({ times }: { times: number }) => `Citée ${times > 1 ? String(times) : 'une'} fois`,
      'json.noValue': 'Il manque une valeur.',
    });
    const message = messageOf('notes.unreadableNote', { reason: messageOf('json.noValue') });
    assert.equal(inFrench(message), 'Cette note est illisible. Il manque une valeur.');
    assert.equal(inFrench('cited.times', { times: 1 }), 'Citée une fois');
  });
});

interface Entry {
  readonly id: string;
  /** What its type says that it is told. */
  readonly told: readonly string[];
  /** What of it the entry takes and says. */
  readonly used: readonly string[];
}

/** The entries of a file of the catalogue. */
function entriesOf(text: string): Entry[] {
  const entries: Entry[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && ts.isStringLiteral(node.name))
      entries.push(entryOf(node.name.text, node.initializer));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest, true));
  return entries;
}

function entryOf(id: string, value: ts.Expression): Entry {
  if (!ts.isArrowFunction(value)) return { id, told: [], used: [] };
  const [parameter] = value.parameters;
  const told: string[] = [];
  if (parameter?.type && ts.isTypeLiteralNode(parameter.type))
    for (const { name } of parameter.type.members) if (name) told.push(name.getText());
  const said = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) said.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(value.body);
  return { id, told, used: told.filter((name) => said.has(name)) };
}
