import { isMap, isScalar, type Document } from 'yaml';
import { type Message, messageOf } from '../messages.ts';
import { parseYaml } from '../syntax.ts';
import type { Range } from '../text.ts';

/** A YAML error in front matter, with the library's message. */
interface FrontMatterProblem {
  readonly message: Message;
  readonly range: Range;
}

/** The front matter of a document. `data` is empty where there is none, or none that can be read. */
export interface FrontMatter {
  /** The range between the `---` fences, without them; undefined where the document has no front matter. */
  readonly range: Range | undefined;
  /** The ranges of all metadata blocks of the document, which may have more than one. */
  readonly ranges: readonly Range[];
  readonly data: Readonly<Record<string, unknown>>;
  readonly problems: readonly FrontMatterProblem[];
  /** Returns the range of the value of a top-level variable; undefined where there is none. */
  rangeOf(variable: string): Range | undefined;
}

/** More aliases than this are an attack and not front matter. */
const maxAliasesInFrontMatter = 50;

/** Reads a YAML mapping. @param range its range in the document */
export function readYamlMapping(yaml: string, range: Range): FrontMatter {
  const documents = parseYaml(yaml);
  if (!documents) return unusable(range, messageOf('frontMatter.deep'));
  const [document] = documents;
  if (!document) return { range, ranges: [range], data: {}, problems: [], rangeOf: () => undefined };
  const shift = (from: number, to: number): Range => ({
    start: Math.min(range.start + from, range.end),
    end: Math.min(range.start + Math.max(from, to), range.end),
  });
  const problems = document.errors.map((error) => ({
    message: messageOf('frontMatter.yamlError', { error: error.message }),
    range: shift(error.pos[0], error.pos[1]),
  }));
  const data = problems.length > 0 ? {} : toData(document);
  if (data === undefined) return unusable(range, messageOf('frontMatter.noMapping'));
  return {
    range,
    ranges: [range],
    data,
    problems,
    rangeOf: (variable) => rangeOfVariable(document, variable, shift),
  };
}

function unusable(range: Range, message: Message): FrontMatter {
  return { range, ranges: [range], data: {}, problems: [{ message, range }], rangeOf: () => undefined };
}

/** Returns the mapping as plain data; undefined where the YAML is not a mapping. */
function toData(document: Document): Record<string, unknown> | undefined {
  if (document.contents === null) return {};
  if (!isMap(document.contents)) return undefined;
  try {
    return document.toJS({ maxAliasCount: maxAliasesInFrontMatter }) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function rangeOfVariable(
  document: Document,
  variable: string,
  shift: (from: number, to: number) => Range,
): Range | undefined {
  if (!isMap(document.contents)) return undefined;
  for (const pair of document.contents.items) {
    if (!isScalar(pair.key) || pair.key.value !== variable) continue;
    const node = (pair.value ?? pair.key) as { range?: [number, number, number] | null };
    return node.range ? shift(node.range[0], node.range[1]) : undefined;
  }
  return undefined;
}
