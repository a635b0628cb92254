import type { TextEdit } from 'vscode-languageserver';
import type { TextEdit as Edit } from '../../core/check.ts';
import type { Located } from '../studies.ts';
import { wireRange } from '../wire.ts';

/** Edits as the protocol has them, by file; of a file that is not there any more none. */
export function changesOf(located: Located, edits: readonly Edit[]): Record<string, TextEdit[]> {
  const changes: Record<string, TextEdit[]> = {};
  for (const edit of edits) {
    const uri = edit.uri ?? located.analysis.file.uri;
    const analysis = located.folder.analysis(uri);
    if (analysis)
      (changes[uri] ??= []).push({ range: wireRange(analysis, edit.range), newText: edit.newText });
  }
  return changes;
}
