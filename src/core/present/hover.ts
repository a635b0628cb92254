/** Hovers of citations, quotations and terms. */
export { hoverAt } from './hover/hoverAt.ts';
export { statusMessage } from './hover/quotationHover.ts';
