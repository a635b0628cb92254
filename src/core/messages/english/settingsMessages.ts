/** What in `pilcrow.json` cannot be used. */
export const settings = {
  'settings.noJson': 'pilcrow.json is not JSON here: look for a missing comma, quotation mark or bracket.',
  'settings.deep': 'pilcrow.json is nested too deeply to be read: look for brackets that nothing closes.',
  'settings.noList': 'pilcrow.json is a list of settings in braces: { "checks": { } }.',
  'settings.unknown': ({ name }: { name: string }) => `pilcrow.json knows no setting “${name}”.`,
  'settings.failOn': ({ levels }: { levels: readonly string[] }) =>
    `“failOn” is one of ${levels.join(', ')}.`,
  'settings.checks': '“checks” gives a level to each check: { "citation/no-locator": "off" }.',
  'settings.level': ({ levels }: { levels: readonly string[] }) =>
    `The level of a check is one of ${levels.join(', ')}.`,
  'settings.didYouMean': ({ problem, name }: { problem: string; name: string }) =>
    `${problem} Did you mean “${name}”?`,
  'settings.known': ({ problem, names }: { problem: string; names: readonly string[] }) =>
    `${problem} Known: ${names.join(', ')}.`,

  'settings.globs': ({ name }: { name: string }) =>
    `“${name}” is a list of file patterns, such as ["${name}/*.md"].`,
  'settings.globText': 'A file pattern is text in quotation marks.',
  'settings.globEmpty': 'An empty pattern names no file.',
  'settings.globLong': ({ characters }: { characters: number }) =>
    `A pattern has at most ${String(characters)} characters: use several.`,
  'settings.globNot': 'A pattern says which files are meant. Write those that are not into “exclude”.',
  'settings.globAbsolute': ({ glob }: { glob: string }) =>
    `“${glob}” is not within the study folder: patterns begin there.`,
  'settings.globBackslash': ({ glob }: { glob: string }) =>
    `“${glob}” has “\\” between folders: write “/”, also on Windows.`,
  'settings.globUp': ({ glob }: { glob: string }) =>
    `“${glob}” leads out of the study folder: only files within it are read.`,
  'settings.globFolder': ({ glob }: { glob: string }) =>
    `“${glob}” is a folder: write “${glob}**/*.md” for the files in it.`,
  'settings.globOpen': ({ glob, bracket }: { glob: string; bracket: string }) =>
    `“${glob}” opens a “${bracket}” and does not close it.`,
  'settings.globBrackets': ({ glob }: { glob: string }) =>
    `“${glob}” is no file pattern: look at what stands in brackets.`,

  'settings.noteKinds': '“noteKinds” gives a label to each kind: { "story": { "label": "Story" } }.',
  'settings.noteKind': 'A kind of notes is { "label": … }, or false where it is not wanted.',
  'settings.noteColor': ({ colors }: { colors: readonly string[] }) =>
    `“color” is one of ${colors.join(', ')}.`,
  'settings.noteMotivation': ({ motivations }: { motivations: readonly string[] }) =>
    `“motivation” is one of ${motivations.join(', ')}.`,
  'settings.noteSymbol': '“symbol” is one or two characters.',
  'settings.noteLabel': '“label” is what the kind is called.',
  'settings.noteProperty': ({ name }: { name: string }) =>
    `A kind of notes has no “${name}”: it has label, symbol, color, motivation.`,
};
