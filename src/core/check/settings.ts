import type { Analysis, ConfigurationProblem } from '../study.ts';
import type { Problem } from './check.ts';
import { nearest } from './nearest.ts';

/** `settings/invalid`: what in `pilcrow.json` cannot be used, and the names that may have been meant. */
export function checkSettings(analysis: Analysis): readonly Problem[] {
  return analysis.role === 'configuration'
    ? analysis.problems.map((problem) => problemOf(problem, analysis.text))
    : [];
}

function problemOf({ message, range, unknown }: ConfigurationProblem, text: string): Problem {
  const check = 'settings/invalid';
  if (!unknown) return { check, range, message };
  const { name, known } = unknown;
  const meant = known.find((each) => name !== '' && each.startsWith(name)) ?? nearest(name, known, 1)[0];
  if (meant !== undefined) {
    const edits = [{ range: within(range, text), newText: meant }];
    const fixes = [{ title: `Change to “${meant}”`, edits, safe: false }];
    return { check, range, message: `${message} Did you mean “${meant}”?`, fixes };
  }
  // The few levels stand in the message already.
  const isListed = known.every((each) => message.includes(each));
  return { check, range, message: isListed ? message : `${message} Known: ${known.join(', ')}.` };
}

/** The name within its quotation marks. */
function within({ start, end }: Problem['range'], text: string): Problem['range'] {
  return text[start] === '"' ? { start: start + 1, end: end - 1 } : { start, end };
}
