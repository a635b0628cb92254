import assert from 'node:assert/strict';
import { inRoot } from '../../scripts/support/paths.ts';
import { editorProgram } from './install.ts';
import { checkSeen } from './seen.ts';
import { Desk, paperOn, recipe } from './support.ts';

describe('Neovim, set up as docs/editors.md says', () => {
  const program = editorProgram('neovim');

  before(function () {
    if (program === undefined) this.skip();
  });

  it('shows findings, hovers and passages, makes a file and renames a key', async () => {
    const desk = await Desk.lay(paperOn('𝒳'));
    try {
      await desk.configure('.config/nvim/init.lua', await recipe('Neovim', 'lua'));
      const seen = await desk.run(
        program ?? '',
        '--headless',
        '-n',
        '-i',
        'NONE',
        '-c',
        `luafile ${inRoot('test', 'editors', 'neovim.lua')}`,
      );
      checkSeen(seen, desk.paper);
      assert.match(seen.shown ?? '', /Yeast is next/);
    } finally {
      await desk.clear();
    }
  });
});
