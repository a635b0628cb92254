/** What is wrong in a bibliography. */
export const bibliography = {
  'bibliography.unknownFormat':
    'A bibliography must be BibLaTeX (.bib), CSL-JSON (.json) or CSL-YAML (.yaml).',
  'bibliography.noId': 'This entry has no id, so it can’t be cited.',
  'bibliography.unreadableEntry': 'This entry can’t be read.',

  'bibliography.macroForm': 'A @string must be written @string{name = {text}}.',
  'bibliography.notClosed': '{$what} is not closed: “{$missing}” is missing.',
  'bibliography.macro': '@string “{$name}”',
  'bibliography.entryNotClosed': 'The entry {$entry} is not closed: “{$missing}” is missing.',
  'bibliography.noKey': 'This @{$type} entry has no key: it must begin @{$type}{key, …}.',
  'bibliography.afterKey': 'A comma must follow the key; a key has no spaces, braces or quotation marks.',
  'bibliography.noField': 'This is no field of the entry {$entry}: a field is written name = {value}.',
  'bibliography.noComma': 'A comma is missing behind the field “{$field}”.',
  'bibliography.longValue': 'The value of “{$field}” is too long.',
  'bibliography.openValue': 'The “{$opening}” that opens the value of “{$field}” is never closed.',
  'bibliography.noValue': 'The field “{$field}” has no value.',
  'bibliography.extraBrace':
    'There is a closing brace too many in the entry {$entry}: it ends here, and what follows is not read.',

  'bibliography.noCslJson': 'This is no CSL-JSON: it must be a list of entries, [{"id": …}, …].',
  'bibliography.listNotClosed': 'The list of entries is not closed: “]” is missing.',
  'bibliography.noJsonEntry': 'This is no entry: an entry is written {"id": …}.',

  'bibliography.noCslYaml': 'This is no CSL-YAML: it must be a list of entries under “references:”.',
  'bibliography.manyAliases': 'Its aliases (*name) repeat one another too often.',
  'bibliography.noYamlEntry': 'This is no entry: an entry is a list of “name: value” lines.',
  'bibliography.deepYaml':
    'This YAML can’t be read: it is nested too deeply, or has too many aliases (*name).',
  'bibliography.noYaml': 'This is no YAML: {$error}',

  'json.onlyComma': 'Nothing may follow here but a comma.',
  'json.notClosed': ({ what, missing }: { what: 'entry' | 'note' | 'file'; missing: string }) =>
    `The ${what} is not closed: “${missing}” is missing.`,
  'json.string': 'This string is not closed, or holds what JSON does not allow.',
  'json.noCommaOrClose': 'A comma or a closing bracket is missing here.',
  'json.noColon': 'A colon is missing here.',
  'json.extraComma': 'There is a comma too many before this.',
  'json.noName': 'A name in quotation marks is missing here.',
  'json.noValue': 'A value is missing here.',
} as const;
