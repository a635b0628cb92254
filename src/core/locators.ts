/** The locator of a citation, as Pandoc’s citeproc understands it. */
export {
  type Locator,
  type LocatorAttempt,
  type LocatorLabel,
  type LocatorPart,
  moveAttempt,
  moveLocator,
} from './locators/locatorTypes.ts';
export { type LocatorReading, readLocator } from './locators/readLocator.ts';
export { locatorTerms, type LocatorTerms } from './locators/locatorTerms.ts';
