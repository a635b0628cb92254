import {
  type CitedItem,
  fitsBiblatex,
  writeBiblatex,
  writeCslJson,
  writeCslYaml,
} from '../../core/bibliography.ts';
import { messageOf } from '../../core/messages.ts';
import { type CitedItems, citedItems } from '../../core/resolve.ts';
import type { Paper } from '../../core/study.ts';
import { pathsArgument, type CliCommand } from '../command.ts';
import { CannotDo, type ExitCode, type Io, tell } from '../io.ts';
import { chosenFiles, fileName, openStudies, readStudy, writeOut } from '../openStudies.ts';

const writers = {
  'csl-json': writeCslJson,
  'csl-yaml': writeCslYaml,
  biblatex: writeBiblatex,
} satisfies Record<string, (items: readonly CitedItem[]) => string>;

export const bibliographyCommand: CliCommand = {
  name: 'bibliography',
  summary: 'bibliographyHelp.summary',
  description: 'bibliographyHelp.description',
  arguments: [pathsArgument],
  options: [
    {
      flags: '-t, --to <FORMAT>',
      help: 'bibliographyHelp.to',
      choices: Object.keys(writers),
      default: 'csl-json',
    },
    { flags: '-o, --out <FILE>', help: 'bibliographyHelp.out' },
    { flags: '--force', help: 'bibliographyHelp.force' },
  ],
  after: () => messageOf('bibliographyHelp.after'),
  run: writeBibliography,
};

interface BibliographyOptions {
  readonly to: keyof typeof writers;
  /** Where to write it; standard output where this is left out or `-`. */
  readonly out?: string;
  /** Whether another file may be replaced. */
  readonly force?: boolean;
}

async function writeBibliography(
  paths: readonly string[],
  { to, out, force }: BibliographyOptions,
  io: Io,
): Promise<ExitCode> {
  const { studies, complete } = await openStudies(paths, io);
  const [opened, another] = studies;
  if (!complete || !opened) return 2;
  if (another) throw new CannotDo(messageOf('bibliography.oneFolder'));
  const { study, root, code } = readStudy(opened, io);
  const papers = chosenFiles(opened).filter((file): file is Paper => file.role === 'paper');
  if (papers.length === 0) throw new CannotDo(messageOf('bibliography.noPaper'));
  const { items, unknown } = citedItems(papers, study);
  for (const each of unknown) tellUnknown(each, io);
  if (to === 'biblatex')
    for (const item of items)
      if (!fitsBiblatex(item)) tell(io, messageOf('bibliography.keyDoesNotFit', { key: item.id }));
  const text = writers[to](items);
  await writeOut(out, text, { root, force }, io);
  return code;
}

function tellUnknown({ paper, citation }: CitedItems['unknown'][number], io: Io): void {
  const { line, column } = paper.lines.positionAt(citation.range.start);
  const place = { file: fileName(paper, io), line: line + 1, column: column + 1 };
  tell(io, messageOf('bibliography.unknownKey', { ...place, key: citation.key }));
}
