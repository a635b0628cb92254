import { inWords } from '../../messages.ts';
import { type Note, type Passage, passageWords, type Section, structureOfEdition } from '../../source.ts';
import type { Source, Study } from '../../study.ts';

/** How much of its passages a source lets go out: `share` in its front matter. */
export type Share = 'words' | 'gist' | 'numbers';

/** What `share` in the front matter of a source lets go out of its passages. An edition that ships shares no words. */
export function shareOf(source: Source, study: Study): Share {
  const said = source.file?.document.frontMatter.data['share'];
  if (said === 'numbers') return 'numbers';
  return said === 'words' && !isBuiltIn(source, study) ? 'words' : 'gist';
}

/** Whether a text is one that ships: by its edition, or because a copy was recognised as it. */
function isBuiltIn({ edition }: Source, { files }: Study): boolean {
  return edition !== undefined && !files.some((file) => file.role === 'edition' && file.edition === edition);
}

/** What of a passage may be shown: its words, what it is about, or nothing. Never its first words in place of what it is about. */
export function sharedWords(item: Passage | Note, share: Share): string | undefined {
  if (share === 'numbers') return undefined;
  return share === 'words' ? passageWords(item) : item.gist;
}

/**
 * The heading of a section as far as its source shares it: that of the edition where the words are not shared, as it has other words
 * for headings that are sentences of the text; where only numbers are shared, its label.
 */
export function sharedHeading(source: Source, share: Share, section: Section): string {
  if (share === 'numbers') return inWords('site.section', { label: section.label });
  const edition = share === 'gist' && source.edition ? structureOfEdition(source.edition).sections : [];
  const known =
    edition.length === source.sections.length ? edition[source.sections.indexOf(section)] : undefined;
  const { printed, title } = known ?? section;
  return printed === undefined ? title : `${printed} ${title}`.trim();
}
