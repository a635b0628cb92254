import { env, l10n, Uri, type Webview } from 'vscode';
import { escapeHtml } from './escapeHtml.ts';

/** A page of our own in a webview. */
export interface WebviewPage {
  /** The folder of its style and scripts, of which `main.js` begins. */
  readonly folder: Uri;
  /** The name of its style. */
  readonly style: string;
  readonly title: string;
  /** HTML, in which whatever is not ours has been escaped. */
  readonly body: string;
  /** The page's own texts, for its scripts. */
  readonly words: Readonly<Record<string, string>>;
}

/**
 * The HTML of a page, which is empty until the server has answered. Its policy allows its own scripts and style and nothing else.
 * Words of papers and sources are inserted as text, never as HTML.
 */
export function webviewPage(webview: Webview, { folder, style, title, body, words }: WebviewPage): string {
  const file = (name: string): string =>
    escapeHtml(webview.asWebviewUri(Uri.joinPath(folder, name)).toString());
  const nonce = crypto.randomUUID();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  // Where nobody has translated the words they are in English.
  const lang = l10n.bundle === undefined ? 'en' : env.language;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${file(style)}">
<title>${escapeHtml(title)}</title>
</head>
<body>
${body}
<script type="application/json" id="words" nonce="${nonce}">${JSON.stringify(words).replaceAll('<', '\\u003c')}</script>
<script type="module" nonce="${nonce}" src="${file('main.js')}"></script>
</body>
</html>
`;
}
