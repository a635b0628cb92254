/**
 * The parts of markdown-it that the preview's plugin uses. VS Code brings its own version of markdown-it, which
 * changes with each release, so only what all versions have is declared here.
 */
export interface MarkdownItToken {
  type: string;
  content: string;
  info: string;
  attrs: [string, string][] | null;
  children: MarkdownItToken[] | null;
  meta: unknown;
}

export interface CoreState {
  src: string;
  readonly env: Record<string, unknown>;
  readonly tokens: MarkdownItToken[];
  readonly inlineMode: boolean;
  readonly Token: new (type: string, tag: string, nesting: number) => MarkdownItToken;
}

export interface InlineState {
  readonly src: string;
  readonly env: Record<string, unknown>;
  readonly md: {
    readonly helpers: { parseLinkLabel(state: InlineState, start: number): number };
    readonly inline: { tokenize(state: InlineState): void };
  };
  pos: number;
  posMax: number;
  push(type: string, tag: string, nesting: number): MarkdownItToken;
}

export interface BlockState {
  readonly src: string;
  readonly env: Record<string, unknown>;
  readonly blkIndent: number;
  /** By line: where it begins, how far its text is in, where it ends, and how deep it is indented. */
  readonly bMarks: readonly number[];
  readonly tShift: readonly number[];
  readonly eMarks: readonly number[];
  readonly sCount: readonly number[];
  line: number;
}

type RenderRule = (
  tokens: readonly MarkdownItToken[],
  index: number,
  options: unknown,
  env: unknown,
) => string;

interface Ruler<Rule> {
  before(beforeName: string, name: string, rule: Rule, options?: { readonly alt: readonly string[] }): void;
  push(name: string, rule: Rule): void;
}

export interface MarkdownIt {
  readonly core: { readonly ruler: Ruler<(state: CoreState) => void> };
  readonly block: {
    readonly ruler: Ruler<(state: BlockState, line: number, end: number, silent: boolean) => boolean>;
  };
  readonly inline: { readonly ruler: Ruler<(state: InlineState, silent: boolean) => boolean> };
  readonly renderer: { readonly rules: Record<string, RenderRule | undefined> };
}
