/** Reads ZIP archives, as which word processors and EPUB keep their texts, within limits. */
export { type Archive, archiveLimits, openArchive } from './archive/openArchive.ts';
export { CannotRead, unreadableOf, withinLimits } from './archive/cannotRead.ts';
