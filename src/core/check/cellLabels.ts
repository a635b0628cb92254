/** Returns the labels that Quarto's cells of code give their figures and tables. */
export function labelsOfCells(text: string): string[] {
  return [...text.matchAll(/^(?:#|\/\/|--|%%)\| *label: *["']?([^\s"']+)/gm)].map(([, label = '']) => label);
}
