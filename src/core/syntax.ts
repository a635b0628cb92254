/** The characters and marks of Markdown as Pandoc reads it, each read in one place. */
export {
  bracedKey,
  characterAt,
  type CitationKeyToken,
  citationOf,
  isAlphaNumeric,
  isBlockTag,
  isCitableKey,
  isKeyCharacter,
  isPunctuation,
  isSpace,
  isSpaceOrTab,
  isVerbatimTag,
  keyMarks,
  maxBraceDepth,
  maxKeyUnits,
  mayStandBeforeKey,
  normaliseLabel,
  readCitationKey,
} from './syntax/citationKey.ts';
export {
  endOfAttributes,
  endOfAutolink,
  endOfBalanced,
  endOfLinkSource,
  endOfMath,
  endOfRawAttribute,
  endOfTexCommand,
  type HtmlTag,
  isEscape,
  isEscaped,
  readCharacterReference,
  readHtmlTag,
} from './syntax/scan.ts';
export { spanMarks } from './syntax/spans.ts';
export { parseYaml, readSimpleMapping } from './syntax/yaml.ts';
