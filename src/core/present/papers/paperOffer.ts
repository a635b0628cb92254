import type { Nodes } from 'mdast';
import { type Analysis, RoleFinder, type Study } from '../../study.ts';
import { type Citation, readCitations } from '../../citations.ts';
import { type MarkdownDocument, parseMarkdown } from '../../blocks.ts';
import type { Place } from '../passages.ts';

/** A Markdown file that cites like a paper but is not checked. */
export interface PaperOffer {
  /** How many of its citations would be checked. */
  readonly citations: number;
  /** Its path as a paper, relative to the study folder. */
  readonly path: string;
}

const paperEnding = /(?:\.analysis)?\.(?:md|markdown)$/i;

/**
 * The offer to make a file a paper, for files without a role in the study folder. Undefined for READMEs, templates,
 * files that the settings leave out, and texts without citations. A bare `@name` may be a person, so a citation
 * counts only if its key is known or it has a locator.
 * @param path relative to the study folder, with `/`
 */
export function paperOffer(text: string, path: string, study: Study): PaperOffer | undefined {
  if (!paperEnding.test(path) || !text.includes('@')) return undefined;
  const roles = new RoleFinder(study.configuration);
  if (roles.roleOf(path) !== undefined || roles.isLeftOut(path)) return undefined;
  const counts = ({ key, locator }: Citation): boolean =>
    locator !== undefined || study.sources.has(key) || study.works.has(key);
  const citations = readCitations(parseMarkdown(text)).filter(counts).length;
  return citations > 0 ? { citations, path: path.replace(paperEnding, '.analysis.md') } : undefined;
}

/** The places of the extension `.md` in links to a file. It changes when the file becomes a paper. */
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
    if (
      (node.type === 'link' || node.type === 'definition') &&
      leadsToFile(node.url, analysis.file.path, path)
    ) {
      const start = node.position?.start.offset ?? 0;
      const written = document.text.slice(start, node.position?.end.offset);
      const at = written.lastIndexOf(node.url);
      const end = at + (/[?#]/.exec(node.url)?.index ?? node.url.length);
      const old = paperEnding.exec(name)?.[0] ?? '';
      const range = { start: start + end - old.length, end: start + end };
      if (at >= 0 && written.slice(0, end).endsWith(old)) found.push({ analysis, range });
    }
    if ('children' in node) node.children.forEach(visit);
  };
  if (document.text.includes('](') || document.text.includes(']:')) visit(document.tree);
  return found;
}

/** Whether an address in a file leads to another file. Both paths are relative to the study folder. */
function leadsToFile(url: string, from: string, path: string): boolean {
  if (/^(?:[a-z][a-z\d+.-]*:|\/|#)/i.test(url)) return false;
  const parts = from.split('/').slice(0, -1);
  for (const part of decodeUrl(url.replace(/[?#].*$/s, '')).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/') === path;
}

function decodeUrl(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
