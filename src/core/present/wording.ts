/** Escaping and shortening texts, names of files and folders, refusals of the system. */
export { folderNames } from './wording/shownFolderNames.ts';
export { escapeMarkdown, quoteMarkdown, shorten } from './wording/escapeMarkdown.ts';
export { fileLink } from './wording/fileLink.ts';
export { codeMarkdown, harmlessMarkdown, type ShownLink } from './wording/harmlessMarkdown.ts';
export { bareRefusal, errorCode, refusal, sayRefusal } from './wording/refusal.ts';
export { folderNameOf, nameOfKey, slugOf } from './wording/slug.ts';
export { studyLanguage } from './wording/studyLanguage.ts';
export { withoutMarkdown } from './wording/withoutMarkdown.ts';
