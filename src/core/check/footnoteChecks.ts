import { messageOf } from '../messages.ts';
import type { Footnotes, NoteDefinition, NoteReference } from '../blocks.ts';
import { nearest } from '../text.ts';
import { defineCheck, type Fix, type Problem } from './defineCheck.ts';

/** What refers to no note, and notes that nothing refers to. */
export const faultyFootnotes = defineCheck({
  ids: ['footnote/undefined', 'footnote/unused'],
  looksAt: 'footnotes',
  check: ({ text, ...notes }, _, { role }) => [
    ...undefinedReferences(notes, text),
    // The notes of a source are cited by their number, whether its text refers to them or not.
    ...(role === 'source' ? [] : unusedNotes(notes, text)),
  ],
});

function undefinedReferences(
  { references, definitions }: Footnotes,
  text: string,
): Problem<'footnote/undefined'>[] {
  const defined = new Map(definitions.map((definition) => [definition.label, definition]));
  const labels = [...defined.keys()];
  return references.flatMap((reference): Problem<'footnote/undefined'>[] => {
    const definition = defined.get(reference.label);
    if (definition && !definition.isPartOfText && !reference.isInNote) return [];
    const { range } = reference;
    const check = 'footnote/undefined';
    if (!definition)
      return [
        {
          check,
          range,
          message: messageOf('footnotes.undefined', {
            label: reference.label,
            nearest: nearest(reference.label, labels, 1)[0],
          }),
          fixes: [...nearestFixes(reference, labels), definingFix(reference, text)],
        },
      ];
    if (reference.isInNote)
      return [{ check, range, message: messageOf('footnotes.withinNote', { label: reference.label }) }];
    return [
      {
        check,
        range,
        message: messageOf('footnotes.joined', { label: reference.label }),
        fixes: [partingFix(definition, text)],
      },
    ];
  });
}

function nearestFixes({ label, range }: NoteReference, labels: readonly string[]): Fix[] {
  return nearest(label, labels).map((near) => ({
    title: messageOf('fixes.changeTo', { text: `[^${near}]` }),
    edits: [{ range, newText: `[^${near}]` }],
    safe: false,
  }));
}

function lineEndOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function definingFix({ label }: NoteReference, text: string): Fix {
  const end = text.trimEnd().length;
  const lineEnd = lineEndOf(text);
  const range = { start: end, end };
  return {
    title: messageOf('footnotes.addAtEnd', { label }),
    edits: [{ range, newText: `${lineEnd}${lineEnd}[^${label}]: ` }],
    safe: false,
  };
}

function partingFix({ range: { start } }: NoteDefinition, text: string): Fix {
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  // The marks of a block quotation go on before the blank line.
  const edits = [
    {
      range: { start: lineStart, end: lineStart },
      newText: text.slice(lineStart, start).trimEnd() + lineEndOf(text),
    },
  ];
  return { title: messageOf('footnotes.blankLine'), edits, safe: true };
}

function unusedNotes(
  { references, definitions, labelsInFrontMatter }: Footnotes,
  text: string,
): Problem<'footnote/unused'>[] {
  const used = new Set(labelsInFrontMatter);
  for (const { label, isInNote } of references) if (!isInNote) used.add(label);
  const last = new Map(definitions.map((definition) => [definition.label, definition]));
  return definitions.flatMap((definition): Problem<'footnote/unused'>[] => {
    const { label, range, isPartOfText } = definition;
    const counts = last.get(label);
    if (isPartOfText || (used.has(label) && counts === definition)) return [];
    const message =
      counts === definition || !counts
        ? messageOf('footnotes.unused', { label })
        : messageOf('footnotes.definedAgain', { label, line: lineNumberOf(counts, text) });
    return [{ check: 'footnote/unused', range, message, unnecessary: true }];
  });
}

/** 1-based. */
function lineNumberOf({ range }: NoteDefinition, text: string): number {
  return text.slice(0, range.start).split(/\r\n|\r|\n/).length;
}
