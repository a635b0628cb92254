import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activateExtension, checksIn, fileOf, placeOf, show } from './support.ts';

const firstReading = 'papers/first-reading.analysis.md';
const exercise = 'papers/exercise.analysis.md';
const source = 'sources/reading-together.md';

async function hoverOn(document: vscode.TextDocument, text: string): Promise<string> {
  const place = placeOf(document, text);
  const command = 'vscode.executeHoverProvider';
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(command, document.uri, place);
  const contents = hovers.flatMap((hover) => hover.contents as vscode.MarkdownString[]);
  return contents.map(({ value }) => value).join('\n');
}

async function definitionOf(document: vscode.TextDocument, text: string): Promise<vscode.LocationLink[]> {
  const place = placeOf(document, text);
  return vscode.commands.executeCommand('vscode.executeDefinitionProvider', document.uri, place);
}

describe('in a paper, the editor', () => {
  before(async () => {
    await activateExtension();
    // Findings in papers that nobody has opened say that the language server is at work.
    await checksIn(fileOf(exercise), (checks) => checks.length > 0);
  });

  it('underlines what is wrong, each with the check that says so', async () => {
    const checks = await checksIn(fileOf(exercise), (found) => found.includes('citation/reversed-range'));
    for (const check of ['unknown-key', 'no-such-paragraph', 'no-such-section', 'no-such-note'])
      assert.ok(checks.includes(`citation/${check}`), `${check} is not among ${checks.join(', ')}`);
  });

  it('knows our own types of tokens, which no other editor has', async () => {
    const { uri } = await vscode.workspace.openTextDocument(fileOf(exercise));
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
      'vscode.provideDocumentSemanticTokensLegend',
      uri,
    );
    assert.deepEqual(legend.tokenTypes, ['citation', 'locator', 'term']);
    assert.deepEqual(legend.tokenModifiers, ['unresolved', 'suppressedAuthor']);
  });

  it('finds nothing wrong in a paper that cites rightly', () => {
    const found = vscode.languages.getDiagnostics(fileOf(firstReading));
    const grave = found.filter(({ severity }) => severity <= vscode.DiagnosticSeverity.Warning);
    assert.deepEqual(grave, []);
  });

  it('shows the passage behind a citation', async () => {
    const { document } = await show(firstReading);
    const hover = await hoverOn(document, '[@reading, ¶ 12].');
    assert.match(hover, /Reading Together/);
    assert.match(hover, /¶ 12/);
    assert.match(hover, /In the second round one member puts the passage/);
  });

  it('shows what a text is about that is not here, and offers to import it', async () => {
    const { document } = await show(firstReading);
    const hover = await hoverOn(document, '[@masswork, ¶ 12]');
    assert.match(hover, /¶ 12/);
    assert.match(hover, /command:pilcrow\.hover\.importSource\)/);
  });

  it('explains a term', async () => {
    const { document } = await show(firstReading);
    assert.match(await hoverOn(document, 'mass line'), /masswork|¶/);
  });

  it('completes keys after @, and paragraphs after a key', async () => {
    const language = 'analysis';
    const complete = async (content: string): Promise<string[]> => {
      const document = await vscode.workspace.openTextDocument({ language, content });
      const end = document.positionAt(content.length);
      const command = 'vscode.executeCompletionItemProvider';
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(command, document.uri, end);
      return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    assert.ok((await complete('See [@')).some((label) => /^@?reading$/.test(label)));
    assert.ok((await complete('See [@reading, ¶ ')).some((label) => /\b12\b/.test(label)));
  });

  it('goes from a citation to the passage', async () => {
    const { document } = await show(firstReading);
    const [target] = await definitionOf(document, '[@reading, ¶ 12].');
    assert.ok(target);
    assert.equal(target.targetUri.toString(), fileOf(source).toString());
    const text = await vscode.workspace.openTextDocument(target.targetUri);
    assert.match(text.lineAt(target.targetRange.start.line).text, /^In the second round/);
  });

  it('goes to a page of gists where the text is not here', async () => {
    const { document } = await show(firstReading);
    const [target] = await definitionOf(document, '[@masswork, ¶ 12]');
    assert.equal(target?.targetUri.scheme, 'pilcrow');
    const page = await vscode.workspace.openTextDocument(target.targetUri);
    assert.equal(page.languageId, 'markdown');
    assert.match(page.lineAt(target.targetRange.start.line).text, /¶ 12\b/);
  });

  it('finds every citation of a paragraph from the source', async () => {
    const { document } = await show(source);
    const place = placeOf(document, 'In the second round one member');
    const command = 'vscode.executeReferenceProvider';
    const places = await vscode.commands.executeCommand<vscode.Location[]>(command, document.uri, place);
    const papers = new Set(places.map(({ uri }) => vscode.workspace.asRelativePath(uri)));
    assert.ok(papers.has(firstReading) && papers.has(exercise), [...papers].join(', '));
  });

  it('opens those citations from the lens above the paragraph', async () => {
    const { document } = await show(source);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      document.uri,
      100,
    );
    const lens = lenses.find(({ command }) => command?.command === 'pilcrow.showReferences');
    assert.ok(lens?.command, 'no paragraph has a lens');
    await vscode.commands.executeCommand(
      lens.command.command,
      ...((lens.command.arguments ?? []) as unknown[]),
    );
  });
});
