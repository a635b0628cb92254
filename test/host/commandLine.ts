/** The options of desktop `code` that the launcher understands. Others are ignored. */
export interface CommandLine {
  readonly open?: string | undefined;
  readonly extensionPaths: readonly string[];
  readonly testsPath?: string | undefined;
  readonly userDataFolder?: string | undefined;
  readonly extensionsFolder?: string | undefined;
  readonly installExtensions: readonly string[];
}

const optionsWithValue = new Set([
  'disable-extension',
  'extensionDevelopmentKind',
  'extensionDevelopmentPath',
  'extensionTestsPath',
  'extensions-dir',
  'file-uri',
  'folder-uri',
  'install-extension',
  'locale',
  'log',
  'profile',
  'user-data-dir',
]);

export function parseCommandLine(args: readonly string[]): CommandLine {
  const values = new Map<string, string[]>();
  const add = (name: string, value: string): unknown =>
    values.set(name, [...(values.get(name) ?? []), value]);
  for (let at = 0; at < args.length; at++) {
    const argument = args[at] ?? '';
    const [, name, attached] = /^--([^=]+)(?:=([\s\S]*))?$/.exec(argument) ?? [];
    if (!name) {
      if (!argument.startsWith('-')) add('open', argument);
    } else if (attached !== undefined) add(name, attached);
    else if (optionsWithValue.has(name)) add(name, args[++at] ?? '');
  }
  const last = (name: string): string | undefined => values.get(name)?.at(-1);
  return {
    open: last('folder-uri') ?? last('open'),
    extensionPaths: values.get('extensionDevelopmentPath') ?? [],
    testsPath: last('extensionTestsPath'),
    userDataFolder: last('user-data-dir'),
    extensionsFolder: last('extensions-dir'),
    installExtensions: values.get('install-extension') ?? [],
  };
}
