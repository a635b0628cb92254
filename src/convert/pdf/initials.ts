import { lineOf, type PdfLine } from './pdfLines.ts';

/** An initial is at least so many times as large as the type beside it. */
const minInitialSize = 1.7;

/**
 * Puts large initials at the beginning of the lines that stand beside them, which then begin where the initial does.
 */
export function withInitials(lines: readonly PdfLine[]): PdfLine[] {
  const initials = lines.filter(({ text }) => /^[\p{Pi}\p{Ps}"']?\p{Lu}$/u.test(text));
  let made = [...lines];
  for (const initial of initials) {
    const beside = made.filter((line) => standsBeside(line, initial)).sort((a, b) => a.y - b.y);
    const [first] = beside;
    const [letter] = initial.spans;
    if (!first || !letter) continue;
    const start = {
      ...letter,
      text: initial.text,
      y: first.y,
      size: first.size,
      end: Math.max(initial.end, first.x - 0.1),
    };
    const others = new Set(beside.slice(1));
    made = made.flatMap((line) => {
      if (line === initial) return [];
      if (line === first) return [lineOf([start, ...first.spans], first.page)];
      return [others.has(line) ? { ...line, x: initial.x } : line];
    });
  }
  return made;
}

/** Whether a line of smaller type stands right of an initial, between its head and its foot. */
function standsBeside(line: PdfLine, initial: PdfLine): boolean {
  const gap = line.x - initial.end;
  const isRight = gap > -0.3 * line.size && gap < 1.5 * line.size;
  return (
    isRight &&
    initial.size > minInitialSize * line.size &&
    line.y > initial.y - initial.size &&
    line.y < initial.y + 0.3 * line.size
  );
}
