import { env, l10n, Uri, type Webview } from 'vscode';
import { escapeHtml } from '../escapeHtml.ts';
import type { AlignmentWords } from './alignmentWords.ts';

/** The folders that the page may load files from. */
export function alignmentFolders(extension: Uri): Uri[] {
  return ['alignment', 'coverage'].map((name) => Uri.joinPath(extension, 'media', name));
}

/**
 * The HTML of the page, which is empty until the server has answered. Its policy allows its own scripts and style and nothing else.
 * Words of sources are inserted as text, never as HTML.
 */
export function alignmentHtml(webview: Webview, extension: Uri, words: AlignmentWords): string {
  const file = (name: string): string =>
    escapeHtml(webview.asWebviewUri(Uri.joinPath(extension, 'media', 'alignment', name)).toString());
  // Where nobody has translated the words they are in English.
  const lang = l10n.bundle === undefined ? 'en' : env.language;
  const nonce = crypto.randomUUID();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${file('alignment.css')}">
<title>${escapeHtml(words.review)}</title>
</head>
<body>
${alignmentBody(words)}
<script type="application/json" id="words" nonce="${nonce}">${JSON.stringify(words).replaceAll('<', '\\u003c')}</script>
<script type="module" nonce="${nonce}" src="${file('main.js')}"></script>
</body>
</html>
`;
}

/** What each button does, with the key that does the same. */
const buttons: readonly (readonly [name: keyof AlignmentWords, key: string])[] = [
  ['confirm', 'Enter'],
  ['nothing', 'N'],
  ['join', 'J'],
  ['part', 'P'],
  ['take', 'Alt+↓'],
  ['give', 'Alt+↑'],
  ['next', 'O'],
  ['undo', 'Ctrl+Z'],
];

function alignmentBody(words: AlignmentWords): string {
  const say = (word: keyof AlignmentWords): string => escapeHtml(words[word]);
  const button = ([name, key]: (typeof buttons)[number]): string =>
    `<button type="button" data-do="${name}">${say(name)} <kbd aria-hidden="true">${key}</kbd></button>`;
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
<div id="actions" role="toolbar" aria-label="${say('actions')}" hidden>
${buttons.map(button).join('\n')}
</div>
</header>
<p id="empty" hidden></p>
<div id="grid" role="grid" aria-label="${say('grid')}" hidden></div>
</main>`;
}
