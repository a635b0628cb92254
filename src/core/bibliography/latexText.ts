import {
  accents,
  declarations,
  droppedCommands,
  escapes,
  spaceCommands,
  symbols,
  unprintedCommands,
  wrappers,
} from './latexCommands.ts';

/** Characters that need more than trimming: LaTeX syntax, and `-` and quotation marks that LaTeX makes typographic. */
const latexMarkup = /[\\{}$~`'"\n\r\t]|--| {2}/;
/** In more deeply nested groups, commands are not read, so that no value exhausts the stack. */
const maxGroupDepth = 60;

/**
 * Converts a LaTeX value to text: accents and commands become Unicode, protecting braces are removed, white space is
 * collapsed, ligatures (`--`, ` `` `, `'`) are typeset. Emphasis and similar commands become CSL's markup (`<i>`, `<b>`,
 * `<sup>`, `<sub>`, small capitals). Of unknown commands the arguments remain, and those without arguments stay as they are
 * written, because nobody knows which words they print. Accepts any input.
 */
export function latexToText(latex: string): string {
  if (!latexMarkup.test(latex)) return latex.trim();
  const text = new LatexReader(latex).read();
  return text
    .replace(/[ \n\r\t]+/g, ' ')
    .trim()
    .normalize('NFC');
}

class LatexReader {
  private at = 0;
  private depth = 0;
  private math = false;
  private quotes = 0;

  constructor(private readonly latex: string) {}

  read(): string {
    let text = '';
    while (this.at < this.latex.length) {
      text += this.readGroup();
      this.at++;
    }
    return text;
  }

  /** Reads up to the `}` that closes the group, which stays unread, or up to the end. */
  private readGroup(): string {
    let text = '';
    let closing = '';
    while (this.at < this.latex.length && this.latex.charAt(this.at) !== '}') {
      const declaration = this.readDeclaration();
      if (declaration === undefined) text += this.readToken();
      else {
        text += declaration[0];
        closing = declaration[1] + closing;
      }
    }
    return text + closing;
  }

  /** Reads a command such as `\em` that applies to the end of the group. */
  private readDeclaration(): readonly [string, string] | undefined {
    if (this.latex.charAt(this.at) !== '\\') return undefined;
    const name = this.nameAt(this.at + 1);
    if (!declarations.has(name)) return undefined;
    this.at += 1 + name.length;
    this.skipSpaces();
    return wrappers.get(name);
  }

  private readToken(): string {
    const character = this.latex.charAt(this.at++);
    switch (character) {
      case '\\':
        return this.readCommand();
      case '{':
        return this.readBraced();
      case '$':
        this.math = !this.math;
        return '';
      case '~':
        return '\u00A0';
      case '^':
      case '_':
        return this.math
          ? this.wrapped(character === '^' ? ['<sup>', '</sup>'] : ['<sub>', '</sub>'])
          : character;
      default:
        return this.readPlain(character);
    }
  }

  /** Reads a run of ordinary characters, or a ligature. */
  private readPlain(character: string): string {
    const ligature = this.math ? undefined : this.readLigature(character);
    if (ligature !== undefined) return ligature;
    const from = this.at - 1;
    while (this.at < this.latex.length && !/[\\{}$~^_`'"?!-]/.test(this.latex.charAt(this.at))) this.at++;
    return this.latex.slice(from, this.at);
  }

  private readLigature(character: string): string | undefined {
    if (character === '-') return this.skip('--') ? '—' : this.skip('-') ? '–' : undefined;
    if (character === '`') return this.skip('`') ? '“' : '‘';
    if (character === "'") return this.skip("'") ? '”' : '’';
    if (character === '?') return this.skip('`') ? '¿' : undefined;
    if (character === '!') return this.skip('`') ? '¡' : undefined;
    return undefined;
  }

  private skip(text: string): boolean {
    if (!this.latex.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  private readBraced(): string {
    if (this.depth >= maxGroupDepth) return '';
    this.depth++;
    const text = this.readGroup();
    this.depth--;
    this.at++;
    return text;
  }

  private readCommand(): string {
    const name = this.nameAt(this.at);
    if (name === '') return this.readEscape();
    this.at += name.length;
    if (this.latex.charAt(this.at) === '*') this.at++;
    const accent = accents.get(name);
    if (accent !== undefined) return this.accented(accent);
    this.skipSpaces();
    const symbol = symbols.get(name);
    if (symbol !== undefined) return symbol;
    if (name === 'enquote' || name === 'mkbibquote') return this.quoted();
    const wrapper = wrappers.get(name);
    if (wrapper !== undefined) return this.wrapped(wrapper);
    if (name === 'frac') return `${this.readArgument()}/${this.readArgument()}`;
    if (droppedCommands.has(name)) this.skipArgument();
    else if (!unprintedCommands.has(name) && this.latex.charAt(this.at) !== '{') return this.standing(name);
    return spaceCommands.has(name) ? ' ' : '';
  }

  /** Returns an unknown command without an argument as it is written. */
  private standing(name: string): string {
    const space = /[ \t\r\n]/.test(this.latex.charAt(this.at - 1)) ? ' ' : '';
    return `\\${name}${space}`;
  }

  private readEscape(): string {
    const character = this.latex.charAt(this.at++);
    const accent = accents.get(character);
    if (accent !== undefined) return this.accented(accent);
    return escapes.get(character) ?? character;
  }

  /** Puts an accent on the first letter of the argument. Returns the accent itself where the argument is empty. */
  private accented(accent: string): string {
    this.skipSpaces();
    const argument = this.readArgument();
    const base = /^\p{L}?/u.exec(argument)?.[0] ?? '';
    const letter = base === 'ı' ? 'i' : base === 'ȷ' ? 'j' : base;
    if (letter === '') return (spacing.get(accent) ?? '') + argument;
    return (letter + accent).normalize('NFC') + argument.slice(base.length);
  }

  private wrapped([before, behind]: readonly [string, string]): string {
    this.skipSpaces();
    return before + this.readArgument() + behind;
  }

  private quoted(): string {
    this.quotes++;
    const text = this.wrapped(this.quotes % 2 === 1 ? ['“', '”'] : ['‘', '’']);
    this.quotes--;
    return text;
  }

  /** Reads a group, a command or a single character. */
  private readArgument(): string {
    const character = String.fromCodePoint(this.latex.codePointAt(this.at) ?? 32);
    if (this.at >= this.latex.length || character === '}') return '';
    if (character === '\\' && this.depth < maxGroupDepth) {
      this.at++;
      this.depth++;
      const text = this.readCommand();
      this.depth--;
      return text;
    }
    this.at += character.length;
    return character === '{' ? this.readBraced() : character;
  }

  private skipArgument(): void {
    if (this.latex.charAt(this.at) === '{') this.readArgument();
    this.skipSpaces();
  }

  private skipSpaces(): void {
    while (/[ \t\r\n]/.test(this.latex.charAt(this.at))) this.at++;
  }

  private nameAt(at: number): string {
    commandName.lastIndex = at;
    return commandName.exec(this.latex)?.[0] ?? '';
  }
}

const commandName = /[A-Za-z]+/y;

/** The printed form of an accent over nothing. */
const spacing: ReadonlyMap<string, string> = new Map([
  ['\u0300', '`'],
  ['\u0302', '^'],
  ['\u0303', '~'],
  ['\u0301', '´'],
  ['\u0308', '¨'],
]);
