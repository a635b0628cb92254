import type { UnclearField } from '../glossary.ts';
import type { Analysis } from '../study.ts';
import type { Problem } from './check.ts';

/** `term/unclear-field`: fields of glossary entries that cannot be told from the definition. */
export function checkUnclearFields(analysis: Analysis): readonly Problem[] {
  if (analysis.role !== 'glossary') return [];
  return analysis.glossary.entries.flatMap((entry) =>
    [...entry.unclear, ...entry.senses.flatMap(({ unclear }) => unclear)].map((field): Problem => ({
      check: 'term/unclear-field',
      range: field.range,
      message: messageOf(field),
    })),
  );
}

function messageOf({ kind, name }: UnclearField): string {
  const advice = 'Leave a blank line between the fields and the definition.';
  switch (kind) {
    case 'late':
      return `“${name}:” stands after words of the definition and is not read. Write the fields above the definition, in a paragraph of their own.`;
    case 'joined':
      return `Where do the names of “${name}:” end? This reads like the definition. ${advice}`;
    case 'wrapped':
      return `This line may be a name of “${name}:” or the definition, as which it is read. ${advice}`;
  }
}
