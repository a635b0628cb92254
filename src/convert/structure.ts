/** Which block is a paragraph, a heading, a note, furniture; and the questions where that is in doubt. */
export {
  decide,
  type Decision,
  type Doubt,
  doubtId,
  findStructure,
  hasText,
  type Outline,
  outlineOf,
  type Structure,
} from './structure/structure.ts';
