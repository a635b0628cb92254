/** Words found by the fingerprints of a source whose text is not there. */
export {
  findPart,
  findParts,
  findVariant,
  foundInPrints,
  type PartialPrint,
  partialPrints,
  type PrintPart,
  printParts,
  type Prints,
  printsOf,
  type Variant,
} from './fingerprints/quotationPrints.ts';
