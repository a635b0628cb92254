import { isoDate, type Metadata } from '../blocks.ts';

/** What the file of a word processor says of its text. */
export interface OfficeProperties {
  readonly title?: string;
  readonly creator?: string;
  readonly created?: string;
  readonly language?: string;
}

/** What the styles of paragraphs say about a text. */
export interface FrontParagraphs {
  readonly title: readonly string[];
  readonly subtitle: readonly string[];
  readonly author: readonly string[];
  readonly date: readonly string[];
}

/** What programs put in the place of a name or title where nobody has given one. */
const noTitle =
  /^(?:microsoft word - |untitled|document\d*$|dokument\d*$|doc\d+$|word document|unbenannt|sans titre|sin título|powerpoint)/i;
const noAuthor =
  /^(?:(?:microsoft|windows|office|default)[\s_-]*(?:office )?(?:user|account)?|user\d*|admin(?:istrator)?|unknown(?: author| creator)?|un-named|author|owner|python-docx|apache poi|docx4j|openxml|aspose.*|pandoc|libreoffice.*|openoffice.*|abbyy.*|calibre.*|true)$/i;

/** Title, authors and date of a text: from paragraphs that have a style for that, else from the properties of the file. */
export function frontOf(properties: OfficeProperties, front: FrontParagraphs): Metadata {
  const told = withoutNoise(properties.title, noTitle);
  const head = front.title.join(' ');
  const title = head === '' ? told : [head, ...front.subtitle].join(': ');
  const named = front.author.flatMap((name) => withoutNoise(name, noAuthor) ?? []);
  const authors = named.length > 0 ? named : creatorNames(properties.creator);
  const issued = front.date.map(isoDate).find(Boolean);
  const created = isoDate(properties.created ?? '');
  const language = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.exec(properties.language ?? '')?.[0];
  return {
    ...(title ? { title } : {}),
    ...(authors.length > 0 ? { authors } : {}),
    ...(issued ? { issued } : {}),
    ...(created ? { created } : {}),
    ...(language ? { language } : {}),
  };
}

function withoutNoise(text: string | undefined, noise: RegExp): string | undefined {
  const flat = text?.replace(/\s+/g, ' ').trim() ?? '';
  return flat === '' || noise.test(flat) ? undefined : flat;
}

function creatorNames(creator: string | undefined): string[] {
  return (creator ?? '').split(';').flatMap((name) => withoutNoise(name, noAuthor) ?? []);
}
