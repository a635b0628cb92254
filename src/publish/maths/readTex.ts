import type { Alphabet, Formula } from './formula.ts';
import {
  texAccents,
  texAlphabets,
  texFunctions,
  texLargeOperators,
  texLetters,
  texMatrices,
  texOperators,
  texSpaces,
} from './texNames.ts';

/** A command, a group’s bracket, a sign or a space of TeX. */
type TexToken = string;

const tokenPattern = /%[^\n]*\n?|\\(?:[A-Za-z]+\*?|[^A-Za-z])|\d+(?:[.,]\d+)*|\s+|[^]/gu;

/** Formulas that go deeper are not read. */
const maxFormulaDepth = 60;
const maxTexUnits = 20_000;

/** What cannot be read. It never leaves this file. */
class UnknownTex extends Error {}

/**
 * Reads a formula in TeX: what papers use of LaTeX and amsmath.
 * @returns undefined where anything in it is unknown: half a formula would say something else
 */
export function formulaOf(tex: string): Formula | undefined {
  if (tex.length > maxTexUnits) return undefined;
  try {
    return new TexReader(texTokens(tex)).whole();
  } catch (error) {
    if (error instanceof UnknownTex) return undefined;
    throw error;
  }
}

function texTokens(tex: string): TexToken[] {
  return (tex.match(tokenPattern) ?? []).filter((token) => !token.startsWith('%'));
}

function isSpaceToken(token: TexToken | undefined): boolean {
  return token !== undefined && /^\s+$/.test(token);
}

class TexReader {
  private at = 0;
  private depth = 0;
  private alphabet: Alphabet | undefined;

  constructor(private readonly tokens: readonly TexToken[]) {}

  whole(): Formula {
    const formula = this.row(() => this.peek() === undefined);
    if (this.peek() !== undefined) throw new UnknownTex();
    return formula;
  }

  private peek(): TexToken | undefined {
    while (isSpaceToken(this.tokens[this.at])) this.at++;
    return this.tokens[this.at];
  }

  private next(): TexToken {
    const token = this.peek();
    if (token === undefined) throw new UnknownTex();
    this.at++;
    return token;
  }

  private expect(token: TexToken): void {
    if (this.next() !== token) throw new UnknownTex();
  }

  private row(isEnd: () => boolean): Formula {
    if (++this.depth > maxFormulaDepth) throw new UnknownTex();
    const children: Formula[] = [];
    while (!isEnd()) {
      const atom = this.atom();
      children.push(this.withScripts(atom));
    }
    this.depth--;
    return oneOrRow(children);
  }

  /** What a command works on: a group in braces, or the next sign. */
  private argument(): Formula {
    if (this.peek() !== '{') return this.atom();
    this.next();
    const content = this.row(() => this.peek() === '}');
    this.expect('}');
    return content;
  }

  private withScripts(base: Formula): Formula {
    let lower: Formula | undefined;
    let upper: Formula | undefined;
    let isLimits = stacksScripts(base);
    for (;;) {
      const token = this.peek();
      if (token === '\\limits' || token === '\\nolimits') isLimits = this.next() === '\\limits';
      else if (token === '_' && !lower) lower = this.script();
      else if (token === '^' && !upper) upper = this.script();
      else if (token === "'" && !upper) upper = this.primes();
      else break;
    }
    if (this.peek() === '_' || this.peek() === '^') throw new UnknownTex();
    return lower || upper ? { kind: 'script', base, lower, upper, isLimits } : base;
  }

  private script(): Formula {
    this.next();
    return this.argument();
  }

  private primes(): Formula {
    let count = 0;
    while (this.peek() === "'") {
      this.next();
      count++;
    }
    const primes: Formula = { kind: 'operator', text: '′'.repeat(count) };
    if (this.peek() !== '^') return primes;
    return oneOrRow([primes, this.script()]);
  }

  private atom(): Formula {
    const token = this.next();
    if (token === '{') {
      this.at--;
      return this.argument();
    }
    if (token.startsWith('\\')) return this.command(token.slice(1));
    if (/^\d/.test(token)) return { kind: 'number', text: token, variant: this.alphabet };
    if (/^\p{L}$/u.test(token)) return { kind: 'identifier', text: token, variant: this.alphabet };
    if (token === '~') return { kind: 'space', width: 6 };
    // A base without anything, as of `{}^2`, is a group; these have no meaning of their own.
    if ('}_^&#$'.includes(token)) throw new UnknownTex();
    return { kind: 'operator', text: token === '-' ? '−' : token === '*' ? '∗' : token };
  }

  private command(name: string): Formula {
    const letter = texLetters[name];
    if (letter !== undefined) return { kind: 'identifier', text: letter, variant: this.alphabet };
    const sign = texOperators[name] ?? texLargeOperators[name];
    if (sign !== undefined) return { kind: 'operator', text: sign };
    if (texFunctions[name] !== undefined) return { kind: 'identifier', text: name, variant: 'upright' };
    const width = texSpaces[name];
    if (width !== undefined) return { kind: 'space', width };
    if (/^[{}$%&#_|]$/.test(name)) return { kind: 'operator', text: name === '|' ? '‖' : name };
    return this.construct(name);
  }

  private construct(name: string): Formula {
    const accent = texAccents[name];
    if (accent) {
      const [sign, isWide, isBelow = false] = accent;
      return { kind: 'accent', base: this.argument(), sign, isWide, isBelow };
    }
    const alphabet = texAlphabets[name];
    if (alphabet) return this.inAlphabet(alphabet);
    switch (name) {
      case 'frac':
      case 'dfrac':
      case 'tfrac':
        return { kind: 'fraction', top: this.argument(), bottom: this.argument(), hasLine: true };
      case 'binom':
        return {
          kind: 'fence',
          open: '(',
          close: ')',
          content: { kind: 'fraction', top: this.argument(), bottom: this.argument(), hasLine: false },
        };
      case 'sqrt':
        return this.root();
      case 'left':
        return this.fence();
      case 'text':
      case 'textrm':
      case 'mbox':
        return { kind: 'words', text: this.words() };
      case 'operatorname':
        return { kind: 'identifier', text: this.words(), variant: 'upright' };
      case 'not':
        return this.negated();
      case 'displaystyle':
      case 'textstyle':
        return { kind: 'row', children: [] };
      case 'begin':
        return this.environment();
      default:
        throw new UnknownTex();
    }
  }

  private inAlphabet(alphabet: Alphabet): Formula {
    const before = this.alphabet;
    this.alphabet = alphabet;
    const content = this.argument();
    this.alphabet = before;
    return joinedLetters(content, alphabet);
  }

  private root(): Formula {
    let degree: Formula | undefined;
    if (this.peek() === '[') {
      this.next();
      degree = this.row(() => this.peek() === ']');
      this.expect(']');
    }
    return { kind: 'root', radicand: this.argument(), degree };
  }

  private fence(): Formula {
    const open = this.delimiter();
    const content = this.row(() => this.peek() === '\\right');
    this.expect('\\right');
    return { kind: 'fence', open, close: this.delimiter(), content };
  }

  private delimiter(): string {
    const token = this.next();
    if (token === '.') return '';
    if (!token.startsWith('\\')) return token;
    const name = token.slice(1);
    const sign = texOperators[name] ?? (/^[{}|]$/.test(name) ? (name === '|' ? '‖' : name) : undefined);
    if (sign === undefined) throw new UnknownTex();
    return sign;
  }

  /** A group as it is written, with its spaces; it holds no commands. */
  private words(): string {
    this.expect('{');
    let text = '';
    for (let token = this.tokens[this.at]; token !== '}'; token = this.tokens[this.at]) {
      if (token === undefined || (token.length > 1 && /^\\[A-Za-z]/.test(token)) || token === '{')
        throw new UnknownTex();
      text += isSpaceToken(token) ? ' ' : token.replace(/^\\(?=.)/, '');
      this.at++;
    }
    this.at++;
    return text;
  }

  private negated(): Formula {
    const base = this.atom();
    if (base.kind !== 'operator') throw new UnknownTex();
    return { ...base, text: `${base.text}\u0338`.normalize('NFC') };
  }

  private environment(): Formula {
    const name = this.words();
    const around = texMatrices[name];
    if (!around) throw new UnknownTex();
    const rows: Formula[][] = [[]];
    const isCellEnd = (): boolean => ['&', '\\\\', '\\end'].includes(this.peek() ?? '\\end');
    for (;;) {
      rows.at(-1)?.push(this.row(isCellEnd));
      const token = this.next();
      if (token === '\\\\') rows.push([]);
      else if (token === '\\end') break;
    }
    if (this.words() !== name) throw new UnknownTex();
    const kept = rows.filter(
      (cells, index) => index < rows.length - 1 || cells.some((cell) => !isNothing(cell)),
    );
    const isTable = name.endsWith('matrix');
    const alignment = isTable ? 'center' : name === 'cases' ? 'left' : 'equations';
    const content: Formula = { kind: 'matrix', rows: kept, alignment };
    const [open, close] = around;
    return open === '' && close === '' ? content : { kind: 'fence', open, close, content };
  }
}

function oneOrRow(children: readonly Formula[]): Formula {
  const [first, ...others] = children;
  return first && others.length === 0 ? first : { kind: 'row', children };
}

function isNothing(formula: Formula): boolean {
  return formula.kind === 'row' && formula.children.length === 0;
}

/** Whether what is raised and lowered stands above and below of a base: of sums and limits, not of integrals. */
function stacksScripts(base: Formula): boolean {
  if (base.kind === 'accent') return base.sign === '\u23DE' || base.sign === '\u23DF';
  if (base.kind === 'identifier') return texFunctions[base.text] === true && base.variant === 'upright';
  return base.kind === 'operator' && /[∑∏∐⋃⋂⋁⋀⨁⨂]/.test(base.text);
}

/** Upright letters in a row are one word, as `\mathrm{kg}`. */
function joinedLetters(content: Formula, variant: Alphabet): Formula {
  if (variant !== 'upright' || content.kind !== 'row') return content;
  const texts = content.children.map((child) =>
    child.kind === 'identifier' || child.kind === 'number' ? child.text : undefined,
  );
  if (texts.includes(undefined)) return content;
  return { kind: 'identifier', text: texts.join(''), variant };
}
