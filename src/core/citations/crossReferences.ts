/**
 * The prefixes of labels that Quarto (https://quarto.org/docs/authoring/cross-references.html) and pandoc-crossref
 * (https://lierdakil.github.io/pandoc-crossref/) number: figures, tables, listings, equations, sections, theorems and their
 * like, callouts. Quarto writes `fig-oil`, pandoc-crossref `fig:oil`, and both take a capital for the start of a sentence.
 */
const labelled =
  /^(?:[Ff]ig|[Tt]bl|[Ll]st|[Ee]q|[Ss]ec|[Tt]hm|[Ll]em|[Cc]or|[Pp]rp|[Cc]nj|[Dd]ef|[Ee]xm|[Ee]xr|[Ss]ol|[Rr]em|[Aa]lg|[Tt]ip|[Nn]te|[Ww]rn|[Ii]mp|[Cc]au)[-:]./;

/**
 * Whether a key has the form of a cross-reference, as `fig-oil`: where no source or work has it, it names an element of the
 * paper, or of another that is printed with it.
 */
export function isReferenceKey(key: string): boolean {
  return labelled.test(key);
}

/** Returns the label that a cross-reference names: `Fig-oil` at the start of a sentence is `fig-oil`. */
export function labelOfReference(key: string): string {
  return key.charAt(0).toLowerCase() + key.slice(1);
}
