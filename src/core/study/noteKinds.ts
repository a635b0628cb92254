import { type Message, messageOf } from '../messages.ts';
import { getNodeValue, type Node } from 'jsonc-parser';
import {
  defaultKinds,
  type Motivation,
  motivations,
  type NoteColor,
  noteColors,
  type NoteKind,
} from '../notes.ts';
import type { ConfigurationProblem } from './configurationProblem.ts';

/**
 * Reads `noteKinds` of `pilcrow.json`: kinds by id that extend or change the default ones; `false` removes one. A kind that
 * cannot be used is a problem, and the others apply.
 */
export function readNoteKinds(node: Node, problems: ConfigurationProblem[]): readonly NoteKind[] {
  const kinds = new Map(defaultKinds.map((kind) => [kind.id, kind]));
  if (node.type !== 'object') {
    problems.push(problemAt(node, messageOf('settings.noteKinds')));
    return defaultKinds;
  }
  for (const property of node.children ?? []) {
    const [nameNode, valueNode] = property.children ?? [];
    if (!nameNode || !valueNode) continue;
    const id = String(nameNode.value);
    if (valueNode.value === false) kinds.delete(id);
    else if (valueNode.type === 'object') kinds.set(id, readKind(id, valueNode, kinds.get(id), problems));
    else problems.push(problemAt(valueNode, messageOf('settings.noteKind')));
  }
  return [...kinds.values()];
}

function problemAt({ offset, length }: Node, message: Message): ConfigurationProblem {
  return { message, range: { start: offset, end: offset + length } };
}

/** Maximum length of a symbol, which has to fit narrow columns. */
const longestSymbol = 2;

function readKind(
  id: string,
  node: Node,
  base: NoteKind | undefined,
  problems: ConfigurationProblem[],
): NoteKind {
  const kind: { -readonly [Name in keyof NoteKind]: NoteKind[Name] } = base
    ? { ...base }
    : { id, label: id, symbol: [...id][0] ?? '·', color: 'foreground', motivation: 'commenting' };
  for (const property of node.children ?? []) {
    const [nameNode, valueNode] = property.children ?? [];
    if (!nameNode || !valueNode) continue;
    const value: unknown = getNodeValue(valueNode);
    const reject = (message: Message): void => void problems.push(problemAt(valueNode, message));
    const name = String(nameNode.value);
    if (name === 'label' && typeof value === 'string' && value.trim() !== '') kind.label = value.trim();
    else if (name === 'symbol' && typeof value === 'string' && isSymbol(value)) kind.symbol = value;
    else if (name === 'color' && isOneOf<NoteColor>(value, noteColors)) kind.color = value;
    else if (name === 'motivation' && isOneOf<Motivation>(value, motivations)) kind.motivation = value;
    else if (name === 'color') reject(messageOf('settings.noteColor', { colors: noteColors }));
    else if (name === 'motivation') reject(messageOf('settings.noteMotivation', { motivations }));
    else if (name === 'symbol') reject(messageOf('settings.noteSymbol'));
    else if (name === 'label') reject(messageOf('settings.noteLabel'));
    else problems.push(problemAt(nameNode, messageOf('settings.noteProperty', { name })));
  }
  return kind;
}

function isSymbol(value: string): boolean {
  const { length } = [...value];
  return value.trim() !== '' && length <= longestSymbol;
}

function isOneOf<Name extends string>(value: unknown, names: readonly Name[]): value is Name {
  return (names as readonly unknown[]).includes(value);
}
