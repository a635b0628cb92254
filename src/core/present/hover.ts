/** Hovers of citations, quotations and terms. */
export { hoverAt } from './hover/hoverAt.ts';
export { statusText } from './hover/quotationHover.ts';
