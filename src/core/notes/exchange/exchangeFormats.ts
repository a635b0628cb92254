import { tableOf } from '../../text.ts';
import { csvFormat } from './csv.ts';
import { markdownNotesFormat } from './exchangedMarkdown.ts';
import { hypothesisFormat } from './hypothesis.ts';
import type { ExchangeFormat } from './note.ts';

/** The formats of notes besides the own, by the name that the command line gives them. The first is the usual one. */
export const exchangeFormats = tableOf<ExchangeFormat>({
  hypothesis: hypothesisFormat,
  markdown: markdownNotesFormat,
  csv: csvFormat,
});
