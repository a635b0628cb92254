import { getNodeValue, parseTree, type Node, type ParseError } from 'jsonc-parser';
import { checkIds, isCheckId, levels, type CheckId, type Level } from '../catalogue/catalogue.ts';
import { defaultKinds, type NoteKind } from '../notes/kinds.ts';
import type { Range } from '../text/range.ts';
import { readNoteKinds } from './noteKinds.ts';

/** What `pilcrow.json` sets, with defaults where it is silent. Globs are relative to the study folder. */
export interface Configuration {
  /** Levels that differ from the catalogue's. */
  readonly checks: Readonly<Partial<Record<CheckId, Level>>>;
  /** Findings at this level or above make `pilcrow check` exit with 1. */
  readonly failOn: Exclude<Level, 'off'>;
  readonly papers: readonly string[];
  readonly sources: readonly string[];
  readonly glossaries: readonly string[];
  readonly bibliographies: readonly string[];
  readonly notes: readonly string[];
  readonly exclude: readonly string[];
  /** What notes can be, in the order in which they are offered. */
  readonly noteKinds: readonly NoteKind[];
}

/** Something in `pilcrow.json` that cannot be used; the default stands in for it. */
export interface ConfigurationProblem {
  readonly message: string;
  readonly range: Range;
  /** Whether the file as a whole cannot be read, so that nobody knows what else it was to say. */
  readonly broken?: true;
}

export const defaultConfiguration: Configuration = {
  checks: {},
  failOn: 'warning',
  papers: ['**/*.analysis.md'],
  sources: ['sources/**/*.md'],
  glossaries: ['glossary.md', 'glossary/**/*.md'],
  bibliographies: ['sources/**/*.bib', 'sources/**/*.json', 'sources/**/*.yaml', 'sources/**/*.yml'],
  notes: ['notes/**/*.jsonld'],
  exclude: ['**/node_modules/**', '**/.*/**'],
  noteKinds: defaultKinds,
};

const globLists = ['papers', 'sources', 'glossaries', 'bibliographies', 'notes', 'exclude'] as const;

/**
 * Reads `pilcrow.json` (comments and trailing commas allowed). What cannot be used is a problem, the rest holds; a
 * file that is no JSON leaves all defaults in force.
 */
export function readConfiguration(text: string): {
  readonly configuration: Configuration;
  readonly problems: readonly ConfigurationProblem[];
} {
  const errors: ParseError[] = [];
  if (isTooDeep(text)) return { configuration: defaultConfiguration, problems: [tooDeep] };
  const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const problems: ConfigurationProblem[] = errors.slice(0, 1).map((error) => ({
    message: 'pilcrow.json is not JSON here: look for a missing comma, quotation mark or bracket.',
    range: { start: error.offset, end: error.offset + error.length },
    broken: true,
  }));
  // Half a file can say the opposite of the whole one: an unfinished list is an empty list.
  if (problems.length > 0) return { configuration: defaultConfiguration, problems };
  if (root?.type !== 'object') return { configuration: defaultConfiguration, problems: notAnObject(root) };
  const draft: Record<string, unknown> = {};
  for (const property of root.children ?? []) readProperty(property, draft, problems);
  return { configuration: { ...defaultConfiguration, ...draft }, problems };
}

/** Nesting that no settings reach; the parser recurses, and would exhaust the stack. */
const deepest = 200;
const tooDeep: ConfigurationProblem = {
  message: 'pilcrow.json is nested too deeply to be read: look for brackets that nothing closes.',
  range: { start: 0, end: 1 },
  broken: true,
};

/** Brackets in strings and comments count too: there is room for them. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > deepest) return true;
  }
  return false;
}

function notAnObject(root: Node | undefined): ConfigurationProblem[] {
  const message = 'pilcrow.json is a list of settings in braces: { "checks": { } }.';
  return root ? [{ message, range: rangeOf(root), broken: true }] : [];
}

function rangeOf(node: Node): Range {
  return { start: node.offset, end: node.offset + node.length };
}

function readProperty(
  property: Node,
  draft: Record<string, unknown>,
  problems: ConfigurationProblem[],
): void {
  const [nameNode, valueNode] = property.children ?? [];
  if (!nameNode || !valueNode) return;
  const name = String(nameNode.value);
  const value: unknown = getNodeValue(valueNode);
  const reject = (message: string): void => void problems.push({ message, range: rangeOf(valueNode) });
  if (name === '$schema') return;
  if (name === 'checks') draft[name] = readChecks(valueNode, problems);
  else if (name === 'noteKinds') draft[name] = readNoteKinds(valueNode, problems);
  else if (name === 'failOn') {
    if (isLevel(value) && value !== 'off') draft[name] = value;
    else reject(`“failOn” is one of ${levels.slice(0, -1).join(', ')}.`);
  } else if ((globLists as readonly string[]).includes(name)) {
    if (isListOfStrings(value)) draft[name] = value;
    else reject(`“${name}” is a list of file patterns, such as ["${name}/*.md"].`);
  } else problems.push({ message: `pilcrow.json knows no setting “${name}”.`, range: rangeOf(nameNode) });
}

function readChecks(node: Node, problems: ConfigurationProblem[]): Partial<Record<CheckId, Level>> {
  const checks: Partial<Record<CheckId, Level>> = {};
  if (node.type !== 'object') {
    problems.push({
      message: '“checks” gives a level to each check: { "citation/no-locator": "off" }.',
      range: rangeOf(node),
    });
    return checks;
  }
  for (const property of node.children ?? []) {
    const [nameNode, valueNode] = property.children ?? [];
    if (!nameNode || !valueNode) continue;
    const id = String(nameNode.value);
    const value: unknown = getNodeValue(valueNode);
    if (!isCheckId(id))
      problems.push({
        message: `There is no check “${id}”. Checks are: ${checkIds.join(', ')}.`,
        range: rangeOf(nameNode),
      });
    else if (!isLevel(value))
      problems.push({
        message: `The level of a check is one of ${levels.join(', ')}.`,
        range: rangeOf(valueNode),
      });
    else checks[id] = value;
  }
  return checks;
}

function isLevel(value: unknown): value is Level {
  return (levels as readonly unknown[]).includes(value);
}

function isListOfStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
