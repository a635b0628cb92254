import { counted, didYouMean, paragraphRuns } from './messageWords.ts';
import { tableOf } from '../../text.ts';

const stateWords = tableOf<string>({
  kept: 'kept',
  moved: 'moved',
  split: 'split',
  joined: 'put together',
  gone: 'gone',
  doubtful: 'doubtful',
});

/** What the command line says, its help left out. */
export const commandLine = {
  'cli.failed': 'pilcrow: {$message}',
  'cli.saysOther':
    '“{$file}” is there already and says something else. Choose another name, or replace it with --force.',
  'cli.unknownLanguage': 'Pilcrow does not speak “{$tag}”. --lang takes one of {$tags}.',
  'cli.problemAt': '{$file}:{$line}:{$column}: {$message}',
  'cli.crashed': 'pilcrow: something went wrong that should not: {$error}',
  'cli.reading': 'Reading {$name} …',
  'cli.checking': 'Checking {$name} …',
  'cli.noPath': 'There is no file or folder “{$path}”.',
  'cli.noFile': 'There is no file “{$file}”.',
  'cli.noStudy': 'There is no study folder here. “pilcrow init” makes one.',
  'cli.homeFolder': 'The home folder is no study folder. Make one in it, with “pilcrow init” there.',
  'cli.notAnswered': 'Nothing was written: the questions were not answered.',
  'cli.needsPassword': '{$problem} “--password-stdin” reads it from standard input.',
  'cli.twiceStandardInput': 'Standard input can hold the file or the password, not both.',
  'cli.noSource': ({ name, nearest }: { name: string; nearest: readonly string[] }) =>
    `“${name}” is no source: give the file of one, or its key.${didYouMean(nearest.map(quoted))}`,
  'cli.staysAsItIs': '{$file} is there already and stays as it is.',

  'site.inUse':
    'The pages cannot be written to “{$folder}”: it holds the study folder, or the folder where you are. Give a folder of its own.',
  'site.noAssets': 'The package of Pilcrow lacks “{$file}”. Install it again.',
  'site.noSite':
    '“{$folder}” is there already and holds no web pages of Pilcrow. Give another folder, or --force: what is in it stays, but for files with the names of pages.',
  'site.changed':
    '{$file} was not written by Pilcrow, or was changed since. Move it away, or give --force to replace it.',

  'check.watchFormat':
    '--watch prints findings again and again, which {$format} has no form for. Use pretty, json or github.',
  'check.noInput':
    '--stdin-filename names the text on standard input. Write “-” for that, in place of a path.',
  'check.onlyInput':
    'Standard input (-) is checked by itself: no other path, no --watch and no --fix go with it.',
  'check.onlyFolders': '--shard and --report are for folders as they are: without -, --watch and --fix.',
  'check.badShard':
    '--shard takes a part and how many there are, such as 2/5 for the second of five, not “{$shard}”.',
  'check.emptyShard': 'Part {$part} of {$of} has nothing to check.',
  'check.notKept': 'pilcrow: {$problem} Results are not kept for the next time.',
  'check.nothing': 'There is nothing to check here: papers are called *.analysis.md.',
  'check.noStudy':
    'There is no study folder here: it has no papers (*.analysis.md) and no sources. “pilcrow init” makes one.',
  'report.damaged':
    '“{$file}” is no whole report of a check: “pilcrow check --shard 1/2 --report FILE” writes one.',
  'report.version': '“{$file}” was written by another version of Pilcrow. All parts need the same.',
  'report.otherCount': '“{$file}” is of a check in {$of part}, not in {$expected}.',
  'report.twice': '“{$file}” is part {$part} of {$of}, which another file is, too.',
  'report.lacking': 'Of {$of} parts these are missing: {$parts}. What follows is of the others.',
  'check.notWatched': 'Changes cannot be watched: {$error}',
  'check.watching': 'Watching for changes. Ctrl+C ends.',
  'check.lostThread': 'A thread of the check ended too early; its papers were checked without it.',
  'check.noFindings': 'no findings',
  'levels.error': 'error',
  'levels.warning': 'warning',
  'levels.information': 'information',
  'levels.hint': 'hint',
  'check.fixed': 'Fixed {$fixes finding} in {$files file}.',
  'check.summary': '{$counts}.',

  'explain.unknown': '{$problem} “pilcrow checks” lists them.',
  'explain.check':
    '{$name} ({$level})\n\n{$summary}\n\n{$explanation}\n\n  wrong: {$wrong}\n  right: {$right}\n\nSilence it once:      <!-- pilcrow-ignore {$id}: reason -->\nChange its level:     "checks": { "{$id}": "off" } in pilcrow.json\n',
  'explain.examples': '{$explanation}\nWrong: {$wrong}\nRight: {$right}',

  'migrate.none': 'Nothing cites @{$key}.',
  'migrate.same': 'Name two printings: the one that is cited, and the one to be cited.',
  'migrate.noPassages': 'Of @{$key} neither text nor edition is here: nobody knows its paragraphs.',
  'migrate.state': ({ state }: { state: string }) => stateWords[state] ?? state,
  'migrate.candidates': ({ paragraphs }: { paragraphs: readonly number[] }) =>
    `${paragraphRuns(paragraphs)}?`,
  'migrate.wholeText': 'the text',
  'migrate.byQuotation': 'by its quotation',
  'migrate.summary': ({ moved, stays, written }: { moved: number; stays: number; written: boolean }) => {
    const rest =
      stays === 0 ? '' : `; ${String(stays)} doubtful or gone, left as ${stays === 1 ? 'it is' : 'they are'}`;
    return `${counted(moved, 'citation')} ${written ? 'moved' : 'to move'}${rest}.${written || moved === 0 ? '' : ' --write moves what is certain.'}`;
  },
  'migrate.changed': '{$file} was changed in the meantime: nothing was written there.',

  'coverage.noText': 'There is no text here that could be cited. “pilcrow import FILE” brings one in.',
  'coverage.noPaper': ({ name, nearest }: { name: string; nearest: readonly string[] }) =>
    `“${name}” is no paper of this study folder.${didYouMean(nearest.map(quoted))}`,
  'coverage.nobody': 'Nobody here is called “{$name}”.',
  'coverage.nobodyOf': 'Nobody here is called “{$name}”. Papers and notes are by {$names}.',
  'coverage.date': '{$option} takes a day, a month or a year: 2026-11-23, 2026-11 or 2026.',
  'coverage.allDiscussed': 'Every paragraph has been discussed.\n',
  'coverage.bySection': '{$text} (cited with its whole section)',
  'coverage.legend':
    '{$none} not discussed   {$section} only with its whole section   {$heights} cited once, twice, 3–4 times, more often\nBelow: q quoted   n noted   b both',

  'edition.frozen': 'Frozen: @{$key}, {$paragraphs paragraph}, {$notes note}.',
  'edition.frozenAs': 'Frozen as {$file}: “pilcrow check” says when a paragraph changes or moves.',
  'edition.none': '@{$key} has no edition. “pilcrow edition freeze {$key}” makes one.',
  'edition.same': '@{$key}: {$paragraphs paragraph}, as in the edition.\n',
  'edition.noneHere': 'No source here has a text and an edition of its own. “pilcrow import FILE” makes one.',
  'edition.noText': 'The text of @{$key} is not here, only its edition. “pilcrow import FILE” brings it in.',

  'bibliography.noPaper': 'There is no paper here whose works could be written.',
  'bibliography.oneFolder': 'The papers belong to several study folders. Name those of one.',
  'bibliography.keyDoesNotFit':
    'BibLaTeX can hold no key such as “{$key}”, so that it is left out; with `--to csl-json` it is written.',
  'bibliography.unknownKey':
    '{$file}:{$line}:{$column}: nothing here has the key “{$key}”, so that it is left out.',

  'glossary.empty': 'The glossary has no terms.',
  'guide.noSource': '“{$key}” is the key of no source here.',
  'guide.empty':
    'Nobody asks anything yet. Write questions as a list under a heading “Questions for discussion” in a paper, or as notes of kind question.',
  'guide.stays': '“{$file}” is there already and stays as it is. Choose another name.',
  'guide.date': '--date takes a day such as 2026-11-23.',

  'ask.title': 'Title',
  'ask.author': 'Author',
  'ask.key': 'Key that papers cite it by',
  'ask.password': 'Password',
  'ask.standardInput': 'standard input',
  'ask.exists': '{$file} is there already. --force replaces its text and keeps its front matter.',
  'ask.places': '{$count place} to decide. Enter takes what stands first, “a” does so for all that follow.',
  'ask.place': '\n{$number}/{$of}  {$place}: “{$excerpt}”\n{$question} ({$reason})',
  'ask.line': 'line {$line}',
  'ask.page': 'page {$page}',
  'ask.pages': 'pages {$first}–{$last}',
  'ask.lines': 'lines {$first}–{$last}',
  'ask.paragraphs': 'paragraphs {$first}–{$last}',
  'ask.paragraph': 'paragraph {$line}',
  'ask.comments': 'The file has {$count comment}: --comments takes them as notes on their passages.',
  'ask.again': 'Please answer with a number from 1 to {$last}.',
  'choice.abstract': 'abstract',
  'choice.attribution': 'who is quoted',
  'choice.heading': 'heading',
  'choice.hyphened': 'with a hyphen',
  'choice.joined': 'in one',
  'choice.leaveOut': 'leave out',
  'choice.list': 'list',
  'choice.note': 'note',
  'choice.paragraph': 'paragraph',
  'choice.quotation': 'quotation',
  'ask.placesTaken': '{$count place} to look at, with what was taken:',
  'ask.placeTaken': '  {$place}: “{$excerpt}”\n    {$question} {$chosen} ({$reason})',
  'ask.recognised': 'Recognised as @{$key}: {$matched} of {$of paragraph} word for word.',
  'ask.differs': '  {$place}: ¶ {$number} differs from the edition.',
  'ask.missing': '  ¶ {$number} of the edition is missing.',
  'ask.leftOut': '  {$place} left out: {$why}',

  'init.folderName': 'Study folder',
  'init.next': 'Next: “pilcrow import FILE” makes a source of a text you have.',
  'init.print':
    'Who has Pandoc makes a Word file of a paper: pilcrow bibliography --force -o works.json && pandoc --citeproc --bibliography works.json papers/NAME.analysis.md -o NAME.docx',
  'init.addFormatters':
    'Add what keeps formatters away from sources and lets git merge notes ({$names})? [y/N] ',
  'init.formatters': '“pilcrow init --formatters” adds what keeps formatters away from sources: {$names}.',

  'list.onlyTerms': '--term, --sort and --frequency are for “pilcrow list terms”.',
  'list.unreadable': 'cannot be read',
  'list.editionOnly': '{$paragraphs}, edition only',
  'list.resolved': ' (resolved)',
  'list.noTerm': ({ name, nearest }: { name: string; nearest: readonly string[] }) =>
    `The glossary has no entry “${name}”.${didYouMean(nearest.map(quoted))}`,
  'list.inSources': '{$uses} in sources',
  'list.inPapers': '{$uses} in papers',

  'notes.unknownKey': ({ key, nearest }: { key: string; nearest: readonly string[] }) =>
    `“${key}” is no source.${didYouMean(nearest.map(quoted))}`,
  'notes.takenIn': ({ added, known }: { added: number; known: number }) =>
    `${counted(added, 'note')} taken in${known === 0 ? '' : `; ${String(known)} were here already and stay as they are`}.`,
  'notes.unplaced':
    '{$count note}: where their words belong is not certain. “pilcrow check” lists them with likely places.',
  'notes.clearPlaces': ({ clear, others, written }: { clear: number; others: number; written: boolean }) =>
    [
      written
        ? `${counted(clear, 'note')} placed.`
        : `${counted(clear, 'note')} with one clear place${clear === 0 ? '' : ': --write puts them there'}.`,
      ...(others > 0
        ? [`${counted(others, 'other note')} without a place: “pilcrow check” lists them.`]
        : []),
    ].join(' '),
  'notes.quoted': '“{$words}”',
  'notes.leftPrivate': '{$count note} for their authors only left out: --private takes them in.',
  'notes.leftOthers':
    '{$count note} on works that no source here has left out: --source KEY says what they are on.',
  'notes.leftEmpty': '{$count entry} without words and comment left out, such as bookmarks.',
  'notes.merged': '{$conflicts} changed on both sides: the other versions are kept beside them.',
} as const;

function quoted(name: string): string {
  return `“${name}”`;
}
