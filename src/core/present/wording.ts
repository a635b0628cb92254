/** Escaping and shortening texts, names of files and folders, refusals of the system. */
export { folderNames } from './wording/folderNames.ts';
export { escapeMarkdown, plural, quoteMarkdown, shorten } from './wording/markdown.ts';
export { bareRefusal, codeOf, refusal, sayRefusal } from './wording/refusal.ts';
export { folderNameOf, nameOfKey, slugOf } from './wording/slug.ts';
export { studyLanguage } from './wording/studyLanguage.ts';
export { withoutMarkdown } from './wording/withoutMarkdown.ts';
