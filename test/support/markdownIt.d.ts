/** What the tests use of markdown-it, which brings no types. */
declare module 'markdown-it' {
  class MarkdownIt {
    constructor(preset: string, options: { readonly html: boolean });
    validateLink: (address: string) => boolean;
    render(markdown: string): string;
  }
  export { MarkdownIt as default };
}
