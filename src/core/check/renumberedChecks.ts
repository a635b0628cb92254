import { messageOf } from '../messages.ts';
import type { NumberMove, SourceFile } from '../study.ts';
import { defineCheck, type Fix, type Related, type TextEdit } from './defineCheck.ts';

/** Sources whose passages have other numbers than in earlier versions of Pilcrow, where papers cite them and no edition keeps them. */
export const renumberedSources = defineCheck({
  ids: ['source/renumbered'],
  looksAt: 'numberMoves',
  check: ({ source, moves }) => {
    const [first] = moves;
    const isSettled = moves.some(({ evidence }) => evidence === 'now') && !moves.some(isBefore);
    if (!first || isSettled) return [];
    const shown = moves.find(({ names }) => names.now !== undefined) ?? first;
    const message = messageOf('sources.renumbered', {
      key: source.key,
      ...shown.names,
      citations: moves.length,
      files: new Set(moves.map(({ uri }) => uri)).size,
    });
    const range = source.keyRange ?? { start: 0, end: 0 };
    const fixes = [movingFix(source, moves), leavingFix(source)].flatMap((fix) => fix ?? []);
    return [{ check: 'source/renumbered', range, message, fixes, related: relatedTo(moves) }];
  },
});

function isBefore({ evidence }: NumberMove): boolean {
  return evidence === 'before';
}

/** Moves all citations, except those whose quotations show that they follow today's numbers, and says so in the source. */
function movingFix(source: SourceFile, moves: readonly NumberMove[]): Fix | undefined {
  const edits = moves.flatMap(({ uri, range, newText, evidence }): TextEdit[] =>
    newText === undefined || evidence === 'now' ? [] : [{ uri, range, newText }],
  );
  if (edits.length === 0) return undefined;
  const files = new Set(edits.map(({ uri }) => uri)).size;
  const title = messageOf('fixes.moveCitations', { citations: edits.length, files });
  return { title, edits: [...edits, numberingEdit(source)], safe: false };
}

function leavingFix(source: SourceFile): Fix {
  return { title: messageOf('fixes.leaveCitations'), edits: [numberingEdit(source)], safe: false };
}

/** Writes `numbering: blocks` into the front matter, which ends the question. */
function numberingEdit({ source: { frontMatter }, text }: SourceFile): TextEdit {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const line = `numbering: blocks${lineEnd}`;
  const start = frontMatter.range?.start ?? 0;
  const newText = frontMatter.range ? line : `---${lineEnd}${line}---${lineEnd}${lineEnd}`;
  return { range: { start, end: start }, newText };
}

/** A finding leads to so many citations. */
const maxShown = 20;

function relatedTo(moves: readonly NumberMove[]): Related[] {
  return moves.slice(0, maxShown).map(({ uri, range, names }) => ({
    uri,
    range,
    message: messageOf('sources.wasNumber', names),
  }));
}
