import { type Level, levels } from '../core/catalogue.ts';
import type { ConcordanceOrder } from '../core/present/terms.ts';

/**
 * What options can be given. They stand by themselves so that the help of a command can be printed, and its options be
 * read, without all that it works with.
 */

/** A level that a finding can have. */
export type ChosenLevel = Exclude<Level, 'off'>;

/** The levels that findings have, loudest first. */
export const findingLevels = levels.filter((level): level is ChosenLevel => level !== 'off');

export const checkFormats = ['pretty', 'json', 'sarif', 'github', 'junit'] as const;
export const listFormats = ['pretty', 'json', 'csv'] as const;
/** Forms in which notes come and go. */
export const notesFormats = ['hypothesis', 'markdown', 'csv'] as const;
export const coverageFormats = ['pretty', 'json', 'csv'] as const;
export const concordanceOrders = ['position', 'next'] as const satisfies readonly ConcordanceOrder[];
/** What `pilcrow list` can list. */
export const listingNames = ['citations', 'quotations', 'terms', 'sources', 'notes'] as const;
export type ListingName = (typeof listingNames)[number];
