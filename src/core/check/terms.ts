import type { Analysis, GlossaryDocument, Study } from '../study.ts';
import { isProse, termsIn, usedTerms } from '../resolve.ts';
import { rivalsOf, type Problem } from './check.ts';
import { nearest } from './nearest.ts';
import { termConflicts } from './termConflicts.ts';

/** `term/undefined` in papers and sources. */
export function checkUndefinedTerms(analysis: Analysis, study: Study): readonly Problem[] {
  return isProse(analysis) ? undefinedTerms(analysis, study) : [];
}

/** `term/conflict` in papers. */
export function checkTermConflicts(analysis: Analysis, study: Study): readonly Problem[] {
  return analysis.role === 'paper' ? termConflicts(analysis, study) : [];
}

/** `term/duplicate` in glossaries. */
export function checkDuplicateTerms(analysis: Analysis, study: Study): readonly Problem[] {
  return analysis.role === 'glossary' ? duplicates(analysis.file.uri, study) : [];
}

/** `term/unused` in glossaries. */
export function checkUnusedTerms(analysis: Analysis, study: Study): readonly Problem[] {
  return analysis.role === 'glossary' ? unused(analysis, study) : [];
}

/** Entries whose term no paper and no source uses, not even within a longer term. */
function unused({ glossary }: GlossaryDocument, study: Study): Problem[] {
  const elsewhere = study.glossary.terms.filter(({ key }) => study.usedElsewhere?.has(key));
  const used = new Set(
    [...usedTerms(study), ...elsewhere].flatMap((term) => term.places.map(({ entry }) => entry)),
  );
  return glossary.entries
    .filter((entry) => !used.has(entry))
    .map((entry): Problem => ({
      check: 'term/unused',
      range: entry.nameRange,
      message: `No paper and no source uses “${entry.name}”.`,
      unnecessary: true,
    }));
}

function undefinedTerms(analysis: Parameters<typeof termsIn>[0], study: Study): Problem[] {
  if (!analysis.text.includes(']{') || !analysis.text.includes('term')) return [];
  return termsIn(analysis, study).undefinedTerms.map(({ range, text }): Problem => {
    const candidates = nearest(
      text,
      study.glossary.terms.flatMap((term) => [term.name, ...term.aliases.map(({ name }) => name)]),
    );
    const hint =
      candidates.length > 0
        ? ` Did you mean ${candidates.map((name) => `“${name}”`).join(' or ')}?`
        : ' Add it to the glossary.';
    return {
      check: 'term/undefined',
      range,
      message:
        text === '' ? 'A term without words is marked here.' : `The glossary has no entry “${text}”.${hint}`,
      fixes: candidates.map((name) => ({
        title: `Change to “${name}”`,
        edits: [{ range, newText: name }],
        safe: false,
      })),
    };
  });
}

function duplicates(uri: string, study: Study): Problem[] {
  return study.glossary.conflicts.flatMap(({ name, claims }) =>
    claims
      .filter((claim) => claim.uri === uri)
      .map((claim): Problem => {
        const others = rivalsOf(claims, (other) => other === claim);
        const names = others.map((other) => `“${other.term.name}”`);
        const more = claims.length - 1 > others.length ? ' …' : '';
        const holders = `${[...new Set(names)].join(', ')}${more}`;
        return {
          check: 'term/duplicate',
          range: claim.range,
          message: `“${name}” is also claimed by ${holders}. A name must lead to one entry.`,
          related: others.map((other) => ({
            uri: other.uri,
            range: other.range,
            message: `“${name}” is claimed here too`,
          })),
        };
      }),
  );
}
