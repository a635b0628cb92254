import { join } from 'node:path';
import {
  type AlignmentLine,
  mergeAlignments,
  stateCounts,
  type TextAlignment,
  writeAlignment,
} from '../../core/alignment.ts';
import { runToEnd } from '../../core/memo.ts';
import { inWords, messageOf } from '../../core/messages.ts';
import { baseFirst, knownAlignment, newAlignmentPath } from '../../core/resolve.ts';
import { alignSources } from '../../core/sideBySide.ts';
import { passageNumbers } from '../../core/source.ts';
import type { Source, Study } from '../../core/study.ts';
import { nearest } from '../../core/text.ts';
import { changeTextFile } from '../../files/texts.ts';
import { type CliCommand, noColor } from '../command.ts';
import { table } from '../formats/table.ts';
import { CannotDo, colorsFor, type ExitCode, type Io, printOut, tell } from '../io.ts';
import { mergeVersions } from '../mergeDriver.ts';
import { displayPath, namedSource, openFolder, readStudy, rootFor, withoutAt } from '../openStudies.ts';

const alignFormats = ['pretty', 'json'] as const;

export const alignCommand: CliCommand = {
  name: 'align',
  summary: 'alignHelp.summary',
  description: 'alignHelp.description',
  arguments: [
    { name: '<A>', help: 'alignHelp.a' },
    { name: '<B>', help: 'alignHelp.b' },
    { name: '[THEIRS]', help: 'alignHelp.theirs' },
  ],
  options: [
    { flags: '-f, --format <FORMAT>', help: 'alignHelp.format', choices: alignFormats, default: 'pretty' },
    { flags: '-w, --write', help: 'alignHelp.write' },
    { flags: '--merge', help: 'alignHelp.merge' },
    noColor,
  ],
  run: align,
};

interface AlignOptions {
  readonly format: (typeof alignFormats)[number];
  readonly color: boolean;
  readonly write?: boolean;
  readonly merge?: boolean;
}

async function align(
  a: string,
  b: string,
  theirs: string | undefined,
  options: AlignOptions,
  io: Io,
): Promise<ExitCode> {
  if (options.merge) return mergeAlignmentFiles([a, b, theirs ?? ''], io);
  const { study, root, code } = readStudy(await openFolder(rootFor(a, io), io), io);
  const texts = baseFirst(sourceWithText(a, study, io), sourceWithText(b, study, io), study);
  if (texts.base === texts.text) throw new CannotDo(messageOf('alignments.sameText'));
  const known = knownAlignment(texts, study);
  const path = known?.file.path ?? newAlignmentPath(texts.base.key, texts.text.key, study);
  if (known && !known.alignment) throw new CannotDo(messageOf('alignments.laterFile', { file: path }));
  const alignment = runToEnd(alignSources(texts, known?.alignment));
  const { base, text } = texts;
  const printed =
    options.format === 'json'
      ? alignmentJson(alignment)
      : table(
          alignment.groups.map((line) => alignmentRow(line, base, text)),
          colorsFor(io, options.color),
        );
  printOut(io, printed, options.format === 'json' ? 'data' : 'painted');
  tell(io, messageOf('alignments.done', stateCounts(alignment)));
  if (options.write) await writeAligned(root, path, alignment, io);
  return code;
}

async function writeAligned(root: string, path: string, alignment: TextAlignment, io: Io): Promise<void> {
  const target = join(root, ...path.split('/'));
  const text = writeAlignment(alignment);
  const failed = await changeTextFile(root, target, () => ({ text }));
  if (failed) throw new CannotDo(failed.problem);
  tell(io, messageOf('alignments.written', { file: displayPath(target, io) }));
}

function sourceWithText(name: string, study: Study, io: Io): Source {
  const source = namedSource(name, study, io);
  const near = nearest(withoutAt(name), [...study.sources.keys()]);
  if (!source) throw new CannotDo(messageOf('cli.noSource', { name, nearest: near }));
  if (!source.file) throw new CannotDo(messageOf('alignments.noWords', { key: source.key }));
  return source;
}

function alignmentRow(line: AlignmentLine, base: Source, text: Source): readonly string[] {
  const named = (marks: AlignmentLine['base'], source: Source): string =>
    marks.length === 0
      ? inWords('alignments.nothing')
      : passageNumbers(
          marks.map(([number]) => number),
          source,
        );
  return [named(line.base, base), named(line.text, text), stateInWords(line)];
}

function stateInWords({ state, by }: AlignmentLine): string {
  if (state === 'computed') return inWords('alignments.computed');
  if (state === 'open') return inWords('alignments.openState');
  return [inWords('alignments.confirmed'), by].filter(Boolean).join(' · ');
}

function alignmentJson({ base, text, groups, notes }: TextAlignment): string {
  const numbers = (line: AlignmentLine) => ({
    base: line.base.map(([number]) => number),
    text: line.text.map(([number]) => number),
    state: line.state,
    perhaps: line.perhaps ?? null,
  });
  return `${JSON.stringify({ base, text, groups: groups.map(numbers), notes: notes.map(numbers) }, null, 2)}\n`;
}

async function mergeAlignmentFiles(paths: readonly [string, string, string], io: Io): Promise<ExitCode> {
  if (paths[2] === '') throw new CannotDo(messageOf('alignments.threeVersions'));
  const conflicts = await mergeVersions(paths, mergeAlignments, io);
  if (conflicts > 0) tell(io, messageOf('alignments.merged', { conflicts }));
  return 0;
}
