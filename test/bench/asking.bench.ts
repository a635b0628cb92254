/**
 * Measures the requests of editors right after a keystroke, over the protocol, from the keystroke to the answer.
 * Papers have three sizes, and a remark parse of the whole text is the comparison. Requests about a place should take
 * as long as reading what changed; those about the whole paper also need the time to send the answer.
 */
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { groupOfYears, makeCorpus } from './support/corpus.ts';
import { median } from './support/machine.ts';
import { ServerProcess } from './support/serverProcess.ts';

const path = 'papers/p00000.analysis.md';
const parser = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).freeze();
const rounds = 5;

/** The requests, those about a place first. */
function questions(uri: string, lines: readonly string[]): [string, object][] {
  const line = lines.findLastIndex((each) => each.includes('[@text'));
  const position = { line, character: (lines[line] ?? '').indexOf('[@text') + 3 };
  const textDocument = { uri };
  const at = { textDocument, position };
  const here = { start: position, end: position };
  const screen = { start: { line: Math.max(0, line - 50), character: 0 }, end: position };
  return [
    ['textDocument/hover', at],
    ['textDocument/completion', at],
    ['textDocument/codeAction', { textDocument, range: here, context: { diagnostics: [] } }],
    ['textDocument/documentHighlight', at],
    ['textDocument/linkedEditingRange', at],
    ['textDocument/selectionRange', { textDocument, positions: [position] }],
    ['textDocument/inlayHint', { textDocument, range: screen }],
    ['textDocument/semanticTokens/full', { textDocument }],
    ['textDocument/documentSymbol', { textDocument }],
    ['textDocument/foldingRange', { textDocument }],
    ['textDocument/documentLink', { textDocument }],
    ['pilcrow/termRanges', { uri, look: 'first' }],
    ['pilcrow/paper', { uri }],
  ];
}

const rows: Record<string, Record<string, string>> = {};
for (const [size, words] of [
  ['50 KB', 7_500],
  ['500 KB', 75_000],
  ['5 MB', 750_000],
] as const) {
  const corpus = makeCorpus({ ...groupOfYears, papers: 1, words });
  const text = corpus.get(path) ?? '';
  const server = await ServerProcess.start(corpus);
  await server.initialize();
  await server.open(path, text);
  await server.until(() => server.heard(path) !== undefined);
  await server.quiet();
  let version = 2;
  for (const [method, params] of questions(server.uri(path), text.split('\n'))) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const before = server.heard(path)?.at;
      const start = performance.now();
      // A new line moves every finding, so that the server sends findings to wait for.
      await server.type(path, version++, 12, 0, 'x\n\n');
      await server.connection.sendRequest(method, params);
      times.push(performance.now() - start);
      await server.until(() => server.heard(path)?.at !== before);
    }
    (rows[method] ??= {})[size] = `${median(times).toFixed(1)} ms`;
  }
  await server.stop();
  const parsing = [0, 1, 2].map(() => {
    const start = performance.now();
    parser.parse(text);
    return performance.now() - start;
  });
  (rows['remark, parsing the whole text'] ??= {})[size] = `${median(parsing).toFixed(0)} ms`;
  const hover = Number.parseFloat(rows['textDocument/hover']?.[size] ?? '');
  (rows['remark : hover'] ??= {})[size] = (median(parsing) / hover).toFixed(1);
}
console.log('\nFrom a keystroke to the answer of a question asked right behind it (elapsed time)');
console.table(rows);
