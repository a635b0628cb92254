/** Writes docs/checks/ and docs/fr/checks/: a page for each check and their index, from the catalogue. */
import type { CheckProse } from '../src/core/messages.ts';
import { french as spokenFrench } from '../src/core/spoken/spokenFrench.ts';
import { catalogue, checkIds, type CheckEntry, type CheckId } from '../src/core/catalogue/checkCatalogue.ts';

/** What a page says beside what the catalogue says, in a language. */
interface PageWords {
  readonly title: string;
  readonly opening: string;
  readonly heads: readonly [check: string, level: string, reports: string];
  readonly reported: string;
  readonly putRight: string;
  /** What stands before the level, and behind it. */
  readonly level: readonly [before: string, behind: string];
  readonly silence: string;
  readonly reason: string;
  readonly all: string;
}

const english: PageWords = {
  title: 'Checks',
  opening:
    'What Pilcrow looks for in the editor and with `pilcrow check`. `pilcrow.json` sets their levels: `error`, `warning`, `information`, `hint` or `off`.',
  heads: ['check', 'level', 'reports'],
  reported: 'reported',
  putRight: 'put right',
  level: ['Level: ', ', unless `pilcrow.json` sets another:'],
  silence: 'Silence it once, on the block that follows:',
  reason: 'why it is right here',
  all: 'All checks',
};

const french: PageWords = {
  title: 'Contrôles',
  opening:
    'Ce que Pilcrow cherche dans l’éditeur et avec `pilcrow check`. `pilcrow.json` fixe leurs niveaux : `error`, `warning`, `information`, `hint` ou `off`.',
  heads: ['contrôle', 'niveau', 'signale'],
  reported: 'signalé',
  putRight: 'corrigé',
  level: ['Niveau : ', ', sauf si `pilcrow.json` en fixe un autre :'],
  silence: 'Le taire une fois, sur le bloc qui suit :',
  reason: 'pourquoi c’est juste ici',
  all: 'Tous les contrôles',
};

type Prose = (id: CheckId) => CheckProse;

/** The name of a check's page, such as `citation-unknown-key.md`. */
export function pageName(id: CheckId): string {
  return `${id.replace('/', '-')}.md`;
}

/** The files of docs/checks/ by name. */
export function docFiles(): ReadonlyMap<string, string> {
  return filesIn(english, (id) => catalogue[id]);
}

/** The files of docs/fr/checks/ by name. */
export function frenchDocFiles(): ReadonlyMap<string, string> {
  return filesIn(french, (id) => spokenFrench.checks?.[id] ?? catalogue[id]);
}

function filesIn(words: PageWords, prose: Prose): ReadonlyMap<string, string> {
  return new Map([
    ['README.md', index(words, prose)],
    ...checkIds.map((id): [string, string] => [pageName(id), page(id, words, prose(id))]),
  ]);
}

function page(id: CheckId, words: PageWords, { summary, explanation }: CheckProse): string {
  const { level, wrong, right }: CheckEntry = catalogue[id];
  return `# ${id}

${escaped(summary)}

${escaped(explanation)}

| | |
| --- | --- |
| ${words.reported} | ${code(wrong)} |
| ${words.putRight} | ${code(right)} |

${words.level.join(`**${level}**`)}

\`\`\`json
{ "checks": { "${id}": "off" } }
\`\`\`

${words.silence}

\`\`\`markdown
<!-- pilcrow-ignore ${id}: ${words.reason} -->
\`\`\`

[${words.all}](README.md)
`;
}

/** Escapes text as Markdown, so that comments and tags in it are visible. */
function escaped(text: string): string {
  return text.replace(/[<*_`]/g, '\\$&');
}

/** Text as code in a table cell, with any characters. */
function code(text: string): string {
  const fence = '`'.repeat(Math.max(0, ...[...text.matchAll(/\`+/g)].map((run) => run[0].length)) + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text.replace(/\|/g, '\\|').replace(/\s*\n\s*/g, ' ⏎ ')}${pad}${fence}`;
}

function index(words: PageWords, prose: Prose): string {
  const families = [...new Set(checkIds.map((id) => id.split('/')[0] ?? ''))];
  const sections = families.map((family) => {
    const rows = checkIds
      .filter((id) => id.startsWith(`${family}/`))
      .map(
        (id) =>
          `| [${id}](${pageName(id)}) | ${catalogue[id].level} | ${prose(id).summary.replace(/\|/g, '\\|')} |`,
      );
    return `## ${family}\n\n| ${words.heads.join(' | ')} |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return `# ${words.title}

${words.opening}

${sections.join('\n')}`;
}
