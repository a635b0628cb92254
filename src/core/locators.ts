/** The locator of a citation, as Pandoc’s citeproc understands it. */
export {
  type AttemptReason,
  type Locator,
  type LocatorAttempt,
  type LocatorLabel,
  type LocatorPart,
  moveAttempt,
  moveLocator,
  swallowedWord,
} from './locators/locatorTypes.ts';
export { readStrayLocator } from './locators/locatorAttempts.ts';
export { type LocatorReading, readLocator } from './locators/readLocator.ts';
export { locatorTerms, type LocatorTerms } from './locators/locatorTerms.ts';
