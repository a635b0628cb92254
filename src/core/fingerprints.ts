/** Words found by the fingerprints of a source whose text is not there. */
export {
  findPart,
  findParts,
  findVariant,
  type FingerprintedPart,
  fingerprintedParts,
  fingerprintsOf,
  foundByFingerprints,
  type PartialFingerprint,
  partialFingerprints,
  type SourceFingerprints,
  type WordVariant,
} from './fingerprints/sourceFingerprints.ts';
