/**
 * Measures how long the extension host of a real VS Code takes to activate the extension, as “Show Running
 * Extensions” says. Compared with VS Code's own extensions for JSON and Git.
 */
import { isInstalled } from '../host/install.ts';
import { Editor } from '../screen/editor.ts';

const rounds = 3;
/** The extension's name in the list if it is under development. */
const ours = 'pilcrow.pilcrow';
const peers = ['JSON Language Features', 'Git', 'Merge Conflict'];

/** Milliseconds by title. VS Code draws only the visible part of the list. */
async function activations(): Promise<ReadonlyMap<string, number>> {
  const editor = await Editor.open({ viewport: { width: 1200, height: 800 } });
  try {
    await editor.openFile('papers/first-reading.analysis.md');
    await editor.openContainer('Pilcrow');
    await editor.treeRow('@reading, ¶').waitFor();
    await editor.runCommand('Developer: Show Running Extensions');
    const rows = editor.page.locator('.runtime-extensions-editor .monaco-list-row');
    await rows.first().click();
    const found = new Map<string, number>();
    for (let presses = 0; presses < 60; presses++) {
      for (const text of await rows.allInnerTexts()) {
        const [title = ''] = text.trim().split('\n');
        const time = /Activation: (\d+)ms/.exec(text)?.[1];
        if (time !== undefined) found.set(title.trim(), Number(time));
      }
      await editor.page.keyboard.press('ArrowDown');
    }
    return found;
  } finally {
    await editor.close();
  }
}

/** The bench installs nothing. `npm test` and `npm start` install the editor. */
if (!isInstalled('newest')) console.log('Needs VS Code, which `npm test` or `npm start` installs.');
else {
  const runs: ReadonlyMap<string, number>[] = [];
  for (let round = 0; round < rounds; round++) runs.push(await activations());
  const median = (title: string): number | undefined =>
    runs.flatMap((run) => run.get(title) ?? []).sort((a, b) => a - b)[Math.floor(runs.length / 2)];
  const own = median(ours);
  const rows = [ours, ...peers].map((title) => {
    const time = median(title);
    const ratio = own === undefined || time === undefined ? '' : (time / Math.max(own, 1)).toFixed(1);
    return [
      title,
      { 'time of the extension host': time === undefined ? '' : `${time} ms`, 'times ours': ratio },
    ];
  });
  console.log(`\nActivation, median of ${rounds} starts`);
  console.table(Object.fromEntries(rows));
}
