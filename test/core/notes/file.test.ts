import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { changeNotes } from '../../../src/core/notes/changeNotes.ts';
import { defaultKinds } from '../../../src/core/notes/kinds.ts';
import { readNotes } from '../../../src/core/notes/read.ts';
import { annotationModel } from './model.ts';
import { note, page, changed } from './notes.ts';

const validate = new Ajv({ strict: false }).compile(annotationModel);

/** Lines of a text that are not in another. */
function lines(text: string, other: string): string[] {
  const known = new Set(other.split('\n'));
  return text.split('\n').filter((line) => !known.has(line));
}

describe('a notes file', () => {
  it('is valid in the W3C Web Annotation Data Model', () => {
    const json: unknown = JSON.parse(page(note(1), note(2, { 'pilcrow:state': 'resolved' })));
    assert.ok(validate(json), JSON.stringify(validate.errors, null, 1));
    const answer = { ...note(3), motivation: 'replying', target: 'urn:uuid:1' };
    assert.ok(validate(JSON.parse(page(note(1), answer))), JSON.stringify(validate.errors));
    assert.ok(
      !validate(JSON.parse(page(note(1, { motivation: 'wondering' })))),
      'the schema sees what is wrong',
    );
    assert.ok(!validate(JSON.parse(page(note(1, { target: { type: 'SpecificResource' } })))));
  });

  it('changes by the lines of what was changed', () => {
    const text = page(note(1), note(2), note(3));
    const edited = changed(text, {
      kind: 'edit',
      id: 'urn:uuid:2',
      modified: '2027-01-01T00:00:00Z',
      text: 'Because.',
      tags: ['time', 'yeast'],
    });
    assert.deepEqual(lines(text, edited).length, 2);
    assert.deepEqual(lines(edited, text), [
      '      "modified": "2027-01-01T00:00:00Z",',
      '          "value": "Because."',
      '          "value": "yeast"',
    ]);
    const resolved = changed(text, {
      kind: 'edit',
      id: 'urn:uuid:2',
      modified: '2026-03-04T05:06:02Z',
      resolved: true,
    });
    const again = changed(resolved, {
      kind: 'edit',
      id: 'urn:uuid:2',
      modified: '2026-03-04T05:06:02Z',
      resolved: false,
    });
    assert.equal(again, text);
  });

  it('takes new notes in the order in which they were made, in its own indentation', () => {
    const text = page(note(1), note(5)).replace(/^ +/gm, (spaces) => '\t'.repeat(spaces.length / 2));
    const more = changed(text, { kind: 'insert', json: note(3) });
    assert.deepEqual(
      readNotes(more).notes.map(({ id }) => id),
      ['urn:uuid:1', 'urn:uuid:3', 'urn:uuid:5'],
    );
    assert.ok(!/^ /m.test(more));
    assert.equal(changed(more, { kind: 'insert', json: note(3) }), more);
  });

  it('may be a list, a collection or a single annotation of another program', () => {
    const { id, ...rest } = note(1);
    const other = {
      ...rest,
      '@type': ['Annotation', 'Thing'],
      type: undefined,
      '@id': id,
      creator: 'https://example.org/ada',
      body: { type: 'TextualBody', value: 'One', purpose: 'describing' },
      target: {
        source: { id: 'https://example.org/bread', format: 'text/html' },
        selector: { type: 'RangeSelector', refinedBy: { type: 'TextQuoteSelector', exact: 'rises' } },
      },
    };
    for (const whole of [[other], { type: 'AnnotationCollection', first: { items: [other] } }, other]) {
      const { notes, problems } = readNotes(JSON.stringify(whole));
      assert.deepEqual(problems, []);
      const [read] = notes;
      assert.deepEqual([read?.author, read?.text], ['https://example.org/ada', 'One']);
      assert.deepEqual(read?.target, {
        kind: 'source',
        iri: 'https://example.org/bread',
        selectors: {
          quote: { exact: 'rises', prefix: '', suffix: '', unique: undefined },
          position: undefined,
        },
      });
    }
    const single = changeNotes(JSON.stringify(other), 'urn:x', { kind: 'insert', json: note(2) });
    assert.ok('problem' in single, 'a file of one annotation has no room for a second');
  });

  it('with a new kind and other words says so', () => {
    const kind = defaultKinds.find(({ id }) => id === 'example');
    assert.ok(kind);
    const selectors = {
      quote: { exact: 'no baker', prefix: ', and ', suffix: ' can', unique: true },
      position: { start: 98, end: 106 },
    };
    const text = changed(page(note(1)), {
      kind: 'edit',
      id: 'urn:uuid:1',
      modified: 'x',
      noteKind: kind,
      selectors,
    });
    const [read] = readNotes(text).notes;
    assert.deepEqual([read?.kind, read?.motivation], ['example', 'describing']);
    assert.deepEqual(read?.target, { kind: 'source', iri: 'urn:x-pilcrow:source:bread', selectors });
  });
});

describe('a notes file with something wrong', () => {
  const three = page(note(1), note(2), note(3));
  const breaks: Readonly<Record<string, [from: string | RegExp, to: string]>> = {
    'a comma missing': ['"id": "urn:uuid:2",', '"id": "urn:uuid:2"'],
    'a comma too many': [/("urn:uuid:2"[^]*?"end": 92)/, '$1,'],
    'a quotation mark missing': ['"Why 2?"', '"Why 2?'],
    'a bracket missing': [/(Why 2[^\]]*)\]/, '$1'],
    'a word where a value belongs': ['"value": "Why 2?"', '"value": undefined'],
    'a control character': ['Why 2?', 'Why \u0001 2?'],
    'an escape that is none': ['Why 2?', 'Why \\x 2?'],
    'no id': ['"id": "urn:uuid:2",', ''],
    'a number for an id': ['"urn:uuid:2"', '2'],
    'an id that was there': ['urn:uuid:2', 'urn:uuid:1'],
    'another type': [/("urn:uuid:2",\s*"type": )"Annotation"/, '$1"Remark"'],
    'no target': [/("urn:uuid:2"[^]*?)"target"/, '$1"goal"'],
    'no words': [/("urn:uuid:2"[^]*?)"exact": "rises slowly"/, '$1"exact": ""'],
    'words that are a number': [/("urn:uuid:2"[^]*?)"exact": "rises slowly"/, '$1"exact": 7'],
    'a string in its place': [/\{\s*"id": "urn:uuid:2"[^]*?(?=,\s*\{\s*"id": "urn:uuid:3")/, '"two"'],
  };
  for (const [name, [from, to]] of Object.entries(breaks))
    it(`has one problem and loses one note: ${name}`, () => {
      const text = three.replace(from, to);
      assert.notEqual(text, three);
      const { notes, problems } = readNotes(text);
      assert.equal(problems.length, 1, JSON.stringify(problems));
      const ids = notes.map(({ id }) => id);
      assert.ok(ids.includes('urn:uuid:1') && ids.includes('urn:uuid:3'), ids.join());
      assert.equal(ids.length, 2);
    });

  it('is not written into where it is no JSON', () => {
    for (const text of [
      '{',
      three.replace('"Why 2?"', '"Why 2?'),
      `${three}}`,
      '[1, 2',
      `{"items": [${'['.repeat(200_000)}`,
    ]) {
      const result = changeNotes(text, 'urn:x', { kind: 'insert', json: note(9) });
      assert.ok('problem' in result, text.slice(0, 40));
    }
  });

  it('says what a conflict of git is', () => {
    const text = three.replace(
      '"value": "Why 2?"',
      '<<<<<<< ours\n"value": "a"\n=======\n"value": "b"\n>>>>>>> theirs',
    );
    assert.ok(readNotes(text).problems.length >= 1);
    assert.equal(readNotes(`<<<<<<< ours\n${three}`).problems[0]?.message.id, 'notes.conflict');
  });
});
