/** Hovers of citations, quotations and terms. */
export { hoverAt } from './hover/hover.ts';
export { statusText } from './hover/quotationHover.ts';
