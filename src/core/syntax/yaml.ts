import { Composer, CST, type Document, Parser } from 'yaml';

/** No real data nests deeper. Beyond this depth the recursive composer of the YAML library exhausts the stack. */
const maxYamlDepth = 64;
/** The library searches the whole document for every alias (`*name`). */
const maxAliases = 500;

/**
 * Returns all documents of a YAML text, with their errors; undefined where the text nests too deeply or has too many
 * aliases to be read. The depth is measured on the tokens, before anything recurses, because a stack overflow inside a
 * regular expression ends the process and cannot be caught. Of duplicate names the last counts; detecting them would take
 * quadratic time.
 */
export function parseYaml(text: string): Document[] | undefined {
  try {
    const tokens: CST.Token[] = [];
    let aliases = 0;
    for (const token of new Parser().parse(text)) {
      const found = measureNesting(token);
      aliases += found.aliases;
      if (found.isTooDeep || aliases > maxAliases) return undefined;
      tokens.push(token);
    }
    const composer = new Composer({ prettyErrors: false, logLevel: 'silent', uniqueKeys: false });
    return Array.from(composer.compose(tokens));
  } catch {
    return undefined;
  }
}

function measureNesting(root: CST.Token): { readonly isTooDeep: boolean; readonly aliases: number } {
  const open: { readonly token: CST.Token; readonly depth: number }[] = [{ token: root, depth: 0 }];
  let aliases = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.depth > maxYamlDepth) return { isTooDeep: true, aliases };
    if (next.token.type === 'alias') aliases++;
    for (const child of tokensIn(next.token)) open.push({ token: child, depth: next.depth + 1 });
  }
  return { isTooDeep: false, aliases };
}

function tokensIn(token: CST.Token): CST.Token[] {
  if (token.type === 'document') return token.value ? [token.value] : [];
  if (!CST.isCollection(token)) return [];
  return token.items.flatMap((item) =>
    [item.key, item.value].filter((part) => part !== undefined && part !== null),
  );
}
