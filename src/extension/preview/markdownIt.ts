/**
 * The parts of markdown-it that the preview's plugin uses. VS Code brings its own version of markdown-it, which
 * changes with each release, so only what all versions have is declared here.
 */
export interface MarkdownItToken {
  type: string;
  tag: string;
  readonly level: number;
  /** The first line of a block, from 0, and the one after its last. */
  readonly map: readonly [number, number] | null;
  content: string;
  info: string;
  /** The number of the first item of a list is a number. */
  attrs: [string, string | number][] | null;
  children: MarkdownItToken[] | null;
  meta: unknown;
}

export interface CoreState {
  src: string;
  readonly env: Record<string, unknown>;
  tokens: MarkdownItToken[];
  readonly inlineMode: boolean;
  readonly Token: new (type: string, tag: string, nesting: number) => MarkdownItToken;
}

export interface InlineState {
  readonly src: string;
  readonly env: Record<string, unknown>;
  readonly md: {
    readonly inline: { tokenize(state: InlineState): void };
  };
  pos: number;
  posMax: number;
  push(type: string, tag: string, nesting: number): MarkdownItToken;
}

type RenderRule = (
  tokens: readonly MarkdownItToken[],
  index: number,
  options: unknown,
  env: unknown,
) => string;

interface Ruler<Rule> {
  before(beforeName: string, name: string, rule: Rule): void;
  push(name: string, rule: Rule): void;
}

export interface MarkdownIt {
  readonly core: { readonly ruler: Ruler<(state: CoreState) => void> };
  readonly inline: { readonly ruler: Ruler<(state: InlineState, silent: boolean) => boolean> };
  readonly renderer: { readonly rules: Record<string, RenderRule | undefined> };
}
