/** Citations and works cited, formatted by a style of the Citation Style Language. */
export type {
  GroupToFormat,
  CitationToFormat,
  FormattedEntry,
  FormattedGroup,
  FormattedWorks,
  StyledRun,
} from './styles/formattedWorks.ts';
