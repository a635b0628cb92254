/** The part of the package `pandoc-wasm` that the tests use. It brings no types of its own. */
declare module 'pandoc-wasm' {
  export function convert(
    options: Readonly<Record<string, unknown>>,
    input: string,
    files: Readonly<Record<string, Blob>>,
  ): Promise<{ readonly stdout: string; readonly stderr: string }>;
  export function query(options: { readonly query: 'version' }): string;
}
