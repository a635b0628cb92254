import { spokenTag } from '../core/messages.ts';
import { disk } from '../files/node.ts';
import { join } from '../files/pathNames.ts';
import { uriOf } from '../files/paths.ts';

/** The address of the page of a check, in the language of the person; undefined where the package has no pages. */
export type PageOfCheck = (check: string) => string | undefined;

/** @param packageRoot the folder of Pilcrow's own package */
export function checkPages(packageRoot: string | undefined): PageOfCheck {
  const folder = packageRoot && join(packageRoot, 'docs', 'checks');
  if (!folder || !disk.look(folder)) return () => undefined;
  return (check) => {
    const spoken = spokenTag() === 'en' ? folder : join(folder, '..', spokenTag(), 'checks');
    return uriOf(join(spoken, `${check.replace('/', '-')}.md`));
  };
}
