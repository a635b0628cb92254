import { messageOf } from '../core/messages.ts';
import { safeFixes, type TextEdit } from '../core/check.ts';
import type { Analysis } from '../core/study.ts';
import { refusal } from '../core/present/wording.ts';
import { isRefused } from '../files/fileSystem.ts';
import { loadFile } from '../files/loadStudy.ts';
import { disk } from '../files/node.ts';
import { isWithin, pathOf } from '../files/paths.ts';
import { decode } from '../files/texts.ts';
import { tell, type Io } from './io.ts';
import { chosenFiles, fileName, takeNamed, type OpenStudy } from './openStudies.ts';

/** What fixing did. */
export interface Fixed {
  readonly fixes: number;
  readonly files: ReadonlySet<string>;
}

/** Fixes can make room for others; a chain longer than this is a circle. */
const maxRounds = 10;

/** Applies the safe fixes of the chosen files, again as long as that makes new ones possible. */
export async function fixStudy(study: OpenStudy, io: Io): Promise<Fixed> {
  let fixes = 0;
  const files = new Set<string>();
  for (let round = 0; round < maxRounds; round++) {
    let applied = 0;
    for (const { uri } of chosenFiles(study).map(({ file }) => file)) {
      const analysis = study.folder.analysis(uri);
      const count = analysis ? await fixFile(analysis, study, io) : 0;
      applied += count;
      if (count > 0) files.add(uri);
    }
    if (applied === 0) break;
    fixes += applied;
  }
  return { fixes, files };
}

/** Sources and editions change by a person's hand alone. */
function mayChange(analysis: Analysis): analysis is Analysis & { readonly text: string } {
  return analysis.role === 'paper' || analysis.role === 'glossary' || analysis.role === 'bibliography';
}

async function fixFile(analysis: Analysis, study: OpenStudy, io: Io): Promise<number> {
  const path = pathOf(analysis.file.uri);
  if (path === undefined || !mayChange(analysis)) return 0;
  const { fixes, edits } = safeFixes(study.folder.findingsOf(analysis.file.uri));
  if (fixes.length === 0) return 0;
  const onDisk = await disk.read(path);
  const { content } = analysis.file;
  if (!onDisk || !('bytes' in onDisk) || !('text' in content)) return 0;
  const now = decode(onDisk.bytes, path);
  if (!('text' in now) || now.text !== content.text) return 0;
  const mark = hasByteOrderMark(onDisk.bytes) ? '\uFEFF' : '';
  const within = isWithin(study.root, path) ? study.root : undefined;
  try {
    await disk.write(path, mark + applyEdits(content.text, edits), { within });
  } catch (error) {
    if (!isRefused(error)) throw error;
    tell(io, refusal(fileName(analysis, io), 'written', error.code));
    return 0;
  }
  await reload(study, path, analysis);
  return fixes.length;
}

async function reload(study: OpenStudy, path: string, analysis: Analysis): Promise<void> {
  if (study.files.includes(path)) await takeNamed(study.folder, study.root, path);
  if (isWithin(study.root, path)) await loadFile(study.folder, study.root, path, analysis.file.path);
}

function applyEdits(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.range.start - a.range.start)
    .reduce(
      (result, { range, newText }) => result.slice(0, range.start) + newText + result.slice(range.end),
      text,
    );
}

function hasByteOrderMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** Says what was fixed. */
export function tellFixes(all: readonly Fixed[], io: Io): void {
  const fixes = all.reduce((sum, each) => sum + each.fixes, 0);
  const files = new Set(all.flatMap((each) => [...each.files]));
  if (fixes > 0) tell(io, messageOf('check.fixed', { fixes, files: files.size }));
}
