import type { Message } from '../messages.ts';
import type { Task } from '../memo.ts';
import type { CheckId, Level } from '../catalogue.ts';
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
  type StudyContext,
  type StudyFile,
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
import { type ChunkRange, type FileRange, inFile, type Range } from '../text.ts';
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

const factSources: { readonly [Name in keyof Facts]: FactSource<Facts[Name]> } = {
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
  bibliography: inFiles(['bibliography'], ({ bibliography }, { citedKeys }) => ({
    ...bibliography,
    citedKeys,
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

/** A replacement of a stretch of a file. */
export interface TextEdit<R extends Range = Range> {
  /** The file; undefined for the one that the finding is in. */
  readonly uri?: string;
  readonly range: R;
  readonly newText: string;
}

/** A way to put a finding right. */
export interface Fix<R extends Range = Range> {
  /** What it does, as an imperative: “Change to ¶ 12”. */
  readonly title: Message;
  readonly edits: readonly TextEdit<R>[];
  /** Whether it may be applied without a person looking at it: the meaning is certain. */
  readonly safe: boolean;
  /** Whether it is the last to think of: it leads to what is nearest, whatever was meant. */
  readonly isLast?: boolean;
}

/** A place that explains a finding. */
export interface Related {
  readonly uri: string;
  readonly range: Range;
  readonly message: Message;
}

/** What a check reports of a file. Levels and suppression come later. */
export interface Problem<Id extends CheckId = CheckId, R extends Range = Range> {
  readonly check: Id;
  /** What is at fault, and underlined. */
  readonly range: R;
  /** What the problem is about, where that is more than what is at fault: there its fixes are offered. */
  readonly about?: R;
  /** What is wrong, what exists instead, what to do. */
  readonly message: Message;
  /** The highest level that its finding has, whatever that of its check. */
  readonly atMost?: Exclude<Level, 'off'>;
  readonly fixes?: readonly Fix<R>[];
  readonly related?: readonly Related[];
  /** Shown faded, as something that could be removed. */
  readonly unnecessary?: boolean;
}

/** Returns a problem of a chunk as one of its file; `start` is the beginning of the chunk. Places in other files stay. */
export function moveProblem<Id extends CheckId>(
  problem: Problem<Id, ChunkRange>,
  start: number,
): Problem<Id, FileRange> {
  const { range, about, fixes, ...rest } = problem;
  const move = (edit: TextEdit<ChunkRange>): TextEdit<FileRange> => ({
    ...edit,
    range: inFile(edit.range, edit.uri === undefined ? start : 0),
  });
  return {
    ...rest,
    range: inFile(range, start),
    ...(about && { about: inFile(about, start) }),
    ...(fixes && { fixes: fixes.map((fix) => ({ ...fix, edits: fix.edits.map(move) })) }),
  };
}

/** What a check finds, at once or, where that takes long, in steps. */
type CheckResult<Id extends CheckId> =
  readonly Problem<Id, FileRange>[] | Task<readonly Problem<Id, FileRange>[]>;

/** A check as its file writes it down. */
interface CheckParts<Name extends keyof Facts, Id extends CheckId> {
  /** All that it reports: it is not run where nobody would see any of it. */
  readonly ids: readonly Id[];
  /** What it is given of a file. Files that have no such facts are not checked. */
  readonly looksAt: Name;
  /** Total: returns what it finds, never throws. Must rest on nothing but its arguments. */
  readonly check: (
    facts: Facts[Name],
    study: StudyContext,
    file: Pick<StudyFile, 'uri' | 'path' | 'role'>,
  ) => CheckResult<NoInfer<Id>>;
}

/** A check as it is run on the files of a study. */
export interface Check<Id extends CheckId = CheckId> {
  readonly ids: readonly Id[];
  readonly looksAt: keyof Facts;
  /** The files that it looks at. */
  readonly roles: readonly Analysis['role'][];
  readonly run: (analysis: Analysis, study: Study) => CheckResult<Id>;
}

/** Makes a check: it is given the facts that it says it looks at, and can ask for no others. */
export function defineCheck<Name extends keyof Facts, const Id extends CheckId>(
  parts: CheckParts<Name, Id>,
): Check<Id> {
  const { ids, looksAt, check } = parts;
  const { roles, of } = factSources[looksAt];
  return {
    ids,
    looksAt,
    roles,
    run: (analysis, study) => {
      const facts = of(analysis, study);
      return facts ? check(facts, study, analysis.file) : [];
    },
  };
}
