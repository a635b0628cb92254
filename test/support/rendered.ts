import MarkdownIt from 'markdown-it';
import { marked } from 'marked';

/** Readers of Markdown that are not ours, with HTML on: the one of VS Code, and one that many other editors have. */
const readers: Readonly<Record<string, (markdown: string) => string>> = {
  marked: (markdown) => marked.parse(markdown, { async: false, gfm: true }),
  'marked with breaks': (markdown) => marked.parse(markdown, { async: false, gfm: true, breaks: true }),
  'markdown-it': (markdown) => withHtml.render(markdown),
  CommonMark: (markdown) => commonMark.render(markdown),
};

const withHtml = new MarkdownIt('default', { html: true });
const commonMark = new MarkdownIt('commonmark', { html: true });
// What a link may lead to is asked here; this reader would leave out the worst ones.
withHtml.validateLink = commonMark.validateLink = () => true;

/** The elements that Markdown itself is shown as. */
const ownTags = new Set(
  'p h1 h2 h3 h4 h5 h6 blockquote ul ol li pre code em strong del s a br hr table thead tbody tr th td input'.split(
    ' ',
  ),
);
const ownAttributes = new Set([
  'href',
  'title',
  'class',
  'align',
  'start',
  'style',
  'type',
  'checked',
  'disabled',
]);

/**
 * Returns what in a Markdown text would fetch, run or lead where it must not, by any reader: pictures, elements of HTML,
 * links with a scheme that is not of the web or mail. `isOurs` says which addresses our own code may have written.
 */
export function harmIn(markdown: string, isOurs: (address: string) => boolean = () => false): string[] {
  return Object.entries(readers).flatMap(([name, render]) =>
    harmInHtml(render(markdown), isOurs).map((harm) => `${name}: ${harm}`),
  );
}

function harmInHtml(html: string, isOurs: (address: string) => boolean): string[] {
  const harm: string[] = [];
  for (const [element, tag = '', written = ''] of html.matchAll(/<\/?([^\s>/]*)([^>]*)>/g)) {
    if (!ownTags.has(tag)) harm.push(element);
    for (const [, attribute = '', value = ''] of written.matchAll(/([^\s=/]+)="([^"]*)"/g)) {
      if (!ownAttributes.has(attribute)) harm.push(element);
      if (attribute === 'href' && !isHarmless(decoded(value)) && !isOurs(decoded(value))) harm.push(value);
    }
  }
  return harm;
}

function isHarmless(address: string): boolean {
  return /^(?:https?:\/\/|mailto:)/i.test(address) || /^(?![\\/]{2})[^:\\]*(?:$|[/?#])/.test(address);
}

function decoded(value: string): string {
  return value
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
