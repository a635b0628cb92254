import { join, resolve } from './pathNames.ts';
import { messageOf } from '../core/messages.ts';
import {
  type CitationStyle,
  type LocaleSheets,
  readLocale,
  readStyleSheet,
  type StyleChoice,
  styleFile,
  type StyleProblem,
} from '../core/styles.ts';
import { readText } from './texts.ts';

const localeTags = ['en-US', 'fr-FR'];

/** Where a style that is no file of Pilcrow's own is looked for. */
export interface StylePlace {
  /** The folder from which its path counts: that of the paper, of the settings, or the one where a command runs. */
  readonly folder: string;
  /** The folder that it must lie in, where a file of a study folder names it; undefined where a person does. */
  readonly within?: string | undefined;
}

/** Reads a style and the locales that Pilcrow brings along; a problem where that is not possible. */
export async function loadCitationStyle(
  packageRoot: string,
  choice: StyleChoice,
  language: string | undefined,
  place: StylePlace,
): Promise<CitationStyle | StyleProblem> {
  const styles = join(packageRoot, 'styles');
  const isOwn = choice.kind === 'builtIn';
  const path = isOwn ? join(styles, styleFile(choice.name, language)) : resolve(place.folder, choice.path);
  const content = await readText(path, isOwn ? undefined : place.within);
  if (content === undefined)
    return {
      problem: isOwn ? messageOf('export.noStyles') : messageOf('styles.missing', { path: choice.path }),
    };
  if ('problem' in content) return content;
  const sheet = readStyleSheet(content.text);
  return 'problem' in sheet ? sheet : { sheet, locales: await loadLocales(styles) };
}

async function loadLocales(styles: string): Promise<LocaleSheets> {
  const locales = await Promise.all(
    localeTags.map(async (tag) => {
      const content = await readText(join(styles, `locales-${tag}.xml`));
      const sheet = content && 'text' in content ? readLocale(content.text) : undefined;
      return sheet ? ([tag, sheet] as const) : undefined;
    }),
  );
  return new Map(locales.filter((locale) => locale !== undefined));
}
