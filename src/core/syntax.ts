/** The characters and marks of Markdown as Pandoc reads it, each read in one place. */
export {
  characterAt,
  isAlphaNumeric,
  isKeyCharacter,
  isPunctuation,
  isSpace,
  isSpaceOrTab,
} from './syntax/characters.ts';
export {
  type CitationKeyToken,
  deepestBraces,
  keyMarks,
  longestKey,
  mayStandBeforeKey,
  readCitationKey,
} from './syntax/citationKey.ts';
export {
  endOfAttributes,
  endOfAutolink,
  endOfLinkSource,
  endOfMath,
  endOfRawAttribute,
  endOfTexCommand,
  type HtmlTag,
  isEscape,
  readCharacterReference,
  readHtmlTag,
} from './syntax/scan.ts';
export { readSimpleMapping } from './syntax/simpleMapping.ts';
export { isBlockTag, isVerbatimTag } from './syntax/tags.ts';
export { bracedKey, citationOf, isCitableKey } from './syntax/writtenKey.ts';
export { parseYaml } from './syntax/yaml.ts';
