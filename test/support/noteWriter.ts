import { inWords } from '../../src/core/messages.ts';
/** A process that adds notes to a file while others do the same: `noteWriter.ts ROOT PATH NAME COUNT`. */
import { changeNotes } from '../../src/core/notes/changeNotes.ts';
import { changeTextFile } from '../../src/files/texts.ts';
import { note } from '../core/notes/notes.ts';

const [root = '', path = '', name = '', count = ''] = process.argv.slice(2);
for (let number = 0; number < Number(count); number++) {
  const json = note(number, { id: `urn:x:${name}:${String(number)}` });
  const failed = await changeTextFile(root, path, (text) =>
    changeNotes(text, 'urn:x', { kind: 'insert', json }),
  );
  if (failed) throw new Error(inWords(failed.problem));
}
