import { documentChecks } from './documents.ts';
import type { CheckEntry } from './entry.ts';

export { levels, type CheckEntry, type Level } from './entry.ts';

export const catalogue = {
  'citation/unknown-key': {
    level: 'error',
    summary: 'A citation names a source that the study folder does not know.',
    explanation:
      'The key behind the @ must be the id of a source in sources/, of a bibliography entry, or of a built-in edition. The message names the nearest keys.',
    wrong: '[@maswork, ¶ 12]',
    right: '[@masswork, ¶ 12]',
  },
  'citation/no-such-paragraph': {
    level: 'error',
    summary: 'A citation names a paragraph that the source does not have.',
    explanation: 'Paragraphs are numbered from ¶ 1 in reading order. The message says which numbers exist.',
    wrong: '[@masswork, ¶ 102]',
    right: '[@masswork, ¶ 12]',
  },
  'citation/ambiguous-paragraph': {
    level: 'error',
    summary: 'A citation names a number that the source prints before more than one paragraph.',
    explanation:
      'The source says “numbering: printed”, so that ¶ 41 is the paragraph to which its author gave the number 41. Where a number begins anew in each chapter, cite a section, or take the line out of the source: its paragraphs are then numbered from ¶ 1 in reading order.',
    wrong: '[@theses, ¶ 3]',
    right: '[@theses, sec. 2]',
  },
  'citation/no-such-section': {
    level: 'error',
    summary: 'A citation names a section that the source does not have.',
    explanation: 'Sections are called as their headings print them, subsections in brackets: sec. 1(iii).',
    wrong: '[@masswork, sec. 9]',
    right: '[@masswork, sec. 2]',
  },
  'citation/no-such-note': {
    level: 'error',
    summary: 'A citation names a note that the source does not have.',
    explanation: 'Notes are cited as n. 1. The message says which notes exist.',
    wrong: '[@masswork, n. 7]',
    right: '[@masswork, n. 3]',
  },
  'citation/no-such-page': {
    level: 'error',
    summary: 'A citation names a page that the source does not mark.',
    explanation:
      'A page can be found only in a source with page marks (<!-- p. 12 -->). A number without a term means a page: write ¶ before the number of a paragraph.',
    wrong: '[@masswork, 12]',
    right: '[@masswork, ¶ 12]',
  },
  'citation/unparsed-locator': {
    level: 'warning',
    summary: 'A locator is printed by Pandoc but not understood.',
    explanation:
      'Words that look like a place in the text but are none of the terms that citation processors know are printed as they stand and lead nowhere.',
    wrong: '[@masswork, par. 12]',
    right: '[@masswork, para. 12]',
  },
  'citation/compound-locator': {
    level: 'warning',
    summary: 'A locator names two kinds of places, of which only the first is understood.',
    explanation: 'A citation has one locator. Cite the narrower place, or cite twice.',
    wrong: '[@masswork, sec. 2, ¶ 12]',
    right: '[@masswork, ¶ 12]',
  },
  'citation/reversed-range': {
    level: 'error',
    summary: 'A range ends before it begins.',
    explanation: 'Write the smaller number first.',
    wrong: '[@masswork, ¶¶ 14-12]',
    right: '[@masswork, ¶¶ 12-14]',
  },
  'citation/no-locator': {
    level: 'hint',
    summary: 'A citation of a numbered text does not say which passage.',
    explanation:
      'Readers find a passage only by its number. To cite a whole text on purpose, leave it as it is.',
    wrong: '[@masswork]',
    right: '[@masswork, ¶ 12]',
  },
  'citation/escaped': {
    level: 'warning',
    summary: 'Backslashes, an indent or a slip at the @ keep a citation from being read.',
    explanation:
      'Some formatters and converters do not know citations and escape their brackets, or the @. Pandoc then prints the brackets as they stand. The fix removes the backslashes. Others move the line that an indented block belongs to, and make code of a sentence with its citation. Brackets with a known key and a place, but no @ right before the key, are no citation either, nor those of any key with a place and a slip at the @.',
    wrong: '\\[@masswork, ¶ 12\\]',
    right: '[@masswork, ¶ 12]',
  },
  'citation/older-pandoc': {
    level: 'hint',
    summary: 'Pandoc 2.17 prints a citation otherwise than newer versions.',
    explanation:
      'Pilcrow reads citations as Pandoc 3.10 does. Some systems still have 2.17, whose readers would see another text. Write what both read alike, or turn this check off where everybody has a newer one.',
    wrong: '-@masswork says so',
    right: '[-@masswork] says so',
  },
  'citation/undefined-reference': {
    level: 'off',
    summary: 'A cross-reference names a label that its paper does not have.',
    explanation:
      'Quarto and pandoc-crossref number figures, tables, sections and the like by labels such as fig-oil or fig:oil. Where no source has such a key, it is a cross-reference and no citation. A label may also stand in another chapter of a book, so that this is only looked at where it is turned on.',
    wrong: '@fig-oil   (and no {#fig-oil})',
    right: '![Oil](oil.png){#fig-oil}   (and @fig-oil)',
  },
  'citation/other-printing': {
    level: 'warning',
    summary:
      'A citation has a number of the edition, and its paragraph has another one in the text of today.',
    explanation:
      'The text has changed since its edition was frozen, so that numbers lead to other paragraphs. The message says which number is meant, where that is certain, and nothing where quoted words tell. The fix gives the text of today a key of its own, with “printing-of”, and moves the citations of the paper to it; “pilcrow migrate” moves those of all papers. Where they follow the text of today already, freeze its edition again.',
    wrong: '[@masswork, ¶ 12]   (a paragraph was put in before it)',
    right: '[@masswork, ¶ 13]',
  },
  'citation/locator-language': {
    level: 'hint',
    summary: 'The term of a locator names another kind of place in another language of the cited text.',
    explanation:
      '“§ 17” is a paragraph in a French or Spanish paper and a section in an English or German one. Where a text is there in several languages, as “translation-of” says, a citation that is copied into a paper of the other language leads elsewhere. It is told where the text has both places, and they are not the same words. The fix writes a term that no other language of the text reads otherwise. Pasted in VS Code, citations get the terms of the paper by themselves.',
    wrong: '[@pain, § 17]   (in a French paper)',
    right: '[@pain, paragr. 17]',
  },
  'source/duplicate-key': {
    level: 'error',
    summary: 'Two sources or works have the same key.',
    explanation: 'A key must name one source. Change the id of one of them.',
    wrong: 'id: masswork   (in two files)',
    right: 'id: masswork-2015',
  },
  'source/changed': {
    level: 'warning',
    summary: 'A source is no longer as its edition has it.',
    explanation:
      'The edition freezes the words and numbers that the group agreed on; an import makes one. Restore the passage, or take a change that is meant over with pilcrow edition freeze, or by importing again.',
    wrong: 'a passage with a word changed',
    right: 'the passage as the edition has it',
    isOfWholeFile: true,
  },
  'source/renumbered': {
    level: 'warning',
    summary: 'Papers cite a source by numbers that its places no longer have.',
    explanation:
      'Earlier versions of Pilcrow counted the paragraphs, sections or notes of this source otherwise: they knew no divs, captions, figures, line blocks and other blocks of Pandoc, and took lines of tables and metadata for headings. No edition keeps its numbers, so that citations may lead elsewhere than meant. The fix moves those of all papers and writes “numbering: blocks” into the source; where the citations follow the present numbers already, write that line alone, or freeze an edition.',
    wrong: 'id: masswork   (cited as ¶ 5 what is ¶ 4 now)',
    right: 'numbering: blocks',
    isOfWholeFile: true,
  },
  'source/relation': {
    level: 'warning',
    summary: 'A source says of which text it is a translation or printing, and that leads nowhere.',
    explanation:
      '“translation-of” names a text of another language, “printing-of” one of the same words; the base is the text that names no other. Name a source or work that is there, leave out the link that closes a circle, and give a translation its language.',
    wrong: 'translation-of: masswrok',
    right: 'translation-of: masswork',
  },
  'alignment/unreadable': {
    level: 'error',
    summary:
      'A file that says which paragraphs of two texts correspond cannot be read, or a line of it cannot.',
    explanation:
      'Such a file is written by `pilcrow align` or by a person who confirms a place. A line that cannot be read is left out and the others count. Mend it, take it from the history of the folder, or write the file again.',
    wrong: '{"base": [[4, "no fingerprint"]], "text": [], "state": "confirmed"}',
    right: '{"base": [[4, "9f2c41d0a1b2c3d4"]], "text": [], "state": "confirmed"}',
  },
  'alignment/conflict': {
    level: 'error',
    summary: 'Two people confirmed different counterparts of one paragraph.',
    explanation:
      'Both lines stay until somebody decides, and neither counts as certain. Look at both texts there, and delete the line that is wrong.',
    wrong: 'two confirmed lines with ¶ 4 of the base',
    right: 'one confirmed line with ¶ 4 of the base',
  },
  'alignment/stale': {
    level: 'warning',
    summary: 'The words of a paragraph have changed since a person confirmed its counterpart.',
    explanation:
      'What was confirmed is kept, but no longer shown as certain, because the words are others now. Look at the place and confirm it again; if the words come back, the line counts again by itself.',
    wrong: 'a confirmed line whose fingerprint no paragraph has any more',
    right: 'a line that was confirmed again',
  },
  'alignment/open': {
    level: 'hint',
    summary: 'It is not certain which paragraphs of two texts correspond.',
    explanation:
      'A counterpart is certain where two methods agree, or a person confirms it. Everything else is open: it is shown with its candidates, and counts for nothing. The fix confirms a place, also that nothing corresponds.',
    wrong: '"state": "open"',
    right: '"state": "confirmed"',
  },
  'source/front-matter': {
    level: 'error',
    summary: 'A source cannot be read, or its front matter cannot.',
    explanation: 'A source opens with YAML between --- lines that gives at least its id and title.',
    wrong: 'id: [masswork',
    right: 'id: masswork',
    isOfWholeFile: true,
  },
  'quotation/altered': {
    level: 'error',
    summary: 'Words in quotation marks differ from the words of the source.',
    explanation:
      'A quotation is the source’s own words. Restore them, mark what you changed with [brackets] and what you left out with …, or take the quotation marks away.',
    wrong: '“bread rises quickly” [@bread, ¶ 2]',
    right: '“bread rises slowly” [@bread, ¶ 2]',
  },
  'quotation/elsewhere': {
    level: 'error',
    summary: 'Quoted words stand in the source, but not where the citation says.',
    explanation: 'The words are right and the place is wrong. The fix writes the place where they stand.',
    wrong: '“bread rises slowly” [@bread, ¶ 7]',
    right: '“bread rises slowly” [@bread, ¶ 2]',
  },
  'quotation/not-found': {
    level: 'error',
    summary: 'Quoted words stand nowhere in the source.',
    explanation:
      'Check which text they come from, or take the quotation marks away. Up to three words that nobody is said to have said or written, as in irony, are a hint.',
    wrong: '“bread is a human right” [@bread, ¶ 2]',
    right: 'Bread, they hold, is a human right [@bread, ¶ 2].',
  },
  'quotation/translated': {
    level: 'information',
    summary: 'Quoted words are those of a translation of the cited text, or of the text that it translates.',
    explanation:
      'A citation leads a reader to a text that has other words. Cite the text that is quoted; or say behind the citation that the translation is your own. Found where `translation-of` in front matter says which texts belong together.',
    wrong: '“le pain lève lentement” [@bread, ¶ 2]',
    right: '“le pain lève lentement” [@pain, ¶ 2]',
  },
  'quotation/ambiguous': {
    level: 'warning',
    summary:
      'Quoted words stand in several places, none of them the one cited, or it cannot be told where they end.',
    explanation:
      'Pilcrow does not guess. Choose the place that is meant; or, where a mark is missing or too many, write a pair of marks around what is quoted.',
    wrong: '“of bread” [@bread, ¶ 7]',
    right: '“of bread” [@bread, ¶ 3]',
  },
  'quotation/uncited': {
    level: 'information',
    summary: 'A long quotation without a citation does stand in a source.',
    explanation:
      'The words were found: the fix adds the citation. Short phrases in quotation marks are left alone.',
    wrong: '“a day is long enough for any dough to rise”',
    right: '“a day is long enough for any dough to rise” [@bread, ¶ 3]',
  },
  'quotation/unmarked': {
    level: 'information',
    summary: 'Words of a source stand in a paper without quotation marks.',
    explanation:
      'At least twelve words in a row (unmarkedWords of pilcrow.json) are those of a source, letter for letter. The fix marks them as a quotation and cites the passage. Titles and names, what the paper quotes elsewhere and what a glossary says are left out.',
    wrong: 'With every year a loaf that is left to rise for a day is held to be better',
    right: 'With every year “a loaf that is left to rise for a day is held to be better” [@bread, ¶ 3]',
  },
  'quotation/not-verified': {
    level: 'hint',
    summary: 'A quotation could not be compared with its source.',
    explanation:
      'The text of the source is not in the study folder, or the quotation is too short to be told by fingerprints: import your copy of the text. Or its citation says that its words are a translation.',
    wrong: '“bread” [@masswork, ¶ 2]   (without the text)',
    right: '“bread” [@masswork, ¶ 2]   (with the text imported)',
  },
  'quotation/sense-reversed': {
    level: 'warning',
    summary: 'What was left out of exact words turns their sense round.',
    explanation:
      'An ellipsis, or a bracket, takes the place of a “not”, a “never”, an “it is false that”. Each word stands in the source, and the source says the opposite. Quote the words left out, or say it in words of your own.',
    wrong: '“bread … rises quickly” [@bread, ¶ 2]   (of “bread never rises quickly”)',
    right: '“bread never rises quickly” [@bread, ¶ 2]',
  },
  'quotation/out-of-context': {
    level: 'hint',
    summary: 'Exact words may be quoted against their sense.',
    explanation:
      'What stands around them in the source denies them. Read the whole sentence before you quote.',
    wrong: '“bread never rises” [@bread, ¶ 2]   (of “It is false that bread never rises”)',
    right: 'They deny that “bread never rises” [@bread, ¶ 2].',
  },
  'bibliography/unreadable': {
    level: 'error',
    summary: 'A bibliography, or an entry of it, cannot be read.',
    explanation:
      'The message says what is wrong and where. The other entries are read all the same. Files outside the study folder are never read.',
    wrong: '@book{freire1970, title = {Pedagogy',
    right: '@book{freire1970, title = {Pedagogy}}',
    isOfWholeFile: true,
  },
  'bibliography/duplicate-entry': {
    level: 'warning',
    summary: 'Two bibliography entries have the same key.',
    explanation: 'Citations lead to the first of them. Remove one, or give it another key.',
    wrong: '@book{freire1970, …}   (twice)',
    right: '@book{freire1970, …}   (once)',
  },
  'bibliography/unused-entry': {
    level: 'hint',
    summary: 'No paper cites a bibliography entry.',
    explanation: 'Nothing is wrong: the entry is shown faded so that a bibliography can be kept tidy.',
    wrong: 'an entry that no paper cites',
    right: 'an entry that a paper cites',
  },
  'paper/front-matter': {
    level: 'error',
    summary: 'A paper cannot be read, or its front matter cannot.',
    explanation: 'Front matter is YAML between --- lines at the top of the paper.',
    wrong: 'title: "On method',
    right: 'title: "On method"',
    isOfWholeFile: true,
  },
  ...documentChecks,
  'term/undefined': {
    level: 'warning',
    summary: 'A marked term has no entry in the glossary.',
    explanation: 'Add an entry to the glossary, or mark the term by a name or alias that has one.',
    wrong: '[mas line]{.term}',
    right: '[mass line]{.term}',
  },
  'term/duplicate': {
    level: 'warning',
    summary: 'Two glossary entries claim the same name or alias.',
    explanation: 'A name must lead to one entry. Remove it from one of the two.',
    wrong: 'Also: mass line   (under two entries)',
    right: 'Also: mass line   (under one)',
  },
  'term/conflict': {
    level: 'information',
    summary: 'A paper defines a term otherwise than the glossary.',
    explanation:
      'Looked at are definitions in so many words: an entry of a definition list, “By X we mean …”, “We define X as …”, “[X]{.term}: …”. One that cites a source conflicts where the glossary says that this source defines the term elsewhere; one that cites nothing, where its words are not those of the glossary. Cite the defining paragraph, or agree on the entry.',
    wrong: 'By “mass line” we mean a slogan.',
    right: 'By “mass line” we mean a way to lead [@masswork, ¶ 8].',
  },
  'term/unclear-field': {
    level: 'warning',
    summary: 'A field of a glossary entry cannot be told from the definition.',
    explanation:
      'Formatters that wrap lines join “Also: …” with what follows. Fields that are joined to one line are read all the same; where names run on into the definition nobody can tell where they end. Leave a blank line between the fields and the definition.',
    wrong: 'Also: pilcrow The number by which everybody finds the same words.',
    right: 'Also: pilcrow   (and the definition after a blank line)',
  },
  'term/unused': {
    level: 'off',
    summary: 'No paper and no source uses a term of the glossary.',
    explanation:
      'Nothing is wrong: the entry is shown faded so that a glossary can be kept tidy. Entries that ship with Pilcrow are not looked at.',
    wrong: 'an entry that nobody uses',
    right: 'an entry that a paper or source uses',
  },
  'note/orphan': {
    level: 'warning',
    summary: 'A note has lost its place in the text.',
    explanation:
      'The words that the note is about, or what stood around them, have changed so much that no place is certain, or several are as good. Pilcrow never guesses: place the note anew from the Notes view, or delete it.',
    wrong: 'a note on “bread rises slowly”, words that the source has no more',
    right: 'the note placed on “the dough takes its time”',
  },
  'note/unreadable': {
    level: 'error',
    summary: 'A file of notes, or a note in it, cannot be read.',
    explanation:
      'The message says what is wrong and where. The other notes are read all the same. Nothing is written into a file that is no JSON, so that nothing in it is lost.',
    wrong: '{ "type": "Annotation", "body": "Why?" }   (without id and target)',
    right: '{ "id": "urn:uuid:…", "type": "Annotation", "body": …, "target": … }',
    isOfWholeFile: true,
  },
  'settings/invalid': {
    level: 'error',
    summary: 'Something in pilcrow.json cannot be used.',
    explanation:
      'The message says what, where, and what could be meant. The rest of the file holds, and the default stands in for what cannot be used.',
    wrong: '{ "checks": { "citation/no-locater": "off" } }',
    right: '{ "checks": { "citation/no-locator": "off" } }',
    isOfWholeFile: true,
  },
  'suppression/unused': {
    level: 'warning',
    summary: 'A pilcrow-ignore comment silences nothing.',
    explanation: 'The comment silences one check on the next block. Remove it when the finding is gone.',
    wrong: '<!-- pilcrow-ignore quotation/altered: as spoken -->   (above a block without one)',
    right: '(no comment)',
  },
} as const satisfies Record<string, CheckEntry>;

/** The id of a check, such as `citation/unknown-key`. */
export type CheckId = keyof typeof catalogue;

/** The family of a check: the first part of its id, such as `citation`. */
export type CheckFamily = CheckId extends `${infer Family}/${string}` ? Family : never;

/** All ids, in the order of the catalogue. */
export const checkIds = Object.keys(catalogue) as readonly CheckId[];

/** Whether a check belongs to a family. */
export function isOfFamily(id: CheckId, family: CheckFamily): boolean {
  return id.startsWith(`${family}/`);
}

/** Whether a string is the id of a check. */
export function isCheckId(text: string): text is CheckId {
  return Object.hasOwn(catalogue, text);
}
