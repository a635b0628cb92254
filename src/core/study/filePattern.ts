/**
 * File patterns, as people know them from other programs: `*`, `**`, `?`, `[a-z]`, `[!a]`, `{a,b}`, `{1..9}`, `(a|b)`,
 * `@(a|b)`, `?(a)`, and `\` before a character that is meant itself. Names that begin with a dot are matched only by a
 * pattern that says the dot.
 *
 * A path is read once: a pattern takes the set of places that it may have come to, and gives the set of places that it may come
 * to. That takes at most the length of the pattern times that of the path, whatever they are; a regular expression goes back
 * and tries again, for longer than anybody lives.
 */
type PatternStep =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'star' }
  | { readonly kind: 'folders' }
  | { readonly kind: 'rest' }
  | {
      readonly kind: 'class';
      readonly negated: boolean;
      readonly ranges: readonly (readonly [string, string])[];
    }
  | { readonly kind: 'either'; readonly branches: readonly (readonly PatternStep[])[] };

/** PathPlaces in a path, in order, each once. UTF-16 code units. */
type PathPlaces = readonly number[];

/** Why a text is no pattern: its brackets, or that it repeats or negates a group, which would take more than one reading. */
export type PatternFault = 'brackets' | 'group';

/** A pattern that has been read. */
export interface FilePattern {
  readonly steps: readonly PatternStep[];
  /** What every path of the pattern ends with. */
  readonly ending: string;
  /** What one of the names in every such path begins with. */
  readonly nameStart: string;
}

const maxNumbersInRange = 1000;

/** Reads a pattern that has a closing bracket for each that it opens. */
export function readFilePattern(glob: string): FilePattern | PatternFault {
  // `**.md` is written for `**/*.md`, and other programs take it so.
  const reader = new PatternReader(glob.replace(/^(?:\.\/)+/, '').replace(/^\*\*(?=[.{])/, '**/*'));
  const steps = reader.read();
  return (
    reader.fault ?? {
      steps,
      ending: textOfStep(steps.at(-1)),
      nameStart: steps[0]?.kind === 'folders' ? textOfStep(steps[1]) : '',
    }
  );
}

function textOfStep(step: PatternStep | undefined): string {
  return step?.kind === 'text' ? step.text : '';
}

/** Whether a path is one of those that a pattern means. It has `/` between names and begins with one. */
export function matchesPattern({ steps, ending, nameStart }: FilePattern, path: string): boolean {
  // Most paths are none of a pattern by these.
  if (!path.endsWith(ending)) return false;
  if (nameStart !== '' && !path.startsWith(nameStart) && !path.includes(`/${nameStart}`)) return false;
  return advance(steps, [0], path).at(-1) === path.length;
}

class PatternReader {
  fault: PatternFault | undefined;
  /** UTF-16 code units. */
  private at = 0;

  constructor(private readonly glob: string) {}

  read(): PatternStep[] {
    return this.sequence('');
  }

  /** @param ends the characters that end the sequence */
  private sequence(ends: string): PatternStep[] {
    const steps: PatternStep[] = [];
    while (this.at < this.glob.length && !ends.includes(this.glob.charAt(this.at))) {
      const step = this.step();
      const last = steps.at(-1);
      if (step.kind === 'text' && last?.kind === 'text')
        steps[steps.length - 1] = { kind: 'text', text: last.text + step.text };
      else steps.push(step);
    }
    return steps;
  }

  private step(): PatternStep {
    const { glob } = this;
    const character = glob.charAt(this.at);
    if (/[?+*@!]/.test(character) && glob.charAt(this.at + 1) === '(') return this.markedGroup(character);
    if (character === '*') return this.stars();
    if (character === '[') return this.characterClass();
    if (character === '{') return this.braces();
    this.at++;
    if (character === '(') return { kind: 'either', branches: this.branches('|', ')') };
    if (character === '?') return { kind: 'any' };
    if (character === '\\' && this.at < glob.length) return { kind: 'text', text: glob.charAt(this.at++) };
    return { kind: 'text', text: character };
  }

  private markedGroup(mark: string): PatternStep {
    this.at += 2;
    const branches = this.branches('|', ')');
    if (mark !== '@' && mark !== '?') this.fault ??= 'group';
    return { kind: 'either', branches: mark === '?' ? [...branches, []] : branches };
  }

  private branches(between: string, close: string): PatternStep[][] {
    const branches = [this.sequence(between + close)];
    while (this.glob.charAt(this.at) === between) {
      this.at++;
      branches.push(this.sequence(between + close));
    }
    this.at++;
    return branches;
  }

  private stars(): PatternStep {
    const { glob } = this;
    const start = this.at;
    while (glob.charAt(this.at) === '*' && glob.charAt(this.at + 1) !== '(') this.at++;
    const isWhole = this.at - start === 2 && '/{,(|'.includes(glob.charAt(start - 1));
    if (!isWhole) return { kind: 'star' };
    if (this.at === glob.length || '},)|'.includes(glob.charAt(this.at))) return { kind: 'rest' };
    if (glob.charAt(this.at) !== '/') return { kind: 'star' };
    this.at++;
    return { kind: 'folders' };
  }

  private characterClass(): PatternStep {
    const { glob } = this;
    const [, mark = '', written = ''] = /^\[([!^]?)(\]?(?:\\[^]|[^\]\\])*)\]/.exec(glob.slice(this.at)) ?? [];
    if (written === '') this.fault ??= 'brackets';
    this.at += mark.length + written.length + 2;
    const ranges: [string, string][] = [];
    for (const [, from = '', to = from] of written.matchAll(/\\?([^])(?:-\\?([^]))?/g)) {
      if (from > to) this.fault ??= 'brackets';
      ranges.push([from, to]);
    }
    return { kind: 'class', negated: mark !== '', ranges };
  }

  /** Braces around what is neither a list nor a range are characters. */
  private braces(): PatternStep {
    const range = /^\{(-?\d{1,9}|[A-Za-z])\.\.(-?\d{1,9}|[A-Za-z])\}/.exec(this.glob.slice(this.at));
    if (range) {
      this.at += range[0].length;
      return { kind: 'either', branches: this.rangeOfTexts(range[1] ?? '', range[2] ?? '') };
    }
    this.at++;
    const branches = this.branches(',', '}');
    const [only = []] = branches;
    if (branches.length > 1) return { kind: 'either', branches };
    return {
      kind: 'either',
      branches: [[{ kind: 'text', text: '{' }, ...only, { kind: 'text', text: '}' }]],
    };
  }

  private rangeOfTexts(from: string, to: string): PatternStep[][] {
    const isNumeric = /\d/.test(from) && /\d/.test(to);
    const [start, end] = isNumeric ? [Number(from), Number(to)] : [from.charCodeAt(0), to.charCodeAt(0)];
    const [low, high] = start <= end ? [start, end] : [end, start];
    if (/\d/.test(from) !== /\d/.test(to) || high - low >= maxNumbersInRange) {
      this.fault ??= 'brackets';
      return [];
    }
    return Array.from({ length: high - low + 1 }, (_, index) => {
      const text = isNumeric ? String(low + index) : String.fromCharCode(low + index);
      return [{ kind: 'text', text }];
    });
  }
}

function advance(steps: readonly PatternStep[], from: PathPlaces, path: string): PathPlaces {
  let places = from;
  for (let i = 0; i < steps.length && places.length > 0; i++) {
    const step = steps[i];
    const next = steps[i + 1];
    if (step?.kind === 'star' && next?.kind === 'text') {
      places = textPlaces(next.text, places, path);
      i++;
    } else if (step) places = take(step, places, path);
  }
  return places;
}

function take(step: PatternStep, places: PathPlaces, path: string): PathPlaces {
  switch (step.kind) {
    case 'text': {
      const { text } = step;
      const found = places.filter((at) => path.startsWith(text, at));
      return found.map((at) => at + text.length);
    }
    case 'any':
      return places.filter((at) => isTaken(path, at)).map((at) => at + 1);
    case 'class':
      return places.filter((at) => isInClass(step, path.charAt(at))).map((at) => at + 1);
    case 'star':
      return starPlaces(places, path);
    case 'folders':
      return folderPlaces(places, path);
    case 'rest':
      return restPlaces(places, path);
    case 'either':
      return unitedPlaces(step.branches.map((branch) => advance(branch, places, path)));
  }
}

function isNameStart(path: string, at: number): boolean {
  return at === 0 || path.charAt(at - 1) === '/';
}

/** Whether a sign for any character takes the one at a place: no `/`, and no dot that begins a name. */
function isTaken(path: string, at: number): boolean {
  const character = path.charAt(at);
  return character !== '' && character !== '/' && !(character === '.' && isNameStart(path, at));
}

function isInClass({ negated, ranges }: Extract<PatternStep, { kind: 'class' }>, character: string): boolean {
  if (character === '' || character === '/') return false;
  return ranges.some(([from, to]) => from <= character && character <= to) !== negated;
}

/** As far as the end of the name, from each place. */
function starPlaces(places: PathPlaces, path: string): PathPlaces {
  const reached: number[] = [];
  for (const place of places) {
    // What an earlier place of the same name has come to is all that this one may.
    if (place <= (reached.at(-1) ?? -1) || (isNameStart(path, place) && !isTaken(path, place))) continue;
    const slash = path.indexOf('/', place);
    for (let at = place; at <= (slash < 0 ? path.length : slash); at++) reached.push(at);
  }
  return reached;
}

/** After a text that stands anywhere in the rest of the name, from each place: a star and the text, looked for at once. */
function textPlaces(text: string, places: PathPlaces, path: string): PathPlaces {
  const reached: number[] = [];
  let seen = -1;
  let at = -1;
  for (const place of places) {
    if (place <= seen || (isNameStart(path, place) && !isTaken(path, place))) continue;
    const slash = path.indexOf('/', place);
    seen = slash < 0 ? path.length : slash;
    if (at < place) at = path.indexOf(text, place);
    for (; at >= 0 && at <= seen; at = path.indexOf(text, at + 1)) reached.push(at + text.length);
    if (at < 0) break;
  }
  return reached;
}

/** Where names begin from each place on, until one begins with a dot. */
function folderPlaces(places: PathPlaces, path: string): PathPlaces {
  const reached: number[] = [];
  for (const place of places) {
    if (place <= (reached.at(-1) ?? -1) || !isNameStart(path, place)) continue;
    for (let at = place; ;) {
      reached.push(at);
      const slash = path.indexOf('/', at);
      if (slash < 0 || path.charAt(at) === '.') break;
      at = slash + 1;
    }
  }
  return reached;
}

/** The end, where only names without a dot at their beginning are left. */
function restPlaces(places: PathPlaces, path: string): PathPlaces {
  const last = path.lastIndexOf('/') + 1;
  const isReached = isTaken(path, last) && folderPlaces(places, path).includes(last);
  return isReached ? [path.length] : [];
}

function unitedPlaces(sets: readonly PathPlaces[]): PathPlaces {
  const [first = [], ...others] = sets.filter(({ length }) => length > 0);
  if (others.length === 0) return first;
  return [...new Set([first, ...others].flat())].sort((a, b) => a - b);
}
