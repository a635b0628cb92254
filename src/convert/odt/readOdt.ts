import { messageOf } from '../../core/messages.ts';
import { CannotRead, withinLimits } from '../archive.ts';
import { DraftMarks, type FileToRead, type Page, type Unreadable } from '../blocks.ts';
import { frontOf, numberedNotes } from '../office.ts';
import type { XmlAttributes, XmlHandler } from '../xml.ts';
import { OdtContext } from './odtContext.ts';
import { type OdtPackage, openOdt } from './odtPackage.ts';
import { OdtText } from './odtText.ts';

/** Reads an OpenDocument text, packed or flat: the text as it stands, with all changes accepted and without what is hidden. */
export function readOdt({ bytes, draft }: FileToRead): Promise<Page | Unreadable> {
  return withinLimits(async () => readOdtFile(await openOdt(bytes), draft));
}

async function readOdtFile(file: OdtPackage, wishes: FileToRead['draft']): Promise<Page> {
  const document = new OdtDocument();
  if (wishes) document.context.draft = new DraftMarks(wishes);
  await file.readStyles(document);
  document.context.formulas = await file.readFormulas();
  document.isContent = true;
  await file.readContent(document);
  await file.readMeta(document);
  const { body, context, meta } = document;
  if (!document.hasText) throw new CannotRead(messageOf('importing.noOfficeText'));
  body.end();
  const [title, creator, created, language] = [
    meta.get('dc:title'),
    meta.get('meta:initial-creator') ?? meta.get('dc:creator'),
    meta.get('meta:creation-date'),
    meta.get('dc:language'),
  ];
  const properties = {
    ...(title === undefined ? {} : { title }),
    ...(creator === undefined ? {} : { creator }),
    ...(created === undefined ? {} : { created }),
    ...(language === undefined ? {} : { language }),
  };
  return {
    format: 'html',
    unit: 'paragraph',
    blocks: numberedNotes(body.main.blocks, body.notes),
    metadata: frontOf(properties, context.front),
    dropped: body.main.dropped,
    comments: body.comments.read(context.words),
    ...(context.draft ? { draft: context.draft } : {}),
  };
}

/** The parts of a file in which styles, properties and the text are. What is in others, as heads of pages, is passed over. */
const regions = new Set([
  'office:styles',
  'office:automatic-styles',
  'office:master-styles',
  'office:meta',
  'office:text',
]);

/** Reads any part of an OpenDocument file. */
class OdtDocument implements XmlHandler {
  readonly context = new OdtContext();
  readonly body = new OdtText(this.context);
  readonly meta = new Map<string, string>();
  hasText = false;
  /** Whether the part holds the text; styles without names, of a part that does not, are for heads of pages. */
  isContent = false;
  private region: string | undefined;
  private element = '';

  open(name: string, attributes: XmlAttributes): void {
    if (this.region === undefined) {
      if (regions.has(name)) this.region = name;
      if (name === 'office:text') this.hasText = true;
    } else if (this.region === 'office:text') this.body.open(name, attributes);
    else if (this.region === 'office:meta') this.element = name;
    else if (this.region === 'office:styles' || (this.region === 'office:automatic-styles' && this.isContent))
      this.openStyle(name, attributes);
  }

  close(name: string): void {
    if (name === this.region) this.region = undefined;
    else if (this.region === 'office:text') this.body.close(name);
    else if (name === 'style:style') this.context.styles.close();
    else if (name === 'text:list-style' || name === 'text:outline-style') this.context.numbering.closeStyle();
    this.element = '';
  }

  text(text: string): void {
    if (this.region === 'office:text') this.body.text(text);
    else if (this.region === 'office:meta' && this.element !== '')
      this.meta.set(this.element, `${this.meta.get(this.element) ?? ''}${text}`);
  }

  private openStyle(name: string, attributes: XmlAttributes): void {
    const { styles, numbering } = this.context;
    if (name === 'style:style') styles.open(attributes);
    else if (name === 'style:text-properties' || name === 'style:paragraph-properties')
      styles.properties(name, attributes);
    else if (name === 'text:list-style') numbering.openStyle(attributes);
    else if (name === 'text:outline-style') numbering.openOutlineStyle();
    else if (/^text:(?:list-level-style-|outline-level-style)/.test(name)) numbering.level(name, attributes);
  }
}
