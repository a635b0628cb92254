import type { LocatorLabel } from '../../src/core/locators.ts';
import type { CitationToFormat, GroupToFormat, StyledRun } from '../../src/core/styles.ts';
import type { Random } from './random.ts';

/** A work as CSL-JSON has it. */
export type JsonWork = Readonly<Record<string, unknown>> & { readonly id: string };

/** Works, and groups of citations of them. */
export interface StyledPaper {
  readonly works: readonly JsonWork[];
  readonly groups: readonly GroupToFormat[];
}

const types = (
  'book book book chapter chapter article-journal article-journal article-magazine article-newspaper webpage thesis report ' +
  'entry-encyclopedia entry-dictionary paper-conference manuscript interview personal_communication speech motion_picture ' +
  'broadcast song review review-book post-weblog post legal_case legislation patent dataset software pamphlet map ' +
  'classic collection document periodical performance figure'
).split(' ');

const families =
  'Quill Marlow Ashby Ashby Tarrant Okonjo Duval Lefèvre Pérez Ångström Müller O’Brien Smith-Jones Brandt Ito Vane Vane Zola'.split(
    ' ',
  );
const givens = [
  'Nora',
  'Nora Jane',
  'Nils',
  'N. J.',
  'Jean-Luc',
  'J.-P.',
  'Émile',
  'Ada',
  'Albert',
  'Wei',
  'Mary Ann',
  'Th. A.',
];
const bodies = ['Lamp Institute', 'Office of Mills', 'Société des moulins', 'The Weir Group'];
const nouns =
  'lamp mill river weir lantern garden harbour letter method border treatise winter voice theory Mill moulin rivière'.split(
    ' ',
  );
const small = 'of the and in on a for with to from by'.split(' ');
const cities = ['London', 'Paris', 'Lyon', 'New York', 'Oslo', 'Genève', 'Cambridge, MA'];
const publishers = [
  'Hill Press',
  'Éditions du Moulin',
  'Weir & Sons',
  'University of the Weir Press',
  'Lamp House',
];
const journals = [
  'Journal of Mills',
  'The Lamp Review',
  'Annales de la rivière',
  'Harbour Studies',
  'Weir Quarterly',
];

const labels: readonly LocatorLabel[] = [
  'page',
  'page',
  'page',
  'paragraph',
  'paragraph',
  'section',
  'note',
  'chapter',
  'volume',
  'figure',
  'verse',
  'line',
  'part',
  'book',
  'column',
];

/** Makes up papers: works that share names and years, and citations of all kinds. */
export class PaperMaker {
  constructor(private readonly random: Random) {}

  paper(workCount: number, groupCount: number): StyledPaper {
    const works = Array.from({ length: workCount }, (_, index) => this.work(`w${index}`));
    let footnotes = 0;
    const groups = Array.from({ length: groupCount }, (): GroupToFormat => {
      const citations = this.citations(works);
      if (!this.random.chance(0.1)) return { citations };
      footnotes++;
      const [beginsFootnote, endsFootnote] = [this.random.chance(0.5), this.random.chance(0.5)];
      return { citations, footnote: footnotes, beginsFootnote, endsFootnote };
    });
    return { works, groups };
  }

  private citations(works: readonly JsonWork[]): readonly CitationToFormat[] {
    const count = this.random.pick([1, 1, 1, 1, 1, 2, 2, 3, 4]);
    // Neighbours in the list share names, and works cited again are near those cited before.
    const from = this.random.integer(0, works.length - 1);
    return Array.from({ length: count }, (_, index) =>
      this.citation(works[Math.min(works.length - 1, from + this.random.integer(0, 3))]!.id, index === 0),
    );
  }

  private citation(id: string, isFirst: boolean): CitationToFormat {
    const { random } = this;
    const mode = random.chance(0.8) ? 'normal' : isFirst && random.chance(0.7) ? 'inText' : 'suppressAuthor';
    return {
      id,
      mode,
      ...(random.chance(0.6) ? { locator: { label: random.pick(labels), value: this.numbers() } } : {}),
      ...(random.chance(0.15) && mode !== 'inText' ? { prefix: this.prefix() } : {}),
      ...(random.chance(0.1) ? { suffix: this.suffix() } : {}),
    };
  }

  private prefix(): readonly StyledRun[] {
    return this.random.pick<readonly StyledRun[]>([
      [{ text: 'see' }],
      [{ text: 'cf.' }],
      [{ text: 'see also', italic: true }],
      [{ text: 'against this' }],
      [{ text: 'The whole matter is open.' }],
      [{ text: 'but see' }],
    ]);
  }

  private suffix(): readonly StyledRun[] {
    return this.random.pick<readonly StyledRun[]>([
      [{ text: ', my emphasis' }],
      [{ text: ' and ' }, { text: 'passim', italic: true }],
      [{ text: ', and elsewhere.' }],
      [{ text: ' (a first draft)' }],
    ]);
  }

  private numbers(): string {
    const { random } = this;
    const number = (): number =>
      random.pick([random.integer(1, 20), random.integer(95, 140), random.integer(1000, 1210)]);
    const from = number();
    const range = `${from}-${from + random.integer(1, 30)}`;
    return random.pick([
      String(from),
      String(from),
      range,
      range,
      `${from}, ${number()}`,
      `${range}, ${number()}`,
      'iv',
      'xii-xiv',
      `${from}a`,
    ]);
  }

  private work(id: string): JsonWork {
    const { random } = this;
    const type = random.pick(types);
    const work: Record<string, unknown> = { id, type };
    const may = (chance: number, variable: string, make: () => unknown): void => {
      if (random.chance(chance)) work[variable] = make();
    };
    may(0.9, 'title', () => this.title());
    may(0.15, 'title-short', () => this.title(2));
    may(0.85, 'author', () => this.names());
    may(0.25, 'editor', () => this.names());
    may(0.15, 'translator', () => (random.chance(0.3) && work['editor'] ? work['editor'] : this.names()));
    may(0.9, 'issued', () => this.date());
    may(0.08, 'original-date', () => ({ 'date-parts': [[random.integer(1780, 1950)]] }));
    this.aboutContainer(type, may);
    this.aboutPublisher(may);
    this.rarities(may);
    return work as JsonWork;
  }

  private aboutContainer(
    type: string,
    may: (chance: number, variable: string, make: () => unknown) => void,
  ): void {
    const { random } = this;
    const isPart = /^(article|chapter|entry|paper|review|post|broadcast|song|legal)/.test(type);
    may(isPart ? 0.9 : 0.1, 'container-title', () =>
      random.chance(0.6) ? random.pick(journals) : this.title(),
    );
    may(isPart ? 0.15 : 0.02, 'container-title-short', () => 'J. Mills');
    may(isPart ? 0.7 : 0.1, 'page', () =>
      random.pick(['3-5', '101-108', '1103–1120', '12', 'e37', '33-35, 40', 'xii–xv']),
    );
    may(0.35, 'volume', () => random.pick(['3', '12', 'IV', '2-3', 'LX']));
    may(0.3, 'issue', () => random.pick(['2', '1-2', '14', 'spring', 'Suppl. 3']));
    may(0.1, 'collection-title', () => this.title(3));
    may(0.08, 'collection-number', () => random.pick(['7', '112', 'A4']));
    may(0.1, 'container-author', () => this.names(1));
    may(0.05, 'collection-editor', () => this.names(2));
    may(0.05, 'chapter-number', () => String(random.integer(1, 14)));
    may(0.05, 'volume-title', () => this.title(2));
    may(0.05, 'part-number', () => random.pick(['2', 'B']));
    may(0.05, 'number-of-volumes', () => random.pick(['1', '3']));
  }

  private aboutPublisher(may: (chance: number, variable: string, make: () => unknown) => void): void {
    const { random } = this;
    may(0.6, 'publisher', () => random.pick(publishers));
    may(0.5, 'publisher-place', () => random.pick(cities));
    may(0.2, 'edition', () => random.pick(['2', '3', '11', 'revised', '2nd', 'Rev. ed.', '21']));
    may(0.2, 'URL', () => `https://example.org/${random.pick(nouns)}`);
    may(0.2, 'DOI', () => `10.1000/${random.pick(nouns)}.${random.integer(1, 99)}`);
    may(0.15, 'accessed', () => ({ 'date-parts': [[2020, random.integer(1, 12), random.integer(1, 28)]] }));
    may(0.2, 'genre', () => random.pick(['PhD thesis', 'Working paper', 'letter', 'Rapport']));
    may(0.1, 'medium', () => random.pick(['film', 'audio', 'DVD']));
    may(0.15, 'archive', () => random.pick(['Mill Archive', 'Archives de la ville']));
    may(0.1, 'archive_location', () => 'Box 3, folder 2');
    may(0.08, 'archive-place', () => random.pick(cities));
  }

  private rarities(may: (chance: number, variable: string, make: () => unknown) => void): void {
    const { random } = this;
    may(0.1, 'number', () => random.pick(['12', 'B-77', '3-4']));
    may(0.06, 'event-place', () => random.pick(cities));
    may(0.08, 'event-title', () => this.title(3));
    may(0.06, 'event-date', () => this.date());
    may(0.1, 'language', () => random.pick(['fr', 'en-GB', 'de', 'en']));
    may(0.05, 'status', () => random.pick(['forthcoming', 'in press']));
    may(0.05, 'original-title', () => this.title());
    may(0.05, 'original-publisher', () => random.pick(publishers));
    may(0.05, 'original-publisher-place', () => random.pick(cities));
    may(0.05, 'section', () => random.pick(['4', 'Arts']));
    may(0.05, 'version', () => random.pick(['2.1', '3']));
    may(0.05, 'authority', () => 'Court of Mills');
    may(0.05, 'references', () => '12 Mill Code 4');
    may(0.05, 'dimensions', () => '92 min.');
    may(0.05, 'reviewed-title', () => this.title());
    may(0.05, 'reviewed-author', () => this.names(2));
    may(0.05, 'director', () => this.names(2));
    may(0.05, 'interviewer', () => this.names(1));
    may(0.04, 'recipient', () => this.names(1));
    may(0.04, 'composer', () => this.names(1));
    may(0.04, 'script-writer', () => this.names(1));
    may(0.04, 'compiler', () => this.names(1));
    may(0.04, 'series-creator', () => this.names(1));
    may(0.04, 'available-date', () => this.date());
    may(0.03, 'submitted', () => this.date());
    may(0.04, 'source', () => 'Mill Base');
    may(0.04, 'supplement-number', () => '2');
    may(0.04, 'part-title', () => this.title(2));
  }

  private title(maxWords = 6): string {
    const { random } = this;
    const word = (): string => (random.chance(0.35) ? random.pick(small) : random.pick(nouns));
    const words = Array.from({ length: random.integer(1, maxWords) }, word);
    let title = words.join(' ');
    if (random.chance(0.7)) title = title.charAt(0).toUpperCase() + title.slice(1);
    if (random.chance(0.2))
      title += `: ${random.pick(['a', 'the', 'on'])} ${random.pick(nouns)} of ${random.pick(nouns)}`;
    if (random.chance(0.07)) title += random.pick(['?', '!', '.']);
    if (random.chance(0.06)) title = `<i>${random.pick(nouns)}</i> ${title}`;
    if (random.chance(0.06)) title = `“${random.pick(nouns)}” ${title}`;
    if (random.chance(0.05)) title += ` "${random.pick(nouns)} and ${random.pick(nouns)}"`;
    if (random.chance(0.04)) title += ` in ${random.pick(nouns)}'s well-known ${random.pick(nouns)}`;
    if (random.chance(0.03)) title += ' H<sub>2</sub>O';
    if (random.chance(0.03)) title = `<span class="nocase">iMill</span> ${title}`;
    return title;
  }

  private names(maxCount?: number): readonly Readonly<Record<string, string>>[] {
    const count = this.random.integer(1, maxCount ?? this.random.pick([1, 1, 1, 2, 2, 3, 4, 8]));
    return Array.from({ length: count }, () => this.name());
  }

  private name(): Readonly<Record<string, string>> {
    const { random } = this;
    if (random.chance(0.08)) return { literal: random.pick(bodies) };
    const name: Record<string, string> = { family: random.pick(families), given: random.pick(givens) };
    if (random.chance(0.05)) name['non-dropping-particle'] = random.pick(['de', 'van der', 'd’', 'al-']);
    if (random.chance(0.03)) name['dropping-particle'] = random.pick(['von', 'de']);
    if (random.chance(0.03)) name['suffix'] = random.pick(['Jr.', 'III']);
    if (random.chance(0.03)) name['family'] = `de la ${name['family']}`;
    if (random.chance(0.02)) name['given'] = `${name['given']} von`;
    if (random.chance(0.02)) return { family: '王', given: '伟' };
    return name;
  }

  private date(): unknown {
    const { random } = this;
    const year = random.pick([
      random.integer(1990, 1996),
      random.integer(1990, 1996),
      random.integer(1800, 2024),
    ]);
    const month = random.integer(1, 12);
    const day = random.integer(1, 28);
    return random.pick<() => unknown>([
      () => ({ 'date-parts': [[year]] }),
      () => ({ 'date-parts': [[year]] }),
      () => ({ 'date-parts': [[year]] }),
      () => ({ 'date-parts': [[year, month]] }),
      () => ({ 'date-parts': [[year, month, day]] }),
      () => ({ 'date-parts': [[year], [year + random.integer(1, 9)]] }),
      () => ({
        'date-parts': [
          [year, month, day],
          [year, Math.min(12, month + 1), day],
        ],
      }),
      () => ({
        'date-parts': [
          [year, month, day],
          [year, month, Math.min(28, day + 2)],
        ],
      }),
      () => ({ 'date-parts': [[year]], season: random.integer(1, 4) }),
      () => ({ 'date-parts': [[year]], circa: true }),
      () => ({ 'date-parts': [[random.pick([-44, 120, 900])]] }),
      () => ({ literal: random.pick(['in preparation', 'around 1900']) }),
      () => ({
        raw: random.pick([`${year}-05`, `${year}/${year + 3}`, `${year}~`, `${year}-21`, `${year}/`]),
      }),
    ])();
  }
}
