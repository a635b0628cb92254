import { dirname, join, resolve } from './pathNames.ts';
import { languageOf } from '../core/blocks.ts';
import { messageOf } from '../core/messages.ts';
import {
  type CitationStyle,
  type LocaleSheets,
  readLocale,
  readStyleSheet,
  type StyleChoice,
  styleChoice,
  styleFile,
  type StyleProblem,
} from '../core/styles.ts';
import type { Paper, Study } from '../core/study.ts';
import { readText } from './texts.ts';

/** A paper, and where its citation style is found. */
export interface PaperJob {
  readonly paper: Paper;
  readonly study: Study;
  /** The study folder. */
  readonly root: string;
  /** The folder of Pilcrow's own package, which has the citation styles. */
  readonly packageRoot: string;
  /** The style that a person asks for, and the folder from which its path counts; else the paper's own holds, else that of the settings. */
  readonly style?: { readonly name: string; readonly folder: string } | undefined;
}

const localeTags = ['en-US', 'fr-FR'];

/** Where a style that is no file of Pilcrow's own is looked for. */
export interface StylePlace {
  /** The folder from which its path counts: that of the paper, of the settings, or the one where a command runs. */
  readonly folder: string;
  /** The folder that it must lie in, where a file of a study folder names it; undefined where a person does. */
  readonly within?: string | undefined;
}

/** Styles that were read, by their paths, with the text that they were read from: a preview wants one at each keystroke. */
const keptSheets = new Map<
  string,
  { readonly text: string; readonly sheet: ReturnType<typeof readStyleSheet> }
>();
const maxKeptSheets = 16;
const keptLocales = new Map<string, Promise<LocaleSheets>>();

/** Reads a style and the locales that Pilcrow brings along; a problem where that is not possible. */
export async function loadCitationStyle(
  packageRoot: string,
  { choice, language, place }: WantedStyle,
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
  const sheet = sheetOf(path, content.text);
  if ('problem' in sheet) return sheet;
  const locales = keptLocales.get(styles) ?? loadLocales(styles);
  keptLocales.set(styles, locales);
  return { sheet, locales: await locales };
}

function sheetOf(path: string, text: string): ReturnType<typeof readStyleSheet> {
  const kept = keptSheets.get(path);
  if (kept?.text === text) return kept.sheet;
  const sheet = readStyleSheet(text);
  if (keptSheets.size >= maxKeptSheets) keptSheets.clear();
  keptSheets.set(path, { text, sheet });
  return sheet;
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

/** Which style is wanted. */
export interface WantedStyle {
  readonly choice: StyleChoice;
  readonly language: string | undefined;
  readonly place: StylePlace;
}

/** The style that a paper is to be set in. */
export function wantedStyle({ paper, study, root, style }: Omit<PaperJob, 'packageRoot'>): WantedStyle {
  const { csl } = paper.document.frontMatter.data;
  const own = typeof csl === 'string' && csl.trim() !== '' ? csl : undefined;
  const folder = own === undefined ? root : join(root, dirname(paper.file.path));
  return {
    choice: styleChoice(style?.name, own, study.configuration.csl),
    language: languageOf(paper.document),
    place: style ? { folder: style.folder } : { folder, within: root },
  };
}

/** The style that a paper is set in. */
export async function styleOf(job: PaperJob): ReturnType<typeof loadCitationStyle> {
  return loadCitationStyle(job.packageRoot, wantedStyle(job));
}
