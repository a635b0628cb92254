import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { inRoot } from '../../scripts/support/paths.ts';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly menus: {
      readonly commandPalette: readonly { readonly command: string; readonly when?: string }[];
    };
  };
}

/** Commands that make sense in every window: ways to begin, and help when nothing works. */
const always = ['pilcrow.getStarted', 'pilcrow.newStudyFolder', 'pilcrow.openSample', 'pilcrow.showOutput'];

describe('the command palette', () => {
  const { commands, menus } = (JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as Manifest)
    .contributes;
  const offered = new Map(menus.commandPalette.map(({ command, when }) => [command, when]));

  it('offers each command where it makes sense, and says where that is', () => {
    const undecided = commands.filter(({ command }) => !offered.get(command)).map(({ command }) => command);
    assert.deepEqual(undecided.sort(), always);
  });

  it('decides once about a command', () => {
    assert.equal(offered.size, menus.commandPalette.length);
  });
});
