import { l10n, window } from 'vscode';

/** The answers of a person about a source that is being imported. */
export interface SourceAbout {
  readonly title: string;
  /** Names separated by `;`. */
  readonly author: string;
  readonly key: string;
}

/**
 * Asks for title, author and key, each with what the import found as its default. Undefined: the person gave up.
 * @param studyFolder name of the target study folder, if several are open
 */
export async function askSourceAbout(
  key: string,
  found: { readonly title: string; readonly author: string },
  studyFolder: string | undefined,
): Promise<SourceAbout | undefined> {
  const titleOf = (step: number): string =>
    studyFolder === undefined
      ? l10n.t('Import Source ({0}/3)', step)
      : l10n.t('Import Source into {1} ({0}/3)', step, studyFolder);
  const title = await askInput(titleOf(1), l10n.t('Title of the text'), found.title);
  if (title === undefined) return undefined;
  const author = await askInput(
    titleOf(2),
    l10n.t('Author; several with “;” between them, or none'),
    found.author,
  );
  if (author === undefined) return undefined;
  const given = await askInput(
    titleOf(3),
    l10n.t('Key that papers cite it by, as in [@key, ¶ 12]'),
    key,
    (value) =>
      /^@?[^\s{}@[\];,]+$/u.test(value.trim())
        ? undefined
        : l10n.t('A key has no spaces, brackets, commas or semicolons.'),
  );
  return given === undefined ? undefined : { title, author, key: given.trim().replace(/^@/, '') };
}

function askInput(
  title: string,
  prompt: string,
  value: string,
  validateInput?: (value: string) => string | undefined,
): Thenable<string | undefined> {
  return window.showInputBox({
    title,
    prompt,
    value,
    ignoreFocusOut: true,
    ...(validateInput ? { validateInput } : {}),
  });
}
