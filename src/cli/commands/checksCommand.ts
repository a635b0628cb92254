import { inWords, messageOf } from '../../core/messages.ts';
import { catalogue, type CheckEntry, checkIds, isCheckId, wordsOfCheck } from '../../core/catalogue.ts';
import { noColor, type CliCommand } from '../command.ts';
import { CannotDo, colorsFor, type ExitCode, type Io, printOut } from '../io.ts';

export const checksCommand: CliCommand = {
  name: 'checks',
  summary: 'checksHelp.summary',
  description: 'checksHelp.description',
  arguments: [{ name: '[ID]', help: 'checksHelp.id', completions: checkIds }],
  options: [noColor],
  after: () => messageOf('checksHelp.after', { checks: checkList() }),
  run: explain,
};

function explain(id: string | undefined, options: { readonly color: boolean }, io: Io): ExitCode {
  const colors = colorsFor(io, options.color);
  if (id === undefined) {
    printOut(io, checkList(colors.dim), 'painted');
    return 0;
  }
  if (!isCheckId(id))
    throw new CannotDo(messageOf('explain.unknown', { problem: messageOf('checks.unknown', { id }) }));
  const { level, wrong, right }: CheckEntry = catalogue[id];
  const told = { id, name: colors.bold(id), level, ...wordsOfCheck(id), wrong, right };
  printOut(io, inWords('explain.check', told), 'words');
  return 0;
}

/** The catalogue as a list: id, level, what is reported. */
function checkList(dim: (text: string) => string = (text) => text): string {
  const longest = Math.max(...checkIds.map((id) => id.length));
  return checkIds
    .map(
      (id) => `${id.padEnd(longest)}  ${dim(catalogue[id].level.padEnd(11))}  ${wordsOfCheck(id).summary}\n`,
    )
    .join('');
}
