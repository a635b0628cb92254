import assert from 'node:assert/strict';
import { speakIn } from '../../src/core/messages.ts';
import { uriOf } from '../../src/files/paths.ts';
import { positionIn, TestClient } from './client.ts';
import { textsIn } from './spokenTexts.ts';

const tale =
  '---\nid: conte\ntitle: Le conte\nlang: fr\n---\n\n# Un\n\nLa lampe reste allumée toute la nuit.[^1]\n\n[^1]: Une remarque.\n';
const paper =
  '---\ntitle: Lecture\nlang: fr\n---\n\nIls disent « la lampe reste éteinte » [@conte, ¶ 1], puis [@conte, ¶ 9] et [@conta].\n\nUn [moulin]{.term}, un [lien](perdu.md), [@masswork, ¶ 1].\n';
const glossary = '## Moulin\n\nDefined at: [@conte, ¶ 1]\n\nCe qui tourne.\n';

/** Words that no French sentence has. */
const englishWords =
  /\b(?:the|of|and|is|are|this|that|with|not|for|has|have|there|it|its|where|from|by|paper|papers|cited|used|quoted|change|open|show|import your|add|create|source’s)\b/i;

describe('a server whose client speaks French', () => {
  let client: TestClient;
  afterEach(async () => {
    await client.stop();
    speakIn();
  });

  it('says nothing in English', async () => {
    client = await TestClient.start(
      { 'sources/conte.md': tale, 'papers/a.analysis.md': paper, 'glossary.md': glossary },
      {},
      {},
      (root) => ({
        rootUri: uriOf(root),
        workspaceFolders: [{ uri: uriOf(root), name: 'étude' }],
        locale: 'fr-ca',
      }),
    );
    const { uri } = await client.open('papers/a.analysis.md', paper);
    const found = await client.findings('papers/a.analysis.md', (all) => all.length >= 4);
    const textDocument = { uri };
    const at = (words: string) => ({ textDocument, position: positionIn(paper, paper.indexOf(words) + 1) });
    const { connection } = client;
    const answers: Record<string, unknown> = {
      findings: found.map(({ message }) => message),
      quotation: await connection.sendRequest('textDocument/hover', at('lampe')),
      citation: await connection.sendRequest('textDocument/hover', at('conte, ¶ 1')),
      builtIn: await connection.sendRequest('textDocument/hover', at('masswork')),
      term: await connection.sendRequest('textDocument/hover', at('moulin')),
      actions: await connection.sendRequest('textDocument/codeAction', {
        textDocument,
        range: { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } },
        context: { diagnostics: found },
      }),
      sources: (await client.ask('pilcrow/sources', { uri })).nodes.filter(
        ({ label }) => label === 'Le conte',
      ),
      paper: await client.ask('pilcrow/paper', { uri }),
      // The built-in glossary is about an English text.
      terms: (await client.ask('pilcrow/terms', { uri })).nodes.filter(({ label }) => label === 'Moulin'),
      notes: await client.ask('pilcrow/notes', { uri }),
      coverage: await client.ask('pilcrow/coverage', { uri }),
      templates: await client.ask('pilcrow/paperTemplates', { uri }),
    };
    assert.match(JSON.stringify(answers['quotation']), /Citation\s: (?:altérée|introuvable)/);
    const faults = Object.entries(answers).flatMap(([name, answer]) =>
      textsIn(answer)
        .map((text) =>
          text.replace(
            /“[^”]*”|«[^»]*»|`[^`]*`|\]\([^)]*\)|[a-z]+\/[a-z-]+|Mass Work and Proletarian Revolutionaries/g,
            '',
          ),
        )
        .filter((text) => englishWords.test(text))
        .map((text) => `${name}: ${text}`),
    );
    assert.deepEqual(faults, []);
  });
});
