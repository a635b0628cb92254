import { inRoot } from '../../scripts/support/paths.ts';
import { editorProgram } from './install.ts';
import { checkSeen } from './seen.ts';
import { Desk, paperOn, recipe } from './support.ts';

describe('Emacs, set up as docs/editors.md says', () => {
  const program = editorProgram('emacs');

  before(function () {
    if (program === undefined) this.skip();
  });

  // lsp-mode 8.0 counts code points: docs/editors.md says what comes of that.
  for (const [client, script, x] of [
    ['eglot', 'eglot.el', '𝒳'],
    ['lsp-mode', 'lsp-mode.el', 'x'],
  ] as const)
    it(`shows findings, hovers and passages and renames a key, with ${client}`, async () => {
      const desk = await Desk.lay(paperOn(x));
      try {
        await desk.configure('.emacs', await recipe(client, 'elisp'));
        const load = ['-l', `${desk.home}/.emacs`, '-l', inRoot('test', 'editors', script)];
        checkSeen(await desk.run(program ?? '', '--batch', '-f', 'package-initialize', ...load), desk.paper);
      } finally {
        await desk.clear();
      }
    });
});
