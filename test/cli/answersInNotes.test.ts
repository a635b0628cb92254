import assert from 'node:assert/strict';
import { blankNote, withAnswersInNotes } from '../../src/core/notes.ts';
import { useDesks } from '../support/commandLine.ts';

const files = `=== sources/bread.md
---
id: bread
title: On Bread
---

A dough rises slowly, and no baker can hurry it.
=== notes/bread.ada.jsonld
{
  "type": "AnnotationPage",
  "items": [
    { "id": "urn:a", "type": "Annotation", "creator": { "name": "Ada" }, "created": "2026-01-01T00:00:00Z", "body": { "type": "TextualBody", "value": "Why?" }, "target": { "source": "urn:x-pilcrow:source:bread", "selector": { "type": "TextQuoteSelector", "exact": "rises slowly", "prefix": "A dough ", "suffix": ", and" } } },
    { "id": "urn:b", "type": "Annotation", "motivation": "replying", "creator": { "name": "Ben_B" }, "created": "2026-01-02T00:00:00Z", "body": { "type": "TextualBody", "value": "Yeast.\\n\\nAnd time." }, "target": "urn:a" },
    { "id": "urn:c", "type": "Annotation", "motivation": "replying", "created": "2026-01-03T00:00:00Z", "body": { "type": "TextualBody", "value": "How long?" }, "target": "urn:b" }
  ]
}
`;
const below =
  'Why?\n\n> **Ben\\_B**, 2026-01-02\n>\n> Yeast.\n>\n> And time.\n\n> 2026-01-03\n>\n> How long?';

describe('answers written into their note', () => {
  const deskWith = useDesks();

  it('stand below its text in the files for other programs, where that is asked for', async () => {
    const desk = await deskWith(files);
    const exported = async (...more: string[]): Promise<string[]> => {
      const { out } = await desk.run(['notes', 'export', ...more]);
      const { annotations } = JSON.parse(out) as { annotations: readonly { text: string }[] };
      return annotations.map(({ text }) => text);
    };
    assert.deepEqual(await exported('--answers-in-notes'), [below]);
    assert.equal((await exported()).length, 3);
  });

  it('stay where the note that they answer is not there, and in a circle', () => {
    const note = (id: string, answers?: string) => ({ ...blankNote, id, answers, text: id });
    const lost = [note('a', 'gone'), note('b', 'c'), note('c', 'b')];
    assert.deepEqual(
      withAnswersInNotes(lost).map(({ text }) => text.split('\n')[0]),
      ['a', 'b'],
    );
  });
});
