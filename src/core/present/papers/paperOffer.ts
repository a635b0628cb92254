import type { Nodes } from 'mdast';
import { type Analysis, RoleFinder, type Study } from '../../study.ts';
import { type Citation, readCitations } from '../../citations.ts';
import { type MarkdownDocument, parseMarkdown } from '../../blocks.ts';
import type { Place } from '../passages.ts';

/** A Markdown file that nobody checks, though it cites as papers do. */
export interface PaperOffer {
  /** How many of its citations would be read as such. */
  readonly citations: number;
  /** Its path below the study folder as a paper. */
  readonly path: string;
}

const ending = /(?:\.analysis)?\.(?:md|markdown)$/i;

/**
 * What to offer for a file that is nothing in its study folder: undefined for READMEs, templates, what the settings leave
 * out, and texts without citations. A bare `@name` may be a person, so only keys that the study knows and citations with
 * a locator count.
 * @param path below the study folder, with `/`
 */
export function paperOffer(text: string, path: string, study: Study): PaperOffer | undefined {
  if (!ending.test(path) || !text.includes('@')) return undefined;
  const roles = new RoleFinder(study.configuration);
  if (roles.roleOf(path) !== undefined || roles.isLeftOut(path)) return undefined;
  const counts = ({ key, locator }: Citation): boolean =>
    locator !== undefined || study.sources.has(key) || study.works.has(key);
  const citations = readCitations(parseMarkdown(text)).filter(counts).length;
  return citations > 0 ? { citations, path: path.replace(ending, '.analysis.md') } : undefined;
}

/** Where links in papers, sources and glossaries to a file have its ending, `.md`, which is another once it is a paper. */
export function linkEndings(path: string, study: Study): Place[] {
  return study.files.flatMap((analysis) => {
    const document = documentOf(analysis);
    return document ? endingsIn(document, analysis, path) : [];
  });
}

function documentOf(analysis: Analysis): MarkdownDocument | undefined {
  const { role } = analysis;
  return role === 'paper' || role === 'source' || role === 'glossary' ? analysis.document : undefined;
}

function endingsIn(document: MarkdownDocument, analysis: Analysis, path: string): Place[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const found: Place[] = [];
  const visit = (node: Nodes): void => {
    if ((node.type === 'link' || node.type === 'definition') && leadsTo(node.url, analysis.file.path, path)) {
      const start = node.position?.start.offset ?? 0;
      const written = document.text.slice(start, node.position?.end.offset);
      const at = written.lastIndexOf(node.url);
      const end = at + (/[?#]/.exec(node.url)?.index ?? node.url.length);
      const old = ending.exec(name)?.[0] ?? '';
      const range = { start: start + end - old.length, end: start + end };
      if (at >= 0 && written.slice(0, end).endsWith(old)) found.push({ analysis, range });
    }
    if ('children' in node) node.children.forEach(visit);
  };
  if (document.text.includes('](') || document.text.includes(']:')) visit(document.tree);
  return found;
}

/** Whether an address in a file leads to another file of the study folder. */
function leadsTo(url: string, from: string, path: string): boolean {
  if (/^(?:[a-z][a-z\d+.-]*:|\/|#)/i.test(url)) return false;
  const parts = from.split('/').slice(0, -1);
  for (const part of decoded(url.replace(/[?#].*$/s, '')).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/') === path;
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
