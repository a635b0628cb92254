/** Formulas. */
export type { Alphabet, Formula } from './maths/formula.ts';
export { mathMlOf } from './maths/mathMl.ts';
export { formulaOf } from './maths/readTex.ts';
