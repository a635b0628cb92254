import { l10n, window } from 'vscode';

/** What a person says of a source that is imported. */
export interface About {
  readonly title: string;
  /** Names with `;` between them. */
  readonly author: string;
  readonly key: string;
}

/** Asks for title, author and key, each filled in with what was found. Undefined: the person gave up. */
export async function askAbout(
  key: string,
  found: { readonly title: string; readonly author: string },
): Promise<About | undefined> {
  const title = await ask(1, l10n.t('Title of the text'), found.title);
  if (title === undefined) return undefined;
  const author = await ask(2, l10n.t('Author; several with “;” between them, or none'), found.author);
  if (author === undefined) return undefined;
  const given = await ask(3, l10n.t('Key that papers cite it by, as in [@key, ¶ 12]'), key, (value) =>
    /^@?[^\s{}@[\];,]+$/u.test(value.trim())
      ? undefined
      : l10n.t('A key has no spaces, brackets, commas or semicolons.'),
  );
  return given === undefined ? undefined : { title, author, key: given.trim().replace(/^@/, '') };
}

function ask(
  step: number,
  prompt: string,
  value: string,
  validateInput?: (value: string) => string | undefined,
): Thenable<string | undefined> {
  return window.showInputBox({
    title: l10n.t('Import Source ({0}/3)', step),
    prompt,
    value,
    ignoreFocusOut: true,
    ...(validateInput ? { validateInput } : {}),
  });
}
