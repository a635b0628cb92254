/**
 * Writes schemas/: for pilcrow.json and edition.json, which people and tools write, and for the JSON that `pilcrow
 * check` and `pilcrow list` print. All come from the catalogue and the types of the code.
 */
import { z } from 'zod';
import {
  catalogue,
  checkIds,
  levels,
  type CheckEntry,
  type CheckId,
} from '../src/core/catalogue/checkCatalogue.ts';
import { type Configuration, defaultConfiguration } from '../src/core/study/configuration.ts';
import { minRunWords } from '../src/core/match/wordRuns.ts';
import { defaultKinds, motivations, noteColors } from '../src/core/notes/kinds.ts';
import { styleNames } from '../src/core/styles.ts';
import { alignmentSchema } from '../src/core/alignment/alignmentFile.ts';
import { editionSchema } from '../src/core/source/edition.ts';
import { listingSchemas } from './support/listingSchemas.ts';

type GlobSetting = Exclude<
  keyof Configuration,
  'checks' | 'failOn' | 'unmarkedWords' | 'noteKinds' | 'csl' | 'site'
>;

const globs: Record<GlobSetting, string> = {
  papers: 'Which files are papers.',
  sources: 'Which files are sources: texts that papers cite.',
  glossaries: 'Which files are glossaries: one heading of the second level for each term.',
  bibliographies:
    'Which files are bibliographies: works cited without their text (BibLaTeX, CSL-JSON, CSL-YAML).',
  notes: 'Which files hold annotations (W3C Web Annotations).',
  exclude: 'Which files and folders are left out, whatever else they match.',
};

const levelNames: Record<(typeof levels)[number], string> = {
  error: 'Wrong: it has to be put right.',
  warning: 'Probably wrong.',
  information: 'Worth knowing.',
  hint: 'A suggestion, shown faintly.',
  off: 'Not looked for.',
};

function levelSchema(id: CheckId): z.ZodType {
  const { level, summary, explanation }: CheckEntry = catalogue[id];
  return z
    .enum(levels)
    .optional()
    .meta({
      description: `${summary} ${explanation}`,
      default: level,
      enumDescriptions: levels.map((name) => levelNames[name]),
    });
}

const noteKindSchema = z.strictObject({
  label: z.string().optional().meta({ description: 'What the kind is called.' }),
  symbol: z.string().optional().meta({ description: 'One or two characters that stand for it.' }),
  color: z.enum(noteColors).optional().meta({ description: 'Its colour, after the colours of charts.' }),
  motivation: z
    .enum(motivations)
    .optional()
    .meta({ description: 'Its motivation in the W3C Web Annotation Data Model.', default: 'commenting' }),
});

const siteSchema = z
  .strictObject({
    title: z.string().optional().meta({ description: 'What the pages are called.' }),
    lang: z.string().optional().meta({
      description: 'The language of the pages, such as "fr"; where it is left out, that of most papers.',
    }),
    authors: z
      .boolean()
      .optional()
      .meta({ description: 'Whether authors of papers and notes are named.', default: false }),
    notes: z.boolean().optional().meta({ description: 'Whether readers’ notes are shown.', default: false }),
  })
  .optional()
  .meta({ description: 'What the web pages show that “pilcrow site” makes.' });

const cslSchema = z
  .string()
  .optional()
  .meta({
    description: `The citation style of papers that name none: ${styleNames.join(', ')}, or the path of a .csl file.`,
    default: styleNames[0],
  });

function configurationSchema(): z.ZodType {
  const checks = z
    .strictObject(Object.fromEntries(checkIds.map((id) => [id, levelSchema(id)])))
    .optional()
    .meta({ description: 'Levels of checks, where they differ from the defaults.' });
  const failOn = z
    .enum(levels.filter((level) => level !== 'off'))
    .optional()
    .meta({
      description: '“pilcrow check” ends with 1 where a finding has this level or a higher one.',
      default: defaultConfiguration.failOn,
    });
  const unmarkedWords = z.int().min(minRunWords).max(1000).optional().meta({
    description: 'From how many words on a run of a source’s own words has to be marked as a quotation.',
    default: defaultConfiguration.unmarkedWords,
  });
  const settings = Object.entries(globs).map(([name, description]) => [
    name,
    z
      .array(z.string())
      .optional()
      .meta({
        description: `${description} Patterns relative to the study folder.`,
        default: defaultConfiguration[name as GlobSetting],
      }),
  ]);
  const noteKinds = z
    .record(z.string(), z.union([z.literal(false), noteKindSchema]))
    .optional()
    .meta({
      description: `What notes can be, besides ${defaultKinds.map(({ id }) => id).join(', ')}; false leaves one of these out.`,
    });
  const schema = z
    .string()
    .optional()
    .meta({ description: 'Address of this schema, for editors that do not know it.' });
  return z.strictObject({
    $schema: schema,
    checks,
    failOn,
    unmarkedWords,
    csl: cslSchema,
    ...Object.fromEntries(settings),
    noteKinds,
    site: siteSchema,
  });
}

function toJson(schema: z.core.$ZodType, title: string, description: string, extra: object = {}): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', unrepresentable: 'any' });
  return `${JSON.stringify({ $schema, title, description, ...extra, ...rest }, null, 2)}\n`;
}

/** The files of schemas/ by name. */
export function schemaFiles(): ReadonlyMap<string, string> {
  const jsonc = { allowComments: true, allowTrailingCommas: true };
  return new Map([
    [
      'pilcrow.schema.json',
      toJson(configurationSchema(), 'pilcrow.json', 'Settings of a study folder.', jsonc),
    ],
    [
      'edition.schema.json',
      toJson(
        editionSchema,
        'edition.json',
        'The frozen structure of a source: numbers, sections, notes, fingerprints and gists, without a sentence of its text.',
      ),
    ],
    [
      'alignment.schema.json',
      toJson(
        alignmentSchema,
        'alignments/BASE.KEY.json',
        'Which paragraphs of a text and its translation or printing correspond, by number and fingerprint.',
      ),
    ],
    ...Object.entries(listingSchemas).map(([name, { schema, prints }]): [string, string] => [
      `${name}.schema.json`,
      toJson(
        z.array(schema),
        prints,
        `What “${prints}” prints. Lines and columns are 1-based, columns in UTF-16 units; ends are exclusive.`,
      ),
    ]),
  ]);
}
