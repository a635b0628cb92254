import { isoDate, type Metadata } from '../blocks.ts';
import type { PdfFile } from './openPdf.ts';

/** Titles that programs give: names of files, and their own. */
const programTitle =
  /\.(?:docx?|odt|rtf|tex|dvi|indd|qxd|pdf|html?|pages|md)$|^(?:untitled|unbenannt|sans titre|sin título|document\d*|dokument\d*|slide \d+|powerpoint|.{0,20}template)$|^microsoft \w+ - /iu;
const programAuthor = /^(?:unknown|anonymous|user|admin(?:istrator)?|author|owner|root|\(.*\))$/iu;

/** What prints texts of any age, so that the date of the file is that of its reader. */
const printer = /\bSkia\/PDF|Mozilla\/|\bPrint To PDF|\bwkhtmltopdf|\bQuartz PDFContext/iu;

/** What a PDF file says about its text: the XMP metadata first, then its information dictionary. */
export function metadataOf({ info, metadata }: Pick<PdfFile, 'info' | 'metadata'>): Metadata {
  const title = textsIn(metadata.get('dc:title'), info['Title']).find((text) => !programTitle.test(text));
  const authors = textsIn(metadata.get('dc:creator'), info['Author']).flatMap(authorsIn);
  const issued = firstDate(metadata.get('prism:publicationdate'), metadata.get('dc:date'));
  const isPrinted = printer.test(`${String(info['Producer'])} ${String(info['Creator'])}`);
  const created = isPrinted ? undefined : firstDate(info['CreationDate']);
  const language = textsIn(info['Language'], metadata.get('dc:language'))[0];
  const publisher = textsIn(metadata.get('dc:publisher'))[0];
  const named = authors.filter((name) => !programAuthor.test(name));
  return {
    ...(title === undefined ? {} : { title }),
    ...(named.length === 0 ? {} : { authors: [...new Set(named)] }),
    ...(issued === undefined ? {} : { issued }),
    ...(created === undefined ? {} : { created }),
    ...(language !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(language) ? { language } : {}),
    ...(publisher === undefined ? {} : { publisher }),
  };
}

function firstDate(...values: readonly unknown[]): string | undefined {
  return textsIn(...values)
    .map(dateIn)
    .find((date) => date !== undefined);
}

/** The texts of the first value that has any. */
function textsIn(...values: readonly unknown[]): string[] {
  for (const value of values) {
    const texts = (Array.isArray(value) ? value : [value]).flatMap((text: unknown) =>
      typeof text === 'string' ? [text.replace(/[\s\0]+/gu, ' ').trim()] : [],
    );
    if (texts.some((text) => text !== '')) return texts.filter((text) => text !== '');
  }
  return [];
}

function authorsIn(text: string): string[] {
  return text.split(/\s*(?:;|\s(?:and|und|et|y)\s|\s&\s)\s*/u).filter((name) => name !== '');
}

/** A date of a PDF file, `D:20150312…`, or of XMP, in ISO form. */
function dateIn(text: string): string | undefined {
  const [, year, month = '', day = ''] = /^D:(\d{4})(\d{2})?(\d{2})?/.exec(text) ?? [];
  return year === undefined
    ? isoDate(text.slice(0, 10))
    : [year, month, day].filter((part) => part !== '').join('-');
}
