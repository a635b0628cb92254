import type { Message } from '../messages.ts';
import type { BibliographyFile } from '../bibliography.ts';
import { type DocumentTerms, findMarkedTerms, type GlossaryFile, type Term } from '../glossary.ts';
import {
  type AlignmentFile,
  type Analysis,
  type Conflict,
  type ConfigurationFile,
  type FolderNames,
  insideTarget,
  type InsideTarget,
  type NamedBibliography,
  type NotesFile,
  type NumberMove,
  type Paper,
  type SourceFile,
  type Study,
  studyQueries,
} from '../study.ts';
import { type ChunkCitations, type Citation, readChunkCitations } from '../citations.ts';
import {
  type Footnotes,
  languageOf,
  type LinkTarget,
  type MarkdownDocument,
  openFrontMatter,
  type OpenFrontMatter,
  type PlacedChunk,
  readFootnotes,
  readLinks,
} from '../blocks.ts';
import { readIdentifiers } from '../inlines.ts';
import { type EditionMove, movesFromEditions } from '../printings.ts';
import { type QuotationPlace, quotationPlaces, type UnmarkedWords, unmarkedWordsIn } from '../quotations.ts';
import {
  isReference,
  languagesBeside,
  missingIdentifier,
  type MissingIdentifier,
  notesIndex,
  type NotesIndex,
  termsIn,
  usedTerms,
} from '../resolve.ts';
import type { FileRange, Range } from '../text.ts';
import { labelsOfCells } from './cellLabels.ts';
import { numberMovesTo } from './numberMoves.ts';
import { paperDefinitions, type PaperDefinition } from './termDefinitions.ts';

/**
 * What a check can look at, by the name that it says as `looksAt`: the type of what it is given of a file. What is not named
 * here reaches no check. Offsets are those of the file.
 */
export interface Facts {
  /** A file that cannot be read: why, as a sentence. */
  readonly unreadable: { readonly problem: Message };
  /** What git could not merge, in a file that can be read. */
  readonly conflicts: { readonly conflicts: readonly Conflict[]; readonly text: string };
  /** `pilcrow.json`. */
  readonly settings: Pick<ConfigurationFile, 'problems' | 'text'>;
  /** The Markdown of a paper, a source or a glossary. */
  readonly document: { readonly document: MarkdownDocument };
  /** What keeps the front matter of a paper, a source or a glossary from being read. */
  readonly faultyFrontMatter: {
    readonly open: OpenFrontMatter | undefined;
    readonly problems: MarkdownDocument['frontMatter']['problems'];
  };
  readonly source: { readonly source: SourceFile };
  /** A source, and what papers cite of it by numbers that are others than in earlier versions of Pilcrow. */
  readonly numberMoves: { readonly source: SourceFile; readonly moves: readonly NumberMove[] };
  /** The citations of a paper or a glossary by numbers that are others than in the edition of their source. */
  readonly editionMoves: { readonly moves: readonly EditionMove[] };
  /** Why an edition cannot be read, as a sentence. */
  readonly edition: { readonly problem: Message | undefined };
  /** The citations of a paper or a glossary. */
  readonly citations: {
    readonly citations: readonly Citation<FileRange>[];
    /** The same, of each chunk with an `@`, which begins at `start`. */
    readonly byChunk: readonly (PlacedChunk & { readonly citations: ChunkCitations })[];
    /** The language of the front matter. */
    readonly lang: string | undefined;
  };
  /** The citations of a paper that lead to texts with translations, and by their keys the languages in which these are there. */
  readonly translatedCitations: {
    readonly citations: readonly Citation<FileRange>[];
    readonly languages: ReadonlyMap<string, readonly string[]>;
    readonly text: string;
    readonly lang: string | undefined;
  };
  /** The cross-references of a paper, as `@fig-oil`, and the labels that it defines. */
  readonly references: {
    readonly references: readonly Citation<FileRange>[];
    readonly labels: ReadonlySet<string>;
  };
  /** The quotations of a paper. `draft` is one as its chunk reads it: `inFile(draft.range, start)` is where it stands in the file. */
  readonly quotations: {
    readonly places: readonly QuotationPlace[];
    readonly lang: string | undefined;
  };
  /** Words of sources that a paper does not mark, of at least as many words as the settings say. */
  readonly unmarkedWords: {
    readonly runs: readonly UnmarkedWords[];
    readonly text: string;
    readonly lang: string | undefined;
  };
  /** The bibliographies that the front matter of a paper names. */
  readonly namedBibliographies: {
    readonly named: readonly (NamedBibliography & { readonly isThere: boolean })[];
    /** Of the field. */
    readonly range: Range | undefined;
  };
  /** A bibliography, and the keys that papers cite, `*` for “everything” among them. */
  readonly bibliography: BibliographyFile & { readonly citedKeys: ReadonlySet<string> };
  /** The notes of a paper, a source or a glossary. */
  readonly footnotes: Footnotes & { readonly text: string };
  /** The links of a paper, a source or a glossary that lead into the study folder. */
  readonly links: {
    readonly links: readonly (LinkTarget & { readonly inside: InsideTarget })[];
    /** All that is in the study folder; undefined where nobody has looked. */
    readonly names: FolderNames | undefined;
    readonly missingIdentifier: (inside: InsideTarget) => MissingIdentifier | undefined;
  };
  /** The terms in a paper or a source. */
  readonly terms: DocumentTerms;
  /** Words that a paper or a source marks as terms, and that have no entry. */
  readonly undefinedTerms: { readonly undefinedTerms: DocumentTerms['undefinedTerms'] };
  /** Where a paper says what terms mean. */
  readonly definitions: { readonly definitions: readonly PaperDefinition[] };
  readonly glossary: { readonly entries: GlossaryFile['entries'] };
  /** The entries of a glossary, and the terms that papers and sources use. */
  readonly usedTerms: { readonly entries: GlossaryFile['entries']; readonly used: ReadonlySet<Term> };
  /** A file of readers' notes, and where all notes of the study folder belong. */
  readonly notes: { readonly file: NotesFile; readonly index: NotesIndex };
  /** A file that says which paragraphs of two texts correspond. */
  readonly alignment: { readonly file: AlignmentFile };
}

/** How the facts of one name are had. */
interface FactSource<F> {
  readonly roles: readonly Analysis['role'][];
  /** Undefined for files of other roles, and where there is nothing to look at: no check is run then. */
  readonly of: (file: Analysis, study: Study) => F | undefined;
}

function inFiles<const R extends Analysis['role'], F>(
  roles: readonly R[],
  of: (file: Extract<Analysis, { readonly role: R }>, study: Study) => F | undefined,
): FactSource<F> {
  type File = Extract<Analysis, { readonly role: R }>;
  const isOne = (file: Analysis): file is File => roles.some((role) => role === file.role);
  return { roles, of: (file, study) => (isOne(file) ? of(file, study) : undefined) };
}

const markdown = ['paper', 'source', 'glossary'] as const;
const readableRoles = [
  ...markdown,
  'bibliography',
  'edition',
  'configuration',
  'notes',
  'alignment',
] as const;

/** Kept: every keystroke makes another study, and all papers of the folder are asked whether their answer is still the same. */
const unmarkedWordsOf = studyQueries.query('unmarked words of a paper', (paper: Paper, study) =>
  unmarkedWordsIn(paper, study, study.configuration.unmarkedWords),
);

export const factSources: { readonly [Name in keyof Facts]: FactSource<Facts[Name]> } = {
  unreadable: inFiles(['unreadable'], (file) => file),
  conflicts: inFiles(readableRoles, (file) => (file.conflicts.length > 0 ? file : undefined)),
  settings: inFiles(['configuration'], (file) => file),
  document: inFiles(markdown, (file) => file),
  faultyFrontMatter: inFiles(markdown, ({ document }) => {
    const { problems } = document.frontMatter;
    const open = openFrontMatter(document);
    return open || problems.length > 0 ? { open, problems } : undefined;
  }),
  source: inFiles(['source'], (source) => ({ source })),
  numberMoves: inFiles(['source'], (source, study) => ({
    source,
    moves: study.sources.get(source.key)?.file === source ? numberMovesTo(source.key, study) : [],
  })),
  editionMoves: inFiles(['paper', 'glossary'], (file, study) => {
    const moves = movesFromEditions(file, study);
    return moves.length > 0 ? { moves } : undefined;
  }),
  edition: inFiles(['edition'], (file) => file),
  citations: inFiles(['paper', 'glossary'], (file) => {
    const citations = readChunkCitations(file.document);
    return {
      get citations() {
        return file.citations;
      },
      byChunk: file.document.chunks.flatMap((placed, at) => {
        const own = citations[at];
        return own ? [{ ...placed, citations: own }] : [];
      }),
      lang: languageOf(file.document),
    };
  }),
  // Most study folders have each text in one language.
  translatedCitations: inFiles(['paper'], (paper, study) => {
    const named = paper.citedKeys.map((key) => [key, languagesBeside(key, study)] as const);
    const languages = new Map(named.filter(([, tags]) => tags.length > 0));
    if (languages.size === 0) return undefined;
    const citations = paper.citations.filter(({ key }) => languages.has(key));
    return { citations, languages, text: paper.text, lang: languageOf(paper.document) };
  }),
  // Most papers have none, and need not have their citations placed.
  references: inFiles(['paper'], (paper, study) =>
    paper.citedKeys.some((key) => isReference(key, study))
      ? {
          references: paper.citations.filter(({ key }) => isReference(key, study)),
          labels: new Set([...readIdentifiers(paper.document).ids, ...labelsOfCells(paper.text)]),
        }
      : undefined,
  ),
  quotations: inFiles(['paper'], ({ document }) => ({
    places: quotationPlaces(document),
    lang: languageOf(document),
  })),
  unmarkedWords: inFiles(['paper'], (paper, study) => {
    // The answer of a paper without such words is always the same, so that an edit of a source is no news for it.
    const runs = studyQueries.ask(study, (whole) => unmarkedWordsOf(paper, whole));
    return runs.length > 0 ? { runs, text: paper.text, lang: languageOf(paper.document) } : undefined;
  }),
  namedBibliographies: inFiles(['paper'], ({ bibliographies, document }, { paths }) =>
    bibliographies.length > 0
      ? {
          named: bibliographies.map((one) => ({
            ...one,
            isThere: one.candidates.some((path) => paths.has(path)),
          })),
          range: document.frontMatter.rangeOf('bibliography'),
        }
      : undefined,
  ),
  bibliography: inFiles(['bibliography'], ({ bibliography }, study) => ({
    ...bibliography,
    citedKeys: keysOfPapers(study),
  })),
  footnotes: inFiles(markdown, ({ document, text }) => ({ ...readFootnotes(document), text })),
  links: inFiles(markdown, (file, study) => {
    const links = readLinks(file.document).flatMap((link) => {
      const inside = insideTarget(link.target, file.file.path);
      return inside ? [{ ...link, inside }] : [];
    });
    if (links.length === 0) return undefined;
    return {
      links,
      names: study.names,
      missingIdentifier: ({ path, fragment }) =>
        fragment === undefined ? undefined : missingIdentifier(file, path, fragment, study),
    };
  }),
  terms: inFiles(['paper', 'source'], (file, study) => termsIn(file, study.allTerms)),
  undefinedTerms: inFiles(['paper', 'source'], ({ document, text }, study) => {
    // The matcher takes its time to be made: most papers mark no term and need none.
    if (!text.includes(']{')) return undefined;
    const marked = findMarkedTerms(document, study.allTerms.matcher);
    const undefinedTerms = marked.flatMap((terms) => terms.undefinedTerms);
    return undefinedTerms.length > 0 ? { undefinedTerms } : undefined;
  }),
  definitions: inFiles(['paper'], (paper, study) => {
    const definitions = paperDefinitions(paper, study);
    return definitions.length > 0 ? { definitions } : undefined;
  }),
  glossary: inFiles(['glossary'], ({ glossary }) => glossary),
  usedTerms: inFiles(['glossary'], ({ glossary: { entries } }, study) => ({ entries, used: allUsed(study) })),
  alignment: inFiles(['alignment'], (file) => ({ file })),
  notes: inFiles(['notes'], (file, study) => ({ file, index: studyQueries.ask(study, notesIndex) })),
};

/** The facts that rest on what all papers cite and use. */
export const sumsOfPapers: readonly (keyof Facts)[] = ['bibliography', 'usedTerms', 'numberMoves'];

/** The keys that papers cite which belong to the study: nearly always those that all cite. */
function keysOfPapers(study: Study): ReadonlySet<string> {
  const hasOthers = studyQueries.ask(study, ({ papers }) => papers.some(({ file }) => file.isLeftOut));
  if (!hasOthers) return study.citedKeys;
  // As text, so that the answer is the same as long as it says the same.
  const keys = studyQueries.ask(study, ({ papers }) =>
    papers
      .flatMap(({ file, citedKeys }) => (file.isLeftOut ? [] : citedKeys))
      .sort()
      .join('\n'),
  );
  return new Set(keys.split('\n'));
}

/** The terms that papers use, also papers that are no longer among the files. */
function allUsed(study: Study): ReadonlySet<Term> {
  // As text, so that the answer is the same as long as it says the same.
  const keys = new Set(
    studyQueries
      .ask(study, (whole) =>
        [...usedTerms(whole.files, whole.allTerms)]
          .map(({ key }) => key)
          .sort()
          .join('\n'),
      )
      .split('\n'),
  );
  return new Set(
    study.allTerms.glossary.terms.filter(({ key }) => keys.has(key) || study.usedElsewhere?.has(key)),
  );
}
