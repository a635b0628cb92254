import { tableOf } from '../../text.ts';

/** What a column of a table of notes holds. `passage` holds words or a comment, as the type of its row says. */
export type ColumnRole =
  | 'id'
  | 'source'
  | 'title'
  | 'words'
  | 'comment'
  | 'passage'
  | 'author'
  | 'created'
  | 'modified'
  | 'tags'
  | 'type'
  | 'location';

/**
 * The names of columns in English, French, German, Spanish, Italian, Portuguese and Dutch, in small letters and without
 * marks: those of Hypothesis, Readwise, Zotero, Kindle and of what people write by hand.
 */
const columnNames: Readonly<Record<ColumnRole, string>> = {
  id: 'id, uuid, annotation id, highlight id, note id',
  source: 'source, url, uri, link, address, page url, source url, adresse, quelle, fuente, fonte, bron',
  title:
    'title, book title, book, document, document title, item title, titre, titre du livre, livre, titel, buchtitel, buch, titulo, titulo del libro, libro, titolo, titolo del libro, titulo do livro, livro, boektitel, boek',
  words:
    'exact, quote, quotation, quote description, highlight, highlighted text, highlight text, annotated text, selected text, selection, excerpt, annotationtext, annotation text, citation, surlignement, passage surligne, texte surligne, extrait, zitat, markierung, markierter text, textstelle, cita, subrayado, texto subrayado, resaltado, citazione, evidenziazione, testo evidenziato, citacao, destaque, citaat, markering, gemarkeerde tekst',
  comment:
    'comment, comments, note, notes, my note, remark, body, annotationcomment, annotation comment, commentaire, commentaires, remarque, kommentar, notiz, anmerkung, bemerkung, comentario, nota, anotacion, commento, annotazione, anotacao, opmerking, notitie, aantekening',
  passage: 'text, annotation, texte, texto, testo, tekst',
  author:
    'author, user, user name, username, creator, annotated by, auteur, utilisateur, autor, verfasser, benutzer, usuario, autore, utente, utilizador, gebruiker',
  created:
    'created, created at, date, date added, dateadded, added, added on, highlighted at, date created, creation date, cree, cree le, date de creation, ajoute le, erstellt, erstellt am, datum, hinzugefugt am, fecha, creado, creado el, anadido el, data, creato il, aggiunto il, criado em, adicionado em, gemaakt op, toegevoegd op',
  modified:
    'modified, updated, updated at, date modified, datemodified, last updated, modifie, modifie le, geandert, geandert am, modificado, modificado el, modificato il, modificado em, gewijzigd op',
  tags: 'tags, tag, keywords, labels, mots cles, etiquettes, schlagworter, etiquetas, etiqueta, parole chiave, etichette, palavras chave, trefwoorden',
  type: 'type, annotation type, annotationtype, annotation reply type, type d annotation, typ, art, anmerkungstyp, tipo, tipo de anotacion, tipo di annotazione, tipo de anotacao, soort',
  location:
    'location, page, page label, pagelabel, annotationpagelabel, page number, position, emplacement, seite, ort, pagina, posicion, ubicacion, posizione, posicao, locatie',
};

const roles = tableOf<ColumnRole>(
  Object.fromEntries(
    Object.entries(columnNames).flatMap(([role, list]) =>
      list.split(', ').map((name) => [name, role as ColumnRole]),
    ),
  ),
);

/** What the rows of a table and the entries of a reading device are, by words in their types, in these languages. */
const typeWords: readonly (readonly [MarkType, RegExp])[] = [
  [
    'bookmark',
    /bookmark|signet|marque-page|lesezeichen|marcador|segnalibro|bladwijzer|しおり|ブックマーク|书签|書籤|закладк|북마크/,
  ],
  [
    'highlight',
    /highlight|clipping|surlign|markierung|subrayado|resaltad|evidenziazione|destaque|markering|ハイライト|标注|標註|выделен|하이라이트/,
  ],
  ['note', /\bnote\b|notiz|\bnota\b|notitie|annotation|メモ|笔记|筆記|заметк|메모/],
];

/** What a row or an entry is: words, a comment on them, or a place without words. */
export type MarkType = 'highlight' | 'note' | 'bookmark';

/** Returns what an entry is by the words that its program uses; undefined where they say nothing. */
export function markTypeOf(words: string): MarkType | undefined {
  const small = words.toLowerCase();
  return typeWords.find(([, pattern]) => pattern.test(small))?.[0];
}

/** Returns what a column holds by its name; undefined for those of other names. */
export function columnRole(name: string): ColumnRole | undefined {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return roles[plain];
}
