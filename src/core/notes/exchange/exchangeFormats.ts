import { tableOf } from '../../text.ts';
import { clippingsFormat } from './clippings.ts';
import { csvFormat } from './csv.ts';
import { markdownNotesFormat } from './exchangedMarkdown.ts';
import { hypothesisFormat } from './hypothesis.ts';
import { modelFormat } from './webAnnotations.ts';
import type { ExchangeFormat } from './note.ts';

/** The formats of notes besides the own, by the name that the command line gives them. The first is the usual one. */
export const exchangeFormats = tableOf<ExchangeFormat>({
  hypothesis: hypothesisFormat,
  markdown: markdownNotesFormat,
  csv: csvFormat,
  model: modelFormat,
  clippings: clippingsFormat,
});

/**
 * Returns the name of the format of a file that is read: by its content, then by the end of its name, else the usual one.
 * @param fileName may be empty
 */
export function formatOfNotes(fileName: string, text: string): string {
  const all = Object.entries(exchangeFormats).flatMap(([name, format]) =>
    format?.read ? [[name, format] as const] : [],
  );
  const extension = /\.([^.]*)$/.exec(fileName.toLowerCase())?.[1] ?? '';
  const found =
    all.find(([, { isRecognised }]) => isRecognised?.(text)) ??
    all.find(([, format]) => format.extension === (extension === 'tsv' ? 'csv' : extension)) ??
    all[0];
  return found?.[0] ?? '';
}
