import assert from 'node:assert/strict';
import { clientSupport, noSupport } from '../../src/server/clientSupport.ts';
import { legendFor } from '../../src/server/tokenLegend.ts';

describe('what a client announces', () => {
  const of = (capabilities: object) => clientSupport({ capabilities });

  it('may be null wherever it may be left out, as Lisp and Lua write it', () => {
    const names = [
      'hover',
      'completion',
      'documentSymbol',
      'semanticTokens',
      'codeAction',
      'rename',
      'definition',
    ];
    const nothing = Object.fromEntries(
      [...names, 'codeLens', 'publishDiagnostics'].map((name) => [name, null]),
    );
    assert.deepEqual(of({ textDocument: null, workspace: null, window: null }), noSupport);
    assert.deepEqual(
      of({ textDocument: nothing, workspace: { workspaceEdit: null, symbol: null } }),
      noSupport,
    );
    assert.deepEqual(of({ textDocument: { hover: { contentFormat: null } } }), noSupport);
  });

  it('says which format it prefers by naming it first', () => {
    const format = (contentFormat: string[]) =>
      of({ textDocument: { hover: { contentFormat } } }).hoverFormat;
    assert.equal(format(['markdown', 'plaintext']), 'markdown');
    assert.equal(format(['plaintext', 'markdown']), 'plaintext');
    assert.equal(format(['html', 'markdown']), 'markdown');
    assert.equal(format([]), 'plaintext');
  });

  it('has operations on files in edits that it does not name, as Neovim does', () => {
    const edits = (workspaceEdit: object) => of({ workspace: { workspaceEdit } });
    assert.equal(edits({ resourceOperations: ['rename', 'create', 'delete'] }).createsFiles, true);
    assert.equal(edits({ documentChanges: true }).createsFiles, false);
    assert.equal(edits({ changeAnnotationSupport: {} }).annotatesEdits, false);
  });

  it('shows the lenses that it wants to be told of, as lsp-mode does without another word', () => {
    assert.equal(of({ textDocument: { codeLens: {} } }).lenses, true);
    assert.equal(of({ workspace: { codeLens: { refreshSupport: true } } }).lenses, true);
    assert.equal(of({ workspace: { codeLens: { refreshSupport: false } } }).lenses, false);
    assert.equal(of({ workspace: { codeLens: null } }).lenses, false);
  });

  it('names the types of tokens that it will see: ours, else standard ones, else none', () => {
    const legend = (tokenTypes: string[], tokenModifiers: string[]) =>
      legendFor(
        of({
          textDocument: {
            semanticTokens: { requests: { full: {} }, formats: ['relative'], tokenTypes, tokenModifiers },
          },
        }),
      );
    const mark = {
      range: { start: 0, end: 1 },
      type: 'term',
      unresolved: true,
      suppressedAuthor: true,
    } as const;
    const all = legend(['type', 'variable', 'number', 'term'], ['deprecated', 'suppressedAuthor']);
    assert.deepEqual(all?.tokenTypes, ['variable', 'number', 'term']);
    assert.deepEqual(all.tokenModifiers, ['deprecated', 'suppressedAuthor']);
    assert.equal(all.typeOf(mark), 2);
    assert.equal(all.modifiersOf(mark), 3);
    const few = legend(['number'], []);
    assert.deepEqual(few?.tokenTypes, ['number']);
    assert.equal(few.typeOf(mark), -1);
    assert.equal(few.modifiersOf(mark), 0);
    assert.equal(legend(['macro'], ['deprecated']), undefined);
  });
});
