import { messageOf } from '../messages.ts';
import type { EditionMove } from '../printings.ts';
import { relationFields, statedRelation } from '../source.ts';
import type { SourceFile, StudyContext } from '../study.ts';
import { bracedKey } from '../syntax.ts';
import { defineCheck, type Fix, type Problem, type TextEdit } from './defineCheck.ts';

type OtherPrinting = Problem<'citation/other-printing'>;

/**
 * Citations by numbers that the frozen edition of a source has, where these are others in the text of today. Nothing is said of a citation
 * whose quotation tells: it stands where it is cited, or a check of quotations says where.
 */
export const otherPrintings = defineCheck({
  ids: ['citation/other-printing'],
  looksAt: 'editionMoves',
  check: ({ moves }, study) => {
    const keys = [...new Set(moves.map(({ key }) => key))];
    return keys.flatMap((key) =>
      otherPrintingsOf(
        key,
        moves.filter((move) => move.key === key),
        study,
      ),
    );
  },
});

function otherPrintingsOf(key: string, moves: readonly EditionMove[], study: StudyContext): OtherPrinting[] {
  const fix = ownKeyFix(key, moves, study);
  return moves
    .filter(({ evidence }) => evidence === undefined)
    .map(({ range, before, now = '' }) => ({
      check: 'citation/other-printing',
      range,
      message: messageOf('citations.otherPrinting', { key, before, now }),
      ...(fix && { fixes: [fix] }),
    }));
}

/**
 * Gives the text of today a key of its own, of which the moved citations are. With the old key nobody would see which citations were moved already.
 * Undefined where a quotation follows the text of today.
 */
function ownKeyFix(key: string, moves: readonly EditionMove[], study: StudyContext): Fix | undefined {
  const file = study.sources.get(key)?.file;
  if (!file || statedRelation(file.source.frontMatter.data)) return undefined;
  if (moves.some(({ evidence }) => evidence === 'now')) return undefined;
  const newKey = freeKeyBeside(key, study);
  const written = `@${bracedKey(key)}`;
  return {
    title: messageOf('fixes.moveToOwnKey', { key: newKey, citations: moves.length }),
    edits: [
      ...keyEdits(file, newKey),
      ...moves.flatMap(({ range, newText }) =>
        newText === undefined
          ? []
          : [{ range, newText: `@${bracedKey(newKey)}${newText.slice(written.length)}` }],
      ),
    ],
    safe: false,
  };
}

function freeKeyBeside(key: string, { keys }: StudyContext): string {
  const taken = new Set(keys);
  let number = 2;
  while (taken.has(`${key}-${String(number)}`)) number++;
  return `${key}-${String(number)}`;
}

/** Writes the key into the front matter, and whose printing it is. */
function keyEdits({ key, keyRange, source, text, file: { uri } }: SourceFile, newKey: string): TextEdit[] {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const { range } = source.frontMatter;
  const start = range?.start ?? 0;
  const ownKey = keyRange ? '' : `id: ${keyInYaml(newKey)}${lineEnd}`;
  const lines = `${ownKey}${relationFields.printing}: ${keyInYaml(key)}${lineEnd}`;
  const newText = range ? lines : `---${lineEnd}${lines}---${lineEnd}${lineEnd}`;
  return [
    { uri, range: { start, end: start }, newText },
    ...(keyRange ? [{ uri, range: keyRange, newText: keyInYaml(newKey) }] : []),
  ];
}

function keyInYaml(text: string): string {
  return /^[a-z_][\w-]*$/i.test(text) ? text : JSON.stringify(text);
}
