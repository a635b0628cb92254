import type { CheckId } from '../catalogue.ts';
import type { Fix, TextEdit } from './defineCheck.ts';
import type { Finding } from './findings.ts';
import { appendAll } from '../text.ts';

/** Fixes that can be applied together, in the order of their findings. */
export interface Selection {
  readonly fixes: readonly Fix[];
  /** Their edits, all of the one file, none of which touches another. */
  readonly edits: readonly TextEdit[];
}

/**
 * What “fix all” applies to a file, in the editor and on the command line: of each finding the safe fix. Fixes that reach
 * into other files are left to a person; of those that touch one another the earlier wins, and the later waits for the next
 * time.
 * @param findings of one file, in order of place
 * @param check only the fixes of this check
 */
export function safeFixes(findings: readonly Finding[], check?: CheckId): Selection {
  const fixes: Fix[] = [];
  const taken: TextEdit[] = [];
  for (const finding of findings) {
    if (check !== undefined && finding.check !== check) continue;
    const fix = finding.fixes?.find(({ safe }) => safe);
    const own = fix?.edits.every(({ uri }) => uri === undefined || uri === finding.uri) ?? false;
    if (!fix || !own || fix.edits.some((edit) => taken.some((other) => touch(edit, other)))) continue;
    fixes.push(fix);
    appendAll(taken, fix.edits);
  }
  return { fixes, edits: taken };
}

/** Whether two edits overlap or stand side by side, so that their order would matter. */
function touch(a: TextEdit, b: TextEdit): boolean {
  return a.range.start <= b.range.end && b.range.start <= a.range.end;
}
