import { commands, l10n, ThemeIcon, Uri, window, workspace } from 'vscode';
import { basename } from './basename.ts';
import { CannotDoError } from './commands.ts';
import type { ImportPreviews } from './importPreviews.ts';
import { writeAllWhole } from './writeWhole.ts';

/** An import that is ready to be written. */
export interface ReadySource {
  readonly uri: string;
  readonly exists: boolean;
  /** The name of the study folder, if several are open. */
  readonly studyFolder?: string;
  readonly text: string;
  /** A file of the edition, written with the source. */
  readonly edition?: { readonly uri: string; readonly text: string };
  /** Files of notes with the comments of the text. */
  readonly comments?: { readonly files: readonly { readonly uri: string; readonly text: string }[] };
}

/** Writes a source. Asks before it replaces one; returns undefined when the existing source stays. */
export async function saveSource(
  source: ReadySource,
  overwrite: boolean,
  previews: ImportPreviews,
  withComments = false,
): Promise<Uri | undefined> {
  const uri = Uri.parse(source.uri, true);
  if (source.exists && !overwrite && !(await mayReplace(uri, source, previews))) return undefined;
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open?.isDirty)
    throw new CannotDoError(
      l10n.t('{0} has unsaved changes. Save or undo them, then import again.', basename(uri.path)),
    );
  const { text, edition, comments } = source;
  const notes = withComments ? (comments?.files ?? []) : [];
  await writeAllWhole([
    { uri, content: text },
    ...[...(edition ? [edition] : []), ...notes].map((file) => ({
      uri: Uri.parse(file.uri, true),
      content: file.text,
    })),
  ]);
  return uri;
}

/** Asks whether to replace an existing source. After *Compare First* the question stays open. */
async function mayReplace(
  uri: Uri,
  { text, studyFolder }: ReadySource,
  previews: ImportPreviews,
): Promise<boolean> {
  const name = basename(uri.path);
  const replace = { label: l10n.t('Replace It'), iconPath: new ThemeIcon('replace-all') };
  const compare = { label: l10n.t('Compare First'), iconPath: new ThemeIcon('diff') };
  const keep = { label: l10n.t('Keep It as It Is'), iconPath: new ThemeIcon('close') };
  for (let choices = [compare, replace, keep]; ; choices = [replace, keep]) {
    const chosen = await window.showQuickPick(choices, {
      title:
        studyFolder === undefined
          ? l10n.t('{0} is already in the study folder', name)
          : l10n.t('{0} is already in {1}', name, studyFolder),
      placeHolder: l10n.t('Replace it with the import? Front matter you edited is kept.'),
      ignoreFocusOut: true,
    });
    if (chosen !== compare) return chosen === replace;
    const changed = l10n.t('{0}: now ↔ after the import', name);
    await commands.executeCommand('vscode.diff', uri, previews.put(uri, text), changed, { preview: true });
  }
}
