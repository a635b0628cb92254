import assert from 'node:assert/strict';
import { type Desk, useDesks } from '../support/commandLine.ts';
import { annotationJson, notesFile } from '../../src/core/notes/writeNotes.ts';
import { defaultKinds } from '../../src/core/notes/kinds.ts';
import { readNotes } from '../../src/core/notes/read.ts';
import { selected, textOf } from '../core/notes/support.ts';

const head = '---\nid: lamp\ntitle: The Lamp\n---\n\n';
const old = `${head}The lamp on the sill was lit before anyone had woken.

On the second morning it was lit again. The youngest of us swore that she had watched the door all night, and nobody came.

We agreed to keep a book about it, and whoever passed the window wrote down the hour.
`;
const revised = old
  .replace('swore that she had watched the door', 'said how she had seen the doors')
  .replace('whoever passed the window', 'each of us');
const lost = ['swore that she had watched the door', 'whoever passed the window'];
const notes = notesFile(
  'urn:x-pilcrow:notes:lamp.ada',
  [...lost, 'before anyone had woken'].map((words, at) =>
    annotationJson({
      id: `urn:uuid:${String(at)}`,
      kind: defaultKinds[0] ?? assert.fail(),
      author: 'Ada',
      created: '2026-03-04T05:06:07Z',
      text: `Why ${String(at)}?`,
      tags: [],
      about: { source: 'lamp', selectors: selected(words, textOf(old)).selectors },
    }),
  ),
);

describe('pilcrow notes place', () => {
  const deskWith = useDesks();
  const start = async (): Promise<Desk> => {
    const desk = await deskWith();
    await desk.write('sources/lamp.md', revised);
    await desk.write('notes/lamp.ada.jsonld', notes);
    return desk;
  };

  it('lists notes with one clear place, and writes nothing', async () => {
    const desk = await start();
    const { code, out, err } = await desk.run(['notes', 'place']);
    assert.match(
      out,
      /^notes\/lamp\.ada\.jsonld:\d+:\d+ +¶ 2 +“swore that she had watched the door” +→ “said how she had seen the doors”\n$/,
    );
    assert.equal(
      err,
      '1 note with one clear place: --write puts them there. 1 other note without a place: “pilcrow check” lists them.\n',
    );
    assert.equal(code, 0);
    assert.equal(await desk.read('notes/lamp.ada.jsonld'), notes);
    const json = JSON.parse((await desk.run(['notes', 'place', 'lamp', '-f', 'json'])).out) as readonly {
      id: string;
      found: string;
    }[];
    assert.deepEqual(
      json.map(({ id, found }) => [id, found]),
      [['urn:uuid:0', 'said how she had seen the doors']],
    );
  });

  it('puts them there with --write, but those that are left out; a second run has nothing to do', async () => {
    const desk = await start();
    const { err } = await desk.run(['notes', 'place', '--write', '--except', 'urn:uuid:0']);
    assert.match(err, /^0 notes placed\./);
    assert.equal(await desk.read('notes/lamp.ada.jsonld'), notes);
    assert.match((await desk.run(['notes', 'place', '--write'])).err, /^1 note placed\. 1 other note/);
    const placed = readNotes(await desk.read('notes/lamp.ada.jsonld')).notes;
    assert.deepEqual(
      placed.map(({ target }) => target.kind === 'source' && target.selectors.quote?.exact),
      ['said how she had seen the doors', lost[1], 'before anyone had woken'],
    );
    assert.match((await desk.run(['notes', 'place', '--write'])).err, /^0 notes placed\./);
    assert.equal(
      (await desk.run(['notes', 'place', 'lump'])).err,
      'pilcrow: “lump” is no source. Did you mean “lamp”?\n',
    );
  });
});
