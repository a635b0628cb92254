import type { Formula } from '../maths.ts';

/**
 * Whether LibreOffice reads a formula as it is. It loses signs above and below of letters, sets a line into binomials, and closes
 * what has one bracket alone (LibreOffice 7.4).
 */
export function isReadByLibreOffice(formula: Formula): boolean {
  switch (formula.kind) {
    case 'accent':
      return false;
    case 'row':
      return formula.children.every(isReadByLibreOffice);
    case 'fraction':
      return formula.hasLine && isReadByLibreOffice(formula.top) && isReadByLibreOffice(formula.bottom);
    case 'root':
      return (
        isReadByLibreOffice(formula.radicand) && (!formula.degree || isReadByLibreOffice(formula.degree))
      );
    case 'script':
      return [formula.base, formula.lower, formula.upper].every((one) => !one || isReadByLibreOffice(one));
    case 'fence':
      return formula.open !== '' && formula.close !== '' && isReadByLibreOffice(formula.content);
    case 'matrix':
      return formula.rows.every((row) => row.every(isReadByLibreOffice));
    default:
      return true;
  }
}
