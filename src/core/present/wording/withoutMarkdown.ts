import type { Nodes, Parents, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';

/**
 * Pilcrow's own Markdown as plain text, for clients that show it unrendered: without marks, escapes and addresses,
 * with `> ` before quotations and a blank line between blocks. Words that differ keep a mark, because the text is
 * about them: `[-struck out-]` and `*bold*`. A bold title has none.
 */
export function withoutMarkdown(markdown: string): string {
  const tree = fromMarkdown(markdown, {
    extensions: [gfmStrikethrough({ singleTilde: false })],
    mdastExtensions: [gfmStrikethroughFromMarkdown()],
  });
  return textOfBlocks(tree.children, '\n\n');
}

function textOfBlocks(nodes: readonly RootContent[], between: string): string {
  return nodes
    .map(textOfBlockNode)
    .filter((block) => block !== '')
    .join(between);
}

function textOfBlockNode(node: RootContent): string {
  switch (node.type) {
    case 'paragraph':
      return textOfParagraph(node.children);
    case 'blockquote':
      return indent(textOfBlocks(node.children, '\n\n'), '> ', '> ');
    case 'list':
      return node.children
        .map((item, at) => {
          const mark = node.ordered === true ? `${String((node.start ?? 1) + at)}. ` : '- ';
          return indent(textOfBlocks(item.children, '\n'), mark, ' '.repeat(mark.length));
        })
        .join('\n');
    case 'thematicBreak':
      return '———';
    case 'definition':
      return '';
    default:
      return wordsOfNode(node);
  }
}

function indent(text: string, first: string, others: string): string {
  return text
    .split('\n')
    .map((line, at) => (at === 0 ? first : others) + line)
    .map((line) => line.trimEnd())
    .join('\n');
}

function textOfParagraph(children: readonly PhrasingContent[]): string {
  const [first, second] = children;
  const isTitled =
    first?.type === 'strong' && (!second || (second.type === 'text' && /^(?: ·|:)/u.test(second.value)));
  return children
    .map((child, at) =>
      at === 0 && isTitled && 'children' in child ? innerWords(child) : wordsOfNode(child),
    )
    .join('');
}

function wordsOfNode(node: Nodes): string {
  switch (node.type) {
    case 'break':
      return '\n';
    case 'strong':
      return `*${innerWords(node)}*`;
    case 'delete':
      return `[-${innerWords(node)}-]`;
    case 'image':
      return node.alt ?? '';
    default:
      if ('children' in node) return innerWords(node);
      return 'value' in node ? node.value : '';
  }
}

function innerWords(node: Parents): string {
  return node.children.map(wordsOfNode).join('');
}
