import assert from 'node:assert/strict';
import type { ProductFile } from '../../scripts/support/product.ts';

/** The files, ours and those of packages, that are loaded with a file of the product, and the bytes that are left of each. */
export function loadedWith(name: string, product: readonly ProductFile[]): ReadonlyMap<string, number> {
  const inputs = new Map<string, number>();
  for (const file of filesLoadedWith(name, product))
    for (const [input, bytes] of file.inputs) inputs.set(input, (inputs.get(input) ?? 0) + bytes);
  return inputs;
}

/** The files of the product that are loaded with one of them, and that one. */
export function filesLoadedWith(name: string, product: readonly ProductFile[]): readonly ProductFile[] {
  const found = new Set<ProductFile>();
  const visit = (wanted: string): void => {
    const file = product.find((each) => each.name === wanted);
    assert.ok(file, `there is a file ${wanted}`);
    if (found.has(file)) return;
    found.add(file);
    for (const next of file.loads) visit(next);
  };
  visit(name);
  return [...found];
}
