import assert from 'node:assert/strict';
import { uriOf } from '../../src/files/paths.ts';
import { plainWords, speakWide, wideWords } from '../support/wideWords.ts';
import { positionIn, TestClient } from './client.ts';
import { textsIn } from './spokenTexts.ts';

/** Papers, sources and terms without a Latin letter in what people wrote. */
const source = `---
id: x
title: Лампа
lang: fr
---

# Одно

Лампа горит всю ночь.

Мельница стоит у канала.[^1]

[^1]: Заметка.
`;
const paper = `---
title: Чтение
lang: fr
---

“Лампа погасла” [@x, ¶ 1], [@x, ¶ 9], [@y], [@x, sec. 4], [@x, n. 8], [@x, ¶¶ 2-1], [@x, par. 2], [@x].

“Мельница стоит” [@x, ¶ 1]. [ссылка](b.md)[^9] Мельница, [мельница]{.term} и [вода]{.term}.

## Вопросы

- Почему? [@x, ¶ 2]

[@
`;
const glossary = `## Мельница

Defined at: [@x, ¶ 2]

То, что вертится.
`;

/** What programs read of a text: front matter, names of checks, options and works, code and addresses. */
const read =
  /^---\n[^]*?\n---\n|`[^`]*`|\]\([^)]*\)|<[^<>]*>|\b[\w-]+(?:\.[\w-]+)+\b|\b[a-z]+\/[a-z-]+|Mass Work and Proletarian Revolutionaries/g;

/** A view without the rows of the built-in text, which is in English, and of its terms. */
function withoutBuiltIn(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null || !('nodes' in answer)) return answer;
  const nodes = answer.nodes as readonly { readonly label: string }[];
  return { ...answer, nodes: nodes.filter(({ label }) => /[а-я]/i.test(label) || !/[a-z]/i.test(label)) };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

describe('a server whose client speaks in wide letters', () => {
  let client: TestClient;
  let uri: string;
  let speakAsBefore: () => void;
  const answers = new Map<string, unknown>();

  before(async () => {
    speakAsBefore = await speakWide();
    const files = { 'sources/x.md': source, 'papers/a.analysis.md': paper, 'glossary.md': glossary };
    client = await TestClient.start(files, {}, {}, (root) => ({
      rootUri: uriOf(root),
      workspaceFolders: [{ uri: uriOf(root), name: 'кружок' }],
      locale: 'fr',
    }));
    ({ uri } = await client.open('papers/a.analysis.md', paper));
    await client.findings('papers/a.analysis.md', (all) => all.length >= 6);
  });
  after(async () => {
    await client.stop();
    speakAsBefore();
  });

  /** Asks about the paper, and keeps what is said. */
  async function ask(method: string, more: object = {}, about = ''): Promise<void> {
    const params = { textDocument: { uri }, ...more };
    answers.set(`${method} ${about}`, await client.connection.sendRequest(method, params).catch(reasonOf));
  }

  async function askAll(): Promise<void> {
    const context = { diagnostics: client.allFindings };
    const whole = { start: { line: 0, character: 0 }, end: positionIn(paper, paper.length) };
    answers.set('findings', client.allFindings);
    for (const name of ['codeLens', 'documentSymbol', 'documentLink', 'foldingRange'])
      await ask(`textDocument/${name}`);
    await ask('textDocument/inlayHint', { range: whole });
    await ask('textDocument/codeAction', { range: whole, context });
    await ask('textDocument/rename', { position: whole.start, newName: '0 0' });
    await ask('workspace/symbol', { query: 'л' });
    const places = [...paper.matchAll(/@x[^\]]*|@y|“|мельница|вода|ссылка|\^9|\[@$/gim)];
    assert.ok(places.length > 10);
    for (const { index, 0: words } of places) {
      const position = positionIn(paper, index + 1);
      await ask('textDocument/hover', { position }, words);
      await ask('textDocument/codeAction', { range: { start: position, end: position }, context }, words);
      await ask('textDocument/completion', { position: positionIn(paper, index + words.length) }, words);
    }
  }

  async function askOurs(): Promise<void> {
    for (const view of ['sources', 'paper', 'terms', 'notes', 'coverage', 'preview'] as const)
      answers.set(view, await client.ask(`pilcrow/${view}`, { uri }).catch(reasonOf));
    for (const asked of ['paperTemplates', 'check', 'noteKinds', 'textPairs', 'printings'] as const)
      answers.set(asked, await client.ask(`pilcrow/${asked}`, { uri }).catch(reasonOf));
    const base64 = Buffer.from('нет').toString('base64');
    for (const fileName of ['0.pdf', '0.docx', '0.epub', '0.odt', '0.zzz', '0.txt']) {
      const reply = client.ask('pilcrow/import', { folder: uriOf(client.root), fileName, base64 });
      answers.set(`import ${fileName}`, await reply.catch(reasonOf));
    }
  }

  it('says no sentence that is not in the catalogue', async () => {
    await askAll();
    await askOurs();
    const escaped: string[] = [];
    let seen = 0;
    for (const [what, answer] of answers)
      for (const text of textsIn(withoutBuiltIn(answer))) {
        seen += text.match(wideWords)?.length ?? 0;
        for (const [words] of text.replace(read, '').matchAll(plainWords)) escaped.push(`${what}: ${words}`);
      }
    assert.deepEqual(escaped, []);
    assert.ok(seen > 300, String(seen));
  });
});
