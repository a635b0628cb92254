/** What in `pilcrow.json` cannot be used. */
export const settings = {
  'settings.noJson': 'pilcrow.json is not JSON here: look for a missing comma, quotation mark or bracket.',
  'settings.deep': 'pilcrow.json is nested too deeply to be read: look for brackets that nothing closes.',
  'settings.noList': 'pilcrow.json is a list of settings in braces: { "checks": { } }.',
  'settings.unknown': 'pilcrow.json knows no setting “{$name}”.',
  'settings.repeated': '“{$name}” stands here twice: the last one holds, this one does nothing.',
  'settings.failOn': ({ levels }: { levels: readonly string[] }) =>
    `“failOn” is one of ${levels.join(', ')}.`,
  'settings.unmarkedWords': ({ least, most }: { least: number; most: number }) =>
    `“unmarkedWords” is a number of words from ${String(least)} to ${String(most)}.`,
  'settings.csl': ({ names }: { names: readonly string[] }) =>
    `“csl” is a citation style: ${names.join(', ')}, or the path of a .csl file.`,
  'settings.checks': '“checks” gives a level to each check: { "citation/no-locator": "off" }.',
  'settings.level': ({ levels }: { levels: readonly string[] }) =>
    `The level of a check is one of ${levels.join(', ')}.`,
  'settings.didYouMean': '{$problem} Did you mean “{$name}”?',
  'settings.known': ({ problem, names }: { problem: string; names: readonly string[] }) =>
    `${problem} Known: ${names.join(', ')}.`,

  'settings.globs': '“{$name}” is a list of file patterns, such as ["{$name}/*.md"].',
  'settings.globText': 'A file pattern is text in quotation marks.',
  'settings.globEmpty': 'An empty pattern names no file.',
  'settings.globLong': 'A pattern has at most {$characters} characters: use several.',
  'settings.globNot': 'A pattern says which files are meant. Write those that are not into “exclude”.',
  'settings.globAbsolute': '“{$glob}” is not within the study folder: patterns begin there.',
  'settings.globBackslash': '“{$glob}” has “\\” between folders: write “/”, also on Windows.',
  'settings.globUp': '“{$glob}” leads out of the study folder: only files within it are read.',
  'settings.globFolder': '“{$glob}” is a folder: write “{$glob}**/*.md” for the files in it.',
  'settings.globOpen': '“{$glob}” opens a “{$bracket}” and does not close it.',
  'settings.globGroup':
    '“{$glob}” repeats or negates a group: write several patterns, and those that are not meant into “exclude”.',
  'settings.globsLong': 'The patterns of a list have at most {$characters} characters together.',
  'settings.globBrackets': '“{$glob}” is no file pattern: look at what stands in brackets.',

  'settings.noteKinds': '“noteKinds” gives a label to each kind: { "story": { "label": "Story" } }.',
  'settings.noteKind': 'A kind of notes is { "label": … }, or false where it is not wanted.',
  'settings.noteColor': ({ colors }: { colors: readonly string[] }) =>
    `“color” is one of ${colors.join(', ')}.`,
  'settings.noteMotivation': ({ motivations }: { motivations: readonly string[] }) =>
    `“motivation” is one of ${motivations.join(', ')}.`,
  'settings.noteSymbol': '“symbol” is one or two characters.',
  'settings.noteLabel': '“label” is what the kind is called.',
  'settings.noteProperty': 'A kind of notes has no “{$name}”: it has label, symbol, color, motivation.',

  'settings.site': '“site” says what the web pages show: { "notes": true }.',
  'settings.siteUnknown': '“site” knows no setting “{$name}”.',
  'settings.siteTitle': '“title” is what the web pages are called.',
  'settings.siteLang': '“lang” is the tag of a language, such as "en" or "fr".',
  'settings.siteFlag': '“{$name}” is true or false.',
} as const;
