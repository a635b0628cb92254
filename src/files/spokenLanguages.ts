import { saidIn, speakIn, type SpokenLanguage } from '../core/messages.ts';
import { tableOf } from '../core/text.ts';

/** The languages that are spoken beside English, each loaded where somebody speaks it. */
const languages = tableOf<() => Promise<SpokenLanguage>>({
  fr: async () => (await import('../core/spoken/spokenFrench.ts')).french,
});

/** The tags of all languages that are spoken, English first. */
export const spokenTags: readonly string[] = ['en', ...Object.keys(languages)];

/** The part of the tag of a language, or of the name of a locale, that says which it is: `fr` of `fr-CA` and `fr_FR.UTF-8`. */
function primaryTag(tag: string): string {
  return (/^[a-z]+/i.exec(tag)?.[0] ?? '').toLowerCase();
}

/** Whether a language is spoken, by its tag. */
export function isSpoken(tag: string): boolean {
  return spokenTags.includes(primaryTag(tag));
}

/**
 * Says everything from now on in the first of some languages that is spoken, English where none is.
 * @param tags `fr`, `fr-CA` or `fr_FR.UTF-8`, the best first
 */
export async function speakFirstOf(tags: readonly string[]): Promise<void> {
  speakIn(await spokenLanguage(tags.find(isSpoken) ?? 'en'));
}

/** A language by its tag; undefined, which is English, for one that is not spoken. */
export async function spokenLanguage(tag: string): Promise<SpokenLanguage | undefined> {
  return languages[primaryTag(tag)]?.();
}

/**
 * Does what is written for others in their language, where it is spoken, else in that of the person.
 * @param tag of their language; undefined where it is not known
 * @param work is done at once
 */
export async function saidInTheirs<T>(tag: string | undefined, work: () => T): Promise<T> {
  return tag !== undefined && isSpoken(tag) ? saidIn(await spokenLanguage(tag), work) : work();
}

/**
 * The languages of a person by the environment, the best first, as POSIX has them: `LC_ALL`, else `LC_MESSAGES`, else `LANG`; and
 * `LANGUAGE` before it, as GNU has it, where that is not `C`.
 */
export function languagesOf(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const own = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value) ?? '';
  if (/^(?:|C|POSIX)(?:\.|$)/.test(own)) return [];
  return [...(env['LANGUAGE']?.split(':') ?? []), own].filter((tag) => tag !== '');
}
