import type {
  ClientCapabilities,
  CompletionItem,
  CompletionList,
  Diagnostic,
  Position,
} from 'vscode-languageserver-protocol';
import type { InitializationOptions } from '../../src/server/protocol.ts';
import { positionIn, TestClient, type Unasked } from './client.ts';

/** Everything that a server said in an interview: answers by method, findings, and unasked messages. */
export interface Said {
  readonly answers: Readonly<Record<string, readonly unknown[]>>;
  readonly diagnostics: readonly Diagnostic[];
  readonly unasked: readonly Unasked[];
}

const bread =
  '---\nid: bread\ntitle: On Bread\n---\n\nFlour first.[^1]\n\n## (1) Rising\n\nYeast next, and good dough.\n\n[^1]: A note.\n';
const paper =
  'See [@bread, ¶ 2] and [-@bread, sec. 1]; [@brod, ¶ 1], [@bread, par. 1], [@masswork, ¶ 1].\n\n' +
  'Good dough, [dough]{.term}. <!-- pilcrow-ignore x/y -->\n\nThen [s\n\nand [@br\n';
const glossary = '## dough\n\nDefined at: [@bread, ¶ 1]\n\nFlour and water.\n';
const files = {
  'sources/bread.md': bread,
  'sources/one.md': '---\nid: twin\n---\n\nOne.\n',
  'sources/two.md': '---\nid: twin\n---\n\nTwo.\n',
  'glossary.md': glossary,
  'papers/a.analysis.md': paper,
  'papers/b.analysis.md': 'Plain dough. [@bread, ¶ 2; @bread, ¶ 1]\n',
};

/** The requests that a server may send to a client. */
const requests = [
  'client/registerCapability',
  'window/showDocument',
  'workspace/codeLens/refresh',
  'workspace/inlayHint/refresh',
  'workspace/semanticTokens/refresh',
];

/** Sends every request of the protocol, at every place where there is something to say. */
export async function interview(
  capabilities: ClientCapabilities,
  options?: InitializationOptions,
): Promise<Said> {
  const client = await TestClient.announcing(capabilities, options, files);
  try {
    return await new Interview(client).run();
  } finally {
    await client.stop();
  }
}

class Interview {
  private readonly answers: Record<string, unknown[]> = {};

  constructor(private readonly client: TestClient) {
    // Each request of the server gets an empty answer.
    for (const method of requests) client.connection.onRequest(method, () => null);
    this.answers['initialize'] = [client.initialized];
  }

  async run(): Promise<Said> {
    const { client } = this;
    const { uri } = await client.open('papers/a.analysis.md', paper);
    const source = (await client.open('sources/bread.md', bread, 'markdown')).uri;
    const entries = (await client.open('glossary.md', glossary, 'markdown')).uri;
    await this.everywhere(uri, paper, ['@bread', '@brod', '@masswork', 'par. 1', 'dough', 'x/y']);
    await this.everywhere(source, bread, ['bread', 'Flour', 'Yeast', 'dough']);
    await this.everywhere(entries, glossary, ['dough', '@bread']);
    for (const words of ['[s', '[@br'])
      await this.completion(uri, positionIn(paper, paper.indexOf(words) + words.length));
    for (const query of ['', 'ris']) await this.ask('workspace/symbol', { query });
    await this.runLenses();
    // A new entry with a mistake changes what is known of papers, and the glossary is checked last.
    await client.change('glossary.md', `${glossary}\n## sourdough\n\nOld dough [@brat].\n`);
    const diagnostics = await client.findings('glossary.md', (found) => found.length > 0);
    await this.ask('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 0 } });
    return {
      answers: this.answers,
      diagnostics: [...diagnostics, ...client.allFindings],
      unasked: client.unasked,
    };
  }

  private async everywhere(uri: string, text: string, words: readonly string[]): Promise<void> {
    const textDocument = { uri };
    const whole = { start: { line: 0, character: 0 }, end: positionIn(text, text.length) };
    for (const method of [
      'documentSymbol',
      'foldingRange',
      'documentLink',
      'codeLens',
      'semanticTokens/full',
    ])
      await this.ask(`textDocument/${method}`, { textDocument });
    await this.ask('textDocument/inlayHint', { textDocument, range: whole });
    for (const word of words) await this.at(uri, positionIn(text, text.indexOf(word) + 2));
  }

  private async at(uri: string, position: Position): Promise<void> {
    const here = { textDocument: { uri }, position };
    for (const method of ['hover', 'definition', 'documentHighlight', 'linkedEditingRange', 'prepareRename'])
      await this.ask(`textDocument/${method}`, here);
    await this.ask('textDocument/references', { ...here, context: { includeDeclaration: true } });
    await this.ask('textDocument/rename', { ...here, newName: 'other' });
    await this.ask('textDocument/selectionRange', { textDocument: { uri }, positions: [position] });
    const range = { start: position, end: position };
    await this.ask('textDocument/codeAction', { ...here, range, context: { diagnostics: [] } });
  }

  private async completion(uri: string, position: Position): Promise<void> {
    const list = await this.ask<CompletionList | null>('textDocument/completion', {
      textDocument: { uri },
      position,
    });
    for (const item of list?.items ?? []) await this.ask<CompletionItem>('completionItem/resolve', item);
  }

  private async runLenses(): Promise<void> {
    for (const lens of (this.answers['textDocument/codeLens'] ?? []).flatMap(
      (each) => (each ?? []) as object[],
    ))
      if ('command' in lens) await this.ask('workspace/executeCommand', lens.command as object);
  }

  /** Sends a request. A refusal counts as an answer too. */
  private async ask<R>(method: string, params: object): Promise<R | null> {
    const answer = await this.client.request<R | null>(method, params).catch(() => null);
    (this.answers[method] ??= []).push(answer);
    return answer;
  }
}
