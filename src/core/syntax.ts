/** The characters and marks of Markdown as Pandoc reads it, each read in one place. */
export {
  bracedKey,
  characterAt,
  type CitationKeyToken,
  citationOf,
  endOfAttributes,
  isAlphaNumeric,
  isCitableKey,
  isKeyCharacter,
  isPunctuation,
  isSpace,
  isSpaceOrTab,
  keyMarks,
  maxBraceDepth,
  maxKeyUnits,
  mayStandBeforeKey,
  normaliseLabel,
  readAttributes,
  readCitationKey,
  readSpans,
} from './syntax/lexemes.ts';
export {
  endOfAutolink,
  endOfBalanced,
  endOfLinkSource,
  endOfMath,
  endOfRawAttribute,
  endOfTexCommand,
  type HtmlTag,
  isBlockTag,
  isEscape,
  isEscaped,
  isVerbatimTag,
  readCharacterReference,
  readHtmlTag,
} from './syntax/scan.ts';
export { parseYaml } from './syntax/yaml.ts';
export { readSimpleMapping } from './syntax/simpleMapping.ts';
