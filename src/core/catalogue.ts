/** Every check: its id, level and explanation. */
export {
  catalogue,
  type CheckEntry,
  type CheckId,
  checkIds,
  isCheckId,
  type Level,
  levels,
} from './catalogue/catalogue.ts';
