/** Citations and works cited, formatted by a style of the Citation Style Language. */
export type {
  CitationToFormat,
  FormattedGroup,
  FormattedWorks,
  GroupToFormat,
  StyledRun,
} from './styles/formattedWorks.ts';
export { type StyleChoice, styleChoice, styleFile, styleNames } from './styles/styleChoice.ts';
export { readStyleSheet, type StyleProblem } from './styles/readStyleSheet.ts';
export { readLocale } from './styles/readLocale.ts';
export type { LocaleSheets } from './styles/styleLocale.ts';
export { type CitationStyle, formatCitations } from './styles/formatCitations.ts';
