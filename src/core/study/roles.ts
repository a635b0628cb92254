import { type Configuration, globProblem } from './configuration.ts';
import { matchesPattern, readFilePattern } from './filePattern.ts';

/** The role of a file in a study folder. */
export type Role =
  'configuration' | 'paper' | 'source' | 'glossary' | 'bibliography' | 'edition' | 'notes' | 'alignment';

/** Determines the roles of files by path. Paths are relative to the study folder, with `/`. */
export class RoleFinder {
  private readonly excluded: (path: string) => boolean;
  private readonly matchers: readonly (readonly [Role, (path: string) => boolean])[];

  constructor(configuration: Configuration) {
    this.excluded = matcher(configuration.exclude);
    this.matchers = [
      ['paper', matcher(configuration.papers)],
      ['edition', matcher(['editions/*/edition.json'])],
      ['glossary', matcher([...configuration.glossaries, 'editions/*/glossary.md'])],
      ['source', matcher(configuration.sources)],
      ['bibliography', matcher(configuration.bibliographies)],
      ['notes', matcher(configuration.notes)],
      ['alignment', matcher(['alignments/*.json'])],
    ];
  }

  /** Returns the role of a file; undefined where it has none. */
  roleOf(path: string): Role | undefined {
    if (path === 'pilcrow.json') return 'configuration';
    if (this.excluded(path) || isReadme(path)) return undefined;
    return this.matchers.find(([, matches]) => matches(path))?.[0];
  }

  /** Whether a file is intentionally not a text of the group: a README, a template, or excluded by the settings. */
  isLeftOut(path: string): boolean {
    return this.excluded(path) || isReadme(path) || path.startsWith('templates/');
  }
}

function isReadme(path: string): boolean {
  return /(?:^|\/)README\.md$/i.test(path);
}

/** Returns a test for patterns. A broken or huge pattern matches nothing. Never throws. */
function matcher(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.flatMap((glob) => {
    const pattern = globProblem(glob) === undefined ? readFilePattern(glob) : 'brackets';
    return typeof pattern === 'string' ? [] : [pattern];
  });
  return (path) => patterns.some((pattern) => matchesPattern(pattern, path));
}
