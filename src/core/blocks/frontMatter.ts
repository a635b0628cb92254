import type { Yaml } from 'mdast';
import type { Range } from '../text.ts';
import { readSimpleMapping } from '../syntax.ts';
import { type FrontMatter, readYamlMapping } from './yamlMapping.ts';

const noFrontMatter: FrontMatter = {
  range: undefined,
  ranges: [],
  data: {},
  problems: [],
  rangeOf: () => undefined,
};

/**
 * Reads the YAML front matter of a parsed document. Positions are offsets into the document's text. Of a variable that
 * several metadata blocks have, the last counts, as in Pandoc.
 * @param nodes its metadata blocks, in order
 */
export function readFrontMatter(text: string, nodes: readonly PlacedYaml[]): FrontMatter {
  const [first, ...others] = nodes.map((node) => readMetadata(text, node));
  if (!first) return noFrontMatter;
  if (others.length === 0) return first;
  const all = [first, ...others];
  return {
    range: first.range,
    ranges: all.flatMap(({ ranges }) => ranges),
    // Not by assigning: that would take an entry `__proto__` for what all other entries are looked up in.
    data: Object.fromEntries(all.flatMap(({ data }) => Object.entries(data))),
    problems: all.flatMap(({ problems }) => problems),
    rangeOf: (variable) => all.findLast(({ data }) => Object.hasOwn(data, variable))?.rangeOf(variable),
  };
}

/** A metadata block, and where the chunk that it stands in begins. */
export interface PlacedYaml {
  readonly node: Yaml;
  readonly origin: number;
}

function readMetadata(text: string, { node, origin }: PlacedYaml): FrontMatter {
  const place = origin + (node.position?.start.offset ?? 0);
  const opening = /^---[ \t]*(?:\r\n|\n|\r)/.exec(text.slice(place, place + 200));
  const start = place + (opening?.[0].length ?? 0);
  const range = { start, end: start + node.value.length };
  return readSimple(node.value, range) ?? readYamlMapping(node.value, range);
}

function readSimple(yaml: string, range: Range): FrontMatter | undefined {
  const simple = readSimpleMapping(yaml);
  if (!simple) return undefined;
  const rangeOf = (variable: string): Range | undefined => {
    const place = simple.places.get(variable);
    return place && { start: range.start + place.start, end: range.start + place.end };
  };
  return { range, ranges: [range], data: simple.data, problems: [], rangeOf };
}
