import { levels, type Level } from '../core/catalogue/catalogue.ts';

/** A level that a finding can have. */
export type ChosenLevel = Exclude<Level, 'off'>;

/** The levels that findings have, loudest first. */
export const findingLevels = levels.filter((level): level is ChosenLevel => level !== 'off');
