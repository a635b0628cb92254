import { createRequire } from 'node:module';
import type * as Typst from '@myriaddreamin/typst-ts-node-compiler';
import type { TypstDocument } from '../../../src/publish/typstDocument.ts';

/** What Typst made of a text: a PDF, and all that it said. */
interface Typeset {
  readonly pdf: Uint8Array | undefined;
  readonly said: readonly string[];
}

type Compiler = typeof Typst.NodeCompiler;

/** Typst itself; undefined on machines for which there is none. */
export function typstCompiler(): Compiler | undefined {
  try {
    const require = createRequire(import.meta.url);
    return (require('@myriaddreamin/typst-ts-node-compiler') as typeof Typst).NodeCompiler;
  } catch {
    return undefined;
  }
}

/** Has Typst set a text, with nothing of the machine but its own fonts. */
export function compileTypst(NodeCompiler: Compiler, { text, files }: TypstDocument): Typeset {
  const folder = '/typst';
  const compiler = NodeCompiler.create({ workspace: folder });
  for (const [name, bytes] of files) compiler.mapShadow(`${folder}/${name}`, Buffer.from(bytes));
  compiler.addSource(`${folder}/page.typ`, text);
  const made = compiler.compile({ mainFilePath: `${folder}/page.typ` });
  const error = made.takeError() ?? made.takeWarnings();
  const said = error
    ? compiler.fetchDiagnostics(error).map((one: { readonly message: string }) => one.message)
    : [];
  return { pdf: made.result ? compiler.pdf(made.result) : undefined, said };
}
