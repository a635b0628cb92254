/** Writes docs/checks/: a page for each check and their index, from the catalogue. */
import { catalogue, checkIds, type CheckEntry, type CheckId } from '../src/core/catalogue/checkCatalogue.ts';

const levelNames = {
  error: 'error',
  warning: 'warning',
  information: 'information',
  hint: 'hint',
  off: 'off',
} as const;

/** The name of a check's page, such as `citation-unknown-key.md`. */
export function pageName(id: CheckId): string {
  return `${id.replace('/', '-')}.md`;
}

/** The files of docs/checks/ by name. */
export function docFiles(): ReadonlyMap<string, string> {
  return new Map([
    ['README.md', index()],
    ...checkIds.map((id): [string, string] => [pageName(id), page(id)]),
  ]);
}

function page(id: CheckId): string {
  const { level, summary, explanation, wrong, right }: CheckEntry = catalogue[id];
  return `# ${id}

${prose(summary)}

${prose(explanation)}

| | |
| --- | --- |
| reported | ${code(wrong)} |
| put right | ${code(right)} |

Level: **${levelNames[level]}**, unless \`pilcrow.json\` sets another:

\`\`\`json
{ "checks": { "${id}": "off" } }
\`\`\`

Silence it once, on the block that follows:

\`\`\`markdown
<!-- pilcrow-ignore ${id}: why it is right here -->
\`\`\`

[All checks](README.md)
`;
}

/** Escapes text as Markdown, so that comments and tags in it are visible. */
function prose(text: string): string {
  return text.replace(/[<*_`]/g, '\\$&');
}

/** Text as code in a table cell, with any characters. */
function code(text: string): string {
  const fence = '`'.repeat(Math.max(0, ...[...text.matchAll(/\`+/g)].map((run) => run[0].length)) + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text.replace(/\|/g, '\\|').replace(/\s*\n\s*/g, ' ⏎ ')}${pad}${fence}`;
}

function index(): string {
  const families = [...new Set(checkIds.map((id) => id.split('/')[0] ?? ''))];
  const sections = families.map((family) => {
    const rows = checkIds
      .filter((id) => id.startsWith(`${family}/`))
      .map(
        (id) =>
          `| [${id}](${pageName(id)}) | ${catalogue[id].level} | ${catalogue[id].summary.replace(/\|/g, '\\|')} |`,
      );
    return `## ${family}\n\n| check | level | reports |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return `# Checks

What Pilcrow looks for in the editor and with \`pilcrow check\`. \`pilcrow.json\` sets their levels: \`error\`, \`warning\`, \`information\`, \`hint\` or \`off\`.

${sections.join('\n')}`;
}
