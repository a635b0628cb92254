import { type CitedItem, type CslDate, markdownToHtml, nameVariables } from '../bibliography.ts';
import { memo } from '../memo.ts';
import { type NameTable, tableOf } from '../text.ts';
import type { KeptMacros } from './keptMacros.ts';
import type { PersonName } from './output.ts';
import { withParticles } from './particles.ts';
import { readMarkup } from './richMarkup.ts';
import { noText, plainRich, type RichText, richWords } from './richText.ts';
import type { StyleLocale } from './styleLocale.ts';

/** CSL has a type for everything; this one says the least (CSL 1.0.2, appendix III). */
const leastType = 'document';

/** Addresses and numbers, in which nothing is markup. */
const bareTexts: ReadonlySet<string> = new Set(['URL', 'DOI', 'ISBN', 'ISSN', 'PMID', 'PMCID']);
const namesVariables: ReadonlySet<string> = new Set(nameVariables);

/** A work as a style sees it: its variables, each read when it is first asked for. */
export class Reference {
  readonly id: string;
  readonly type: string;
  private readonly data: NameTable<unknown>;
  private readonly isMarkdown: boolean;
  private readonly texts = new Map<string, RichText>();
  private readonly people = new Map<string, readonly PersonName[]>();
  private kept: { readonly locale: StyleLocale; readonly citation: KeptMacros; readonly bibliography: KeptMacros } | undefined;

  constructor({ id, data, markup }: CitedItem) {
    this.id = id;
    this.type = data.type === '' ? leastType : data.type;
    this.data = tableOf<unknown>({ ...data });
    this.isMarkdown = markup === 'markdown';
  }

  /** What macros of a style print of the work, in citations or in the list. Kept for one locale of one style. */
  macrosIn(locale: StyleLocale, place: 'citation' | 'bibliography'): KeptMacros {
    if (this.kept?.locale !== locale) this.kept = { locale, citation: new Map(), bibliography: new Map() };
    return this.kept[place];
  }

  private raw(variable: string): unknown {
    return this.data[variable];
  }

  /** The text of a variable with its markup; empty where it has none. */
  text(variable: string): RichText {
    const known = this.texts.get(variable);
    if (known) return known;
    const value = this.raw(variable);
    const text = typeof value === 'string' ? this.readText(variable, value) : noText;
    this.texts.set(variable, text);
    return text;
  }

  private readText(variable: string, value: string): RichText {
    if (bareTexts.has(variable)) return plainRich(value);
    return readMarkup(this.isMarkdown ? markdownToHtml(value) : value);
  }

  /** The words of a variable without markup; empty where it has none. */
  words(variable: string): string {
    return richWords(this.text(variable));
  }

  date(variable: string): CslDate | undefined {
    const value = this.raw(variable);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value) : undefined;
  }

  names(variable: string): readonly PersonName[] {
    if (!namesVariables.has(variable)) return [];
    const known = this.people.get(variable);
    if (known) return known;
    const value = this.raw(variable);
    const names = Array.isArray(value) ? (value as PersonName[]).map((name) => withParticles(this.plainName(name))) : [];
    this.people.set(variable, names);
    return names;
  }

  /** Names have no markup, but the marks of Markdown are taken out of them. */
  private plainName(name: PersonName): PersonName {
    return Object.fromEntries(
      Object.entries(name).map(([part, value]) => [
        part,
        typeof value === 'string' ? (this.isMarkdown ? markdownToHtml(value) : value).replaceAll("'", '’') : value,
      ]),
    );
  }

  /** Whether a variable has a value that is not empty. */
  has(variable: string): boolean {
    if (namesVariables.has(variable)) return this.names(variable).length > 0;
    const date = this.date(variable);
    if (date) return (date['date-parts']?.length ?? 0) > 0 || date.season !== undefined || date.literal !== undefined;
    return this.text(variable).length > 0;
  }
}

/** A work as styles see it, for all papers that cite it. */
export const referenceOf = memo('reference of a work', (work: CitedItem) => new Reference(work));
