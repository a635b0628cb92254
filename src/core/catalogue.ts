/** Every check: its id, level and explanation. */
export {
  catalogue,
  type CheckEntry,
  type CheckFamily,
  type CheckId,
  checkIds,
  isCheckId,
  isOfFamily,
  type Level,
  levels,
} from './catalogue/checkCatalogue.ts';
export { wordsOfCheck } from './catalogue/wordsOfCheck.ts';
