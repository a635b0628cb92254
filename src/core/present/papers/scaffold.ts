import type { Study } from '../../study.ts';
import { citationFor } from '../../citations.ts';
import { bracedKey } from '../../syntax.ts';
import type { PaperTemplate } from '../../languages.ts';
import { templatesIn } from './paperTemplates.ts';
import { formatterFiles } from './formatterFiles.ts';
import type { FilePosition, NewFile } from './newFile.ts';
import { slugOf, studyLanguage } from '../wording.ts';

/** A file of `templates/`. `name` has no extension. */
export interface OwnTemplate {
  readonly name: string;
  readonly text: string;
}

/** Options of a new paper. The core has no clock, so `date` (`2026-11-23`) is given. */
export interface NewPaper {
  readonly template: PaperTemplate | OwnTemplate;
  readonly title: string;
  readonly author?: string;
  readonly date: string;
}

/** The files of a new study folder. None of them has findings. */
export function scaffoldStudyFolder(title: string): readonly NewFile[] {
  const name = oneLine(title) || 'Our study folder';
  return [
    { path: 'pilcrow.json', text: '{\n  "failOn": "warning",\n  "checks": {}\n}\n' },
    { path: 'README.md', text: readme(name) },
    { path: 'glossary.md', text: glossaryTemplate },
    { path: 'sources/README.md', text: sourcesReadme },
    { path: 'papers/README.md', text: papersReadme },
    ...formatterFiles,
  ];
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** A title as the text of a heading, with markup escaped. */
function asHeading(text: string): string {
  return text.replace(/[\\`*_[\]<>&#@]/g, '\\$&');
}

function readme(title: string): string {
  return `# ${asHeading(title)}

- \`sources/\` holds the texts we read, one Markdown file each. *Pilcrow: Import Source* in VS Code, or \`pilcrow import FILE\` in its terminal, makes one from a text you have.
- \`papers/\` holds our discussion papers, \`*.analysis.md\`. They cite a text by its key and a paragraph: \`[@key, ¶ 12]\`.
- \`glossary.md\` explains the words that a text uses in a sense of its own.
- \`pilcrow.json\` says which checks matter here.

*Pilcrow: Check Study Folder* in VS Code looks at every paper and says which citations lead nowhere. So does \`pilcrow check\`, typed in VS Code's terminal (*Terminal*, *New Terminal*).
`;
}

const glossaryTemplate = `# Glossary

One heading of the second level for each term, then what it means. A line \`Also: …\` lists other names of the same thing, a line \`Defined at: …\` cites the paragraph that explains it best:

\`\`\`
## paragraph number

Also: pilcrow
Defined at: [@key, ¶ 3]

The number by which everybody finds the same words, whatever the edition.
\`\`\`
`;

const sourcesReadme = `# Sources

One Markdown file for each text. It opens with front matter that gives at least \`id\` (the key that papers cite) and \`title\`, and every paragraph below gets a number. Works that are cited without their text go into a bibliography beside it: \`.bib\`, CSL \`.json\` or \`.yaml\`.
`;

const papersReadme = `# Papers

Discussion papers end in \`.analysis.md\`. Each claim about a text carries the paragraph it rests on: \`[@key, ¶ 12]\`.
`;

/**
 * A new paper from a template, in the group's language if the template exists in it. Its examples cite the first
 * source of the study folder.
 */
export function scaffoldPaper(options: NewPaper, study: Study): NewFile {
  const language = studyLanguage(study);
  if (typeof options.template === 'object') return ownPaper(options, options.template, language, study);
  if (options.template === 'blank') return withGap(paperFile(options, '', 'paper', language));
  const { bodies, lang } = templatesIn(language);
  const cite = citationFor(templateKey(study), 'paragraph', [1], lang);
  return withGap(paperFile(options, bodies[options.template](cite), options.template, lang));
}

/** A paper from a group's own template. If that has no front matter, it gets the usual one. */
function ownPaper(
  options: NewPaper,
  { name, text }: OwnTemplate,
  lang: string | undefined,
  study: Study,
): NewFile {
  const fields = {
    title: oneLine(options.title) || 'Untitled',
    author: oneLine(options.author ?? ''),
    date: oneLine(options.date),
    key: bracedKey(templateKey(study)),
    lang: lang ?? 'en',
  };
  const { front, body } = fillTemplate(text, fields, yamlText);
  const paper = paperFile(options, body, slugOf(name, 'paper'), lang);
  return withGap(front === undefined ? paper : { ...paper, text: `---\n${front}---\n${body}` });
}

/** Removes the marks around the first gap and returns its position. */
function withGap({ path, text }: NewFile): NewFile {
  const start = text.indexOf(gapOpens);
  const end = text.indexOf(gapCloses, start);
  if (start < 0 || end < 0) return { path, text };
  const plain =
    text.slice(0, start) + text.slice(start + gapOpens.length, end) + text.slice(end + gapCloses.length);
  return {
    path,
    text: plain,
    gap: { start: lineAndCharacterAt(plain, start), end: lineAndCharacterAt(plain, end - gapOpens.length) },
  };
}

/**
 * A new paper with a body.
 * @param otherwise file name for a title without letters
 * @param lang the language of the body; if undefined, the front matter names none
 */
export function paperFile(
  options: Pick<NewPaper, 'title' | 'author' | 'date'>,
  body: string,
  otherwise: string,
  lang: string | undefined,
): NewFile {
  const title = oneLine(options.title) || 'Untitled';
  const author = oneLine(options.author ?? '');
  const front = [
    '---',
    `title: ${yamlText(title)}`,
    ...(author === '' ? [] : ['author:', `  - ${yamlText(author)}`]),
    `date: ${yamlText(oneLine(options.date))}`,
    ...(lang === undefined ? [] : [`lang: ${lang}`]),
    '---',
    '',
    '',
  ];
  return { path: `papers/${slugOf(title, otherwise)}.analysis.md`, text: front.join('\n') + body };
}

/** In a template these marks surround the gap that the person fills in first. */
const gapOpens = '⟦';
const gapCloses = '⟧';

function lineAndCharacterAt(text: string, offset: number): FilePosition {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

/** The key for examples: a source whose text is here comes before an edition. */
function templateKey(study: Study): string {
  const sources = [...study.sources.values()];
  return (sources.find((source) => source.file) ?? sources[0])?.key ?? 'key';
}

/** A YAML scalar, in double quotation marks unless it can only be read as text. */
function yamlText(text: string): string {
  const plain =
    /^[\p{L}][\p{L}\p{M}\p{N} ,.’!?()/-]*$/u.test(text) &&
    !/^(?:true|false|null|yes|no|on|off|y|n)$/iu.test(text);
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text);
  return plain || date ? text : JSON.stringify(text);
}

/** The values that a group's own template can insert as `{{name}}`. */
interface TemplateFields {
  readonly title: string;
  readonly author: string;
  readonly date: string;
  /** The key of the source that the group reads. */
  readonly key: string;
  readonly lang: string;
}

const placeholder = /\{\{\s*(title|author|date|key|lang)\s*\}\}/gu;
const templateFrontMatter = /^---[ \t]*\r?\n([^]*?\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u;

/**
 * Fills in `{{title}}`, `{{author}}`, `{{date}}`, `{{key}}` and `{{lang}}` in a group's own template. Other text in
 * double braces stays. In front matter, values become YAML text; in the body, markup in them is escaped.
 * @param yaml writes a text as a YAML scalar
 */
function fillTemplate(
  template: string,
  fields: TemplateFields,
  yaml: (text: string) => string,
): { readonly front: string | undefined; readonly body: string } {
  const front = templateFrontMatter.exec(template);
  const body = template.slice(front?.[0].length ?? 0);
  return {
    front: front?.[1]?.replace(/^.*$/gmu, (line) => fillLine(line, fields, yaml)),
    body: body.replace(placeholder, (_, name: keyof TemplateFields) =>
      name === 'key' ? fields.key : fields[name].replace(/[\\`*_[\]<>&#@$^~]/gu, '\\$&'),
    ),
  };
}

function fillLine(line: string, fields: TemplateFields, yaml: (text: string) => string): string {
  if (line.replace(placeholder, '') === line) return line;
  const value = /^(\s*(?:-\s+|[\w-]+:\s+))(["']?)(.*?)\2\s*$/u.exec(line);
  const filled = (text: string): string =>
    text.replace(placeholder, (_, name: keyof TemplateFields) => fields[name]);
  return value ? `${value[1] ?? ''}${yaml(filled(value[3] ?? ''))}` : filled(line);
}
