import { Editor } from './editor.ts';
const theme = (process.argv[2] ?? 'light') as 'light' | 'dark';
const editor = await Editor.open({ theme });
try {
  await editor.openFile('papers/exercise.analysis.md');
  const bar = await editor.openContainer('Pilcrow');
  await editor
    .treeRow('@readng')
    .waitFor({ timeout: 15000 })
    .catch(() => undefined);
  await editor.screenshot('try-1');
  console.log(await bar.innerText());
  console.log((await editor.page.locator('.part.statusbar').innerText()).replaceAll('\n', ' | '));
  console.log(await editor.hover('@masswork, ¶ 102'));
  await editor.screenshot('try-2');
} catch (error) {
  await editor.screenshot('try-fail');
  console.log(error);
} finally {
  await editor.close();
}
