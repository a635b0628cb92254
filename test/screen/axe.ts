import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame } from 'playwright-core';

/**
 * The violations that axe finds on a page: ids of rules, each with the elements.
 * @param parts selectors of the parts to look at; by default the whole page
 */
export async function violationsIn(frame: Frame, parts: readonly string[] = []): Promise<string[]> {
  await frame.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const context = parts.length > 0 ? JSON.stringify({ include: parts.map((part) => [part]) }) : 'document';
  const found = await frame.evaluate<{ id: string; targets: string[] }[]>(
    `axe.run(${context}).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, targets: nodes.slice(0, 3).map(({ target }) => String(target)) })))`,
  );
  return found.map(({ id, targets }) => `${id}: ${targets.join(', ')}`);
}
