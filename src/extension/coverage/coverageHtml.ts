import { Uri, type Webview } from 'vscode';
import { escapeHtml } from '../escapeHtml.ts';
import { webviewPage } from '../webviewPage.ts';
import type { PageWords } from './pageWords.ts';

/** The only folder that the page may load files from. */
export function pageFolder(extension: Uri): Uri {
  return Uri.joinPath(extension, 'media', 'coverage');
}

/** The HTML of the page. */
export function pageHtml(webview: Webview, extension: Uri, words: PageWords): string {
  const folder = pageFolder(extension);
  const [title, body] = [words.coverage, bodyHtml(words)];
  return webviewPage(webview, { folder, style: 'coverage.css', title, body, words });
}

function bodyHtml(words: PageWords): string {
  const say = (word: keyof PageWords): string => escapeHtml(words[word]);
  const mark = (classes: string, word: keyof PageWords): string =>
    `<li><span class="cell ${classes}" aria-hidden="true"></span>${say(word)}</li>`;
  return `<main>
<div class="top">
<div>
<h1 id="title">${say('coverage')}</h1>
<p id="totals" role="status"></p>
</div>
<div class="views" role="group" aria-label="${say('view')}">
<button type="button" id="show-picture" aria-pressed="true">${say('picture')}</button>
<button type="button" id="show-table" aria-pressed="false">${say('table')}</button>
</div>
</div>
<form id="filters" aria-label="${say('filter')}">
<label hidden>${say('source')}<select name="source"></select></label>
<label>${say('paper')}<select name="paper"></select></label>
<label>${say('author')}<select name="author"></select></label>
<label>${say('since')}<input type="date" name="since"></label>
<label>${say('until')}<input type="date" name="until"></label>
<button type="button" name="clear" hidden>${say('clear')}</button>
</form>
<p id="empty" hidden></p>
<ul id="legend" aria-label="${say('legend')}" hidden>
${mark('', 'undiscussed')}
${mark('wide', 'onlySection')}
${mark('level1', 'level1')}
${mark('level2', 'level2')}
${mark('level3', 'level3')}
${mark('level4', 'level4')}
${mark('quoted', 'isQuoted')}
${mark('noted', 'isNoted')}
</ul>
<div id="picture" role="grid" aria-label="${say('grid')}" hidden></div>
<div id="table" hidden></div>
<section id="details" aria-label="${say('details')}" hidden></section>
<p id="jump" class="said-only" role="status"></p>
</main>`;
}
