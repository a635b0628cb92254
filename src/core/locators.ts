/** The locator of a citation, as Pandoc’s citeproc understands it. */
export {
  comparableTerm,
  type AttemptReason,
  type Locator,
  type LocatorAttempt,
  type LocatorLabel,
  type LocatorPart,
  locatorTerms,
  type LocatorTerms,
  moveAttempt,
  moveLocator,
  swallowedWord,
  termsInAnyLanguage,
} from './locators/locatorTerms.ts';
export { locatorAhead, readStrayLocator } from './locators/locatorAttempts.ts';
export {
  followingLength,
  locatorInWords,
  type LocatorReading,
  readLocator,
  unlabelledLocator,
} from './locators/readLocator.ts';
