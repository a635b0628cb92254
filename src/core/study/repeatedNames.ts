import type { Node } from 'jsonc-parser';
import { messageOf } from '../messages.ts';
import { appendAll } from '../text.ts';
import type { ConfigurationProblem } from './configurationProblem.ts';

/** A problem for each name that the same object has again further on, in all objects of a value: the last one holds. */
export function repeatedNames(value: Node): readonly ConfigurationProblem[] {
  const problems: ConfigurationProblem[] = [];
  const waiting = [value];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    appendAll(waiting, node.children ?? []);
    const names = (node.type === 'object' ? (node.children ?? []) : []).flatMap(
      ({ children: [name] = [] }) => name ?? [],
    );
    const last = new Map(names.map((name) => [String(name.value), name]));
    for (const name of names) {
      const written = String(name.value);
      if (last.get(written) === name) continue;
      const range = { start: name.offset, end: name.offset + name.length };
      problems.push({ message: messageOf('settings.repeated', { name: written }), range });
    }
  }
  return problems;
}
