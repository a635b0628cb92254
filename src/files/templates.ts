import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readText } from './folder.ts';

/** The folder of a group's own templates for new papers, below the study folder. */
const templatesFolder = 'templates';

/** The names of a group's own templates, `templates/NAME.md`; its README is none. */
export async function templateNames(root: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, templatesFolder), { withFileTypes: true }).catch(() => []);
  return entries
    .filter(
      (entry) => entry.isFile() && /^[^.].*\.md$/iu.test(entry.name) && !/^readme\.md$/iu.test(entry.name),
    )
    .map(({ name }) => name.slice(0, -'.md'.length))
    .sort((a, b) => a.localeCompare(b));
}

/** The text of one of these; undefined where there is none of the name, or it cannot be read. */
export async function templateText(root: string, name: string): Promise<string | undefined> {
  if (!(await templateNames(root)).includes(name)) return undefined;
  const content = await readText(join(root, templatesFolder, `${name}.md`));
  return content && 'text' in content ? content.text : undefined;
}
