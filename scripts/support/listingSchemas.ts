import { z } from 'zod';
import { checkIds, levels } from '../../src/core/catalogue/checkCatalogue.ts';
import type { CoverageRow } from '../../src/core/present/coverage/rows.ts';
import type {
  CitationRow,
  FindingRow,
  QuotationRow,
  SourceRow,
  TermRow,
} from '../../src/core/present/listings/listingRows.ts';

import type { NoteRow } from '../../src/core/present/notes/noteRows.ts';

/** The contracts of the command line as schemas. The compiler checks that they agree with the types of the rows. */

const place = {
  file: z.string().meta({ description: 'Path relative to the current folder, with /.' }),
  line: z.int().min(1),
  column: z.int().min(1),
  endLine: z.int().min(1),
  endColumn: z.int().min(1),
};

const status = z.enum(['resolved', ...checkIds]);

const citation = z.strictObject({
  ...place,
  key: z.string().meta({ description: 'The key without its @; the position is that of the key with it.' }),
  mode: z.enum(['normal', 'authorInText', 'suppressAuthor']),
  prefix: z.string(),
  locator: z
    .strictObject({
      label: z.string().meta({ description: 'Pandoc’s term: paragraph, section, note, page …' }),
      value: z.string(),
    })
    .nullable(),
  suffix: z.string().meta({ description: 'What follows the locator.' }),
  status: status.meta({ description: 'resolved, or the check that reports the citation.' }),
  target: z
    .strictObject({
      source: z.string(),
      paragraphs: z
        .array(z.int().min(1))
        .meta({ description: 'Empty for a whole source, a note and a work without its text.' }),
      section: z
        .string()
        .nullable()
        .meta({ description: 'Label of the section that the locator names: 1(iii).' }),
      note: z.int().min(1).nullable(),
    })
    .nullable()
    .meta({ description: 'null where nothing resolves.' }),
});

const fix = z.strictObject({
  title: z.string(),
  safe: z.boolean().meta({ description: 'Whether pilcrow check --fix applies it.' }),
  edits: z.array(z.strictObject({ ...place, newText: z.string() })),
});

const finding = z.strictObject({
  ...place,
  check: z.enum(checkIds),
  level: z.enum(levels.filter((level) => level !== 'off')),
  message: z.string(),
  fixes: z.array(fix),
});

const places = z.array(z.union([z.int().min(1), z.string()]));

const quotation = z.strictObject({
  ...place,
  quote: z.string().meta({ description: 'The words as a reader sees them, on one line.' }),
  key: z.string().nullable().meta({ description: 'Key of the citation it was measured against.' }),
  cited: places.meta({ description: 'Numbers of paragraphs, or labels such as n1, sec. 2, abstract.' }),
  status: z.enum([
    'verbatim',
    'altered',
    'elsewhere',
    'not-found',
    'ambiguous',
    'not-verified',
    'translated',
    'uncited',
  ]),
  found: places,
  diff: z
    .array(
      z.strictObject({
        kind: z.enum(['same', 'changed', 'dropped', 'added', 'omitted', 'editorial']),
        quoted: z.string(),
        source: z.string(),
      }),
    )
    .meta({ description: 'The whole quotation in parts where it is altered; otherwise empty.' }),
});

const term = z.strictObject({
  ...place,
  term: z.string().meta({ description: 'Name of the entry.' }),
  text: z.string().meta({ description: 'The words as they stand, on one line.' }),
});

const source = z.strictObject({
  key: z.string().meta({ description: 'Empty where the file cannot be read.' }),
  title: z.string(),
  author: z.string(),
  year: z.string(),
  kind: z.enum(['text', 'edition', 'work', 'unreadable']).meta({
    description:
      'text: its words are here; edition: its structure is; work: a bibliography entry; unreadable: a file that cannot be read.',
  }),
  file: z.string().nullable(),
  paragraphs: z.int().nullable(),
  sections: z.int().nullable(),
  notes: z.int().nullable(),
  citations: z.int().meta({ description: 'How often the papers of its study folder cite it.' }),
  problem: z
    .string()
    .exactOptional()
    .meta({ description: 'Why it cannot be read; only of those that cannot.' }),
});

const figure = z.int().min(0);

const coverage = z.strictObject({
  source: z.string().meta({ description: 'Key of the source.' }),
  kind: z.enum(['section', 'paragraph', 'note']),
  number: z.int().min(1).nullable().meta({ description: 'null for a section.' }),
  section: z
    .string()
    .nullable()
    .meta({ description: 'Label of the section, or of the innermost one around.' }),
  text: z.string().meta({ description: 'Heading, gist or first words.' }),
  words: figure.nullable().meta({ description: 'Words of the paragraph or note.' }),
  citations: figure.meta({ description: 'How often it, or what it stands in, is cited.' }),
  bySection: figure.meta({ description: 'Of these, citations that name its section and not itself.' }),
  quotations: figure.meta({ description: 'Quotations whose words stand in it.' }),
  notes: figure.meta({ description: 'Notes of members on it.' }),
  discussed: z.boolean().meta({
    description: 'Whether anybody said something of it by itself: citations of its section do not count.',
  }),
  papers: z.array(z.string()).meta({ description: 'Papers that cite or quote it.' }),
});

const note = z.strictObject({
  ...place,
  id: z.string(),
  source: z.string().meta({
    description:
      'Key of the source; what the note calls it where the study folder does not have it; empty for an answer to nothing.',
  }),
  kind: z.string().meta({ description: 'Id of the kind; answer for an answer.' }),
  author: z.string(),
  created: z.string().meta({ description: 'RFC 3339; empty where not given.' }),
  modified: z.string(),
  tags: z.array(z.string()),
  resolved: z.boolean(),
  answers: z.string().nullable().meta({ description: 'Of an answer, the id of the note above it.' }),
  status: z
    .enum(['anchored', 'ambiguous', 'orphan', 'no-text', 'no-source', 'no-note'])
    .meta({ description: 'anchored, or why the note stands nowhere.' }),
  quote: z.string().meta({ description: 'The words as the note remembers them; empty for a whole source.' }),
  text: z.string().meta({ description: 'Markdown.' }),
  target: z
    .strictObject({ ...place, paragraphs: z.array(z.int().min(1)), notes: z.array(z.int().min(1)) })
    .nullable()
    .meta({
      description: 'Where the words stand; null where the note has no place, and for a whole source.',
    }),
});

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Rows = [
  Same<z.infer<typeof finding>['level'], FindingRow['level']>,
  Same<keyof z.infer<typeof citation>, keyof CitationRow>,
  Same<keyof z.infer<typeof finding>, keyof FindingRow>,
  Same<z.infer<typeof quotation>['status'], QuotationRow['status']>,
  Same<z.infer<typeof quotation>['diff'][number], Mutable<QuotationRow['diff'][number]>>,
  Same<keyof z.infer<typeof quotation>, keyof QuotationRow>,
  Same<z.infer<typeof term>, TermRow>,
  Same<z.infer<typeof source>, SourceRow>,
  Same<keyof z.infer<typeof note>, keyof NoteRow>,
  Same<z.infer<typeof note>['status'], NoteRow['status']>,
  Same<keyof NonNullable<z.infer<typeof note>['target']>, keyof NonNullable<NoteRow['target']>>,
  Same<z.infer<typeof coverage>, Mutable<Omit<CoverageRow, 'papers'> & { papers: string[] }>>,
];
/** @public Only compiled: a row that differs from its schema is an error here. */
export const agree: Rows = [true, true, true, true, true, true, true, true, true, true, true, true];

/** The schemas of rows, with the command that prints the rows. */
export const listingSchemas = {
  check: { schema: finding, prints: 'pilcrow check --format json' },
  citations: { schema: citation, prints: 'pilcrow list citations --format json' },
  quotations: { schema: quotation, prints: 'pilcrow list quotations --format json' },
  terms: { schema: term, prints: 'pilcrow list terms --format json' },
  sources: { schema: source, prints: 'pilcrow list sources --format json' },
  notes: { schema: note, prints: 'pilcrow list notes --format json' },
  coverage: { schema: coverage, prints: 'pilcrow coverage --format json' },
} as const;
