/** The values that a group's own template can insert as `{{name}}`. */
export interface TemplateFields {
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
export function fillTemplate(
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
