import { messageOf } from '../messages.ts';
import { relationOf } from '../resolve.ts';
import { relationFields, relationKinds } from '../source.ts';
import type { SourceFile, StudyContext } from '../study.ts';
import { bracedKey } from '../syntax.ts';
import { NameIndex, type Range } from '../text.ts';
import { defineCheck, type Fix, type Problem } from './defineCheck.ts';

const relationCheck = 'source/relation';
type RelationProblem = Problem<typeof relationCheck>;

/** Sources that say of which text they are a translation or printing, where that leads nowhere. */
export const sourceRelations = defineCheck({
  ids: [relationCheck],
  looksAt: 'source',
  check: ({ source }, study) => {
    const { data } = source.source.frontMatter;
    const fields = relationKinds
      .map((kind) => relationFields[kind])
      .filter((field) => Object.hasOwn(data, field));
    return fields.length === 0 ? [] : faultsOf(source, fields, study);
  },
});

function faultsOf(file: SourceFile, fields: readonly string[], study: StudyContext): RelationProblem[] {
  const { frontMatter } = file.source;
  const at = (field: string): Range => frontMatter.rangeOf(field) ?? { start: 0, end: 0 };
  const [field = '', second] = fields;
  const problems: RelationProblem[] = [];
  if (second !== undefined)
    problems.push({ check: relationCheck, range: at(second), message: messageOf('relations.both') });
  if (study.sources.get(file.key)?.file !== file) return problems;
  const relation = relationOf(file.key, study);
  if (!relation)
    return [
      ...problems,
      { check: relationCheck, range: at(field), message: messageOf('relations.noKey', { field }) },
    ];
  if (relation.fault === 'circle') {
    const message = messageOf('relations.circle', { field, chain: relation.chain });
    problems.push({ check: relationCheck, range: at(field), message });
  }
  if (relation.fault === 'unknown-key') problems.push(unknownBase(field, at(field), relation.chain, study));
  if (relation.kind === 'translation' && relation.language === undefined)
    problems.push({ check: relationCheck, range: at(field), message: messageOf('relations.noLanguage') });
  return problems;
}

function unknownBase(
  field: string,
  range: Range,
  chain: readonly string[],
  { keys }: StudyContext,
): RelationProblem {
  const key = chain.at(-1) ?? '';
  const nearest = new NameIndex(keys).nearest(key).filter((name) => !chain.includes(name));
  const fixes = nearest.map((name): Fix => ({
    title: messageOf('fixes.changeTo', { text: name }),
    edits: [{ range, newText: name }],
    safe: false,
  }));
  const message = messageOf('relations.unknownKey', {
    field,
    key,
    nearest: nearest.map((name) => `@${bracedKey(name)}`),
  });
  // What another file says is put right there.
  return { check: relationCheck, range, message, ...(chain.length === 2 && { fixes }) };
}
