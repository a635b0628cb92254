import { withinLimits } from '../archive.ts';
import { DraftMarks, type FileToRead, type Page, type Unreadable } from '../blocks.ts';
import { frontOf, type OfficeProperties, numberedNotes } from '../office.ts';
import { WordComments } from './wordComments.ts';
import { WordContext } from './wordContext.ts';
import { WordNumbering } from './wordNumbering.ts';
import { WordPackage } from './wordPackage.ts';
import { WordStyles } from './wordStyles.ts';
import { WordText } from './wordText.ts';

/** Reads a Word file: the text as it stands, with all changes accepted and without what is hidden. */
export function readDocx({ bytes, draft }: FileToRead): Promise<Page | Unreadable> {
  return withinLimits(async () => readWordFile(await WordPackage.open(bytes), draft));
}

async function readWordFile(file: WordPackage, wishes: FileToRead['draft']): Promise<Page> {
  const styles = new WordStyles();
  const numbering = new WordNumbering();
  await file.read('styles', styles);
  await file.read('numbering', numbering);
  const context = new WordContext(file, styles, numbering);
  if (wishes) context.draft = new DraftMarks(wishes);
  const document = new WordText(context);
  await file.readMain(document);
  document.closeText();
  const notes = new WordText(context);
  for (const kind of ['footnotes', 'endnotes']) await file.read(kind, notes);
  const comments = new WordComments();
  for (const kind of ['comments', 'commentsExtended']) await file.read(kind, comments);
  return {
    format: 'html',
    unit: 'paragraph',
    comments: comments.read(context.words),
    blocks: numberedNotes(document.main.text.blocks, notes.notes, context.signs),
    metadata: frontOf(await wordPropertiesOf(file), context.front),
    dropped: document.main.text.dropped,
    ...(context.draft ? { draft: context.draft } : {}),
  };
}

/** The properties of a file that Dublin Core names (ECMA-376, part 2, 11). */
async function wordPropertiesOf(file: WordPackage): Promise<OfficeProperties> {
  const found = new Map<string, string>();
  let name = '';
  await file.readProperties({
    open: (opened) => void (name = opened),
    close: () => void (name = ''),
    text: (text) => void found.set(name, `${found.get(name) ?? ''}${text}`),
  });
  const [title, creator, created, language] = [
    'dc:title',
    'dc:creator',
    'dcterms:created',
    'dc:language',
  ].map((each) => found.get(each));
  return {
    ...(title === undefined ? {} : { title }),
    ...(creator === undefined ? {} : { creator }),
    ...(created === undefined ? {} : { created }),
    ...(language === undefined ? {} : { language }),
  };
}
