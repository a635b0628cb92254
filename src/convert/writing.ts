/** Writes blocks as the Markdown of a source. */
export { existingFrontMatter, idIn, proposeKey, withTold, writeFrontMatter } from './writing/frontMatter.ts';
export { writeBlocks } from './writing/write.ts';
