import type { Desk } from '../support/commandLine.ts';

/** A source of three sentences, for notes that come from elsewhere. */
export const source = `=== sources/bread.md
---
id: bread
title: On Bread
URL: https://example.org/bread
---

Flour comes first, and water comes after the flour was weighed.

A dough rises slowly, and no baker can hurry it.

Salt is the last thing that a careful baker thinks of.
`;

/** A note as the command line lists it. */
export interface Listed {
  readonly id: string;
  readonly author: string;
  readonly status: string;
  readonly source: string;
  readonly quote: string;
  readonly text: string;
}

/** The notes of the study folder. */
export async function listed(desk: Desk): Promise<Listed[]> {
  return JSON.parse((await desk.run(['list', 'notes', '--format', 'json'])).out) as Listed[];
}
