/** A formula as a tree, from which MathML and Word’s own markup are written. */
export type Formula =
  | { readonly kind: 'row'; readonly children: readonly Formula[] }
  /** A letter, number or sign. `variant` is an alphabet other than that of its kind. */
  | {
      readonly kind: 'identifier' | 'number' | 'operator';
      readonly text: string;
      readonly variant?: Alphabet | undefined;
    }
  /** Words. */
  | { readonly kind: 'words'; readonly text: string }
  /** An empty space, in eighteenths of the height of the letters. */
  | { readonly kind: 'space'; readonly width: number }
  | { readonly kind: 'fraction'; readonly top: Formula; readonly bottom: Formula; readonly hasLine: boolean }
  | { readonly kind: 'root'; readonly radicand: Formula; readonly degree: Formula | undefined }
  /** `isLimits`: what is raised and lowered stands above and below. */
  | {
      readonly kind: 'script';
      readonly base: Formula;
      readonly lower: Formula | undefined;
      readonly upper: Formula | undefined;
      readonly isLimits: boolean;
    }
  | { readonly kind: 'fence'; readonly open: string; readonly close: string; readonly content: Formula }
  /** A sign above, or below, of what it is on. `isWide`: as wide as that. */
  | {
      readonly kind: 'accent';
      readonly base: Formula;
      readonly sign: string;
      readonly isBelow: boolean;
      readonly isWide: boolean;
    }
  | {
      readonly kind: 'matrix';
      readonly rows: readonly (readonly Formula[])[];
      readonly alignment: 'center' | 'left' | 'equations';
    };

/** An alphabet for letters. */
export type Alphabet =
  'upright' | 'bold' | 'italic' | 'doubleStruck' | 'script' | 'fraktur' | 'sansSerif' | 'monospace';
