import { messageOf } from '../core/messages.ts';
import { isSpoken, languagesOf, speakFirstOf, spokenTags } from '../files/spokenLanguages.ts';
import { CannotDo } from './io.ts';

/** Forms that programs read: English wherever they are made, unless a language is asked for. */
const readByPrograms = ['json', 'sarif', 'junit', 'github', 'csv'];

/**
 * Sets the language of everything that is said: that of `--lang`, else that of the environment.
 * @param args what stands behind `pilcrow`
 * @throws CannotDo where `--lang` names a language that is not spoken
 */
export async function speakAsAsked(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const asked = valueOfOption(args, ['--lang']);
  if (asked !== undefined && !isSpoken(asked)) {
    await speakFirstOf(languagesOf(env));
    throw new CannotDo(messageOf('cli.unknownLanguage', { tag: asked, tags: spokenTags.join(', ') }));
  }
  const format = valueOfOption(args, ['--format', '-f']);
  const own = format !== undefined && readByPrograms.includes(format) ? [] : languagesOf(env);
  await speakFirstOf(asked === undefined ? own : [asked]);
}

/** The value of an option, `--lang fr`, `--lang=fr` or `-ffr`, before anything has read the arguments. */
function valueOfOption(args: readonly string[], names: readonly string[]): string | undefined {
  const end = args.indexOf('--');
  for (const [at, argument] of args.slice(0, end < 0 ? args.length : end).entries())
    for (const name of names) {
      if (argument === name) return args[at + 1];
      const joined = name.startsWith('--') ? `${name}=` : name;
      if (argument.startsWith(joined) && (joined !== name || !argument.startsWith('--')))
        return argument.slice(joined.length);
    }
  return undefined;
}
