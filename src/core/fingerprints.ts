/** Words found by the fingerprints of a source whose text is not there. */
export { findVariant, type Variant } from './fingerprints/printVariants.ts';
export {
  findPart,
  findParts,
  foundInPrints,
  type PartialPrint,
  partialPrints,
  type PrintPart,
  printParts,
  type Prints,
  printsOf,
} from './fingerprints/quotationPrints.ts';
