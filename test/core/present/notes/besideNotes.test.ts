import assert from 'node:assert/strict';
import { documentNotes } from '../../../../src/server/features/notesWire.ts';
import { bilingualStudy } from '../../../support/bilingual.ts';
import { fixtureUri } from '../../../support/fixture.ts';

function noteOn(key: string, exact: string, text: string): unknown {
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:note:${text.replace(/\W/gu, '')}`,
    type: 'Annotation',
    motivation: 'questioning',
    creator: { type: 'Person', name: 'Ada' },
    created: '2026-03-04T10:00:00Z',
    body: { type: 'TextualBody', format: 'text/markdown', value: text },
    target: {
      source: `urn:x-pilcrow:source:${key}`,
      selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }],
    },
  };
}

describe('notes on a translation', () => {
  const study = bilingualStudy(`=== notes/soirees.jsonld
${JSON.stringify([
  noteOn('soirees', 'Nous avons lu ensemble chaque soir dans le vieux moulin.', 'Lu quoi ?'),
  noteOn('soirees', 'Personne ne parla de la longue guerre ; la lampe était éteinte.', 'Quelle lampe ?'),
  noteOn('soirees', 'Ainsi commença le cercle par la première des neuf questions.', 'Quel cercle ?'),
  noteOn('evenings', 'We read together every evening in the old mill.', 'All of us?'),
])}
`);

  function shownIn(key: string) {
    const file = study.byUri.get(fixtureUri(`sources/${key}.md`));
    assert.ok(file);
    const { threads, count } = documentNotes(file, study, {});
    assert.equal(count, threads.length);
    return threads;
  }

  it('show in the original at the paragraphs that certainly correspond, to be read', () => {
    const threads = shownIn('evenings');
    assert.deepEqual(
      threads.map(({ note, label, isElsewhere, place }) => [
        note.text,
        label,
        isElsewhere ?? false,
        place?.uri === fixtureUri('sources/evenings.md') && place.range.start.line + 1,
      ]),
      [
        ['All of us?', 'Question · ¶ 1', false, 7],
        ['Lu quoi ?', 'Question · ¶ 1 · @soirees', true, 7],
        ['Quelle lampe ?', 'Question · ¶ 2 · @soirees', true, 9],
      ],
    );
    const [, other] = threads;
    assert.deepEqual(
      [other?.words, other?.note.id],
      ['Nous avons lu ensemble chaque soir dans le vieux moulin.', 'urn:note:Luquoi @evenings'],
    );
    assert.equal(threads[2]?.place?.range.end.line, 10);
  });

  it('show those on the original, too', () => {
    assert.deepEqual(
      shownIn('soirees').map(({ note, label }) => `${note.text} ${label}`),
      [
        'Lu quoi ? Question · ¶ 1',
        'Quelle lampe ? Question · ¶ 2',
        'Quel cercle ? Question · ¶ 3',
        'All of us? Question · ¶ 1 · @evenings',
      ],
    );
  });
});
