import { createColors } from 'picocolors';
import { catalogue, type CheckEntry, checkIds, isCheckId } from '../../core/catalogue.ts';
import { noColor, type CliCommand } from '../command.ts';
import { CannotDo, useColors, type ExitCode, type Io } from '../io.ts';

export const checksCommand: CliCommand = {
  name: 'checks',
  summary: 'list all checks, or explain one',
  description: 'Lists all checks with their levels, or explains one.',
  arguments: [{ name: '[ID]', help: 'a check, such as citation/unknown-key' }],
  options: [noColor],
  after: `\nChecks:\n${checkList()}`,
  run: explain,
};

function explain(id: string | undefined, options: { readonly color: boolean }, io: Io): ExitCode {
  const colors = createColors(useColors(io, options.color));
  if (id === undefined) {
    io.stdout.write(checkList(colors.dim));
    return 0;
  }
  if (!isCheckId(id)) throw new CannotDo(`There is no check “${id}”. “pilcrow checks” lists them.`);
  const { level, summary, explanation, wrong, right }: CheckEntry = catalogue[id];
  io.stdout.write(
    `${colors.bold(id)} (${level})\n\n${summary}\n\n${explanation}\n\n  wrong: ${wrong}\n  right: ${right}\n\n`,
  );
  io.stdout.write(`Silence it once:      <!-- pilcrow-ignore ${id}: reason -->\n`);
  io.stdout.write(`Change its level:     "checks": { "${id}": "off" } in pilcrow.json\n`);
  return 0;
}

/** The catalogue as a list: id, level, what is reported. */
function checkList(dim: (text: string) => string = (text) => text): string {
  const longest = Math.max(...checkIds.map((id) => id.length));
  return checkIds
    .map((id) => `${id.padEnd(longest)}  ${dim(catalogue[id].level.padEnd(11))}  ${catalogue[id].summary}\n`)
    .join('');
}
