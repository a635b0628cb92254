import type { CitedItem } from '../../core/bibliography.ts';
import { writeCslJson } from '../../core/bibliography.ts';
import type { StyledRun } from '../../core/styles.ts';
import type {
  ExportSurroundings,
  Manuscript,
  ManuscriptCitation,
  ManuscriptCiteItem,
} from '../manuscript.ts';
import { percentEncoded, tableOf } from '../../core/text.ts';

/** A citation as Zotero keeps it in a document: words before it, which are the author’s own, and the field. */
export interface ZoteroCitation {
  /** Names of authors in the sentence, which no field of Zotero shows. */
  readonly before: readonly StyledRun[];
  readonly shown: readonly StyledRun[];
  /** The data of the field as JSON, on one line. */
  readonly data: string;
}

const citationSchema = 'https://github.com/citation-style-language/schema/raw/master/csl-citation.json';

/**
 * The citations of a manuscript as fields of Zotero. One that is not resolved has none.
 *
 * Zotero tells works that are in nobody’s library apart by their addresses, and would print two citations of a work without
 * any as two works; so each has an address, which leads nowhere.
 */
export class ZoteroFields {
  private readonly works: ReadonlyMap<string, CitedItem>;
  private readonly items = new Map<string, unknown>();

  constructor({ works }: Manuscript) {
    this.works = new Map(works.map((work) => [work.id, work]));
  }

  /** The field of a citation; undefined where one of its works is not known. */
  of(citation: ManuscriptCitation): ZoteroCitation | undefined {
    if (!citation.isResolved || citation.items.some(({ key }) => !this.works.has(key))) return undefined;
    const { before, shown } = dividedAtAuthors(citation);
    const plain = shown.map(({ text }) => text).join('');
    const data = {
      citationID: `pilcrow-${citation.id}`,
      properties: {
        formattedCitation: asCslMarkup(shown),
        plainCitation: plain,
        noteIndex: citation.footnote === undefined ? 0 : citation.footnote + 1,
      },
      citationItems: citation.items.map((item) => this.itemOf(item)),
      schema: citationSchema,
    };
    return { before, shown, data: JSON.stringify(data) };
  }

  private itemOf({ key, mode, prefix, suffix, locator }: ManuscriptCiteItem): unknown {
    const before = asCslMarkup(prefix);
    const after = asCslMarkup(suffix);
    return {
      id: key,
      uris: [`urn:pilcrow:work:${percentEncoded(key)}`],
      itemData: this.dataOf(key),
      ...(locator ? { locator: locator.value, label: locator.label } : {}),
      ...(before === '' ? {} : { prefix: before }),
      ...(after === '' ? {} : { suffix: after }),
      ...(mode === 'normal' ? {} : { 'suppress-author': true }),
    };
  }

  private dataOf(key: string): unknown {
    const work = this.works.get(key);
    if (work && !this.items.has(key)) {
      const written: unknown = JSON.parse(writeCslJson([work]));
      this.items.set(key, Array.isArray(written) ? written[0] : undefined);
    }
    return this.items.get(key);
  }
}

/** Runs with the markup that CSL-JSON has for them. */
function asCslMarkup(runs: readonly StyledRun[]): string {
  return runs
    .map(({ text, italic, bold, smallCaps, vertical }) => {
      let made = text.replace(/[&<>]/g, (sign) =>
        sign === '&' ? '&#38;' : sign === '<' ? '&#60;' : '&#62;',
      );
      if (vertical !== undefined)
        made = vertical === 'superscript' ? `<sup>${made}</sup>` : `<sub>${made}</sub>`;
      if (smallCaps) made = `<span style="font-variant:small-caps;">${made}</span>`;
      if (bold) made = `<b>${made}</b>`;
      return italic ? `<i>${made}</i>` : made;
    })
    .join('')
    .trim();
}

/**
 * Takes names of authors in the sentence out of a citation: what stands before its first bracket. A field shows the rest, without
 * author, as Zotero does for `suppress-author`.
 */
function dividedAtAuthors({ items, text }: ManuscriptCitation): Pick<ZoteroCitation, 'before' | 'shown'> {
  if (items[0]?.mode !== 'authorInText') return { before: [], shown: text };
  const before: StyledRun[] = [];
  for (const [index, run] of text.entries()) {
    const at = run.text.search(/[([]/);
    if (at < 0) before.push(run);
    else {
      if (at > 0) before.push({ ...run, text: run.text.slice(0, at) });
      return { before, shown: [{ ...run, text: run.text.slice(at) }, ...text.slice(index + 1)] };
    }
  }
  return { before: [], shown: text };
}

/** The instruction of a field in a Word file that holds a citation. */
export function wordCitationCode(data: string): string {
  return ` ADDIN ZOTERO_ITEM CSL_CITATION ${data} `;
}

const bibliographyData = '{"uncited":[],"omitted":[],"custom":[]}';

/** The instruction of the field that holds the works cited. */
export const wordBibliographyCode = ` ADDIN ZOTERO_BIBL ${bibliographyData} CSL_BIBLIOGRAPHY `;

/** The name of the reference mark of a citation in an OpenDocument text. The end of it differs in every mark. */
export function odtCitationName(data: string, number: number): string {
  return `ZOTERO_ITEM CSL_CITATION ${data} ${markEnd(number)}`;
}

export const odtBibliographyName = ` ZOTERO_BIBL ${bibliographyData} CSL_BIBLIOGRAPHY ${markEnd(0)}`.trim();

function markEnd(number: number): string {
  return `RND${String(number).padStart(10, '0')}`;
}

/** What Zotero needs to know of a document. */
export interface ZoteroStyle {
  /** The address of the style in Zotero’s repository. */
  readonly address: string;
  /** Whether it puts citations into footnotes. */
  readonly isNote: boolean;
}

/** Word cuts longer properties off. */
const maxPropertyUnits = 255;

/**
 * The settings of Zotero in a document, as properties of its file. They name no library, account or session of anybody.
 * @param fieldType `Field` in Word, `ReferenceMark` in OpenDocument
 */
export function zoteroPreferences(
  { address, isNote }: ZoteroStyle,
  language: string,
  fieldType: 'Field' | 'ReferenceMark',
): (readonly [name: string, value: string])[] {
  const quoted = (text: string): string =>
    text.replace(/[&<>"]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);
  const data =
    '<data data-version="3" zotero-version="7.0.0"><session id="pilcrow0"/>' +
    `<style id="${quoted(address)}" locale="${quoted(language)}" hasBibliography="1" bibliographyStyleHasBeenSet="1"/>` +
    `<prefs><pref name="fieldType" value="${fieldType}"/><pref name="noteType" value="${isNote ? '1' : '0'}"/></prefs></data>`;
  const parts: (readonly [string, string])[] = [];
  for (let at = 0; at < data.length; at += maxPropertyUnits)
    parts.push([`ZOTERO_PREF_${String(parts.length + 1)}`, data.slice(at, at + maxPropertyUnits)]);
  return parts;
}

const zoteroStyles = 'http://www.zotero.org/styles/';
const zoteroNames = tableOf<string>({
  'chicago-notes': 'chicago-notes-bibliography',
  mla: 'modern-language-association',
});

/** The style in which Zotero goes on with a document: that in which it is exported, else Chicago’s. */
export function zoteroStyleOf({ liveStyle }: ExportSurroundings): ZoteroStyle {
  const name = liveStyle?.name ?? 'chicago-author-date';
  return { address: `${zoteroStyles}${zoteroNames[name] ?? name}`, isNote: liveStyle?.isNote ?? false };
}
