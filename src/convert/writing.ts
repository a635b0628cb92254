/** Writes blocks as the Markdown of a source. */
export {
  existingFrontMatter,
  idIn,
  proposeKey,
  withTold,
  writeFrontMatter,
} from './writing/writeFrontMatter.ts';
export { writeBlocks } from './writing/writeBlocks.ts';
