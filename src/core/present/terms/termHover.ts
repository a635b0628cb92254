import { inWords } from '../../messages.ts';
import { sensesFor, type Term, type TermSense } from '../../glossary.ts';
import type { Analysis, Study } from '../../study.ts';
import { countKeys } from '../../citations.ts';
import { resolveCitation, termUseAt, usesOfTerm } from '../../resolve.ts';
import { appendAll, type Range } from '../../text.ts';
import { entryAt, paragraphLabel, passagePreview, passageWords, placesOfTerm } from '../passages.ts';
import { escapeMarkdown, fileLink, quoteMarkdown, shorten } from '../wording.ts';

/**
 * Lengths of a definition and a passage that can be read in ten seconds with the rest of the hover. UTF-16 code
 * units.
 */
const maxShownDefinitionUnits = 420;
const maxHoverPassageUnits = 260;
/** The lengths if there are several senses. */
const maxShortDefinitionUnits = 240;
const maxShortPassageUnits = 140;
const maxSenses = 3;
const maxNamesShown = 6;

/** The hover of a term: its definition, defining passage, other names, related terms and how often it is used. */
export function termHover(
  analysis: Analysis,
  offset: number,
  study: Study,
  links = false,
): { range: Range; markdown: string } | undefined {
  const use = termUseAt(analysis, offset, study);
  if (use) return { range: use.span ?? use.range, markdown: termMarkdown(use.term, analysis, study, links) };
  const entry = entryAt(analysis, offset, study);
  return entry && { range: entry.range, markdown: termMarkdown(entry.term, analysis, study, links) };
}

/**
 * Explains a term, as Markdown.
 * @param analysis the file being read; the sense for the source that it discusses comes first
 * @param links whether the name and related terms link to their entries (addresses of files, not commands)
 */
export function termMarkdown(
  term: Term,
  analysis: Analysis | undefined,
  study: Study,
  links = false,
): string {
  const about = sourceUnderDiscussion(analysis);
  const senses = sensesFor(term, about);
  const several = senses.length > 1;
  const also = names(
    term.aliases.map(({ name, language }) =>
      escapeMarkdown(language === undefined ? name : `${name} (${language})`),
    ),
  );
  const blocks = [
    `**${entryLink(term, term.name, study, links)}**${also === '' ? '' : inWords('terms.also', { names: also })}`,
  ];
  for (const sense of senses.slice(0, maxSenses)) appendAll(blocks, senseHoverBlocks(sense, study, several));
  if (senses.length > maxSenses)
    blocks.push(inWords('count.moreSenses', { count: senses.length - maxSenses }));
  const related = names(
    term.seeAlso.map(({ name }) => entryLink(study.terms.glossary.find(name), name, study, links)),
  );
  const last = [
    related === '' ? '' : inWords('terms.seeAlso', { names: related }),
    usesLine(term, analysis, about, study),
  ];
  return [...blocks, last.filter(Boolean).join(' · ')].filter(Boolean).join('\n\n');
}

function names(written: readonly string[]): string {
  return `${written.slice(0, maxNamesShown).join(', ')}${written.length > maxNamesShown ? ' …' : ''}`;
}

/** The name of a term, as a link to its entry if it has one and `links` is true. */
function entryLink(term: Term | undefined, name: string, study: Study, links: boolean): string {
  const [place] = term && links ? placesOfTerm(term, study) : [];
  if (!place || !('lines' in place.analysis)) return escapeMarkdown(name);
  const { line } = place.analysis.lines.positionAt(place.range.start);
  return fileLink(name, place.analysis.file.uri, line + 1);
}

/** The key of a source file, or of the source that a paper cites most. */
export function sourceUnderDiscussion(analysis: Analysis | undefined): string | undefined {
  if (analysis?.role === 'source') return analysis.key;
  if (analysis?.role !== 'paper') return undefined;
  return [...countKeys(analysis.document)].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function senseHoverBlocks(sense: TermSense, study: Study, several: boolean): string[] {
  const words = sense.definition.plain.map(({ text }) => text.replace(/\s+/gu, ' ').trim()).join(' ');
  const source =
    several && sense.key !== undefined
      ? inWords('terms.ofSource', {
          title: escapeMarkdown(study.sources.get(sense.key)?.title ?? sense.key),
        })
      : '';
  const length = several ? maxShortDefinitionUnits : maxShownDefinitionUnits;
  const definition = words === '' ? '' : source + escapeMarkdown(shorten(words, length));
  const passage = sense.definedAt
    .slice(0, 1)
    .map((citation) =>
      definedAtBlock(citation, study, several ? maxShortPassageUnits : maxHoverPassageUnits),
    );
  return [definition, ...passage].filter(Boolean);
}

function definedAtBlock(citation: TermSense['definedAt'][number], study: Study, length: number): string {
  const { source, target } = resolveCitation(citation, study);
  if (!source || !target) return '';
  const number = target.passages[0];
  const item =
    number === undefined
      ? source.notes.find((note) => note.number === target.note)
      : source.passages[number - 1];
  if (!item) return '';
  const where = 'printed' in item ? paragraphLabel(item) : `n. ${String(item.number)}`;
  const words = passageWords(item);
  const head = inWords('terms.definedAt', { place: where, title: escapeMarkdown(source.title) });
  return words === undefined
    ? `${head}: _${escapeMarkdown(passagePreview(item))}_`
    : `${head}:\n\n${quoteMarkdown(shorten(words, length))}`;
}

/** How often a term is used, and where: `3 uses in this paper, 12 in The Lamp, 5 in other papers`. */
function usesLine(
  term: Term,
  analysis: Analysis | undefined,
  about: string | undefined,
  study: Study,
): string {
  const uses = usesOfTerm(term, study);
  const source = about === undefined ? undefined : study.sources.get(about);
  const count = (wanted: (file: Analysis) => boolean): number =>
    uses.filter((use) => wanted(use.analysis)).length;
  const isHere = (file: Analysis): boolean => file === analysis;
  const isSource = (file: Analysis): boolean => file === source?.file;
  const here = count(isHere);
  const counts: [number, string][] = [
    [here, analysis?.role === 'source' ? inWords('terms.inThisSource') : inWords('terms.inThisPaper')],
    [
      count((file) => isSource(file) && !isHere(file)),
      inWords('terms.in', { title: escapeMarkdown(source?.title ?? '') }),
    ],
    [
      count((file) => file.role === 'source' && !isSource(file) && !isHere(file)),
      source?.file ? inWords('terms.inOtherSources') : inWords('terms.inSources'),
    ],
    [
      count((file) => file.role === 'paper' && !isHere(file)),
      analysis?.role === 'paper' ? inWords('terms.inOtherPapers') : inWords('terms.inPapers'),
    ],
  ];
  const [first, ...others] = counts.filter(([number]) => number > 0);
  if (!first) return uses.length === 0 ? inWords('terms.notUsedYet') : '';
  return [
    `${inWords('count.uses', { count: first[0] })} ${first[1]}`,
    ...others.map(([number, where]) => `${String(number)} ${where}`),
  ].join(', ');
}
