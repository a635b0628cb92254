import type { PersonName } from './output.ts';

/** A text that is the same for the same names alone. */
export function personKey(name: PersonName): string {
  return JSON.stringify(Object.entries(name).sort(([a], [b]) => (a < b ? -1 : 1)));
}
