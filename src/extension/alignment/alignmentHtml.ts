import { Uri, type Webview } from 'vscode';
import { escapeHtml } from '../escapeHtml.ts';
import { webviewPage } from '../webviewPage.ts';
import type { AlignmentWords } from './alignmentWords.ts';

/** The folders that the page may load files from. */
export function alignmentFolders(extension: Uri): Uri[] {
  return ['alignment', 'coverage'].map((name) => Uri.joinPath(extension, 'media', name));
}

/** The HTML of the page. */
export function alignmentHtml(webview: Webview, extension: Uri, words: AlignmentWords): string {
  const folder = Uri.joinPath(extension, 'media', 'alignment');
  const [title, body] = [words.review, alignmentBody(words)];
  return webviewPage(webview, { folder, style: 'alignment.css', title, body, words });
}

/** What each button does, with the key that does the same. */
function buttonsIn({
  enter,
}: AlignmentWords): readonly (readonly [name: keyof AlignmentWords, key: string])[] {
  return [
    ['confirm', enter],
    ['nothing', 'N'],
    ['join', 'J'],
    ['part', 'P'],
    ['take', 'Alt+↓'],
    ['give', 'Alt+↑'],
    ['next', 'O'],
    ['undo', 'Ctrl+Z'],
  ];
}

function alignmentBody(words: AlignmentWords): string {
  const say = (word: keyof AlignmentWords): string => escapeHtml(words[word]);
  const button = ([name, key]: ReturnType<typeof buttonsIn>[number]): string =>
    `<button type="button" data-do="${name}">${say(name)} <kbd aria-hidden="true">${escapeHtml(key)}</kbd></button>`;
  return `<main>
<header>
<div class="top">
<div>
<h1 id="title">${say('review')}</h1>
<p id="left" role="status"></p>
</div>
<div class="views" role="group" aria-label="${say('view')}">
<button type="button" id="show-open" aria-pressed="true">${say('openPlaces')}</button>
<button type="button" id="show-whole" aria-pressed="false">${say('wholeText')}</button>
</div>
</div>
<div id="actions" role="group" aria-label="${say('actions')}" hidden>
${buttonsIn(words).map(button).join('\n')}
</div>
</header>
<p id="empty" hidden></p>
<div id="grid" role="grid" aria-label="${say('grid')}" hidden></div>
</main>`;
}
