import type { Term } from '../../core/glossary.ts';
import { inWords, type Say, spokenTag } from '../../core/messages.ts';
import { coveredSources, paperFacts } from '../../core/present/coverage.ts';
import type { CitedItem } from '../../core/bibliography.ts';
import { type Share, shareOf } from '../../core/present/passages.ts';
import { slugOf, studyLanguage } from '../../core/present/wording.ts';
import { citedIndex } from '../../core/citedBy.ts';
import { termsIn, usedTerms } from '../../core/resolve.ts';
import type { Paper, SiteSettings, Source, Study } from '../../core/study.ts';
import { type CitedTarget, type FormatWorks, type ImageFile, isPublicAddress } from '../manuscript.ts';

/** A source that has a page. */
export interface SiteSource {
  readonly source: Source;
  /** The name of its page, `source-reading.html`. */
  readonly address: string;
  readonly share: Share;
}

/** A paper that has a page. */
export interface SitePaper {
  readonly paper: Paper;
  /** The name of its page: made of its title, as the name of its file may be somebody's. */
  readonly address: string;
  readonly title: string;
  /** Empty where authors are not named. */
  readonly authors: readonly string[];
  readonly date: string | undefined;
}

/** A term of the glossary. */
export interface SiteTerm {
  readonly term: Term;
  /** Its id on the page of the glossary. */
  readonly id: string;
  /** The papers that use it. */
  readonly papers: readonly SitePaper[];
}

/** The citation styles that the pages are set in. */
export interface SiteStyles {
  readonly ofPaper: (paper: Paper) => FormatWorks;
  /** That of the list of all works. */
  readonly ofWorks: FormatWorks;
  /** That of questions, notes and definitions, which have no footnotes. */
  readonly ofProse: FormatWorks;
}

/** A picture that a paper or source shows. */
export interface SitePicture {
  /** Its file among those of the site: numbered, as a name may be somebody's. */
  readonly address: string;
  readonly file: ImageFile;
}

/** The study as the pages are made from it. */
export interface Site {
  readonly study: Study;
  readonly settings: SiteSettings;
  readonly styles: SiteStyles;
  /** By their paths in the study folder. */
  readonly pictures: ReadonlyMap<string, SitePicture>;
  /** Words a message in the language of the pages. */
  readonly say: Say;
  /** The tag of a language that the pages are written in. */
  readonly lang: string;
  readonly title: string;
  readonly sources: ReadonlyMap<string, SiteSource>;
  readonly papers: ReadonlyMap<Paper, SitePaper>;
  /** The pages of sources and papers by the paths of their files. */
  readonly pageOfFile: ReadonlyMap<string, string>;
  /** In the order of their names. */
  readonly terms: ReadonlyMap<Term, SiteTerm>;
}

/** Names of pages that are always there. */
export const pageAddresses = {
  overview: 'index.html',
  glossary: 'glossary.html',
  coverage: 'coverage.html',
  guide: 'questions.html',
  works: 'works.html',
  search: 'search.html',
} as const;

/** The tag of the language in which the pages of a study are to be made: that of its settings, else that in which it is written. */
export function siteLanguageOf(study: Study): string {
  return study.configuration.site.lang ?? studyLanguage(study) ?? 'en';
}

/** Chooses what has a page, and what it is called. The pages are in the language that is spoken while they are made. */
export function siteModelOf(study: Study, styles: SiteStyles): Site {
  const settings = study.configuration.site;
  const say = inWords;
  const taken = new Set<string>();
  const sources = sourcesOf(study, taken);
  const papers = papersOf(study, settings, say, taken);
  return {
    study,
    settings,
    styles: {
      ofPaper: (paper) => withoutPrivateAddresses(styles.ofPaper(paper)),
      ofWorks: withoutPrivateAddresses(styles.ofWorks),
      ofProse: withoutPrivateAddresses(styles.ofProse),
    },
    pictures: new Map(),
    say,
    lang: spokenTag(),
    title: settings.title ?? titleOfStudy(sources, say),
    sources: new Map(sources.map((each) => [each.source.key, each])),
    papers: new Map(papers.map((each) => [each.paper, each])),
    pageOfFile: new Map([
      ...papers.map(({ paper, address }) => [paper.file.path, address] as const),
      ...sources.flatMap(({ source, address }) =>
        source.file ? [[source.file.file.path, address] as const] : [],
      ),
    ]),
    terms: new Map(termsOf(study, papers).map((each) => [each.term, each])),
  };
}

/** A style that is not given the addresses of works which name a place on a machine, or run something: no page prints them. */
function withoutPrivateAddresses(format: FormatWorks): FormatWorks {
  return (works, groups, lang) => format(works.map(withPublicAddress), groups, lang);
}

function withPublicAddress(work: CitedItem): CitedItem {
  const { URL: address, ...rest } = work.data;
  return address === undefined || isPublicAddress(address) ? work : { ...work, data: rest };
}

/** At most so many titles of sources make the title of a study: of those whose text is there, where it is of any. */
const maxTitles = 2;

function titleOfStudy(sources: readonly SiteSource[], say: Say): string {
  const own = sources.filter(({ source }) => source.file);
  const named = (own.length > 0 ? own : sources).map(({ source }) => source.title);
  const titles = named.slice(0, maxTitles).join(', ');
  if (named.length === 0) return say('site.untitledStudy');
  return say('site.titleOfStudy', { titles: named.length > maxTitles ? `${titles} …` : titles });
}

function sourcesOf(study: Study, taken: Set<string>): readonly SiteSource[] {
  const { bySource } = citedIndex(study);
  const covered = coveredSources(study, (key) => (bySource.get(key)?.uses.length ?? 0) > 0);
  return covered.map((source) => ({
    source,
    address: freeAddress(`source-${slugOf(source.key, 'text')}`, taken),
    share: shareOf(source, study),
  }));
}

/** Discussion guides have no page: they repeat what papers ask, with names, and the pages have questions of their own. */
function papersOf(study: Study, settings: SiteSettings, say: Say, taken: Set<string>): readonly SitePaper[] {
  return study.papers
    .filter((paper) => !paperFacts(paper).guide)
    .map((paper, index) => {
      const { title, authors, date } = paperFacts(paper);
      const own = paper.title === undefined ? say('site.untitledPaper', { number: index + 1 }) : title;
      return {
        paper,
        address: freeAddress(`paper-${slugOf(own, String(index + 1))}`, taken),
        title: own,
        authors: settings.authors ? authors : [],
        date,
      };
    });
}

function termsOf(study: Study, papers: readonly SitePaper[]): readonly SiteTerm[] {
  const used = usedTerms(study.files, study.terms);
  const wanted = study.terms.glossary.terms.filter((term) => !term.builtIn || used.has(term));
  const users = new Map<Term, Set<SitePaper>>(wanted.map((term) => [term, new Set()]));
  for (const paper of papers)
    for (const { term } of termsIn(paper.paper, study.terms).uses) users.get(term)?.add(paper);
  const taken = new Set<string>();
  return [...wanted]
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map((term) => ({
      term,
      id: untakenName(`term-${slugOf(term.name, 'entry')}`, taken),
      papers: [...(users.get(term) ?? [])],
    }));
}

function freeAddress(name: string, taken: Set<string>): string {
  return `${untakenName(name, taken)}.html`;
}

/** A name that nothing else has, with a number where it is taken. */
function untakenName(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name}-${String(number)}`;
  taken.add(free);
  return free;
}

/** Where the target of a citation stands; undefined without a page. */
export function addressOfTarget(
  site: Site,
  { source, passages: [first], note }: CitedTarget,
): string | undefined {
  const page = site.sources.get(source)?.address;
  if (page === undefined) return undefined;
  if (note !== undefined) return `${page}#n${String(note)}`;
  return first === undefined ? page : `${page}#p${String(first)}`;
}
