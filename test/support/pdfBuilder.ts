import { PdfEncryption } from './pdfEncryption.ts';

/**
 * Builds small PDF files by hand: text that stands where it is put, in the fonts that every reader knows, with
 * structure trees and page labels. Nothing is compressed, so that a test can be read in the file.
 */

/** A stretch of text: where its baseline begins, in points from the lower left corner of a page of 400 by 600. */
export interface PlacedText {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** 10 by default. */
  readonly size?: number;
  readonly font?: keyof typeof fontNames;
  /** Degrees against the clock. */
  readonly turned?: number;
  /** The role of the element of the structure tree that the text belongs to; texts with the same `element` are one. */
  readonly role?: string;
  readonly element?: string;
  /** The elements around that one from the outermost on, as `Table.a`: a role and a name of which a page has one. */
  readonly within?: readonly string[];
  /** The text that stands for this one, which is a span within its element: a soft hyphen. */
  readonly alt?: string;
  /** It is part of no element, as a running head is. */
  readonly artifact?: true;
}

export interface BuiltPdf {
  readonly pages: readonly (readonly PlacedText[])[];
  /** PDF source of the annotations of each page, each a dictionary; in another one of its page it is `$N`, from 0. */
  readonly annotations?: readonly (readonly string[])[];
  /** PDF source of `/PageLabels`, such as `/Nums [0 <</S /r>> 2 <</S /D>>]`. */
  readonly labels?: string;
  readonly info?: Readonly<Record<string, string>>;
  /** PDF source of the role map of the structure tree. */
  readonly roleMap?: string;
  /** PDF source that stands before the texts of each page, and what its resources name beside fonts. */
  readonly drawn?: { readonly content: string; readonly resources: string };
  /** The password with which the file is encrypted. */
  readonly password?: string;
}

const fontNames = {
  plain: 'Courier',
  italic: 'Courier-Oblique',
  bold: 'Courier-Bold',
} as const;

/** That of the fonts, with the sign of a link back from a note. */
const encoding = '<< /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [129 /uni21A9] >>';

/** The width of every letter of Courier, in sizes of the type. */
export const letterWidth = 0.6;

class PdfWriter {
  private readonly objects: string[] = [];

  add(body: string): number {
    this.objects.push(body);
    return this.objects.length;
  }

  reserve(): number {
    return this.add('');
  }

  set(number: number, body: string): void {
    this.objects[number - 1] = body;
  }

  write(root: number, info: number, encryption: PdfEncryption | undefined): Uint8Array {
    const locked = encryption
      ? ` /Encrypt ${this.add(encryption.dictionary)} 0 R /ID [<${encryption.id}> <${encryption.id}>]`
      : '';
    let out = '%PDF-1.7\n';
    const offsets = this.objects.map((body, index) => {
      const offset = out.length;
      out += `${index + 1} 0 obj\n${body}\nendobj\n`;
      return offset;
    });
    const start = out.length;
    const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
    out += `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${rows}`;
    out += `trailer\n<< /Size ${offsets.length + 1} /Root ${root} 0 R /Info ${info} 0 R${locked} >>\nstartxref\n${start}\n%%EOF\n`;
    return Uint8Array.from(out, (sign) => sign.charCodeAt(0));
  }
}

interface TreeElement {
  readonly role: string;
  readonly page: number;
  readonly within: readonly string[];
  readonly marks: { readonly mark: number; readonly alt: string | undefined }[];
}

/** Writes a PDF file. The same description always gives the same bytes. */
export function buildPdf(pdf: BuiltPdf): Uint8Array {
  const writer = new PdfWriter();
  const fonts = Object.entries(fontNames).map(([key, name]) => {
    const font = `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding ${encoding} >>`;
    return `/${key} ${writer.add(font)} 0 R`;
  });
  const encryption = pdf.password === undefined ? undefined : new PdfEncryption(pdf.password);
  const pages = writer.reserve();
  const elements: TreeElement[] = [];
  const numbers = pdf.pages.map((texts, index) => {
    const written = contentOf(texts, index, elements);
    const content = pdf.drawn ? `${pdf.drawn.content}\n${written}` : written;
    const stream = writer.reserve();
    const bytes = encryption?.encrypt(content, stream) ?? content;
    writer.set(stream, `<< /Length ${bytes.length} >>\nstream\n${bytes}\nendstream`);
    const marks = (pdf.annotations?.[index] ?? []).map(() => writer.reserve());
    const named = (source: string): string =>
      source.replace(/\$(\d+)/g, (_, at: string) => `${String(marks[Number(at)])} 0 R`);
    for (const [at, source] of (pdf.annotations?.[index] ?? []).entries())
      writer.set(marks[at] ?? 0, named(source));
    const annotations = marks.length > 0 ? ` /Annots [${marks.map((mark) => `${mark} 0 R`).join(' ')}]` : '';
    const resources = `<< /Font << ${fonts.join(' ')} >> ${pdf.drawn?.resources ?? ''} >>`;
    return writer.add(
      `<< /Type /Page /Parent ${pages} 0 R /MediaBox [0 0 400 600] /Resources ${resources} /Contents ${stream} 0 R /StructParents ${index}${annotations} >>`,
    );
  });
  const kids = numbers.map((number) => `${number} 0 R`).join(' ');
  writer.set(pages, `<< /Type /Pages /Count ${numbers.length} /Kids [${kids}] >>`);
  const tree = elements.length === 0 ? '' : structureTree(writer, elements, numbers, pdf.roleMap ?? '');
  const labels = pdf.labels === undefined ? '' : ` /PageLabels << ${pdf.labels} >>`;
  const root = writer.add(`<< /Type /Catalog /Pages ${pages} 0 R${labels}${tree} >>`);
  const info = Object.entries(pdf.info ?? {}).map(([key, value]) => `/${key} ${literal(value)}`);
  return writer.write(root, writer.add(`<< ${info.join(' ')} >>`), encryption);
}

function contentOf(texts: readonly PlacedText[], page: number, elements: TreeElement[]): string {
  let marks = 0;
  return texts
    .map((placed) => {
      const shown = showText(placed);
      if (placed.artifact) return `/Artifact BMC\n${shown}\nEMC`;
      if (placed.role === undefined) return shown;
      const mark = marks++;
      addMark(elements, placed, page, mark);
      return `/${placed.role} << /MCID ${mark} >> BDC\n${shown}\nEMC`;
    })
    .join('\n');
}

const elementIds = new WeakMap<TreeElement, string>();

function addMark(
  elements: TreeElement[],
  { role = 'P', element, alt, within = [] }: PlacedText,
  page: number,
  mark: number,
): void {
  const last = elements.at(-1);
  const isSame = last?.page === page && element !== undefined && elementIds.get(last) === element;
  if (isSame) last.marks.push({ mark, alt });
  else {
    const made = { role, page, within, marks: [{ mark, alt }] };
    elements.push(made);
    if (element !== undefined) elementIds.set(made, element);
  }
}

function showText({ x, y, text, size = 10, font = 'plain', turned = 0 }: PlacedText): string {
  const angle = (turned * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)].map((value) => value.toFixed(4));
  return `BT /${font} ${size} Tf ${cos} ${sin} ${-Number(sin)} ${cos} ${x} ${y} Tm ${literal(text)} Tj ET`;
}

const winAnsi: Readonly<Record<string, string>> = {
  '“': '\x93',
  '”': '\x94',
  '’': '\x92',
  '–': '\x96',
  '—': '\x97',
  '•': '\x95',
  '…': '\x85',
  '↩': '\x81',
};

function literal(text: string): string {
  const bytes = Array.from(text, (sign) => winAnsi[sign] ?? sign).join('');
  return `(${bytes.replace(/[\\()]/g, '\\$&')})`;
}

function utf16(text: string): string {
  const units = Array.from(text, (sign) => sign.charCodeAt(0).toString(16).padStart(4, '0'));
  return `<feff${units.join('')}>`;
}

function structureTree(
  writer: PdfWriter,
  elements: readonly TreeElement[],
  pages: readonly number[],
  roleMap: string,
): string {
  const root = writer.reserve();
  const document = writer.reserve();
  const kidsOf = new Map<number, number[]>([[document, []]]);
  const around = new Map<string, number>();
  const beginnings = new Map<number, string>();
  /** The number of the innermost element around another, which is made where it is not there yet. */
  const elementAround = (page: number, within: readonly string[]): number => {
    const last = within.at(-1);
    if (last === undefined) return document;
    const key = `${page} ${within.join(' ')}`;
    const known = around.get(key);
    if (known !== undefined) return known;
    const parent = elementAround(page, within.slice(0, -1));
    const number = writer.reserve();
    around.set(key, number);
    kidsOf.set(number, []);
    kidsOf.get(parent)?.push(number);
    beginnings.set(
      number,
      `<< /Type /StructElem /Pg ${pages[page] ?? 0} 0 R /S /${last.split('.')[0] ?? ''} /P ${parent} 0 R`,
    );
    return number;
  };
  const numbers = elements.map(({ role, page, marks, within }) => {
    const parent = elementAround(page, within);
    const number = writer.reserve();
    kidsOf.get(parent)?.push(number);
    const begin = `<< /Type /StructElem /Pg ${pages[page] ?? 0} 0 R`;
    const spans = marks.map(({ mark, alt }) =>
      alt === undefined
        ? undefined
        : writer.add(`${begin} /S /Span /P ${number} 0 R /Alt ${utf16(alt)} /K ${mark} >>`),
    );
    const kids = marks.map(({ mark }, index) => (spans[index] === undefined ? mark : `${spans[index]} 0 R`));
    writer.set(number, `${begin} /S /${role} /P ${parent} 0 R /K [${kids.join(' ')}] >>`);
    return { number, owners: spans.map((span) => span ?? number) };
  });
  const parents = pages.map((_, page) => {
    const own = elements.flatMap((element, index) =>
      element.page === page ? (numbers[index]?.owners ?? []).map((owner) => `${owner} 0 R`) : [],
    );
    return `${page} [${own.join(' ')}]`;
  });
  beginnings.set(document, `<< /Type /StructElem /S /Document /P ${root} 0 R`);
  for (const [number, kids] of kidsOf)
    writer.set(
      number,
      `${beginnings.get(number) ?? ''} /K [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`,
    );
  writer.set(
    root,
    `<< /Type /StructTreeRoot /K ${document} 0 R /ParentTree << /Nums [${parents.join(' ')}] >> /RoleMap << ${roleMap} >> >>`,
  );
  return ` /MarkInfo << /Marked true >> /StructTreeRoot ${root} 0 R`;
}

/** A column of type. */
export interface SetColumn {
  readonly x: number;
  /** The baseline of the first line. */
  readonly top: number;
  /** How many letters a line has. */
  readonly letters: number;
  readonly size?: number;
  readonly leading?: number;
  /** By how much the first line of a paragraph is set in. */
  readonly indent?: number;
  /** The distance between two paragraphs besides that of lines. */
  readonly gap?: number;
}

/** Sets paragraphs in lines as a typesetter does, without hyphens. A line that is full ends at the right edge. */
export function setParagraphs(paragraphs: readonly string[], column: SetColumn): PlacedText[] {
  const { x, top, letters, size = 10, leading = 12, indent = 0, gap = 0 } = column;
  const placed: PlacedText[] = [];
  let y = top;
  for (const paragraph of paragraphs) {
    breakLines(paragraph, letters - Math.round(indent / (size * letterWidth)), letters).forEach(
      (line, index) => {
        placed.push({ x: x + (index === 0 ? indent : 0), y, text: line, size });
        y -= leading;
      },
    );
    y -= gap;
  }
  return placed;
}

/** Breaks a paragraph into lines of at most so many letters, each as full as it can be. */
function breakLines(text: string, first: number, others: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && longer.length > (lines.length === 0 ? first : others)) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
